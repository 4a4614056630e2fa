"""Held sessions, each once, whatever the number of activities it belongs to."""

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, Sum

from activities.models import Session
from reporting.figures.cube import Facts, Source
from reporting.figures.facts.attendances import shared_session
from reporting.figures.readers import OWNERS, WHEN, plain, where_it_happens

LENGTH = ExpressionWrapper(F("ends_at") - F("starts_at"), output_field=DurationField())

HELD = Source(
    name="session",
    rows=lambda period: Session.objects.held().in_period(period),
    columns={
        "activity": "activity_id",
        "shared": shared_session("id"),
        "session": "id",
        "session_kind": "kind",
        "day": "day",
    },
    sums={
        "n": Count("pk"),
        "time": Sum(LENGTH, filter=~Q(kind="stay")),
        "setup": Sum("setup_minutes", filter=~Q(kind="stay")),
    },
)

SESSIONS = Facts(
    "sessions",
    (HELD,),
    {**where_it_happens(shared=True), "session_kind": plain("session_kind"), **WHEN},
    OWNERS,
)
