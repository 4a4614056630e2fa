"""The engine's answer and the recount's, side by side in the same shape."""

from reporting.figures import Figure, Request
from tests.reporting.figures.contract import UNITS, adds_up
from tests.reporting.figures.naive import recount
from tests.reporting.figures.records import Records


def answered(figure: Figure) -> dict:
    return {
        "value": figure.value,
        "parts": [{**part.keys, "value": part.value} for part in figure.parts],
        "unknown": figure.unknown,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "unit": figure.unit,
        "adds_up": figure.adds_up,
    }


def recounted(request: Request, records: Records) -> dict:
    period = request.period
    found = recount(
        request.measure,
        request.where,
        request.by,
        period.start,
        period.last_day,
        of=request.of,
        part=request.part,
        records=records,
    )
    return {
        "numerator": None,
        "denominator": None,
        **found,
        "unit": UNITS[request.measure],
        "adds_up": adds_up(request.measure, request.by),
    }


def disagreements(requests, figures, records) -> list:
    """What pytest shows when the two differ: the question, then both answers."""
    pairs = (
        (request, answered(figure), recounted(request, records))
        for request, figure in zip(requests, figures, strict=True)
    )
    return [(request, {"engine": engine, "recount": naive}) for request, engine, naive in pairs if engine != naive]
