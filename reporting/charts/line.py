"""A line over time: every point carries its value, the scale begins at zero."""

from math import ceil

from reporting.charts.svg import LINE, PAPER, SOFT_INK, Mark, cut, line, tag, text, text_width

HEIGHT = 186
TOP = 26
BOTTOM = 30
SIDE = 24


def draw_line(marks: list[Mark], *, color: str, width: float) -> tuple[list[str], float]:
    """The shapes and their height. A masked point breaks the line: its height would tell its value."""
    base = HEIGHT - BOTTOM
    highest = max((mark.value for mark in marks if not mark.is_masked), default=0)
    step = (width - 2 * SIDE) / max(len(marks) - 1, 1)
    every = ceil((max(text_width(mark.label) for mark in marks) + 4) / step)
    is_tight = step < max(text_width(mark.text) for mark in marks)
    content = [line(0, base, width, base, LINE)]
    spots, runs = [], [[]]
    for index, mark in enumerate(marks):
        x = SIDE + index * step
        y = base if mark.is_masked or not highest else base - (base - TOP) * mark.value / highest
        if index % every == 0:
            label = cut(mark.label, every * step + 8)
            content.append(text(x, HEIGHT - 10, label, anchor="middle", color=SOFT_INK, kind="soft"))
        content += draw_value(marks, index, x, y, base, is_tight)
        if mark.is_masked:
            runs.append([])
        else:
            runs[-1].append((x, y))
            spots.append(draw_spot(x, y, color))
    return content + [draw_run(run, color) for run in runs if len(run) > 1] + spots, HEIGHT


def draw_value(marks: list[Mark], index: int, x: float, y: float, base: float, is_tight: bool) -> list[str]:
    """Clear of the line: below a hollow, beside a slope, above the rest. On a slope without room, none: the table
    has it."""
    before, after = slope(marks, index, index - 1), slope(marks, index, index + 1)
    anchor, right, down = "middle", 0, -9
    if before >= 0 and after >= 0 and before + after and y < base - 22:
        down = 19
    elif before < 0 < after:
        anchor, right, down = "end", -4, -7
    elif after < 0 < before:
        anchor, right, down = "start", 4, -7
    if index in (0, len(marks) - 1):
        anchor, right = "middle", 0
    elif is_tight and before * after < 0:
        return []
    return [text(x + right, y + down, marks[index].text, anchor=anchor, weight=600, kind="value")]


def slope(marks: list[Mark], index: int, other: int) -> float:
    """How much higher the neighbour stands; 0 where no line goes to it."""
    if not 0 <= other < len(marks) or marks[index].is_masked or marks[other].is_masked:
        return 0
    return marks[other].value - marks[index].value


def draw_run(run: list[tuple[float, float]], color: str) -> str:
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in run)
    return tag("polyline", points=points, fill="none", stroke=color, stroke_width=2, class_="chart-run")


def draw_spot(x: float, y: float, color: str) -> str:
    return tag("circle", cx=x, cy=y, r=3.5, fill=color, stroke=PAPER, stroke_width=1.5, class_="chart-spot")
