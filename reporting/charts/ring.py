"""A ring of two to four parts, each named beside its arc."""

from math import cos, pi, sin

from reporting.charts.stacked import STRENGTHS
from reporting.charts.svg import GREY, PAPER, SOFT_INK, Mark, cut, tag, text

HEIGHT = 150
OUTER = 64
INNER = 38
MOST_PARTS = 4


def fits_a_ring(marks: list[Mark]) -> bool:
    """Angles tell every part: one masked value, and the ring would give it away."""
    return 2 <= len(marks) <= MOST_PARTS and all(mark.value > 0 and not mark.is_masked for mark in marks)


def draw_ring(marks: list[Mark], *, color: str, width: float) -> tuple[list[str], float]:
    """The shapes and their height."""
    total = sum(mark.value for mark in marks)
    center, content, angle = (width / 2, HEIGHT / 2), [], 0.0
    for index, mark in enumerate(marks):
        sweep = 2 * pi * mark.value / total
        content.append(draw_arc(center, angle, sweep, *paint(mark, index, color)))
        content += draw_name(mark, center, angle + sweep / 2, width)
        angle += sweep
    return content, HEIGHT


def paint(mark: Mark, index: int, color: str) -> tuple[str, float]:
    return (GREY, 0.6) if mark.is_unknown else (color, STRENGTHS[index])


def point(center: tuple[float, float], angle: float, radius: float) -> str:
    """From noon, clockwise."""
    return f"{center[0] + radius * sin(angle):.2f} {center[1] - radius * cos(angle):.2f}"


def draw_arc(center, start: float, sweep: float, color: str, opacity: float) -> str:
    end = start + min(sweep, 2 * pi - 0.001)
    large = int(sweep > pi)
    path = (
        f"M {point(center, start, OUTER)} A {OUTER} {OUTER} 0 {large} 1 {point(center, end, OUTER)} "
        f"L {point(center, end, INNER)} A {INNER} {INNER} 0 {large} 0 {point(center, start, INNER)} Z"
    )
    return tag("path", d=path, fill=color, fill_opacity=opacity, stroke=PAPER, stroke_width=2, class_="chart-arc")


def draw_name(mark: Mark, center: tuple[float, float], angle: float, width: float) -> list[str]:
    x = center[0] + (OUTER + 14) * sin(angle)
    y = min(max(center[1] - (OUTER + 14) * cos(angle), 16), HEIGHT - 20)
    anchor = "start" if sin(angle) >= 0 else "end"
    room = width - x if anchor == "start" else x
    return [
        text(x, y, mark.text, anchor=anchor, weight=600, kind="value"),
        text(x, y + 16, cut(mark.label, room), anchor=anchor, color=SOFT_INK, kind="soft"),
    ]
