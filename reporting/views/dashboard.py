"""The year at a glance. Every number is measured, in one batch."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from activities.models import Session
from activities.years import chosen_year, years_of
from centre.access import Right, needs
from centre.periods import Period
from reporting.figures import measure_all
from reporting.labels import Labels
from reporting.overview import TILES, Comparison, chart_requests, charts_of, opening_year, tile_requests
from reporting.published import PublishedYear
from reporting.reach import FigureReach
from reporting.views.pictures import picture
from reporting.views.refusals import refused_in_words
from reporting.views.tiles import Tile


@needs(Right.SEE_FIGURES)
@refused_in_words
def dashboard(request):
    years, today = years_of(Session.objects), timezone.localdate()
    year = chosen_year(request.GET.get("year"), opening_year(years, today))
    reach = FigureReach.of(request.user)
    chosen = chosen_sectors(request.GET.get("sector", ""), reach)
    context = {"year": year, "years": years, "reach": reach, "chosen": chosen}
    if year in years:
        is_masked = not (chosen or reach.is_whole)
        compared = Comparison.of(year, years, today, is_masked=is_masked)
        context |= year_at_a_glance(year, chosen, compared, is_masked=is_masked)
    return render(request, "reporting/dashboard.html", context)


def chosen_sectors(slug: str, reach: FigureReach) -> list:
    """One sector within reach; otherwise all of one's own, and none means the whole house."""
    if not slug:
        return [] if reach.is_whole else list(reach.sectors)
    chosen = [sector for sector in reach.sectors if sector.slug == slug]
    if not chosen:
        raise Http404
    return chosen


def year_at_a_glance(year: int, chosen: list, compared: Comparison, *, is_masked: bool) -> dict:
    where = {"sector": [sector.slug for sector in chosen]} if chosen else {}
    tiles, charts = tile_requests(Period.year(year), where), chart_requests(year, where)
    before = tile_requests(compared.period, where) if compared.period else []
    mask = None
    if is_masked:
        published = PublishedYear(year, and_before=bool(before))
        measured, mask = [published.figure(request) for request in (*tiles, *charts, *before)], published.mask
    else:
        measured = measure_all([*tiles, *charts, *before])
    return {
        "compared": compared,
        "tiles": drawn_tiles(measured[: len(tiles)], measured[len(tiles) + len(charts) :], mask),
        "pictures": drawn_charts(measured[len(tiles) : len(tiles) + len(charts)], where, year, mask),
        "mask": mask,
    }


def drawn_tiles(now: list, before: list, mask) -> list[Tile]:
    last = {figure.measure: figure for figure in before}
    return [Tile.of(TILES[figure.measure], figure, before=last.get(figure.measure), mask=mask) for figure in now]


def drawn_charts(measured: list, where: dict, year: int, mask) -> list:
    labels = Labels()
    return [
        picture(figure, labels, title=said.title, caption=f"{said.title}, en {year}", form=said.form, mask=mask)
        for figure, said in zip(measured, charts_of(where), strict=True)
    ]
