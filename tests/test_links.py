"""No page leads where its reader may not go: every link of every page × role opens."""

import pytest
from django.conf import settings

from centre.access import Role
from centre.middleware import is_allauths
from tests.pages import fill, make_house, read, routes
from tests.reading import links


@pytest.fixture
def house(db):
    house = make_house()
    fill(house, 1)
    return house


@pytest.mark.parametrize("role", list(Role))
def test_every_link_opens(client, house, role):
    client.force_login(house.users[role], backend=settings.AUTHENTICATION_BACKENDS[0])
    pages = {route.address(house) for route in routes() if not is_allauths(route.view)}
    answers = {address: read(client.get(address)) for address in pages}
    found = {
        (address, target(link, address))
        for address, answer in answers.items()
        if answer.status_code == 200 and "html" in answer["Content-Type"]
        for link in links(answer)
        if link.startswith(("/", "?"))
    }

    dead = {link for _, link in found if read(client.get(link, follow=True)).status_code != 200}

    assert 200 in {answer.status_code for answer in answers.values()}
    assert sorted((page, link) for page, link in found if link in dead) == []


def target(link: str, address: str) -> str:
    return address.partition("?")[0] + link if link.startswith("?") else link
