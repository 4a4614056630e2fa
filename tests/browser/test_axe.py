"""Every page × role: no fault that axe can see, nothing wider than the screen. By day on a laptop, by night on a
telephone. Pages come from the resolver, so a new one is examined without being named here."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection

from activities.models import Activity
from centre.access import Role, rights_of
from centre.middleware import OWN_ACCOUNT_PAGES, is_allauths
from centre.models import Centre, Sector, StaffMember, User
from members.models import District, Household, Person
from tests.pages import ABSENT, House, Route, fill, make_house, routes

# Answers that are not pages of ours to look at: files, fragments, and pages that lead elsewhere.
NOT_PAGES = frozenset(
    {"home", "walk_ins", "sectors_css", "service_worker", "mfa_download_recovery_codes", "report_pdf"}
)
FOR_ALL = ["offline", "account_login", "account_reset_password", "account_reset_password_done", "account_inactive"]
# What axe sees does not hang on the database: on the second one, the pages of a director stand for all.
ROLES = list(Role) if connection.vendor == "sqlite" else [Role.DIRECTOR]
# A director has every page; an animator the narrowest of many, the board its figures without the small ones.
BY_NIGHT = [role for role in (Role.DIRECTOR, Role.ANIMATOR, Role.BOARD_MEMBER) if role in ROLES]


@pytest.fixture
def house(transactional_db) -> House:
    return make_house()


def pages_of(role: Role) -> list[Route]:
    rights = rights_of([role])
    return [route for route in routes() if route.name not in NOT_PAGES | ABSENT and is_page_of(route, rights)]


def is_page_of(route: Route, rights) -> bool:
    if is_allauths(route.view):
        return route.name in OWN_ACCOUNT_PAGES
    return getattr(route.view, "right", None) in rights and "GET" in route.view.methods


def faults(page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found]


def faults_of(page, house: House, wanted: list[Route], scheme: str) -> dict[str, list[str]]:
    page.emulate_media(color_scheme=scheme)
    seen = {}
    for route in wanted:
        page.goto(route.address(house))
        seen[route.name] = faults(page) + too_wide(page)
    return {name: found for name, found in seen.items() if found}


def too_wide(page) -> list[str]:
    width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"scrolls sideways: {width} px for {room} px"] if width > room else []


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role(page, house, sign_in, role):
    sign_in(page, house.users[role])

    assert faults_of(page, house, pages_of(role), "light") == {}


@pytest.mark.parametrize("role", BY_NIGHT)
def test_every_page_of_a_role_on_a_telephone_by_night(phone, house, sign_in, role):
    sign_in(phone, house.users[role])

    assert faults_of(phone, house, pages_of(role), "dark") == {}


def test_long_names_never_widen_a_telephone(phone, house, sign_in):
    fill(house, 1)
    long = "Intercommunalité-de-la-Grande-Prairie-et-des-Quatre-Vents Anticonstitutionnellement-Vôtre"
    for model in (Centre, Sector, Activity, Household, StaffMember, District):
        model.objects.update(name=long)
    Person.objects.update(last_name=long[:80], first_name=long[:80])
    User.objects.update(name=long)
    sign_in(phone, house.users[Role.DIRECTOR])

    wide = {}
    for route in pages_of(Role.DIRECTOR):
        phone.goto(route.address(house))
        wide[route.name] = too_wide(phone)

    assert {name: found for name, found in wide.items() if found} == {}


def test_the_pages_before_signing_in(page, phone, house):
    wanted = [route for route in routes() if route.name in FOR_ALL]

    seen = [faults_of(screen, house, wanted, scheme) for screen in (page, phone) for scheme in ("light", "dark")]

    assert seen == [{}] * 4


def test_the_pages_of_the_first_visit(page, phone, transactional_db):
    for screen in (page, phone):
        screen.goto("/bienvenue/")

    assert (faults(page), faults(phone), too_wide(phone)) == ([], [], [])


@pytest.mark.parametrize(
    ("address", "title"), [("/nulle-part/", "Cette page n’existe pas."), ("/users/", "Cette page")]
)
def test_the_pages_of_refusal(phone, house, sign_in, address, title):
    sign_in(phone, house.users[Role.VOLUNTEER])

    phone.goto(address)

    assert phone.locator("h1").inner_text().startswith(title)
    assert faults(phone) + too_wide(phone) == []


def test_axe_sees_a_fault(page, house):
    page.goto("/accounts/login/")
    page.locator("label[for=id_login]").evaluate("label => label.remove()")

    assert [fault.split(":")[0] for fault in faults(page)] == ["label"]
