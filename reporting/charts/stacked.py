"""Bars cut in segments: rows of the first split, segments of the second, one colour in a few strengths."""

from reporting.charts.bars import BAR, GAP, MASKED_WIDTH, ROW, draw_label, label_room
from reporting.charts.svg import GREY, INK, LINE, PAPER, Mark, line, masked_box, rectangle, text, text_width

STRENGTHS = [1.0, 0.55, 0.28, 0.14]
MOST_SEGMENTS = len(STRENGTHS)
KEY_ROW = 18
KEY_GAP = 8


def draw_stacked(rows: list[tuple[str, list[Mark]]], *, color: str, width: float) -> tuple[list[str], float]:
    """`rows`: label and its segments, the same segments in each row. The shapes and their height."""
    labels = [Mark(label, 0, "") for label, _ in rows]
    left = label_room(labels, width)
    longest = max(row_length(segments) for _, segments in rows)
    masked_room = max(sum(mark.is_masked for mark in segments) for _, segments in rows) * (MASKED_WIDTH + 12)
    scale = (width - left - masked_room - 2) / longest if longest else 0
    content, top = draw_key(rows[0][1], color, left, width)
    content.append(line(left, top, left, top + len(rows) * ROW, LINE))
    for index, (label, segments) in enumerate(rows):
        middle = top + index * ROW + ROW / 2
        content += draw_label(label, left, middle) + draw_segments(segments, left, middle, scale, color)
    return content, top + len(rows) * ROW


def row_length(segments: list[Mark]) -> float:
    return sum(mark.value for mark in segments if not mark.is_masked)


def draw_segments(segments: list[Mark], left: float, middle: float, scale: float, color: str) -> list[str]:
    content, x = [], left
    for index, mark in enumerate(segments):
        if mark.is_masked:
            length = MASKED_WIDTH + 12
            content.append(masked_box(x, middle - BAR / 2, length, BAR))
            content.append(text(x + length / 2, middle + 4.5, mark.text, anchor="middle", kind="text"))
        elif mark.value > 0:
            length = mark.value * scale
            content += draw_segment(mark, index, x, middle, length, color)
        else:
            length = 0
        x += length
    return content


def draw_segment(mark: Mark, index: int, x: float, middle: float, length: float, color: str) -> list[str]:
    content = [draw_swatch(mark, index, x, middle - BAR / 2, max(length - 1, 0.5), BAR, color)]
    if text_width(mark.text) + 6 <= length:
        on_dark = index == 0 and not mark.is_unknown
        ink = PAPER if on_dark else INK
        kind = "on-color" if on_dark else "on-tint"
        content.append(text(x + 5, middle + 4.5, mark.text, color=ink, weight=600, kind=kind))
    return content


def draw_swatch(mark: Mark, index: int, x: float, y: float, width: float, height: float, color: str) -> str:
    if mark.is_unknown:
        return rectangle(x, y, width, height, GREY, opacity=0.6)
    return rectangle(x, y, width, height, color, opacity=STRENGTHS[min(index, len(STRENGTHS) - 1)])


def draw_key(segments: list[Mark], color: str, left: float, width: float) -> tuple[list[str], float]:
    """On as many lines as it takes, from the edge when they are several. The shapes and their height."""
    lengths = [18 + text_width(mark.label) for mark in segments]
    left = left if left + sum(lengths) + 2 * GAP * (len(lengths) - 1) <= width else 0
    content, x, y = [], left, 2
    for index, (mark, length) in enumerate(zip(segments, lengths, strict=True)):
        if x > left and x + length > width:
            x, y = left, y + KEY_ROW
        content.append(draw_swatch(mark, index, x, y, 12, 12, color))
        content.append(text(x + 18, y + 11, mark.label))
        x += length + 2 * GAP
    return content, y + KEY_ROW - 2 + KEY_GAP
