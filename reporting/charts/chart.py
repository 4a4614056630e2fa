"""From a measured figure to a chart: the picture, its sentence, and the table of the same numbers."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString

from reporting.charts.bars import draw_bars
from reporting.charts.line import draw_line
from reporting.charts.ring import draw_ring, fits_a_ring
from reporting.charts.stacked import MOST_SEGMENTS, draw_stacked
from reporting.charts.svg import SOFT_INK, Mark, drawing, text
from reporting.drawing import NOT_RECORDED, NOTHING, short_month, short_unit, with_unit
from reporting.figures.figure import Figure, Part
from reporting.typography import NBSP, THIN

FORMS = ("bars", "stacked", "ring", "line")
# Splits that have an order of their own; the others are sorted by value.
ORDERED_BY_NATURE = {
    *("sex", "age", "age_band", "group", "grade", "month", "weekday", "school_period", "season", "qualification"),
}
NOTHING_TO_DRAW = "Aucun chiffre sur cette période."


@dataclass(frozen=True)
class ChartRow:
    label: str
    cells: list[str]


@dataclass(frozen=True)
class Chart:
    svg: SafeString
    title: str
    sentence: str  # what the eye should see, in words
    head: list[str] = field(default_factory=list)  # of the table: first the labels' column
    rows: list[ChartRow] = field(default_factory=list)
    note: str = ""  # why something is not shown


def draw(
    figure: Figure,
    *,
    form: str = "bars",
    title: str = "",
    label: Callable[[str, object], str] = lambda split, value: str(value),
    split_name: Callable[[str], str] = lambda split: split,
    mask=None,
    color: str = "#4A5568",
    width: float = 640,
) -> Chart:
    """Draw the parts of `figure`. `label(split, value)` names a part; `mask.shown(figure, part)` says « < 5 » in
    place of a count that must not leave the house, or None. A form that cannot tell the figure gives way to bars.
    """
    title = title or figure.question
    if not figure.parts:
        content = [text(0, 20, NOTHING_TO_DRAW, color=SOFT_INK, kind="soft")]
        svg = drawing(content, width=width, height=32, title=title, description=NOTHING_TO_DRAW)
        return Chart(svg, title, NOTHING_TO_DRAW)
    if len(figure.request.by) == 2:
        return draw_crossed(figure, title, label, split_name, mask, color, width)
    split = figure.request.by[0]
    marks = in_reading_order([mark_of(figure, part, name_of(label, part), mask) for part in figure.parts], split)
    drawn = [compact(mark, figure.unit) for mark in short_names(figure, marks)] if form == "line" else marks
    forms = {"line": draw_line, "ring": draw_ring if fits_a_ring(marks) else draw_bars}
    content, height = forms.get(form, draw_bars)(drawn, color=color, width=width)
    description = ", ".join(f"{mark.label}{NBSP}: {mark.text}" for mark in marks)
    return Chart(
        drawing(content, width=width, height=height, title=title, description=description),
        title,
        sentence_of(figure, marks, mask),
        [split_name(split), unit_title(figure.unit)],
        [ChartRow(mark.label, [mark.text]) for mark in marks],
    )


def short_names(figure: Figure, marks: list[Mark]) -> list[Mark]:
    """Months side by side under a line: the table beside has them whole."""
    if figure.request.by != ["month"]:
        return marks
    months = [part.keys["month"] for part in figure.parts]
    return [
        replace(mark, label=short_month(month)) if month else mark for mark, month in zip(marks, months, strict=True)
    ]


def compact(mark: Mark, unit: str) -> Mark:
    """Above a thousand, decimals are left to the table beside."""
    return (
        replace(mark, text=short_unit(round(mark.value), unit)) if mark.value >= 1000 and not mark.is_masked else mark
    )


def name_of(label, part: Part) -> str:
    return ", ".join(NOT_RECORDED if value is None else label(split, value) for split, value in part.keys.items())


def mark_of(figure: Figure, part: Part, name: str, mask) -> Mark:
    masked = mask.shown(figure, part) if mask else None
    return Mark(
        name,
        float(part.value or 0),
        masked or short_unit(part.value, figure.unit),
        is_masked=masked is not None,
        is_unknown=None in part.keys.values(),
    )


def in_reading_order(marks: list[Mark], split: str) -> list[Mark]:
    if split in ORDERED_BY_NATURE:
        return marks
    # A masked value takes a place that says nothing of it: among the small ones, by its name.
    return sorted(
        marks, key=lambda mark: (mark.is_unknown, mark.is_masked, 0 if mark.is_masked else -mark.value, mark.label)
    )


def sentence_of(figure: Figure, marks: list[Mark], mask) -> str:
    known = [mark for mark in marks if not mark.is_masked and not mark.is_unknown]
    total = (mask.shown(figure) if mask else None) or with_unit(figure.value, figure.unit)
    words = [] if total == NOTHING else [f"{opening_words(figure.unit)}, {total}"]
    if len(known) > 2:
        top = max(known, key=lambda mark: mark.value)
        words.append(f"le plus haut{NBSP}: {top.label} ({top.text})")
    return upper_first(f"{THIN}; ".join(words)) + "." if words else ""


def opening_words(unit: str) -> str:
    return "En moyenne" if unit in ("years", "eur_per_hour") else "Dans l’ensemble" if unit == "percent" else "Au total"


def upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def unit_title(unit: str) -> str:
    return {
        "people": "Personnes",
        "households": "Familles",
        "attendances": "Présences",
        "sessions": "Séances",
        "hours": "Heures",
        "years": "Âge",
        "percent": "Part",
        "eur": "Montant",
    }.get(unit, "Nombre")


def draw_crossed(figure: Figure, title: str, label, split_name, mask, color: str, width: float) -> Chart:
    first, second = figure.request.by
    lines = list(dict.fromkeys(part.keys[first] for part in figure.parts))
    columns = column_order(figure, first, second)
    if len(columns) > max(len(lines), MOST_SEGMENTS):
        # Only so many strengths of a colour can be told apart: the longer split goes down the page.
        first, second, lines, columns = second, first, columns, lines
    parts = {(part.keys[first], part.keys[second]): part for part in figure.parts}

    def name(split, value):
        return NOT_RECORDED if value is None else label(split, value)

    def mark(row, column):
        part = parts.get((row, column))
        if part is None:
            return Mark(name(second, column), 0, short_unit(0, figure.unit))
        cell = mark_of(figure, part, name(second, column), mask)
        return Mark(cell.label, cell.value, cell.text, cell.is_masked, is_unknown=column is None)

    rows = [(name(first, row), [mark(row, column) for column in columns]) for row in lines]
    content, height = draw_stacked(rows, color=color, width=width)
    description = "\u202f; ".join(
        f"{row}{NBSP}: " + ", ".join(f"{mark.label} {mark.text}" for mark in marks) for row, marks in rows
    )
    total = (mask.shown(figure) if mask else None) or with_unit(figure.value, figure.unit)
    return Chart(
        drawing(content, width=width, height=height, title=title, description=description),
        title,
        f"Au total, {total}." if total != NOTHING else "",
        [split_name(first), *(name(second, column) for column in columns)],
        [ChartRow(row, [mark.text for mark in marks]) for row, marks in rows],
    )


def column_order(figure: Figure, first: str, second: str) -> list:
    """Each row gives its parts in order, empty ones left out: merge the orders, the unknown one last."""
    order, row, previous = [], object(), None
    for part in figure.parts:
        value = part.keys[second]
        if part.keys[first] != row:
            row, previous = part.keys[first], None
        if value not in order:
            order.insert(order.index(previous) + 1 if previous in order else 0, value)
        previous = value
    return sorted(order, key=lambda value: value is None)
