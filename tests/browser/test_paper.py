"""Sheets on paper: what the browser prints of a page, and nothing that the content policy refuses."""

import io
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from activities.models import Session
from centre.access import Role
from centre.words import spelled
from tests.browser.test_axe import faults, too_wide
from tests.factories import make_activity, make_centre, make_enrolment, make_person, make_session, make_staff, make_user


@pytest.fixture
def animator(transactional_db):
    make_centre()
    return make_user(Role.ANIMATOR, name="Nadia Kaya", staff_member=make_staff())


def running(animator, people, **fields) -> Session:
    activity = make_activity(**{"name": "Devoirs", **fields})
    activity.team.add(animator.staff_member)
    session = make_session(activity, timezone.now() - timedelta(minutes=5), status="planned")
    for number in range(people):
        person = make_person(last_name=f"Nom{number:02}", first_name="Inès", birth_year=session.day.year - 9)
        make_enrolment(person, activity)
    return session


def without_printer(page):
    """What the browser is asked to print is counted, and no dialogue opens."""
    page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")


def on_paper(page) -> list[str]:
    """The words of each sheet that comes out of the printer."""
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in pdf.pages} == {(595, 842)}
    return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in pdf.pages]


@pytest.mark.parametrize(("people", "sheets"), [(0, 1), (12, 1), (60, 3)])
def test_each_sheet_of_paper_repeats_the_heads(page, animator, sign_in, people, sheets):
    session = running(animator, people)
    sign_in(page, animator)
    page.goto(f"/sessions/{session.key}/roll/print/")

    printed = on_paper(page)

    assert len(printed) == sheets
    assert [("Présent Absent Excusé" in sheet, "Nom" in sheet) for sheet in printed] == [(True, True)] * sheets
    assert re.findall(r"Nom\d\d", " ".join(printed)) == [f"Nom{number:02}" for number in range(people)]
    assert "Imprimer" not in " ".join(printed)


def test_the_paper_on_screen(page, phone, animator, sign_in):
    session = running(animator, 12)
    seen = []

    for screen in (page, phone):
        sign_in(screen, animator)
        for paper in ("print", "present"):
            screen.goto(f"/sessions/{session.key}/roll/{paper}/")
            seen += faults(screen) + too_wide(screen)
            expect(screen.get_by_role("button", name="Imprimer")).to_be_visible()

    assert seen == []


def test_the_button_prints(page, animator, sign_in):
    session = running(animator, 1)
    sign_in(page, animator)
    page.goto(f"/sessions/{session.key}/roll/print/")
    without_printer(page)

    page.get_by_role("button", name="Imprimer").click()

    assert page.evaluate("window.printed") == 1


@pytest.mark.parametrize("screen_name", ["phone", "page"])
def test_who_is_there_is_printed_in_one_tap_without_network(request, screen_name, animator, sign_in):
    screen, session = request.getfixturevalue(screen_name), running(animator, 4, kind="nursery")
    sign_in(screen, animator)
    screen.goto(f"/sessions/{session.key}/roll/")
    button = screen.get_by_role("button", name="Présents maintenant")
    expect(button).to_be_in_viewport()
    assert button.bounding_box()["height"] >= 48
    without_printer(screen)
    asked = []
    screen.route("**/*", lambda route: asked.append(route.request.url))
    for number in (0, 1, 3):
        screen.locator(".roll-tap").nth(number).click()
    screen.locator("[data-row]", has_text="Nom01").get_by_role("button", name="Noter le départ").click()

    button.click()

    assert screen.evaluate("window.printed") == 1
    assert {address.rsplit("/roll/")[1] for address in asked} == {"operations/"}
    screen.emulate_media(media="print")
    paper = screen.locator("[data-present]")
    expect(paper.locator("[data-present-count]")).to_have_text("Deux présents (2)")
    expect(paper.locator("h2")).to_have_text(re.compile(r"^Présents maintenant – Devoirs – \w+ \w+ \w+ \d{4}, \d+\sh"))
    expect(paper.locator("tbody tr")).to_have_count(2)
    expect(paper.locator("tbody tr").first).to_have_text(re.compile(r"^1Nom00 Inès\s*9\sans\s*\d+\sh"))
    expect(paper.locator(".box:visible")).to_have_count(2)
    visible = screen.locator("main").inner_text()
    assert re.findall(r"Nom\d\d", visible) == ["Nom00", "Nom03"]
    assert "Clore la feuille" not in visible


def test_the_sheet_itself_is_printed_as_it_is(page, animator, sign_in):
    """The list of those present leaves with the print that asked for it."""
    session = running(animator, 2)
    sign_in(page, animator)
    page.goto(f"/sessions/{session.key}/roll/")
    page.evaluate("() => { window.print = () => dispatchEvent(new Event('afterprint')); }")

    page.get_by_role("button", name="Présents maintenant").click()
    page.emulate_media(media="print")

    expect(page.locator("[data-present]")).to_be_hidden()
    expect(page.locator("[data-row]").first).to_be_visible()


def test_heads_are_printed_with_those_present(page, animator, sign_in):
    session = running(animator, 0, counting="tally")
    sign_in(page, animator)
    page.goto(f"/sessions/{session.key}/roll/")
    without_printer(page)
    page.get_by_role("button", name="Filles : un de plus").first.click()

    page.get_by_role("button", name="Présents maintenant").click()
    page.emulate_media(media="print")

    expect(page.locator("[data-present-heads] li")).to_have_text([re.compile(r"^Filles\s: 1$")])
    expect(page.locator("[data-present-table]")).to_be_hidden()


def test_without_a_script_a_link_leads_to_the_list(browser, browser_context_args, animator, sign_in):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page, session = context.new_page(), running(animator, 1)
    sign_in(page, animator)
    page.goto(f"/sessions/{session.key}/roll/")

    page.get_by_role("link", name="Présents maintenant").click()

    expect(page.locator("h1")).to_have_text(re.compile("^Présents maintenant – Devoirs"))
    expect(page.get_by_role("button", name="Imprimer")).to_be_hidden()
    context.close()


def test_numbers_are_spelled_the_same_by_the_browser(page, animator, sign_in):
    sign_in(page, animator)
    page.goto(f"/sessions/{running(animator, 0).key}/roll/")
    # The served name holds a fingerprint that only the page knows.
    script = page.locator("script[src*=roll_present]").get_attribute("src")

    words = page.evaluate(
        """async (script) => {
            const source = await (await fetch(script)).text();
            const name = source.match(/from ["'](.*french.*)["']/)[1];
            const french = await import(new URL(name, new URL(script, location)));
            return Array.from({ length: 1000 }, (_, number) => french.spelled(number));
        }""",
        script,
    )

    assert words == [spelled(number) for number in range(1_000)]
