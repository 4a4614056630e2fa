"""Questions as people write them: filters and periods, on the command line, in a bundle, in an address."""

import re
from datetime import date

from centre.periods import YEARS, Period, PeriodRefused
from reporting.figures.figure import FigureRefused

NULL = "null"


# Filters


def read_filters(texts: list[str]) -> dict[str, list]:
    """``["sex=F", "age=6-10,11-15", "sex=M"]`` -> ``{"sex": ["F", "M"], "age": [...]}``."""
    filters: dict[str, list] = {}
    for text in texts:
        split, values = read_filter(text)
        known = filters.setdefault(split, [])
        known.extend(value for value in values if value not in known)
    return filters


def read_filter(text: str) -> tuple[str, list]:
    """``sex=F,null`` -> ``("sex", ["F", None])``. A backslash keeps a comma inside a value, or the word null."""
    split, equals, values = text.partition("=")
    found = [None if value == NULL else re.sub(r"\\(.)", r"\1", value) for value in cut(values, ",")]
    if not (equals and split.strip() and found):
        raise FigureRefused(f"« {text} » n’est pas un filtre : écrivez par exemple sex=F,M.")
    return split.strip(), list(dict.fromkeys(found))


def cut(text: str, separator: str) -> list[str]:
    """Pieces between separators, tidy; a backslash keeps a separator inside a piece."""
    pieces = re.findall(rf"(?:\\.|[^{separator}\\])+", text)
    return [piece.strip() for piece in pieces if piece.strip()]


def filter_text(split: str, values: list) -> str:
    """What `read_filter` reads."""
    return f"{split}={','.join(map(_escaped, values))}"


def _escaped(value) -> str:
    if value is None:
        return NULL
    return rf"\{NULL}" if value == NULL else re.sub(r"([\\,;])", r"\\\1", str(value))


# Periods


def read_period(*, year=None, school_year=None, first_day=None, last_day=None) -> Period | None:
    """None when nothing is said. Raises `FigureRefused` for two periods, or half of one."""
    said = [bool(year), bool(school_year), bool(first_day or last_day)]
    if sum(said) > 1:
        raise FigureRefused("Dites une seule période : une année, une année scolaire ou deux dates.")
    try:
        if year:
            return Period.year(_read_year(year))
        if school_year:
            return Period.school_year(school_year)
        if first_day or last_day:
            return Period.between(_read_day(first_day), _read_day(last_day))
    except PeriodRefused as refusal:
        raise FigureRefused(str(refusal)) from refusal
    return None


def _read_year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) in YEARS):
        raise FigureRefused(f"« {text} » n’est pas une année : écrivez 2021.")
    return int(text)


def _read_day(text: str | None) -> date:
    if not text:
        raise FigureRefused("Une période va d’un jour à un autre : donnez les deux, from et to.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FigureRefused(f"« {text} » n’est pas un jour : écrivez 2021-03-08.") from error
