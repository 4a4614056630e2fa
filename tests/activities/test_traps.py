"""Traps that the records of what happens must survive: openings, days, anonymous places, what is moved or closed."""

from datetime import UTC, date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from activities.models import Attendance, Payment, PaymentKept, Session
from members.models import Person
from tests.counting import count
from tests.factories import (
    as_instant,
    make_activity,
    make_alias,
    make_attendance,
    make_enrolment,
    make_facility,
    make_holiday,
    make_household,
    make_outcome,
    make_payment,
    make_person,
    make_sector,
    make_session,
    make_support,
    make_tally,
)

pytestmark = pytest.mark.django_db


def test_a_session_held_with_nobody_is_a_session():
    make_session(hours=2)

    assert (count("sessions"), str(count("public_hours")), count("people")) == (1, "2.00", 0)


@pytest.mark.parametrize("status", ["cancelled", "planned"])
def test_a_session_that_was_not_held_is_neither_a_session_nor_an_hour(status):
    make_attendance(make_session(status=status, setup_minutes=60), make_person())

    measures = ["sessions", "public_hours", "setup_hours", "opening_days", "people", "attendances"]
    assert [count(name) for name in measures] == [0] * 6


@pytest.mark.parametrize("status", ["", "absent", "excused"])
def test_only_who_was_present_counts(status):
    make_attendance(make_session(), make_person(), status=status)

    assert (count("people"), count("attendances"), count("sessions")) == (0, 0, 1)


def test_two_openings_on_one_day_are_one_opening_day_and_all_their_hours():
    drop_in = make_activity(facility=make_facility("kassoumai"))
    make_session(drop_in, "2021-03-08T09:00", hours=3)
    make_session(drop_in, "2021-03-08T14:00", hours=2)

    assert (count("opening_days"), count("sessions"), str(count("public_hours"))) == (1, 2, "5.00")


def test_midnight_on_new_year_belongs_to_the_new_year():
    make_session(starts_at="2020-12-31T23:59")
    wishes = make_session(starts_at="2021-01-01T00:00")
    make_session(starts_at="2021-12-31T23:30", hours=4)
    make_session(starts_at="2022-01-01T00:00")

    assert [count("sessions", year=year) for year in (2020, 2021, 2022)] == [1, 2, 1]
    assert wishes.starts_at.utctimetuple().tm_year == 2020


def test_a_session_that_moves_changes_day():
    session = make_session(starts_at="2021-03-08T14:00")

    session.starts_at, session.ends_at = as_instant("2021-03-09T00:00"), as_instant("2021-03-09T01:00")
    session.save(update_fields=["starts_at", "ends_at"])

    assert Session.objects.get().day == date(2021, 3, 9)


@pytest.mark.parametrize(("starts_at", "ends_at", "hours"), [
    ("2021-03-27T22:00", "2021-03-28T06:00", "7.00"),
    ("2021-10-30T22:00", "2021-10-31T06:00", "9.00"),
    ("2021-06-30T22:00", "2021-07-01T06:00", "8.00"),
])  # fmt: skip
def test_a_night_lasts_what_it_lasted_when_the_hour_changes(starts_at, ends_at, hours):
    """Instants are kept, not clock faces; the night belongs to the day it began."""
    ends_at = as_instant(ends_at).astimezone(UTC)
    lasts = ends_at - as_instant(starts_at).astimezone(UTC)
    Session.objects.create(activity=make_activity(), starts_at=as_instant(starts_at), ends_at=ends_at, status="held")

    assert str(count("public_hours")) == hours
    assert lasts == timedelta(hours=float(hours))
    assert count("sessions", "month") == {starts_at[:7]: 1}


def test_someone_seen_in_holidays_and_in_term_counts_once_in_each_and_once_in_the_total():
    make_holiday("2021-02-20", "2021-03-08")
    make_holiday("2021-12-18", "2022-01-03")
    youth, club = make_person(), make_activity()
    for day in ("2021-02-22", "2021-02-23", "2021-03-08"):
        make_attendance(make_session(club, f"{day}T14:00"), youth)

    assert count("people", "school_period") == {"holiday": 1, "term_other": 1}
    assert count("people") == 1


def test_a_shared_outing_counts_once_and_stands_in_the_part_of_each():
    youth, families = make_activity("jeunes"), make_activity("familles")
    make_attendance(make_session(youth, kind="outing", also=[families]), make_person())

    assert count("outings", "activity") == {"familles": 1, "jeunes": 1}
    assert (count("outings"), count("attendances"), count("people")) == (1, 1, 1)


def test_outings_are_counted_apart_from_sessions():
    club = make_activity()
    for kind in ("session", "outing", "event", "stay"):
        make_session(club, kind=kind)

    assert [count(name) for name in ("sessions", "outings", "events", "stays")] == [1, 1, 1, 1]


def test_estimated_heads_are_counted_apart_from_counted_ones_and_are_never_persons():
    party = make_session(kind="event")
    make_tally(party, 12, group="child", sex="F")
    make_tally(party, 60, is_estimate=True)
    make_attendance(party, make_person())

    assert count("attendances", "counted") == {"named": 1, "tally": 12, "estimate": 60}
    assert (count("attendances"), count("people")) == (73, 1)


