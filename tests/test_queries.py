"""Every page × role asks the database the same number of questions, with one row of each kind and with three."""

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from centre.access import Role
from centre.middleware import is_allauths
from tests.pages import House, fill, make_house, read, routes


@pytest.fixture
def house(db):
    # The addresses of the house hold its year.
    with time_machine.travel("2021-03-08T15:00:00+01:00", tick=False):
        house = make_house()
        fill(house, 1)
        yield house


def questions(client, house: House) -> dict[str, list[str]]:
    asked = {}
    for route in routes():
        if is_allauths(route.view):
            continue
        with CaptureQueriesContext(connection) as captured:
            read(client.get(route.address(house)))
        asked[route.name] = [query["sql"] for query in captured]
    return asked


@pytest.mark.parametrize("role", list(Role))
def test_three_rows_ask_as_much_as_one(client, house, role):
    client.force_login(house.users[role], backend=settings.AUTHENTICATION_BACKENDS[0])
    one = questions(client, house)
    fill(house, 2)
    fill(house, 3)

    three = questions(client, house)

    grown = {name: (len(one[name]), len(three[name])) for name in one if len(one[name]) != len(three[name])}
    assert grown == {}
