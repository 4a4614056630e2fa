from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from centre.access import Role
from centre.models import AppendOnly, AuditEntry, Centre, User, UserRole
from centre.operations import (
    AlreadyOpen,
    LastDirector,
    change_account,
    confirm_roles,
    leave_trace,
    open_account,
    open_centre,
)
from tests.factories import make_person, make_sector, make_staff, make_user

DIRECTOR = {"name": "Aïcha Belkacem", "email": "aicha@alma.example", "password": "quatre mots sans rapport"}


def entries():
    return list(AuditEntry.objects.values_list("user_id", "action", "record_type", "record_id", "reason"))


def test_a_trace_holds_identifiers_only(db):
    user, person = make_user(), make_person(last_name="Benali")

    leave_trace(by=user, action="read", record=person, reason="Demande de la famille")

    assert entries() == [(user.pk, "read", "members.person", person.key, "Demande de la famille")]


def test_a_trace_is_never_changed(db):
    entry = leave_trace(by=make_user(), action="exported")

    with pytest.raises(AppendOnly):
        entry.save()
    with pytest.raises(AppendOnly):
        entry.delete()


def test_the_centre_opens_with_its_director(db):
    director = open_centre(centre={"name": "Centre social Alma"}, **DIRECTOR)

    assert Centre.objects.get().name == "Centre social Alma"
    assert director.roles == {"director"}
    assert director.check_password("quatre mots sans rapport")
    assert entries() == [(director.pk, "centre_opened", "centre.user", str(director.pk), "")]


def test_the_centre_opens_once(db):
    make_user()

    with pytest.raises(AlreadyOpen):
        open_centre(centre={"name": "Un autre"}, **DIRECTOR)

    assert not Centre.objects.filter(name="Un autre").exists()


def test_of_two_visitors_at_once_one_opens_the_centre(transactional_db):
    start = Barrier(2)

    def visit(number):
        start.wait()
        try:
            open_centre(centre={"name": f"Centre {number}"}, **DIRECTOR | {"email": f"{number}@alma.example"})
            return f"Centre {number}"
        except AlreadyOpen:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as visitors:
        opened = [name for name in visitors.map(visit, [1, 2]) if name]

    assert [Centre.objects.get().name] == opened
    assert User.objects.count() == 1


def test_an_account_opens_without_a_password(db):
    sector, staff, by = make_sector(), make_staff(), make_user(Role.DIRECTOR)

    user = open_account(
        name="Paul",
        email="paul@alma.example",
        roles=[Role.ANIMATOR, Role.SECTOR_HEAD],
        sectors=[sector],
        staff_member=staff,
        by=by,
    )

    assert user.roles == {"animator", "sector_head"}
    assert list(user.sectors.all()) == [sector]
    assert user.staff_member == staff
    assert not user.has_usable_password()
    assert entries() == [(by.pk, "account_opened", "centre.user", str(user.pk), "")]


def held(user) -> dict[str, bool]:
    return dict(user.role_set.values_list("role", "is_confirmed"))


def change(user, by, **changes):
    said = {"roles": user.roles, "sectors": user.sectors.all(), "is_active": user.is_active}
    return change_account(user=user, by=by, **said | changes)


@pytest.mark.parametrize(
    ("giver", "is_confirmed"),
    [("director", True), ("administrator", False)],
)
def test_a_role_that_opens_files_is_in_force_from_a_directors_hand_only(db, giver, is_confirmed):
    user = open_account(name="Paul", email="p@alma.example", roles=list(Role), by=make_user(giver))

    waiting = {role for role, is_in_force in held(user).items() if not is_in_force}
    opening = {"director", "sector_head", "animator", "support_worker", "reception", "volunteer"}
    assert waiting == (set() if is_confirmed else opening | {"data_protection_officer"})
    assert user.roles == set(Role) - waiting


def test_a_director_confirms_and_the_first_link_is_void(db):
    director, administrator = make_user(Role.DIRECTOR), make_user(Role.ADMINISTRATOR)
    user = open_account(name="Paul", email="p@alma.example", roles=["reception"], by=administrator)
    before = user.password

    confirmed = confirm_roles(user=user, by=director)

    assert confirmed.roles == {"reception"}
    assert (confirmed.has_usable_password(), confirmed.password == before) == (False, False)
    assert entries()[0] == (director.pk, "roles_confirmed", "centre.user", str(user.pk), "")


def test_to_confirm_roles_leaves_a_password_in_use(db):
    user = make_user()
    UserRole.objects.create(user=user, role="reception")

    confirmed = confirm_roles(user=user, by=make_user(Role.DIRECTOR))

    assert confirmed.password == user.password


def test_an_account_changes_closes_and_opens_again_each_with_its_trace(db):
    director, sector = make_user(Role.DIRECTOR), make_sector()
    user = make_user("animator", "volunteer")

    user = change(user, director, roles={"animator", "sector_head"}, sectors=[sector])
    changed = held(user), list(user.sectors.all())
    user = change(user, director, is_active=False)
    closed = user.is_active
    user = change(user, director, is_active=True)
    change(user, director)

    assert changed == ({"animator": True, "sector_head": True}, [sector])
    assert (closed, user.is_active, held(user)) == (False, True, {"animator": True, "sector_head": True})
    assert [entry[1] for entry in entries()] == ["account_reopened", "account_closed", "account_changed"]


@pytest.mark.parametrize("changes", [{"sectors": True}, {"roles": {"sector_head", "accountant", "animator"}}, {}])
def test_what_an_administrator_widens_waits_for_a_director(db, changes):
    administrator = make_user(Role.ADMINISTRATOR)
    user = make_user("sector_head", "accountant", sectors=[make_sector()])
    if "sectors" in changes:
        changes = {"sectors": [*user.sectors.all(), make_sector()]}

    user = change(user, administrator, **changes)

    widened = {"sectors": {"accountant"}, "roles": {"sector_head", "accountant"}}
    assert user.roles == (widened[next(iter(changes))] if changes else {"sector_head", "accountant"})


def test_an_account_reopened_by_an_administrator_waits_for_a_director(db):
    user = make_user("reception", "accountant", is_active=False)

    assert change(user, make_user(Role.ADMINISTRATOR), is_active=True).roles == {"accountant"}


def test_an_administrator_takes_a_role_away_at_once(db):
    user = make_user("sector_head", "reception", sectors=[make_sector(), make_sector()])

    user = change(user, make_user(Role.ADMINISTRATOR), roles={"sector_head"}, sectors=user.sectors.all()[:1])

    assert (user.roles, user.sectors.count()) == ({"sector_head"}, 1)


@pytest.mark.parametrize("changes", [{"roles": {"animator"}}, {"is_active": False}])
def test_the_last_director_stays(db, changes):
    director = make_user(Role.DIRECTOR)
    make_user(Role.DIRECTOR, is_active=False)
    UserRole.objects.create(user=make_user(), role=Role.DIRECTOR)

    with pytest.raises(LastDirector):
        change(director, director, **changes)

    assert User.objects.get(pk=director.pk).roles == {"director"}


def test_of_two_directors_who_close_each_others_account_one_stays(transactional_db):
    pair = [make_user(Role.DIRECTOR), make_user(Role.DIRECTOR)]
    start = Barrier(2)

    def close(other):
        start.wait()
        try:
            change_account(user=other, by=pair[0], roles=["director"], sectors=[], is_active=False)
        except LastDirector:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as closers:
        list(closers.map(close, pair))

    assert User.objects.filter(is_active=True).count() == 1
