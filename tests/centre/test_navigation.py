import pytest

from centre.access import Role
from centre.navigation import OFFICES, RAIL, front_page, links
from tests.factories import make_user


def labels(places, user):
    return [link["label"] for link in links(places, user, "/")]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.DIRECTOR, ["Aujourd’hui", "Agenda", "Personnes", "Activités", "Tableau de bord", "Rapports"]),
        (Role.ANIMATOR, ["Aujourd’hui", "Agenda", "Personnes", "Activités"]),
        (Role.SUPPORT_WORKER, ["Personnes"]),
        (Role.ACCOUNTANT, ["Adhésions", "Tableau de bord", "Rapports"]),
        (Role.VOLUNTEER, ["Aujourd’hui"]),
        (Role.BOARD_MEMBER, ["Tableau de bord", "Rapports"]),
        (Role.ADMINISTRATOR, []),
    ],
)
def test_the_rail_shows_what_one_may_open(db, role, expected):
    assert labels(RAIL, make_user(role)) == expected


def test_the_rail_never_holds_more_than_six(db):
    everything = make_user(*Role)

    assert len(links(RAIL, everything, "/")) == 6


def test_the_place_one_is_in_is_marked(db):
    current = [
        link["label"] for link in links(RAIL, make_user(Role.DIRECTOR), "/households/abc/") if link["is_current"]
    ]

    assert current == ["Personnes"]


def test_where_a_day_begins(db):
    fronts = {role: front_page(make_user(role)) for role in (Role.ANIMATOR, Role.BOARD_MEMBER, Role.ADMINISTRATOR)}

    assert fronts == {Role.ANIMATOR: "/today/", Role.BOARD_MEMBER: "/dashboard/", Role.ADMINISTRATOR: "/users/"}


def test_the_offices_are_for_those_who_keep_them(db):
    kept = {role: labels(OFFICES, make_user(role)) for role in (Role.DIRECTOR, Role.DATA_PROTECTION_OFFICER)}

    assert kept == {
        Role.DIRECTOR: ["Comptes", "Rôles et droits", "Journal des accès"],
        Role.DATA_PROTECTION_OFFICER: ["Rôles et droits", "Journal des accès"],
    }
