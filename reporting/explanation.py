"""A figure explained in words: its period, its filters, its parts."""

from centre.periods import Period
from reporting.drawing import long_date, with_unit
from reporting.figures import Figure
from reporting.labels import Labels
from reporting.typography import NBSP


def period_words(period: Period) -> str:
    """« année 2021 », « année scolaire 2020-2021 », « du 1er janvier 2021 au 30 juin 2021 »."""
    first, last = period.start, period.last_day
    if period == Period.year(first.year):
        return f"année {first.year}"
    if period == Period.school_year(f"{first.year}-{first.year + 1}"):
        return f"année scolaire {first.year}-{first.year + 1}"
    if first == last:
        return f"le {long_date(first)}"
    return f"du {long_date(first)} au {long_date(last)}"


def heading(figure: Figure, labels: Labels) -> str:
    """The question; a percentage is asked of its part, for the measure asks about the whole."""
    part = figure.request.part
    if not part:
        return figure.question
    named = (f"{labels.split_name(split)}{NBSP}: {labels.filters({split: values})}" for split, values in part.items())
    return f"Quelle part{NBSP}? {' ; '.join(named)}"


def filter_lines(figure: Figure, labels: Labels) -> list[str]:
    """One line a filter: « Pôle : Jeunesse, Enfance »."""
    request = figure.request
    return [
        f"{labels.split_name(split)}{NBSP}: {labels.filters({split: values})}"
        for filters in (request.part, request.where)
        for split, values in filters.items()
    ]


def figure_in_words(figure: Figure) -> str:
    """The whole figure as lines of plain text, for a terminal."""
    labels = Labels()
    lines = [heading(figure, labels), with_unit(figure.value, figure.unit)]
    for part in figure.parts:
        keys = ", ".join(labels.of(split, value) for split, value in part.keys.items())
        lines.append(f"  {keys}\u00a0: {with_unit(part.value, figure.unit)}")
    if figure.unknown:
        lines.append(f"Non renseigné\u00a0: {figure.unknown}")
    return "\n".join([*lines, period_words(figure.period), *filter_lines(figure, labels), figure.method])
