"""The annex: how we count, then every figure with its code, its filters, its value and what is not recorded."""

from collections.abc import Iterator
from itertools import groupby

from centre.periods import Period
from reporting.drawing import long_date
from reporting.figures.figure import Figure, Request
from reporting.indicators import indicator_request
from reporting.labels import Labels
from reporting.models import Indicator
from reporting.rendering.figures import ReportFigures
from reporting.rendering.records import ReportRecords
from reporting.typography import space_french


def annex_requests(records: ReportRecords) -> Iterator[Request]:
    for indicator in records.indicators.values():
        yield indicator_request(indicator, records.period, by=[])


def annex_context(records: ReportRecords, figures: ReportFigures, labels: Labels) -> dict:
    """Each definition said once, under a number; then one table a chapter, in the order of the indicators."""
    definitions: dict[str, dict] = {}
    for request in annex_requests(records):
        figure = figures.figure(request)
        definitions.setdefault(figure.method, definition(figure, len(definitions) + 1))
    numbers = {method: one["number"] for method, one in definitions.items()}
    groups = groupby(records.indicators.values(), key=lambda indicator: indicator.chapter)
    return {
        "definitions": two_columns(list(definitions.values())),
        "groups": [
            {"chapter": chapter, "rows": [annex_row(one, records, figures, labels, numbers) for one in members]}
            for chapter, members in groups
        ],
    }


def definition(figure: Figure, number: int) -> dict:
    return {"number": number, "question": space_french(figure.question), "method": space_french(figure.method)}


def two_columns(definitions: list[dict]) -> list[list[dict]]:
    """Cut where both halves are as long: WeasyPrint finds the place itself in half a second, a tenth of the report."""
    lengths = [len(one["question"]) + len(one["method"]) for one in definitions]
    cuts = range(len(definitions) + 1)
    cut = min(cuts, key=lambda cut: abs(sum(lengths[:cut]) - sum(lengths[cut:])))
    return [half for half in (definitions[:cut], definitions[cut:]) if half]


def annex_row(
    indicator: Indicator, records: ReportRecords, figures: ReportFigures, labels: Labels, numbers: dict[str, int]
) -> dict:
    request = indicator_request(indicator, records.period, by=[])
    figure, shown = figures.figure(request), figures.shown(request)
    return {
        "code": indicator.code,
        "label": space_french(indicator.label),
        "value": shown.text,
        "unit": shown.unit,
        "definition": numbers[figure.method],
        "scope": space_french(scope(indicator, labels)),
        "period": "" if figure.period == records.period else period_words(figure.period),
        "unknown": figures.shown_unknown(figure),
        "reason": records.shown_cells.get(request.cell, ""),
    }


def scope(indicator: Indicator, labels: Labels) -> str:
    """The filters in words; of a percentage, which part of what."""
    words = [labels.filters(indicator.where)]
    if indicator.part:
        words.append(f"part de ceux dont\u00a0: {labels.filters(indicator.part)}")
    return "\u202f; ".join(word for word in words if word)


def period_words(period: Period) -> str:
    return f"du {long_date(period.start)} au {long_date(period.last_day)}"
