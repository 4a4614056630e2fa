from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from activities import reach
from activities.day import who_came
from activities.models import Session
from centre.access import Right, needs
from members import reach as members_reach


@needs(Right.SEE_TODAY)
def session(request, key):
    """The roll is a list to read. Who may not see attendances reads the session without its roll."""
    today = timezone.localdate()
    found = get_object_or_404(reached_sessions(request.user, today), key=key)
    roll = roll_of(found, request.user, today) if found.has_roll else {}
    return render(request, "activities/session.html", {"session": found, **roll})


def reached_sessions(user, today: date) -> QuerySet[Session]:
    to_call = reach.sessions(user, Right.CALL_ROLL, today=today)
    with_roll = reach.sessions(user, Right.SEE_ATTENDANCES, today=today)
    return (
        reach.sessions(user, today=today)
        .select_related("activity__sector", "activity__facility")
        .prefetch_related("also_activities", "staff")
        .annotate(
            may_call=Exists(to_call.filter(pk=OuterRef("pk"))),
            has_roll=Exists(with_roll.filter(pk=OuterRef("pk"))),
            is_activity_open=Exists(reach.activities(user).filter(pk=OuterRef("activity"))),
        )
    )


def roll_of(session: Session, user, today: date) -> dict:
    attendances = session.attendances.select_related("person", "alias").order_by(
        "person__last_name", "person__first_name", "alias__group", "alias__key", "pk"
    )
    readable = members_reach.people(user, today=today).filter(attendances__session=session)
    named = [attendance for attendance in attendances if attendance.person]
    return {
        "said": who_came(attendances),
        "named": named,
        "noted": {
            "mode": any(attendance.mode for attendance in named),
            "hours": any(attendance.arrived_at for attendance in named),
            "cases": any(attendance.case_count for attendance in named),
        },
        "aliases": [attendance for attendance in attendances if attendance.alias],
        "tallies": session.tallies.order_by("group", "sex", "is_estimate"),
        "readable": set(readable.values_list("pk", flat=True)),
    }
