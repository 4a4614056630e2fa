"""Who asks, and with which roles: read anew at each request."""

import pytest
from django.conf import settings
from django.contrib.auth import load_backend

from centre.access import Role
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def asking(user):
    return load_backend(settings.AUTHENTICATION_BACKENDS[0]).get_user(user.pk)


@pytest.mark.parametrize("roles", [(), (Role.DIRECTOR,), (Role.ANIMATOR, Role.RECEPTION, Role.VOLUNTEER)])
def test_an_account_comes_with_its_roles_in_one_statement(django_assert_num_queries, roles):
    user = make_user(*roles)
    make_user(Role.BOARD_MEMBER)

    with django_assert_num_queries(1):
        found = asking(user)
        assert (found, found.roles) == (user, frozenset(roles))


def test_a_role_that_waits_gives_nothing():
    user = make_user(Role.ANIMATOR, Role.VOLUNTEER)
    user.role_set.filter(role=Role.ANIMATOR).update(is_confirmed=False)

    assert asking(user).roles == {Role.VOLUNTEER}


def test_a_role_taken_away_and_an_account_closed_are_so_at_once(client):
    user = make_user(Role.DIRECTOR)
    client.force_login(user)
    assert client.get("/today/").status_code == 200

    user.role_set.all().delete()
    without_role = client.get("/today/").status_code
    type(user).objects.update(is_active=False)
    closed = client.get("/today/")

    assert (without_role, closed.status_code) == (403, 302)
    assert asking(user) is None
