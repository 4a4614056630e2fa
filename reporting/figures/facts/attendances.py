"""Present attendances of held sessions, by name and under an alias; and head counts."""

from django.db.models import (
    Case,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    FilteredRelation,
    Q,
    Sum,
    Value,
    When,
)

from activities.models import Attendance, Support, Tally
from reporting.figures.cube import Facts, Source
from reporting.figures.facts.homes import home_columns, schooling_columns
from reporting.figures.readers import (
    OWNERS,
    PERSONAL,
    WHEN,
    WHO,
    plain,
    where_it_happens,
)

STAYED = ExpressionWrapper(F("left_at") - F("arrived_at"), output_field=DurationField())
TIMED = Q(arrived_at__isnull=False, left_at__isnull=False)


def shared_session(session: str = "session_id"):
    """The session, when it belongs to several activities: a function of the period and the house."""

    def expression(period, house):
        if not house.shared:
            return None
        return Case(When(**{f"{session}__in": list(house.shared)}, then=F(session)))

    return expression


OF_SESSION = {
    "activity": "session__activity_id",
    "shared": shared_session(),
    "session": "session_id",
    "session_kind": "session__kind",
    "day": "session__day",
    "starts_at": "session__starts_at",
    "ends_at": "session__ends_at",
}


def present(period):
    return Attendance.objects.present().held().in_period(period)


def present_with_situations(period):
    """With the household's situations that overlap the period joined, for who asks."""
    situations = "household__situations"
    return present(period).annotate(
        situation_then=FilteredRelation(
            situations,
            condition=Q(**{f"{situations}__from_on__lt": period.end})
            & (Q(**{f"{situations}__to_on": None}) | Q(**{f"{situations}__to_on__gt": period.start})),
        )
    )


NAMED_OR_ALIAS = Source(
    name="attendance",
    rows=present_with_situations,
    columns={
        **OF_SESSION,
        "person": "person_id",
        "alias": "alias_id",
        "household": "household_id",
        **schooling_columns("person_id", "session__day"),
        **home_columns("household_id", "session__day"),
        "situation": "situation_then__kind__slug",
        "situation_row": "situation_then__id",
        "mode": "mode",
        "counted": Case(When(person__isnull=False, then=Value("named")), default=Value("alias")),
    },
    sums={
        "n": Count("pk"),
        "cases": Sum("case_count"),
        "untimed": Count("pk", filter=~TIMED),
        "stayed": Sum(Case(When(TIMED, then=STAYED), output_field=DurationField())),
    },
)

COUNTED_HEADS = Source(
    name="tally",
    rows=lambda period: Tally.objects.filter(
        session__status="held", session__day__gte=period.start, session__day__lt=period.end
    ),
    columns={
        **OF_SESSION,
        "sex": "sex",
        "known_group": "group",
        "counted": Case(When(is_estimate=True, then=Value("estimate")), default=Value("tally")),
    },
    sums={
        "n": Sum("count"),
        "untimed": Sum("count"),
    },
)

READERS = {
    **where_it_happens(shared=True),
    "session_kind": plain("session_kind"),
    **WHEN,
    **WHO,
    "mode": plain("mode"),
    "counted": plain("counted"),
}

OF_PEOPLE = {
    "sex": ("person", "sex"),
    "birth_date": ("person", "birth_date"),
    "birth_year": ("person", "birth_year"),
    "known_group": ("person", "known_group"),
    "returning": ("person", "returning"),
}
ATTENDANCES = Facts("attendances", (NAMED_OR_ALIAS,), READERS, OWNERS, OF_PEOPLE)
COUNTED_ATTENDANCES = Facts("counted_attendances", (NAMED_OR_ALIAS, COUNTED_HEADS), READERS, OWNERS, OF_PEOPLE)

# Reached: present, or supported ------------------------------------------------------------------

SUPPORTED = Source(
    name="support",
    rows=lambda period: Support.objects.open_in(period),
    columns={
        "activity": "activity_id",
        "person": "person_id",
        "household": "household_id",
    },
    sums={"n": Count("pk")},
)

REACHED = Facts(
    "reached",
    (NAMED_OR_ALIAS, SUPPORTED),
    {**where_it_happens(shared=True), **PERSONAL, "group": WHO["group"]},
    OWNERS,
    OF_PEOPLE,
)
