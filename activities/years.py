"""The year that a page speaks of: the one asked for, or the last with something to tell."""

from datetime import date

from centre.periods import YEARS

MOST_YEARS = 30


def years_of(sessions) -> list[int]:
    """The years in which some of these sessions were held, the last first. One SQL statement."""
    days = sessions.held().order_by().dates("day", "year", order="DESC")
    return [day.year for day in days[:MOST_YEARS]]


def chosen_year(asked: str | None, otherwise: int) -> int:
    """Any year that is asked for in figures."""
    if asked and asked.isascii() and asked.isdigit() and int(asked) in YEARS:
        return int(asked)
    return otherwise


def last_year(years: list[int], today: date) -> int:
    return years[0] if years else today.year
