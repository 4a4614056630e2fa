"""Every address × role × method, against the rights that the views declare. Nothing here knows what a view does."""

import re
from types import ModuleType

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse

from centre import urls
from centre.access import Role, open_to_all, rights_of
from centre.middleware import OWN_ACCOUNT_PAGES, SIGN_IN_PAGES, is_allauths
from tests.factories import make_user
from tests.pages import ABSENT, House, Route, make_house, read, routes

METHODS = ["GET", "POST", "PUT", "DELETE"]
VISITOR = None
ANSWERED, SIGN_IN, REFUSED, NO_METHOD, MISSING = "answered", "sign in", "403", "405", "404"
# The trail of readings and the life of a session are not the records of the house.
WRITTEN_BY_READING = {"centre_auditentry", "django_session"}


@pytest.fixture
def house(db) -> House:
    return make_house()


def undeclared(found: list[Route]) -> list[str]:
    return [
        route.name
        for route in found
        if not (hasattr(route.view, "right") or hasattr(route.view, "is_open_to_all") or is_allauths(route.view))
    ]


def expected(route: Route, role: Role | None, method: str) -> set[str]:
    """From the declarations alone."""
    if is_allauths(route.view):
        return expected_of_allauth(route, role)
    if not hasattr(route.view, "is_open_to_all"):
        if role is VISITOR:
            return {SIGN_IN}
        if route.view.right not in rights_of([role]):
            return {REFUSED}
    if method not in route.view.methods:
        return {NO_METHOD}
    return {MISSING} if route.name in ABSENT else {ANSWERED}


def expected_of_allauth(route: Route, role: Role | None) -> set[str]:
    """The library decides what its pages answer, once they are among those in use."""
    if route.name in SIGN_IN_PAGES:
        return {ANSWERED, NO_METHOD, SIGN_IN}
    if role is VISITOR:
        return {SIGN_IN, MISSING} if getattr(route.view, "login_required", True) else {MISSING}
    return {ANSWERED, NO_METHOD, MISSING} if route.name in OWN_ACCOUNT_PAGES else {MISSING}


def observed(response) -> str:
    if response.status_code == 302 and response["Location"].startswith("/accounts/login/"):
        return SIGN_IN
    words = {403: REFUSED, 404: MISSING, 405: NO_METHOD}
    return words.get(response.status_code, ANSWERED)


def ask(client, house: House, route: Route, role: Role | None, method: str):
    client.logout()
    if role is not VISITOR:
        client.force_login(house.users[role], backend=settings.AUTHENTICATION_BACKENDS[0])
    return read(client.generic(method, route.address(house)))


def written_tables(queries) -> set[str]:
    statements = (query["sql"] for query in queries)
    found = (re.match(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', sql) for sql in statements)
    return {match[1] for match in found if match}


def test_every_route_declares_its_right():
    assert undeclared(routes()) == []


def test_names_are_given_once():
    names = [route.name for route in routes()]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("role", [VISITOR, *Role], ids=lambda role: role or "visitor")
def test_each_page_answers_as_declared(client, house, role):
    surprises = []

    for route in routes():
        for method in METHODS:
            answer = observed(ask(client, house, route, role, method))
            if answer not in expected(route, role, method):
                surprises.append((route.name, method, answer, expected(route, role, method)))

    assert surprises == []


@pytest.mark.parametrize("role", [VISITOR, *Role], ids=lambda role: role or "visitor")
def test_reading_writes_nothing(client, house, role):
    written = {}

    for route in routes():
        if is_allauths(route.view):
            continue
        client.logout()
        if role is not VISITOR:
            client.force_login(house.users[role], backend=settings.AUTHENTICATION_BACKENDS[0])
        with CaptureQueriesContext(connection) as queries:
            read(client.get(route.address(house)))
        written[route.name] = written_tables(queries) - WRITTEN_BY_READING

    assert {name: tables for name, tables in written.items() if tables} == {}


@pytest.mark.parametrize("role", list(Role))
def test_out_of_reach_is_like_not_existing(client, house, role):
    """An account of the same role that works with nobody: a file it may not read, and one that does not exist."""
    stranger = make_user(role)
    client.force_login(stranger, backend=settings.AUTHENTICATION_BACKENDS[0])
    told_apart = []

    for route in routes():
        if route.takes not in (("key",), ("slug",)) or is_allauths(route.view):
            continue
        real = client.get(route.address(house))
        made_up = client.get(reverse(route.name, args=["2345678923"]))
        if real.status_code == 404 and without_token(real) != without_token(made_up):
            told_apart.append(route.name)

    assert told_apart == []


def without_token(response) -> tuple[int, str]:
    """The page without the anti-forgery token, which no two answers share."""
    return response.status_code, re.sub(r"[A-Za-z0-9]{64}", "token", response.content.decode())


# The sweep sees what it is there to see.


def naked(request):
    return HttpResponse("À tous vents")


@pytest.fixture
def naked_route(settings):
    urlconf = ModuleType("naked_urls")
    urlconf.urlpatterns = [*urls.urlpatterns, path("naked/", naked, name="naked")]
    settings.ROOT_URLCONF = urlconf
    return urlconf


def test_a_route_without_a_right_is_seen(naked_route):
    assert undeclared(routes(naked_route)) == ["naked"]


def test_a_route_without_a_right_opens_to_nobody(client, house, naked_route):
    answers = {VISITOR: client.get("/naked/").status_code}

    for role, user in house.users.items():
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        answers[role] = client.get("/naked/").status_code

    assert answers == {VISITOR: 302, **dict.fromkeys(Role, 403)}


def test_a_view_that_writes_while_reading_is_seen(house):
    with CaptureQueriesContext(connection) as queries:
        house.person.save()

    assert written_tables(queries) == {"members_person"}


def test_a_declaration_reads_back():
    @open_to_all()
    def view(request):
        return HttpResponse()

    route = Route("view", view, ())

    assert [expected(route, VISITOR, method) for method in METHODS] == [{ANSWERED}, *[{NO_METHOD}] * 3]
