"""The figures of a year that readers outside the house may open: its dashboard and its indicators, measured and
masked together, so that no page gives away what another hides. Another question could be asked to work one out:
it is not answered to them."""

from functools import cached_property

from centre.models import Centre
from centre.periods import Period
from reporting.figures import Figure, FigureRefused, Request, measure_all
from reporting.indicators import indicator_request
from reporting.masking import Mask
from reporting.models import Indicator, ShownCell
from reporting.overview import chart_requests, tile_requests

NOT_PUBLISHED = (
    "Ce chiffre n’est pas de ceux que la maison publie. "
    "Ouvrez-en un depuis le tableau de bord ou la liste des chiffres."
)


class PublishedYear:
    def __init__(self, year: int, *, and_before: bool = False):
        """`and_before`: with the tiles of the year before, to say the difference."""
        self.year = year
        overview = [*tile_requests(Period.year(year), {}), *chart_requests(year, {})]
        overview += tile_requests(Period.year(year - 1), {}) if and_before else []
        asked = [indicator_request(indicator, Period.year(year)) for indicator in Indicator.objects.all()]
        # One that has a period of its own is published in the year of its last day, and there only.
        indicators = [request for request in asked if request.period.last_day.year == year]
        try:
            self.figures = measured([*overview, *indicators])
        except FigureRefused:
            # An indicator to correct: its own list says which, and shows none meanwhile.
            self.figures = measured(overview)

    @cached_property
    def mask(self) -> Mask:
        shown = ShownCell.objects.filter(report__year=self.year).values_list("cell", flat=True)
        return Mask(self.figures.values(), threshold=Centre.current().small_cell_threshold, shown=list(shown))

    def figure(self, request: Request) -> Figure:
        """Raises FigureRefused for a figure that is not published."""
        if key_of(request) not in self.figures:
            raise FigureRefused(NOT_PUBLISHED)
        return self.figures[key_of(request)]


def measured(requests: list[Request]) -> dict[tuple, Figure]:
    asked = {key_of(request): request for request in requests}
    return dict(zip(asked, measure_all(asked.values()), strict=True))


def key_of(request: Request) -> tuple:
    return request.cell, tuple(request.by), request.period
