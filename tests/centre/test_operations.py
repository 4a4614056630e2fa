from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from centre.access import Role
from centre.models import AppendOnly, AuditEntry, Centre, User, UserRole
from centre.operations import AlreadyOpen, leave_trace, open_account, open_centre
from tests.factories import make_person, make_sector, make_staff, make_user

DIRECTOR = {"name": "Aïcha Meziane", "email": "aicha@alma.example", "password": "quatre mots sans rapport"}


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
    assert list(UserRole.objects.values_list("user__email", "role")) == [("aicha@alma.example", "director")]
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
