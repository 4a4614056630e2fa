"""The children of the households that came: one row a present attendance and a child of the
household captured on it, whose place there overlaps the period, under 18 on its last day.

Sex, age, school and grade describe the child; every other split, the attendance.
"""

from django.db.models import Count, Q

from centre.periods import Period
from members.models import FULL_AGE, age_on
from reporting.figures.cube import Facts, Source
from reporting.figures.facts.attendances import (
    NAMED_OR_ALIAS,
    READERS,
    present_with_situations,
)
from reporting.figures.facts.homes import schooling_columns
from reporting.figures.readers import OWNERS, Reader, group_of

THERE = "household__members__"
CHILD = f"{THERE}person"


def born_after_for(age: int, period: Period):
    """The last birth date that makes someone `age` on the last day of the period: later is younger."""
    day = period.last_day
    try:
        return day.replace(year=day.year - age)
    except ValueError:  # 29 February
        return day.replace(year=day.year - age, day=28)


def with_children(period):
    minor = Q(**{f"{CHILD}__birth_date__gt": born_after_for(FULL_AGE, period)}) | Q(
        **{
            f"{CHILD}__birth_date": None,
            f"{CHILD}__birth_year__gt": period.last_day.year - FULL_AGE,
        }
    )
    lasts = Q(**{f"{THERE}to_on": None}) | Q(**{f"{THERE}to_on__gt": period.start})
    return present_with_situations(period).filter(minor, lasts, **{f"{THERE}from_on__lt": period.end})


def _came_group(cube):
    births = zip(
        cube.columns["known_group"],
        cube.columns["came_birth_date"],
        cube.columns["came_birth_year"],
        strict=True,
    )
    day = cube.period.last_day
    return [(said or group_of(age_on(date, year, day)),) for said, date, year in births]


CHILDREN = Facts(
    "children",
    (
        Source(
            "child",
            with_children,
            {
                **NAMED_OR_ALIAS.columns,
                "child": f"{CHILD}_id",
                **schooling_columns(f"{CHILD}_id", "session__day"),
            },
            {"n": Count("pk")},
        ),
    ),
    {
        **READERS,
        "group": Reader(("known_group", "came_birth_date", "came_birth_year"), _came_group),
    },
    OWNERS,
    {
        "sex": ("child", "sex"),
        "birth_date": ("child", "birth_date"),
        "birth_year": ("child", "birth_year"),
        "came_birth_date": ("person", "birth_date"),
        "came_birth_year": ("person", "birth_year"),
        "known_group": ("person", "known_group"),
        "returning": ("person", "returning"),
    },
)
