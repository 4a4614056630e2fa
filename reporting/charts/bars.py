"""Horizontal bars from zero, the label on the left, the value at the end."""

from reporting.charts.svg import GREY, LINE, SOFT_INK, Mark, line, masked_box, rectangle, text, text_width, wrap

ROW = 27
BAR = 17
GAP = 8
MASKED_WIDTH = 22


def draw_bars(marks: list[Mark], *, color: str, width: float) -> tuple[list[str], float]:
    """The shapes and their height."""
    left = label_room(marks, width)
    right = max(text_width(mark.text) for mark in marks) + GAP
    longest = max((mark.value for mark in marks if not mark.is_masked), default=0)
    scale = (width - left - right) / longest if longest else 0
    content = [line(left, 0, left, len(marks) * ROW, LINE)]
    for row, mark in enumerate(marks):
        content += draw_row(mark, row * ROW, left, scale, color)
    return content, len(marks) * ROW


def label_room(marks: list[Mark], width: float) -> float:
    widest = max(text_width(mark.label) for mark in marks)
    return min(widest, width * 0.38) + GAP


def draw_row(mark: Mark, top: float, left: float, scale: float, color: str) -> list[str]:
    middle = top + ROW / 2
    content = draw_label(mark.label, left, middle)
    if mark.is_masked:
        length = MASKED_WIDTH
        content.append(masked_box(left, middle - BAR / 2, length, BAR))
    else:
        length = max(mark.value, 0) * scale
        content.append(rectangle(left, middle - BAR / 2, length, BAR, GREY if mark.is_unknown else color))
    value_color = SOFT_INK if mark.is_masked or mark.is_unknown else None
    content.append(draw_value(mark.text, left + length + GAP - 2, middle, value_color))
    return content


def draw_label(label: str, left: float, middle: float) -> list[str]:
    lines = wrap(label, left - GAP + 1)
    first = middle + 4.5 - (len(lines) - 1) * 7
    return [text(left - GAP, first + 14 * index, words, anchor="end") for index, words in enumerate(lines)]


def draw_value(words: str, x: float, middle: float, color: str | None) -> str:
    return text(x, middle + 4.5, words, weight=600, kind="value", **({"color": color} if color else {}))
