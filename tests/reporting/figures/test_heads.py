"""A mean says how many people it is over: that is what decides whether it leaves the house."""

import pytest

from centre.periods import Period
from reporting.figures import Request, measure_all
from tests.factories import make_activity, make_alias, make_attendance, make_person, make_session, make_support

YEAR = Period.year(2021)


def heads(measure):
    figure = measure_all([Request(measure, YEAR, {}, ["sex"])])[0]
    return figure.heads, [part.heads for part in figure.parts]


@pytest.mark.django_db
def test_a_mean_counts_once_each_person_with_a_birth_date():
    club, girl = make_activity("club"), make_person(sex="F", birth_date="2010-05-04")
    boys = [make_person(sex="M", birth_date="2009-05-04"), make_person(sex="M"), make_person(sex="M", birth_year=2008)]
    for starts_at in ("2021-03-08T14:00", "2021-03-15T14:00"):
        session = make_session(club, starts_at)
        for person in (girl, *boys):
            make_attendance(session, person)
        make_attendance(session, alias=make_alias(club))
    for entered_on in ("2021-02-01", "2021-06-01"):
        make_support(girl, entered_on=entered_on)

    assert {name: heads(name) for name in ("average_age", "age_at_entry", "people")} == {
        "average_age": (2, [1, 1]),
        "age_at_entry": (1, [1]),
        "people": (None, [None, None, None]),
    }
