from datetime import date, timedelta

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.utils import timezone

from activities import reach
from activities.day import line, nearest_days, sessions_on, waiting
from centre.access import Right, needs
from centre.keeping import let_keep
from centre.periods import YEARS

WAITING_A_PAGE = 20
KEPT_AHEAD = 8  # sheets that a device reads in advance, for hours without network


@needs(Right.SEE_TODAY)
def today(request):
    now = timezone.now()
    this_day = timezone.localdate(now)
    shown = asked_day(request.GET.get("jour"), this_day)
    with_roll = reach.sessions(request.user, Right.CALL_ROLL, today=this_day)
    sessions = reach.sessions(request.user, Right.SEE_TODAY, today=this_day).annotate(
        has_roll=Exists(with_roll.filter(pk=OuterRef("pk")))
    )

    page = Paginator(waiting(sessions, this_day), WAITING_A_PAGE).get_page(request.GET.get("page"))
    lines = sessions_on(sessions, shown, now)
    context = {
        "shown": shown,
        "is_today": shown == this_day,
        "most_kept": KEPT_AHEAD,
        "previous": shown - timedelta(days=1),
        "next": shown + timedelta(days=1),
        "lines": lines,
        "nearest": () if lines else nearest_days(sessions, shown),
        "page": page,
        "waiting": [line(session, now) for session in page] if shown == this_day else [],
    }
    response = render(request, "activities/today.html", context)
    return let_keep(response, this_day) if shown == this_day else response


def asked_day(text: str | None, otherwise: date) -> date:
    """The day of the address, or today when it does not read as a day of a plausible year."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return otherwise
    return day if day.year in YEARS else otherwise
