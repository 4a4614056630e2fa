"""A line over time: every point carries its value, the scale begins at zero."""

from reporting.charts.svg import LINE, PAPER, SOFT_INK, Mark, cut, line, tag, text

HEIGHT = 186
TOP = 26
BOTTOM = 30
SIDE = 24


def draw_line(marks: list[Mark], *, color: str, width: float) -> tuple[list[str], float]:
    """The shapes and their height. A masked point breaks the line: its height would tell its value."""
    base = HEIGHT - BOTTOM
    highest = max((mark.value for mark in marks if not mark.is_masked), default=0)
    step = (width - 2 * SIDE) / max(len(marks) - 1, 1)
    content = [line(0, base, width, base, LINE)]
    spots, runs = [], [[]]
    for index, mark in enumerate(marks):
        x = SIDE + index * step
        y = base if mark.is_masked or not highest else base - (base - TOP) * mark.value / highest
        content.append(text(x, HEIGHT - 10, cut(mark.label, step + 8), anchor="middle", color=SOFT_INK, kind="soft"))
        side = 19 if is_hollow(marks, index) and y < base - 22 else -9
        content.append(text(x, y + side, mark.text, anchor="middle", weight=600, kind="value"))
        if mark.is_masked:
            runs.append([])
        else:
            runs[-1].append((x, y))
            spots.append(draw_spot(x, y, color))
    return content + [draw_run(run, color) for run in runs if len(run) > 1] + spots, HEIGHT


def is_hollow(marks: list[Mark], index: int) -> bool:
    """Both neighbours stand higher: the value is written below, clear of the line."""
    neighbours = marks[max(index - 1, 0) : index] + marks[index + 1 : index + 2]
    return all(not one.is_masked and one.value > marks[index].value for one in neighbours)


def draw_run(run: list[tuple[float, float]], color: str) -> str:
    points = " ".join(f"{x:.2f},{y:.2f}" for x, y in run)
    return tag("polyline", points=points, fill="none", stroke=color, stroke_width=2, class_="chart-run")


def draw_spot(x: float, y: float, color: str) -> str:
    return tag("circle", cx=x, cy=y, r=3.5, fill=color, stroke=PAPER, stroke_width=1.5, class_="chart-spot")
