"""From a saved indicator to the question that it asks in a given year."""

from datetime import date

from centre.periods import Period
from reporting.figures.figure import Request
from reporting.models import Indicator


def indicator_period(indicator: Indicator, year: int) -> Period:
    if not indicator.period:
        return Period.year(year)
    if "/" in indicator.period:
        first, last = indicator.period.split("/")
        return Period.between(date.fromisoformat(first), date.fromisoformat(last))
    return Period.school_year(indicator.period)


def indicator_request(indicator: Indicator, year: int, *, by: list[str] | None = None) -> Request:
    """`by` replaces the indicator's own splits: a sentence needs the value alone."""
    return Request(
        indicator.measure,
        indicator_period(indicator, year),
        indicator.where,
        indicator.by if by is None else by,
        indicator.of,
        indicator.part,
    )
