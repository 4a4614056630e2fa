"""Traps that the records of the house must survive: half-open dates, heads, seats."""

from datetime import date

import pytest

from centre.models import Assignment, Mandate
from tests.counting import count
from tests.factories import (
    make_assignment,
    make_body,
    make_mandate,
    make_meeting,
    make_person,
    make_sector,
    make_staff,
    make_user,
)

pytestmark = pytest.mark.django_db


def test_a_state_is_open_on_its_first_day_and_closed_on_its_last():
    post = make_assignment(from_on="2021-03-01", to_on="2021-04-01")
    days = [date(2021, 2, 28), date(2021, 3, 1), date(2021, 3, 31), date(2021, 4, 1)]

    assert [Assignment.objects.on(day).exists() for day in days] == [False, True, True, False]
    assert [post.is_open_on(day) for day in days] == [False, True, True, False]


def test_a_state_without_an_end_lasts():
    make_assignment(from_on="2021-03-01")

    assert Assignment.objects.on(date(2099, 1, 1)).exists()


def test_states_that_follow_one_another_never_overlap():
    make_assignment(from_on="2021-01-01", to_on="2021-07-01")
    first, second = date(2021, 1, 1), date(2021, 7, 1)

    assert Assignment.objects.overlapping(first, second).count() == 1
    assert Assignment.objects.overlapping(second, date(2022, 1, 1)).count() == 0
    assert Assignment.objects.overlapping(date(2020, 1, 1), first).count() == 0


def test_heads_are_not_full_times():
    make_assignment(fte="0.5")
    make_assignment(fte="0.8")

    assert (count("staff"), str(count("fte"))) == (2, "1.30")


def test_someone_in_two_sectors_is_one_person_in_the_total():
    cook = make_staff()
    for slug in ("enfance", "jeunesse"):
        make_assignment(cook, sector=make_sector(slug), fte="0.5")

    assert count("staff", "sector") == {"enfance": 1, "jeunesse": 1}
    assert count("staff") == 1


def test_five_meetings_of_the_bureau_are_five_meetings():
    bureau = make_body("bureau", kind="executive")
    for month in range(1, 6):
        make_meeting(bureau, on=f"2021-{month:02}-10")

    assert count("meetings", "body") == {"bureau": 5}


def test_seats_are_not_persons_and_a_substitute_holds_none():
    board, chair = make_body(), make_person()
    seat = make_mandate(board, "Aïcha Belkacem", person=chair)
    make_mandate(make_body(kind="executive"), "Aïcha Belkacem", person=chair)
    make_mandate(board, "Léo Martin", substitute_of=seat)

    assert count("seats") == 2
    assert Mandate.objects.values("holder").distinct().count() == 2


def test_a_seat_given_up_on_new_year_s_eve_is_not_held_on_the_last_day():
    make_mandate(to_on="2021-12-31")
    make_mandate(to_on="2022-01-01")

    assert count("seats") == 1


def test_a_resident_who_works_here_keeps_two_files():
    resident = make_person(last_name="Benali")
    worker = make_staff("Nadia B.", person=resident)
    account = make_user("animator", staff_member=worker)

    resident.delete()

    worker.refresh_from_db()
    account.refresh_from_db()
    assert (worker.name, worker.person, account.staff_member) == ("Nadia B.", None, worker)
