"""Figures as JSON: the contract of the command line, read by other programs."""

from decimal import Decimal

from reporting.figures.figure import Figure, Request


def number(value):
    """Whole numbers without decimals, others as written; None is null."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def figure_as_json(figure: Figure) -> dict:
    """A share begins with its two counts, as in the contract; a key keeps the first place it is given."""
    request: Request = figure.request
    return {
        "measure": request.measure,
        **(share_as_json(figure) if request.measure == "share" else {}),
        "unit": figure.unit,
        "from": figure.period.start.isoformat(),
        "to": figure.period.last_day.isoformat(),
        "where": request.where,
        "by": list(request.by),
        "value": number(figure.value),
        "parts": [{**part.keys, "value": number(part.value)} for part in figure.parts],
        "unknown": number(figure.unknown),
        "adds_up": figure.adds_up,
    }


def share_as_json(figure: Figure) -> dict:
    return {
        "of": figure.request.of,
        "part": figure.request.part,
        "numerator": number(figure.numerator),
        "denominator": number(figure.denominator),
        "unknown": number(figure.unknown),
        "value": number(figure.value),
    }
