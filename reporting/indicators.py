"""Indicators: figures said once under a code, measured over the year of a report."""

from collections.abc import Iterable
from datetime import date

from centre.periods import Period
from reporting.figures import Figure, FigureRefused, Request, measure_all
from reporting.models import Indicator


def indicator_period(indicator: Indicator, report_period: Period) -> Period:
    """The indicator's own period, else that of the report. Raises `PeriodRefused`, a `ValueError`."""
    words = indicator.period.strip()
    if not words:
        return report_period
    if "/" in words:
        first, last = words.split("/")
        return Period.between(date.fromisoformat(first), date.fromisoformat(last))
    return Period.school_year(words)


def indicator_request(indicator: Indicator, report_period: Period, *, by: list[str] | None = None) -> Request:
    """`by` replaces the indicator's own splits: a sentence needs the value alone."""
    return Request(
        indicator.measure,
        indicator_period(indicator, report_period),
        indicator.where,
        indicator.by if by is None else by,
        indicator.of,
        indicator.part,
    )


def measure_indicators(
    report_period: Period, indicators: Iterable[Indicator] | None = None
) -> list[tuple[Indicator, Figure]]:
    """Every indicator with its figure, in their order, in one batch. Raises `FigureRefused` naming
    the first indicator that has no answer."""
    if indicators is None:
        indicators = Indicator.objects.all()
    indicators = list(indicators)
    try:
        requests = [indicator_request(indicator, report_period) for indicator in indicators]
        return list(zip(indicators, measure_all(requests), strict=True))
    except ValueError as refusal:
        raise FigureRefused(_blame(indicators, report_period) or str(refusal)) from refusal


def _blame(indicators, report_period) -> str:
    """Which indicator is at fault: asked one by one, only once something is wrong."""
    for indicator in indicators:
        try:
            measure_all([indicator_request(indicator, report_period)])
        except ValueError as refusal:
            return f"Indicateur {indicator.code} : {refusal}"
    return ""
