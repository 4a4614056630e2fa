"""Enrolments overlapping the period, those on a waiting list left out. What changes with time (the
home, the class) is read on the first day of the period on which the enrolment is open."""

from django.db.models import Count, DateField, Value
from django.db.models.functions import Greatest

from activities.models import Enrolment
from reporting.figures.cube import Facts, Reader, Source
from reporting.figures.facts.attendances import OF_PEOPLE
from reporting.figures.facts.homes import home_columns, main_home_on, schooling_columns
from reporting.figures.readers import OWNERS, WHO, each, where_it_happens


def enrolled(period):
    first_day = Greatest("from_on", Value(period.start, DateField()))
    return (
        Enrolment.objects.overlapping(period.start, period.end)
        .filter(status="enrolled")
        .annotate(first_day=first_day)
        .annotate(home=main_home_on("person_id", "first_day"))
    )


def _situations(cube):
    kinds = cube.house.situations(cube.period)
    return [
        (None,) if household is None else tuple(kinds.get(household, ())) or ("none",)
        for household in cube.columns["household"]
    ]


ENROLMENTS = Facts(
    "enrolments",
    (
        Source(
            "enrolment",
            enrolled,
            {
                "activity": "activity_id",
                "person": "person_id",
                "household": "home",
                **schooling_columns("person_id", "first_day"),
                **home_columns("home", "first_day"),
            },
            {"n": Count("pk")},
        ),
    ),
    {
        **where_it_happens(shared=False),
        "session_kind": each("person", lambda person, cube: None),
        **WHO,
        "situation": Reader(("household",), _situations),
    },
    OWNERS,
    OF_PEOPLE,
)
