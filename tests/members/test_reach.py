import pytest

from centre.access import Right
from members.reach import households, people
from tests.factories import (
    make_activity,
    make_attendance,
    make_childcare_month,
    make_enrolment,
    make_household,
    make_person,
    make_sector,
    make_session,
    make_staff,
    make_support,
    make_user,
)

pytestmark = pytest.mark.django_db


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


def test_a_sector_head_reaches_the_households_of_their_people_now_and_before(house):
    make_household(house["seen"], name="before", from_on="2010-01-01")
    user = make_user("sector_head", sectors=[house["youth"]])

    reached = sorted(household.name for household in households(user))

    assert reached == ["before", "cared", "enrolled", "joint", "seen"]


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
