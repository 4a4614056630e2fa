from datetime import date

import pytest

from activities.reach import activities, sessions, supports
from centre.access import Right
from tests.factories import (
    make_activity,
    make_season,
    make_sector,
    make_session,
    make_staff,
    make_support,
    make_user,
)

pytestmark = pytest.mark.django_db
TODAY = date(2021, 3, 8)


@pytest.fixture
def house():
    youth, adults = make_sector("jeunesse"), make_sector("adultes")
    ados, sewing = make_activity("ados", youth), make_activity("couture", adults)
    rsa = make_activity("rsa", adults, kind="support")
    make_session(ados, topic="ados")
    make_session(sewing, topic="couture")
    make_session(sewing, also=[ados], topic="sortie commune")
    make_session(rsa, topic="atelier rsa")
    return {"youth": youth, "adults": adults, "ados": ados, "sewing": sewing}


def slugs(user, *right):
    return sorted(activity.slug for activity in activities(user, *right))


def topics(user, *right, today=TODAY):
    return sorted(session.topic for session in sessions(user, *right, today=today))


def test_a_director_reaches_everything(house):
    user = make_user("director")

    reached = slugs(user), topics(user)

    assert reached == (["ados", "couture", "rsa"], ["ados", "atelier rsa", "couture", "sortie commune"])


def test_a_sector_head_reaches_their_sectors_and_what_they_share(house):
    user = make_user("sector_head", sectors=[house["youth"]])

    reached = slugs(user), topics(user)

    assert reached == (["ados"], ["ados", "sortie commune"])


def test_an_animator_reaches_their_teams_and_the_sessions_that_name_them(house):
    staff = make_staff()
    house["ados"].team.add(staff)
    make_session(house["sewing"], topic="remplacement").staff.add(staff)
    user = make_user("animator", staff_member=staff)

    reached = slugs(user), topics(user)

    assert reached == (["ados"], ["ados", "remplacement", "sortie commune"])


def test_reception_sees_no_individual_support(house):
    user = make_user("reception")

    reached = slugs(user), topics(user)

    assert reached == (["ados", "couture"], ["ados", "couture", "sortie commune"])


def test_reception_reads_no_roll(house):
    user = make_user("reception")

    assert topics(user, Right.SEE_ATTENDANCES) == []


def test_a_volunteer_reaches_the_sessions_of_the_day_that_name_them(house):
    staff = make_staff()
    make_session(house["sewing"], "2021-03-08T18:00", topic="ce soir").staff.add(staff)
    make_session(house["sewing"], "2021-03-09T18:00", topic="demain").staff.add(staff)
    user = make_user("volunteer", staff_member=staff)

    reached = topics(user), topics(user, today=date(2021, 3, 10)), slugs(user)

    assert reached == (["ce soir"], [], [])


def test_a_substitute_keeps_a_session_until_the_day_after(house):
    staff = make_staff()
    for day in ("06", "07", "08", "15"):
        make_session(house["sewing"], f"2021-03-{day}T18:00", topic=day).staff.add(staff)
    user = make_user("animator", staff_member=staff)

    assert topics(user) == topics(user, Right.SEE_ATTENDANCES) == ["07", "08", "15"]


def test_an_animator_reads_the_rolls_of_two_seasons_and_sees_every_session_of_the_group(house):
    staff = make_staff()
    house["ados"].team.add(staff)
    make_season("2019-2020", "2019-09-01", "2020-08-31")
    make_season("2020-2021", "2020-09-01", "2021-08-31")
    make_session(house["ados"], "2019-08-31T14:00", topic="avant")
    user = make_user("animator", staff_member=staff)

    reached = topics(user), topics(user, Right.SEE_ATTENDANCES)

    assert reached == (["ados", "avant", "sortie commune"], ["ados", "sortie commune"])


@pytest.mark.parametrize(
    ("exited_on", "is_kept"), [(None, True), ("2020-03-09", True), ("2020-03-08", False), ("2019-06-01", False)]
)
def test_a_referent_keeps_a_support_for_a_year_after_its_end(exited_on, is_kept):
    referent = make_staff()
    make_support(entered_on="2019-01-01", exited_on=exited_on, referent=referent)
    user = make_user("support_worker", staff_member=referent)

    assert supports(user, today=TODAY).exists() == is_kept


@pytest.mark.parametrize(
    "role", ["administrator", "support_worker", "accountant", "board_member", "data_protection_officer"]
)
def test_other_roles_reach_nothing(house, role):
    staff = make_staff()
    house["ados"].team.add(staff)
    user = make_user(role, staff_member=staff, sectors=[house["youth"]])

    assert (slugs(user), topics(user)) == ([], [])


def test_an_account_without_a_staff_file_reaches_nothing(house):
    """Activities without a team must not answer to users without a staff member."""
    user = make_user("animator", "volunteer")

    assert (slugs(user), topics(user)) == ([], [])
