"""What the command line and the bundle write of a question: filters and periods as words."""

from argparse import ArgumentParser
from datetime import date

from centre.periods import Period, PeriodRefused
from reporting.figures.figure import FigureRefused


def add_period_arguments(parser: ArgumentParser):
    parser.add_argument("--from", dest="first_day", metavar="AAAA-MM-JJ", help="premier jour inclus")
    parser.add_argument("--to", dest="last_day", metavar="AAAA-MM-JJ", help="dernier jour inclus")
    parser.add_argument("--year", help="année civile, 2021")
    parser.add_argument("--school-year", help="année scolaire, 2020-2021")


def read_period(*, year=None, school_year=None, first_day=None, last_day=None) -> Period | None:
    """None when nothing is said. Raises `FigureRefused` for two periods, or half of one."""
    said = [bool(year), bool(school_year), bool(first_day or last_day)]
    if sum(said) > 1:
        raise FigureRefused("Dites une seule période : une année, une année scolaire ou deux dates.")
    try:
        if year:
            return Period.year(_whole(year))
        if school_year:
            return Period.school_year(school_year)
        if first_day or last_day:
            return Period.between(_day(first_day, "--from"), _day(last_day, "--to"))
    except PeriodRefused as refusal:
        raise FigureRefused(str(refusal)) from refusal
    return None


def _whole(text) -> int:
    if not str(text).isdecimal() or not 1900 <= int(text) <= 2200:
        raise FigureRefused(f"« {text} » n’est pas une année : écrivez 2021.")
    return int(text)


def _day(text, name) -> date:
    if not text:
        raise FigureRefused("Une période va d’un jour à un autre : donnez --from et --to.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FigureRefused(f"{name} : « {text} » n’est pas un jour ; écrivez 2021-03-08.") from error


def read_filters(words: list[str]) -> dict[str, list]:
    """``["sex=F", "age=6-10,11-15", "sex=M"]`` -> ``{"sex": ["F", "M"], "age": [...]}``; the value
    ``null`` is the unknown."""
    filters: dict[str, list] = {}
    for word in words:
        split, equals, values = word.partition("=")
        if not equals or not split.strip() or not values.strip():
            raise FigureRefused(f"« {word} » n’est pas un filtre : écrivez par exemple sex=F.")
        known = filters.setdefault(split.strip(), [])
        for value in (value.strip() for value in values.split(",")):
            if value and (value := None if value == "null" else value) not in known:
                known.append(value)
    return filters
