"""The figures of a year, and the page that explains one of them."""

from django.shortcuts import render
from django.utils import timezone

from activities.models import Session
from activities.years import chosen_year, years_of
from centre.access import Right, needs
from centre.periods import Period
from reporting.figures import Request
from reporting.figures.measures import MEASURES
from reporting.indicators import measure_indicators
from reporting.masking import Mask
from reporting.models import Indicator
from reporting.overview import opening_year
from reporting.published import PublishedYear
from reporting.reach import AMOUNTS, FigureReach
from reporting.views.addresses import asked_figure, figure_url
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
    masks = {} if reach.is_whole else masks_of([figure for _, figure in measured])
    context = {
        "year": year,
        "years": years,
        "lines": [line(indicator, figure, reach, masks) for indicator, figure in measured],
        "mask": max(masks.values(), key=lambda mask: mask.has_untold, default=None),
        "amounts": amounts_of(year) if reach.reads_amounts else [],
    }
    return render(request, "reporting/figures.html", context)


def masks_of(figures: list) -> dict[int, Mask]:
    """By year: a figure that has a period of its own is masked in the year of its last day."""
    return {year: PublishedYear(year).mask for year in {figure.period.last_day.year for figure in figures}}


def amounts_of(year: int) -> list[tuple[str, str]]:
    """The question and the address of each figure of money."""
    return [(MEASURES[name].question, figure_url(Request(name, Period.year(year)))) for name in AMOUNTS]


def line(indicator: Indicator, figure, reach: FigureReach, masks: dict[int, Mask]) -> dict:
    mask = None if reach.reads_in_full(figure.request) else masks[figure.period.last_day.year]
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
