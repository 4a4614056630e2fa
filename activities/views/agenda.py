"""The sessions of a week."""

from datetime import date, timedelta

from django.shortcuts import render
from django.utils import timezone

from activities import reach
from activities.day import line, nearest_outside, with_faces
from activities.views.today import asked_day
from centre.access import Right, needs
from centre.periods import Period

WEEK = timedelta(days=7)


@needs(Right.SEE_ACTIVITIES)
def agenda(request):
    now = timezone.now()
    today = timezone.localdate(now)
    week = week_of(asked_day(request.GET.get("week"), today))
    reached = reach.sessions(request.user, Right.SEE_ACTIVITIES, today=today)
    sessions = with_faces(reached.in_period(week))
    context = {
        "week": week,
        "is_this_week": today in week,
        "lines": [line(session, now) for session in sessions],
        **{name: day and week_of(day).start for name, day in nearest_outside(reached, week).items()},
    }
    return render(request, "activities/agenda.html", context)


def week_of(day: date) -> Period:
    """From Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + WEEK)
