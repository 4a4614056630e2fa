"""The figures of a year, and the page that explains one of them."""

from django.shortcuts import render
from django.utils import timezone

from activities.models import Session
from activities.years import chosen_year, years_of
from centre.access import Right, needs
from centre.periods import Period
from reporting.indicators import measure_indicators
from reporting.models import Indicator
from reporting.overview import opening_year
from reporting.published import PublishedYear
from reporting.reach import FigureReach
from reporting.views.addresses import asked_figure
from reporting.views.explanation import Explanation, explain
from reporting.views.records import records_behind
from reporting.views.refusals import refused_in_words
from reporting.views.tiles import Tile


@needs(Right.SEE_FIGURES)
@refused_in_words
def indicators(request):
    years = years_of(Session.objects)
    year = chosen_year(request.GET.get("year"), opening_year(years, timezone.localdate()))
    reach = FigureReach.of(request.user)
    measured = measure_indicators(Period.year(year)) if Indicator.objects.exists() else []
    mask = None if reach.is_whole or not measured else PublishedYear(year).mask
    lines = [line(indicator, figure, reach, mask) for indicator, figure in measured]
    return render(request, "reporting/figures.html", {"year": year, "years": years, "lines": lines, "mask": mask})


def line(indicator: Indicator, figure, reach: FigureReach, mask) -> dict:
    mask = None if reach.reads_in_full(figure.request) else mask
    return {"chapter": indicator.chapter, "code": indicator.code, "tile": Tile.of(indicator.label, figure, mask=mask)}


@needs(Right.SEE_FIGURES)
@refused_in_words
def figure(request, measure):
    explanation = explain(asked_figure(measure, request.GET), FigureReach.of(request.user))
    context = {"explanation": explanation} | records_of(explanation, request)
    return render(request, "reporting/figure.html", context)


def records_of(explanation: Explanation, request) -> dict:
    """Nothing for whom small counts are hidden: no one goes from a published figure to names."""
    if explanation.mask:
        return {"records": None}
    return {"records": records_behind(explanation.figure.request, request.user, request.GET, timezone.localdate())}
