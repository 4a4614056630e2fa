"""The page of an activity. It stands in `reporting`, which counts: its figures come with its records."""

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from activities import reach
from activities.models import AttendanceStatus
from activities.years import chosen_year, last_year, years_of
from centre.access import Right, needs
from centre.periods import Period
from reporting.figures import Request, measure_all
from reporting.views.tiles import Tile

SESSIONS_A_PAGE = 25
TILES = {
    "sessions": "Séances",
    "people": "Personnes venues",
    "attendances": "Présences",
    "public_hours": "Heures avec le public",
}


@needs(Right.SEE_ACTIVITIES)
def activity(request, slug):
    attended = reach.activities(request.user, Right.SEE_ATTENDANCES).filter(pk=OuterRef("pk"))
    reached = (
        reach.activities(request.user)
        .select_related("sector", "facility", "parent", "season")
        .annotate(tells_who_comes=Exists(attended))
    )
    found = get_object_or_404(reached.prefetch_related("team", "schedules", "themes"), slug=slug)
    today = timezone.localdate()
    sessions = reach.sessions(request.user, Right.SEE_ACTIVITIES, today=today).of(found).order_by("-starts_at", "-pk")
    years = years_of(sessions)
    year = chosen_year(request.GET.get("year"), last_year(years, today))
    counted = sessions.in_period(Period.year(year)).annotate(present_count=present_count())
    page = Paginator(counted, SESSIONS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "reporting/activity.html",
        {
            "activity": found,
            "year": year,
            "years": years,
            "page": page,
            "may_call": reach.sessions(request.user, Right.CALL_ROLL, today=today).of(found).exists(),
            "tiles": tiles_of(found, year, request.user),
        },
    )


def present_count():
    return Count("attendances", filter=Q(attendances__status=AttendanceStatus.PRESENT))


def tiles_of(activity, year: int, user) -> list[Tile]:
    """For those who may see who comes there; the way to the explanation, for those who may read figures."""
    if not activity.tells_who_comes:
        return []
    where = {"activity": [activity.slug]}
    measured = measure_all([Request(name, Period.year(year), where) for name in TILES])
    is_explained = user.can(Right.SEE_FIGURES)
    return [Tile.of(TILES[figure.measure], figure, is_explained=is_explained) for figure in measured]
