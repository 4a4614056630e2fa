"""Traps that the records of people and households must survive: two homes, moves, ages, classes, files that go."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from activities.models import Attendance
from members.models import HouseholdMember, Person
from members.operations import capture_household, end_stay, move_in
from tests.counting import count
from tests.factories import (
    make_address,
    make_attendance,
    make_district,
    make_household,
    make_membership,
    make_person,
    make_schooling,
    make_season,
    make_session,
    make_user,
)
from tests.factories import move_in as place

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2021, 9, 1)


def seen(*people, on="2021-03-08", **fields):
    session = make_session(starts_at=f"{on}T14:00")
    for person in people:
        make_attendance(session, person, **fields)
    return session


def test_a_child_of_two_homes_is_one_person_and_two_places():
    child, mother, father = make_person(birth_date="2012-03-31"), make_household(), make_household()
    place(mother, child, role="child")
    place(father, child, role="child", is_main=False)
    seen(child, household=mother)
    seen(child, household=father, on="2021-03-15")

    assert (count("people"), count("attendances"), count("households")) == (1, 2, 2)
    assert count("children_of_households") == 1


def test_someone_covered_by_two_memberships_is_one_member():
    child, season = make_person(), make_season()
    for home, is_main in ((make_household(), True), (make_household(), False)):
        place(home, child, role="child", is_main=is_main)
        make_membership(season, home, paid_on="2021-02-01")

    assert (count("memberships"), count("members")) == (2, 1)


def test_the_household_of_a_day_is_the_main_one_that_day():
    child, mother, father = make_person(), make_household(), make_household()
    by = make_user("reception")
    first = move_in(person=child, household=mother, role="child", from_on=date(2020, 9, 1), by=by)
    end_stay(place=first, to_on=SEPTEMBER, by=by)
    move_in(person=child, household=father, role="child", from_on=SEPTEMBER, by=by)

    days = [date(2020, 8, 31), date(2020, 9, 1), date(2021, 8, 31), SEPTEMBER]
    assert [capture_household(child, day) for day in days] == [None, mother, mother, father]


def test_a_stay_that_ended_is_not_reopened_over_the_next_one():
    child, by = make_person(), make_user("reception")
    first = move_in(person=child, household=make_household(), role="child", from_on=date(2020, 9, 1), by=by)
    end_stay(place=first, to_on=SEPTEMBER, by=by)
    move_in(person=child, household=make_household(), role="child", from_on=SEPTEMBER, by=by)

    with pytest.raises(ValidationError):
        end_stay(place=first, to_on=None, by=by)

    assert HouseholdMember.objects.get(pk=first.pk).to_on == SEPTEMBER


def test_moving_in_with_others_does_not_rewrite_last_year():
    child, before, after = make_person(), make_household(key="avant"), make_household()
    stay = place(before, child, role="child")
    seen(child, household=capture_household(child, date(2021, 3, 8)))

    end_stay(place=stay, to_on=SEPTEMBER, by=None)
    place(after, child, role="child", from_on="2021-09-01")

    assert Attendance.objects.get().household == before


def test_a_household_that_moves_does_not_rewrite_last_year():
    person, home = make_person(), make_household()
    old, new = make_district("alma"), make_district("fresnoy")
    address = make_address(home, district=old)
    seen(person, household=home)

    address.to_on = SEPTEMBER
    address.save()
    make_address(home, from_on="2021-09-01", district=new)

    assert count("people", "district") == {"alma": 1}


def test_a_district_is_a_priority_area_between_its_dates():
    home = make_household()
    make_address(home, district=make_district(is_priority_area=True, priority_to_on=date(2021, 6, 1)))
    seen(make_person(), household=home, on="2021-05-31")
    seen(make_person(), household=home, on="2021-06-01")

    assert count("people", "priority_area") == {"yes": 1, "no": 1}


def test_ages_are_those_of_the_last_day_so_that_nobody_is_in_two_bands():
    child = make_person(birth_date="2010-06-15")
    seen(child, on="2021-01-11")
    seen(child, on="2021-12-13")

    assert count("people", "age") == {11: 1}
    assert count("people", age=["10"]) == 0


@pytest.mark.parametrize(
    ("birth_date", "day", "age"),
    [
        ("2021-12-31", date(2021, 12, 31), 0),
        ("2004-01-01", date(2021, 12, 31), 17),
        ("2003-12-31", date(2021, 12, 31), 18),
        ("2012-02-29", date(2021, 2, 28), 8),
        ("2012-02-29", date(2021, 3, 1), 9),
    ],
)
def test_an_age_is_in_completed_years(birth_date, day, age):
    assert make_person(birth_date=birth_date).age_on(day) == age


def test_an_infant_counts():
    seen(make_person(birth_date="2021-11-02"), on="2021-12-06")

    assert count("people", "age_band") == {"0-6": 1}


def test_a_birth_date_or_a_sex_that_is_missing_is_a_visible_part():
    seen(make_person(birth_date="2010-01-01", sex="F"), make_person())

    assert count("people", "age_band") == {"11-14": 1, None: 1}
    assert count("people", "sex") == {"F": 1, None: 1}


def test_a_birth_year_alone_gives_an_age():
    seen(make_person(birth_year=1980, is_birth_year_estimated=True))

    assert count("people", "age") == {41: 1}


def test_a_class_belongs_to_a_school_year_and_a_calendar_year_touches_two():
    child = make_person()
    make_schooling(child, "2020-2021", "École Voltaire", "CE2")
    make_schooling(child, "2021-2022", "École Triolet", "CM1")
    seen(child, on="2021-08-31")
    seen(child, on="2021-09-01")

    assert count("people", "grade") == {"CE2": 1, "CM1": 1}
    assert count("people") == 1


def test_a_school_year_is_two_years_that_follow_one_another():
    schooling = make_schooling(make_person(), "2020-2021")
    schooling.school_year = "2020-2022"

    with pytest.raises(ValidationError) as refusal:
        schooling.full_clean()

    assert list(refusal.value.message_dict) == ["school_year"]


def test_a_person_whom_figures_count_is_not_deleted():
    person = make_person()
    seen(person)

    with pytest.raises(ProtectedError):
        person.delete()

    assert count("people") == 1


def test_a_name_that_goes_moves_no_figure():
    person, home = make_person(birth_date="1980-05-01", sex="F"), make_household()
    place(home, person)
    seen(person, household=home)
    asked = [("people", "sex"), ("people", "age_band"), ("attendances",), ("households",), ("average_age",)]
    before = [count(*words) for words in asked]

    Person.objects.filter(pk=person.pk).update(last_name="Anonyme", first_name="", email="", phone="")

    assert [count(*words) for words in asked] == before
    assert before[0] == {"F": 1}


def test_two_files_made_one_move_only_the_distinct_count():
    person, double = make_person(), make_person()
    seen(person)
    seen(double, on="2021-03-15")
    before = (count("people"), count("attendances"), count("sessions"))

    Attendance.objects.filter(person=double).update(person=person)
    double.delete()

    assert before == (2, 2, 2)
    assert (count("people"), count("attendances"), count("sessions")) == (1, 2, 2)


def test_two_files_seen_in_one_session_are_not_made_one_in_silence():
    person, double = make_person(), make_person()
    seen(person, double)

    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.filter(person=double).update(person=person)

    assert count("attendances") == 2


def test_a_household_that_came_is_kept():
    home = make_household()
    seen(make_person(), household=home)

    with pytest.raises(ProtectedError):
        home.delete()

    assert count("households") == 1
