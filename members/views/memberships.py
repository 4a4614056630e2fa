from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone

from centre.access import Right, needs
from centre.models import Season
from members import reach

MEMBERSHIPS_A_PAGE = 50


@needs(Right.SEE_MEMBERSHIPS)
def memberships(request):
    """The accounts read numbers, days and amounts; names are for those who open the files."""
    today = timezone.localdate()
    seasons = list(Season.objects.filter(memberships__isnull=False).distinct())
    season = next((season for season in seasons if season.name == request.GET.get("season")), None)
    season = season or next(iter(seasons), None)
    found = reach.memberships(request.user, today=today).filter(season=season)
    found = found.select_related("household", "person")
    page = Paginator(found, MEMBERSHIPS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "members/memberships.html",
        {
            "page": page,
            "seasons": seasons,
            "season": season,
            "readable_people": readable(reach.people(request.user, today=today), {row.person_id for row in page}),
            "readable_households": readable(
                reach.households(request.user, today=today), {row.household_id for row in page}
            ),
        },
    )


def readable(reached, ids: set) -> set:
    return set(reached.filter(pk__in=ids).values_list("pk", flat=True))
