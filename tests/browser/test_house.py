"""The house by keyboard, on a telephone, and through its front door."""

import re

import pytest
from playwright.sync_api import expect

from centre.access import Role
from centre.colors import INK_CONTRAST, contrast
from centre.models import User
from tests.factories import PASSWORD
from tests.pages import make_house


@pytest.fixture
def house(transactional_db):
    return make_house()


def test_one_signs_in_and_out(page, house):
    page.goto("/")
    page.get_by_label("Adresse électronique").fill(house.users[Role.DIRECTOR].email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aujourd’hui")

    page.locator(".own summary").click()
    page.get_by_role("button", name="Se déconnecter").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Se connecter")


def test_the_first_visit_opens_the_centre(page, transactional_db):
    page.goto("/")
    page.get_by_label("Nom du centre").fill("Centre social Alma")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Votre nom").fill("Aïcha Belkacem")
    page.get_by_label("Votre adresse électronique").fill("aicha@alma.example")
    page.get_by_label("Mot de passe").fill("quatre mots sans rapport")
    page.get_by_role("button", name="Ouvrir le centre").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Comptes")
    assert User.objects.get().roles == {"director"}


def test_the_keyboard_skips_to_the_content(page, house, sign_in):
    sign_in(page, house.users[Role.DIRECTOR])
    page.goto("/today/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_the_focus_is_always_seen(page, house, sign_in):
    sign_in(page, house.users[Role.DIRECTOR])
    page.goto("/users/new/")

    widths = set()
    for _ in range(20):
        page.keyboard.press("Tab")
        widths.add(page.evaluate("getComputedStyle(document.activeElement).outlineWidth"))

    assert widths == {"3px"}


def test_every_control_is_large_enough_for_a_thumb(phone, house, sign_in):
    sign_in(phone, house.users[Role.DIRECTOR])
    phone.goto("/today/")

    heights = phone.locator(".rail nav a, .own summary, main button, main input").evaluate_all(
        "controls => controls.filter(c => c.offsetParent).map(c => c.getBoundingClientRect().height)"
    )

    assert heights
    assert min(heights) >= 44


def test_no_word_is_smaller_than_16_pixels(phone, house, sign_in):
    sign_in(phone, house.users[Role.DIRECTOR])
    phone.goto("/today/")

    sizes = phone.locator("body *").evaluate_all(
        "all => all.filter(e => e.innerText && e.offsetParent).map(e => parseFloat(getComputedStyle(e).fontSize))"
    )

    assert min(sizes) >= 16


@pytest.mark.parametrize(("scheme", "surface"), [("light", "#FFFFFF"), ("dark", "#1F2125")])
def test_the_words_of_a_chart_are_read_by_day_and_by_night(page, house, sign_in, scheme, surface):
    """Axe does not look into drawings."""
    sign_in(page, house.users[Role.DIRECTOR])
    page.emulate_media(color_scheme=scheme)
    page.goto("/dashboard/")

    inks = page.locator("svg.chart :is(.chart-text, .chart-soft, .chart-value)").evaluate_all(
        "words => [...new Set(words.map(word => getComputedStyle(word).fill))]"
    )

    assert inks
    assert min(contrast(hexadecimal(ink), surface) for ink in inks) >= INK_CONTRAST


def hexadecimal(rgb: str) -> str:
    return "#" + "".join(f"{int(channel):02X}" for channel in re.findall(r"\d+", rgb))


def test_on_a_telephone_every_place_is_within_reach(phone, house, sign_in):
    sign_in(phone, house.users[Role.DIRECTOR])
    phone.goto("/today/")
    bar = phone.locator(".rail nav a:visible").all_inner_texts()

    phone.locator(".own summary").click()
    menu = phone.locator(".own a:visible").all_inner_texts()

    assert bar == ["Aujourd’hui", "Agenda", "Personnes", "Activités"]
    assert menu[:2] == ["Tableau de bord", "Rapports"]


def test_the_day_is_chosen_without_a_script(browser, browser_context_args, house, sign_in):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, house.users[Role.DIRECTOR])

    page.goto("/today/")
    page.get_by_role("textbox", name="Jour").fill("2021-03-08")
    page.get_by_role("button", name="Voir").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Lundi 8 mars 2021")
    context.close()
