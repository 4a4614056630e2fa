"""Present attendances of held sessions, by name and under an alias; and head counts."""

from django.db.models import (
    Case,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

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

LENGTH = ExpressionWrapper(F("session__ends_at") - F("session__starts_at"), output_field=DurationField())
STAYED = ExpressionWrapper(F("left_at") - F("arrived_at"), output_field=DurationField())
IS_STAY = Q(session__kind="stay")

SHARED = {
    "activity": "session__activity_id",
    "also": "session__also_activities",
    "shared": Case(When(session__also_activities__isnull=False, then=F("session_id"))),
}
OF_SESSION = {
    **SHARED,
    "session": "session_id",
    "session_kind": "session__kind",
    "day": "session__day",
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


def seen_before(period):
    """Present at any session of the centre before the period."""
    earlier = Attendance.objects.present().held()
    return Case(
        When(
            person__isnull=False,
            then=Exists(earlier.filter(person=OuterRef("person_id"), session__day__lt=period.start)),
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
        "sex": Coalesce("person__sex", "alias__sex"),
        "birth_date": "person__birth_date",
        "birth_year": "person__birth_year",
        "known_group": "alias__group",
        **schooling_columns("person_id", "session__day"),
        **home_columns("household_id", "session__day"),
        "situation": "situation_then__kind__slug",
        "situation_row": "situation_then__id",
        "returning": seen_before,
        "mode": "mode",
        "counted": Case(When(person__isnull=False, then=Value("named")), default=Value("alias")),
    },
    sums={
        "n": Count("pk"),
        "cases": Sum("case_count"),
        "time": Sum(
            Case(
                When(IS_STAY, then=None),
                When(arrived_at__isnull=False, left_at__isnull=False, then=STAYED),
                default=LENGTH,
                output_field=DurationField(),
            )
        ),
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
        "time": Sum(
            Case(
                When(IS_STAY, then=None),
                default=ExpressionWrapper(Cast("count", IntegerField()) * LENGTH, output_field=DurationField()),
                output_field=DurationField(),
            )
        ),
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

ATTENDANCES = Facts("attendances", (NAMED_OR_ALIAS,), READERS, OWNERS)
COUNTED_ATTENDANCES = Facts("counted_attendances", (NAMED_OR_ALIAS, COUNTED_HEADS), READERS, OWNERS)

# Reached: present, or supported ------------------------------------------------------------------

SUPPORTED = Source(
    name="support",
    rows=lambda period: Support.objects.open_in(period),
    columns={
        "activity": "activity_id",
        "person": "person_id",
        "household": "household_id",
        "sex": "person__sex",
        "birth_date": "person__birth_date",
        "birth_year": "person__birth_year",
    },
    sums={"n": Count("pk")},
)

REACHED = Facts(
    "reached",
    (NAMED_OR_ALIAS, SUPPORTED),
    {**where_it_happens(shared=True), **PERSONAL, "group": WHO["group"]},
    OWNERS,
)
