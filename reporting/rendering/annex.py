"""The annex: every figure of the report with its code, its definition and what is not recorded."""

from collections.abc import Iterator
from itertools import groupby

from reporting.figures.figure import Request
from reporting.models import Indicator
from reporting.rendering.figures import ReportFigures
from reporting.rendering.indicators import indicator_request
from reporting.rendering.records import ReportRecords
from reporting.typography import space_french


def annex_requests(records: ReportRecords) -> Iterator[Request]:
    for indicator in records.indicators.values():
        yield indicator_request(indicator, records.report.year, by=[])


def annex_context(records: ReportRecords, figures: ReportFigures) -> list[dict]:
    """One group a chapter, in the order of the indicators."""
    groups = groupby(records.indicators.values(), key=lambda indicator: indicator.chapter)
    return [
        {"chapter": chapter, "rows": [annex_row(one, records, figures) for one in indicators]}
        for chapter, indicators in groups
    ]


def annex_row(indicator: Indicator, records: ReportRecords, figures: ReportFigures) -> dict:
    request = indicator_request(indicator, records.report.year, by=[])
    figure, shown = figures.figure(request), figures.shown(request)
    return {
        "code": indicator.code,
        "label": space_french(indicator.label),
        "value": shown.text,
        "unit": shown.unit,
        "method": space_french(figure.method),
        "unknown": figures.shown_unknown(figure),
        "reason": records.shown_cells.get(request.cell, ""),
    }
