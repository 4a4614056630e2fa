from datetime import date, timedelta

import pytest

from centre.access import Right
from members import reach
from tests.factories import (
    make_activity,
    make_attendance,
    make_childcare_month,
    make_enrolment,
    make_household,
    make_membership,
    make_person,
    make_season,
    make_sector,
    make_session,
    make_staff,
    make_support,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = date(2021, 3, 9)


def people(user, *right, today=TODAY):
    return reach.people(user, *right, today=today)


def households(user, today=TODAY):
    return reach.households(user, today=today)


def names(queryset):
    return sorted(person.last_name for person in queryset)


@pytest.fixture
def house():
    """Six people, each known to the house in another way, and one whom no activity knows."""
    youth, adults = make_sector("jeunesse"), make_sector("adultes")
    ados, sewing = make_activity("ados", youth), make_activity("couture", adults)
    rsa = make_activity("rsa", adults, kind="support")
    known = {name: make_person(last_name=name) for name in ("enrolled", "seen", "joint", "cared", "supported", "none")}
    make_enrolment(known["enrolled"], ados)
    make_attendance(make_session(ados), known["seen"])
    make_attendance(make_session(sewing, also=[ados]), known["joint"])
    make_childcare_month(known["cared"], ados)
    referent = make_staff("Référente")
    make_support(known["supported"], rsa, referent=referent)
    for person in known.values():
        make_household(person, name=person.last_name)
    return {"youth": youth, "adults": adults, "ados": ados, "sewing": sewing, "referent": referent, **known}


@pytest.mark.parametrize("role", ["director", "reception"])
def test_the_whole_house_is_open_to_direction_and_reception(house, role):
    user = make_user(role)

    reached = names(people(user))

    assert reached == ["cared", "enrolled", "joint", "none", "seen", "supported"]


def test_a_sector_head_reaches_whoever_their_sector_knows(house):
    youth_head = make_user("sector_head", sectors=[house["youth"]])
    adults_head = make_user("sector_head", sectors=[house["adults"]])

    reached = names(people(youth_head)), names(people(adults_head))

    assert reached == (["cared", "enrolled", "joint", "seen"], ["joint", "supported"])


def test_an_animator_reaches_their_groups_and_the_sessions_they_stand_in_for(house):
    own, substitute = make_staff(), make_staff()
    house["ados"].team.add(own)
    session = make_session(house["sewing"])
    session.staff.add(substitute)
    make_attendance(session, make_person(last_name="replaced"))

    reached = [names(people(make_user("animator", staff_member=staff))) for staff in (own, substitute)]

    assert reached == [["cared", "enrolled", "joint", "seen"], ["replaced"]]


def test_an_account_without_a_staff_file_reaches_nobody(house):
    """Activities without a team must not answer to users without a staff member."""
    user = make_user("animator", "support_worker")

    assert list(people(user)) == []


def test_a_support_worker_reaches_their_caseload(house):
    make_support(make_person(last_name="other"), referent=make_staff())
    user = make_user("support_worker", staff_member=house["referent"])

    assert names(people(user)) == ["supported"]
    assert [household.name for household in households(user)] == ["supported"]


@pytest.mark.parametrize(
    "role", ["administrator", "accountant", "volunteer", "board_member", "data_protection_officer"]
)
def test_other_roles_reach_nobody(house, role):
    user = make_user(role, sectors=[house["youth"]], staff_member=house["referent"])

    assert (list(people(user)), list(households(user))) == ([], [])


def test_a_sector_head_reaches_the_households_where_their_people_live_today(house):
    left = make_household(house["seen"], name="left", from_on="2010-01-01")
    left.members.update(to_on=TODAY)
    user = make_user("sector_head", sectors=[house["youth"]])

    reached = [
        sorted(household.name for household in households(user, today)) for today in (TODAY - timedelta(days=1), TODAY)
    ]

    assert reached == [["cared", "enrolled", "joint", "left", "seen"], ["cared", "enrolled", "joint", "seen"]]


def test_a_membership_is_that_of_who_lived_there_on_the_day_it_was_paid(house):
    season, home = make_season(), make_household(house["seen"], name="left", from_on="2020-01-01")
    home.members.update(to_on="2020-10-01")
    for paid_on in ("2020-09-15", "2020-11-15"):
        make_membership(season, household=home, paid_on=paid_on)
    user = make_user("sector_head", sectors=[house["youth"]])

    reached = [str(membership.paid_on) for membership in reach.memberships(user, today=TODAY)]

    assert reached == ["2020-09-15"]


def make_seasons(*names):
    for name in names:
        first, last = name.split("-")
        make_season(name, f"{first}-09-01", f"{last}-08-31")


@pytest.fixture
def seasons():
    make_seasons("2018-2019", "2019-2020", "2020-2021")


def test_an_animator_keeps_the_people_of_two_seasons(seasons):
    staff, group = make_staff(), make_activity()
    group.team.add(staff)
    for name, day in (("before", "2019-08-31"), ("kept", "2019-09-01")):
        make_attendance(make_session(group, f"{day}T14:00"), make_person(last_name=f"{name}, seen"))
        make_enrolment(make_person(last_name=f"{name}, enrolled"), group, from_on="2018-09-01", to_on=next_day(day))
        make_childcare_month(make_person(last_name=f"{name}, cared"), group, month=day[:7])
    joint = make_session(make_activity(), "2019-08-31T14:00", also=[group])
    make_attendance(joint, make_person(last_name="before, joint"))

    reached = names(people(make_user("animator", staff_member=staff)))

    assert reached == ["kept, cared", "kept, enrolled", "kept, seen"]


def test_an_enrolment_that_lasts_is_of_this_season(seasons):
    staff, group = make_staff(), make_activity()
    group.team.add(staff)
    make_enrolment(make_person(last_name="old friend"), group, from_on="2010-09-01")

    assert names(people(make_user("animator", staff_member=staff))) == ["old friend"]


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (["2018-2019", "2019-2020", "2020-2021", "2021-2022"], date(2019, 9, 1)),
        (["2017-2018", "2018-2019"], date(2017, 9, 1)),
        (["2020-2021"], date(2019, 3, 10)),
        ([], date(2019, 3, 10)),
    ],
)
def test_the_season_before_the_last_that_began(recorded, expected):
    make_seasons(*recorded)

    assert reach.kept_since(TODAY) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2021-03-08", ["replaced"]), ("2021-03-09", ["replaced"]), ("2021-03-10", [])],
)
def test_a_substitute_keeps_a_session_until_the_day_after(today, expected):
    substitute = make_staff()
    session = make_session(starts_at="2021-03-08T14:00")
    session.staff.add(substitute)
    person = make_person(last_name="replaced")
    make_attendance(session, person)
    user, today = make_user("animator", staff_member=substitute), date.fromisoformat(today)

    reached = names(people(user, today=today)), names(people(user, Right.SEE_HEALTH_ALERTS, today=today))

    assert reached == (expected, expected)


@pytest.mark.parametrize(
    ("exited_on", "expected"), [(None, ["supported"]), ("2020-03-10", ["supported"]), ("2020-03-09", [])]
)
def test_a_referent_keeps_a_support_for_a_year_after_its_end(exited_on, expected):
    referent = make_staff()
    make_support(make_person(last_name="supported"), entered_on="2019-01-01", exited_on=exited_on, referent=referent)

    assert names(people(make_user("support_worker", staff_member=referent))) == expected


def next_day(day: str) -> date:
    return date.fromisoformat(day) + timedelta(days=1)


def test_an_animator_reaches_no_household(house):
    staff = make_staff()
    house["ados"].team.add(staff)

    assert list(households(make_user("animator", staff_member=staff))) == []


def test_a_right_reaches_only_as_far_as_the_roles_that_give_it(house):
    """Reception reads every file but no health alert; the animator's alerts stay those of the group."""
    staff = make_staff()
    house["ados"].team.add(staff)
    user = make_user("animator", "reception", staff_member=staff)

    reached = len(people(user)), names(people(user, Right.SEE_HEALTH_ALERTS))

    assert reached == (6, ["cared", "enrolled", "joint", "seen"])