def test_an_alias_is_a_person_of_one_year_without_a_name_or_a_household():
    place = make_activity(kind="parent_child_drop_in", counting="alias")
    codes = {year: make_alias(place, year=year) for year in (2020, 2021)}
    for day in ("2020-12-07", "2021-01-11", "2021-01-18"):
        make_attendance(make_session(place, f"{day}T09:00"), alias=codes[int(day[:4])])

    assert [count("people", year=year) for year in (2020, 2021)] == [1, 1]
    assert count("attendances", "counted") == {"alias": 2}
    assert count("households") == 0
    assert not Person.objects.exists()


def test_a_name_and_a_code_never_meet_on_one_line():
    session = make_session()
    named = make_attendance(session, make_person())

    with pytest.raises(IntegrityError, match="attendance_person_xor_alias"), transaction.atomic():
        Attendance.objects.filter(pk=named.pk).update(alias=make_alias(session.activity))
    with pytest.raises(IntegrityError, match="attendance_person_xor_alias"), transaction.atomic():
        Attendance.objects.filter(pk=named.pk).update(person=None)

    assert list(Attendance.objects.values_list("person", "alias")) == [(named.person_id, None)]


def test_closing_an_activity_does_not_rewrite_its_year():
    club = make_activity("club")
    make_attendance(make_session(club), make_person())
    asked = [("people", "activity"), ("sessions", "activity"), ("attendances",)]
    before = [count(*words) for words in asked]

    club.status, club.to_on = "ended", date(2021, 4, 1)
    club.save()

    assert [count(*words) for words in asked] == before
    assert before[0] == {"club": 1}


def test_an_activity_that_changes_sector_takes_nobody_out_of_the_house():
    club = make_activity(sector=make_sector("enfance"))
    make_attendance(make_session(club), make_person())

    club.sector = make_sector("jeunesse")
    club.save()

    assert (count("people"), count("sessions"), count("attendances")) == (1, 1, 1)
    assert count("people", "sector") == {"jeunesse": 1}


def test_what_figures_count_is_not_deleted_with_its_activity():
    club = make_activity()
    make_session(club)

    with pytest.raises(ProtectedError):
        club.delete()

    assert count("sessions") == 1


def test_who_waits_is_not_enrolled():
    club = make_activity()
    make_enrolment(make_person(), club)
    make_enrolment(make_person(), club, status="waiting")

    assert count("enrolled") == 1


def test_a_support_that_ends_on_new_year_was_not_of_the_year():
    make_support(entered_on="2020-06-01", exited_on="2021-01-01")
    make_support(entered_on="2020-06-01", exited_on="2021-01-02")

    assert [count("supported", year=year) for year in (2020, 2021)] == [2, 1]
    assert [count("exits", year=year) for year in (2020, 2021)] == [1, 1]


def test_someone_supported_twice_is_one_person_and_two_entries():
    person = make_person()
    first = make_support(person, entered_on="2021-01-04", exited_on="2021-03-01")
    make_support(person, first.activity, entered_on="2021-06-01")
    make_outcome(first, "emploi", on="2021-02-01")
    make_outcome(first, "formation", on="2021-02-15")

    assert (count("supported"), count("entries"), count("outcomes")) == (1, 2, 1)
    assert count("outcomes", "outcome") == {"emploi": 1, "formation": 1}


def test_the_household_of_a_support_is_the_one_at_entry():
    person, home = make_person(), make_household()
    make_support(person, household=home)
    make_household(person, from_on="2021-09-01")

    assert count("households_supported") == 1


def test_a_percentage_keeps_its_parts_and_those_we_know_nothing_of():
    for qualification in ("none", "cap", "bac", ""):
        make_support(qualification=qualification)

    share = count("share", of="supported", part={"qualification": ["none"]})

    assert share == 33


def test_parts_of_a_percentage_are_not_forced_to_a_hundred():
    for qualification in ("none", "cap", "bac"):
        make_support(qualification=qualification)

    shares = [count("share", of="supported", part={"qualification": [part]}) for part in ("none", "cap", "bac")]

    assert shares == [33, 33, 33]


def test_nothing_over_nothing_is_no_percentage():
    assert count("share", of="supported", part={"qualification": ["none"]}) is None


def test_a_receipt_is_reversed_and_never_deleted():
    paid = make_payment("12.50")
    make_payment("-12.50", activity=paid.activity, reverses=paid)

    with pytest.raises(PaymentKept):
        paid.delete()
    with pytest.raises(PaymentKept):
        Payment.objects.all().delete()

    assert sum(Payment.objects.values_list("amount", flat=True)) == 0
    assert Payment.objects.count() == 2


def test_a_receipt_is_reversed_once():
    paid = make_payment()
    make_payment("-10", activity=paid.activity, reverses=paid)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_payment("-10", activity=paid.activity, reverses=paid)

    assert Payment.objects.count() == 2
