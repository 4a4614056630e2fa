"""The roll call with a thumb, by keyboard, and on a bad network."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from activities.matching import match_person
from activities.models import Attendance, RollOperation, Session
from centre.access import Role
from tests.activities.roll.asking import ask, mark
from tests.browser.test_axe import faults, too_wide
from tests.factories import (
    make_activity,
    make_attendance,
    make_centre,
    make_enrolment,
    make_person,
    make_session,
    make_staff,
    make_user,
)

PEOPLE, ABSENT, MOST_TAPS = 30, 4, 6


@pytest.fixture
def animator(transactional_db):
    make_centre()
    return make_user(Role.ANIMATOR, name="Nadia Kaya", staff_member=make_staff())


def running(animator, people=PEOPLE, **fields) -> Session:
    activity = make_activity(**{"name": "Devoirs", **fields})
    activity.team.add(animator.staff_member)
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    starts_at = max(timezone.now() - timedelta(minutes=5), today)  # of today, even just after midnight
    session = make_session(activity, starts_at, status="planned")
    for number in range(people):
        person = make_person(last_name=f"Nom{number:02}", first_name="Inès", birth_year=2012)
        make_enrolment(person, activity)
    return session


def open_sheet(screen, sign_in, user, session):
    sign_in(screen, user)
    screen.goto(f"/sessions/{session.key}/roll/")


def row(screen, name):
    return screen.locator("[data-row]", has_text=name)


def settled(screen):
    """All that was tapped is acknowledged."""
    expect(screen.locator(".is-waiting")).to_have_count(0)


def statuses(session) -> dict[str, int]:
    found = list(session.attendances.values_list("status", flat=True))
    return {status: found.count(status) for status in set(found)}


@pytest.mark.parametrize("screen_name", ["phone", "page"])
def test_thirty_people_four_absent_in_six_taps(request, screen_name, animator, sign_in):
    screen, session = request.getfixturevalue(screen_name), running(animator)
    sign_in(screen, animator)
    screen.goto("/")
    taps = []

    def tap(target):
        target.click()
        taps.append(target)

    tap(screen.get_by_role("link", name="Faire l’appel"))
    tap(screen.get_by_role("button", name="Tous présents", exact=True))
    for number in (3, 7, 12, 29):
        tap(row(screen, f"Nom{number:02}").locator(".roll-tap"))
    settled(screen)

    assert len(taps) <= MOST_TAPS
    assert statuses(session) == {"present": PEOPLE - ABSENT, "absent": ABSENT}
    expect(screen.locator("[data-said]")).to_have_text(re.compile(r"26\s+présents, 4\s+absents"))


def test_a_tap_shows_within_100_ms_whatever_the_network_does(phone, animator, sign_in):
    open_sheet(phone, sign_in, animator, running(animator, 3))
    phone.locator("[data-restored]").wait_for()  # what this device has kept is on the page
    phone.route("**/operations/", lambda route: None)

    took = phone.evaluate(
        """async () => {
            const word = document.querySelector("[data-word]");
            const start = performance.now();
            document.querySelector(".roll-tap").click();
            while (word.textContent !== "Présent" && performance.now() - start < 5_000) {
                await new Promise(requestAnimationFrame);
            }
            return performance.now() - start;
        }"""
    )

    assert took < 100


def test_a_tap_cycles_and_is_undone(phone, animator, sign_in):
    session = running(animator, 1)
    open_sheet(phone, sign_in, animator, session)
    button, seen = phone.locator(".roll-tap"), []

    for _ in range(4):
        button.click()
        seen.append(phone.locator("[data-word]").inner_text())
    button.click()
    button.click()
    phone.get_by_role("button", name="Annuler pour Nom00 Inès").click()
    settled(phone)

    assert seen == ["Présent", "Absent", "Excusé", "Non pointé"]
    assert statuses(session) == {"present": 1}
    assert RollOperation.objects.filter(outcome="conflict").count() == 0


def test_the_keyboard_is_enough(page, animator, sign_in):
    session = running(animator, 3)
    open_sheet(page, sign_in, animator, session)

    page.locator(".roll-tap").first.focus()
    for key in ("p", "ArrowDown", "a", "ArrowDown", "e", "z", "ArrowUp"):
        page.keyboard.press(key)
    settled(page)

    words = page.locator("[data-word]").all_inner_texts()
    assert words == ["Présent", "Absent", "Non pointé"]
    expect(page.locator(".roll-tap").nth(1)).to_be_focused()
    expect(page.locator("[data-live]")).to_have_text(re.compile(r"Nom02 Inès\s: non pointé"))
    expect(page.get_by_role("button", name=re.compile(r"Nom01 Inès\s*, \d+\sans\s*: Absent"))).to_be_visible()


def test_a_lost_answer_is_asked_again_and_counted_once(phone, animator, sign_in):
    """The request arrives, its answer does not: the device sends the same again."""
    session = running(animator, 1, counting="tally")
    open_sheet(phone, sign_in, animator, session)
    lost = []

    def lose_the_first(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.fulfill(status=200, body="")

    phone.route("**/operations/", lose_the_first)
    phone.get_by_role("button", name="Filles : un de plus").first.click()
    expect(phone.locator("[data-unsent]")).to_be_visible()
    expect(phone.locator("[data-unsent]")).to_have_text(re.compile("1 changement attend le réseau"))
    expect(phone.locator("[data-unsent]")).to_be_hidden()

    assert [tally.count for tally in session.tallies.all()] == [1]


@pytest.mark.parametrize("status", [200, 302, 403])
def test_a_page_that_is_not_an_answer_of_ours_keeps_what_was_tapped(phone, animator, sign_in, status):
    session = running(animator, 1)
    open_sheet(phone, sign_in, animator, session)
    answer = {
        "status": status,
        "body": "<html>Bienvenue sur le wifi</html>",
        "headers": {"Location": "/accounts/login/"},
    }
    phone.route("**/operations/", lambda route: route.fulfill(**answer))
    phone.locator(".roll-tap").click()
    expect(phone.locator("[data-unsent]")).to_be_visible()
    assert not Attendance.objects.exists()

    phone.unroute("**/operations/")
    settled(phone)

    assert statuses(session) == {"present": 1}


def test_two_devices_that_disagree_are_both_told(phone, animator, sign_in):
    session = running(animator, 1)
    open_sheet(phone, sign_in, animator, session)
    person = session.activity.enrolments.get().person
    now = timezone.now()
    mark(session, make_user(Role.DIRECTOR, name="Karim Haddad"), person, "excused", made_at=now)

    phone.locator(".roll-tap").click()

    conflict = phone.locator("[data-conflict]")
    expect(conflict).to_contain_text("Karim Haddad a noté « excusé »")
    expect(phone.locator("[data-word]")).to_have_text("Excusé")
    assert statuses(session) == {"excused": 1}
    phone.locator(".roll-tap").focus()
    phone.keyboard.press("p")
    expect(conflict).to_be_hidden()
    settled(phone)
    assert statuses(session) == {"present": 1}


def test_a_walk_in_is_found_and_a_newcomer_opened(phone, animator, sign_in):
    session = running(animator, 1)
    make_person(last_name="Durand", first_name="Jules", birth_year=2009)
    open_sheet(phone, sign_in, animator, session)

    phone.get_by_label("Nom, prénom ou année de naissance").fill("durnad")
    phone.get_by_role("button", name="Durand Jules").click()
    phone.get_by_text("Une personne que la maison ne connaît pas").click()
    phone.get_by_label("Prénom", exact=True).fill("Lila")
    phone.get_by_label("Âge").select_option("11 à 14 ans")
    phone.get_by_role("button", name="Ajouter à la feuille").click()
    expect(row(phone, "Lila").locator("[data-word]")).to_have_text("Présent")
    row(phone, "Lila").locator(".roll-tap").click()
    settled(phone)

    names = phone.locator("[data-name]").all_inner_texts()
    assert names == ["Durand Jules", "Lila", "Nom00 Inès"]
    assert statuses(session) == {"present": 1, "absent": 1}


def test_a_nursery_notes_arrivals_and_departures(phone, animator, sign_in):
    session = running(animator, 1, kind="nursery")
    open_sheet(phone, sign_in, animator, session)

    phone.locator(".roll-tap").click()
    settled(phone)
    arrived_at = session.attendances.get().arrived_at
    # Half an hour later.
    session.attendances.update(arrived_at=arrived_at - timedelta(minutes=30))
    phone.get_by_role("button", name="Noter le départ").click()
    settled(phone)
    left_at = session.attendances.get().left_at
    phone.get_by_role("button", name="Annuler pour Nom00 Inès").click()
    settled(phone)

    assert left_at - arrived_at < timedelta(minutes=2)
    assert session.attendances.get().left_at is None


def test_a_desk_notes_appointments_and_cases(phone, animator, sign_in):
    session = running(animator, 1, kind="drop_in_desk")
    open_sheet(phone, sign_in, animator, session)

    phone.locator(".roll-tap").click()
    phone.get_by_role("button", name="Sur rendez-vous").click()
    for _ in range(3):
        phone.get_by_role("button", name="Un dossier de plus").click()
    settled(phone)

    attendance = session.attendances.get()
    assert (attendance.mode, attendance.case_count) == ("appointment", 3)


def test_the_list_filters_as_one_types(phone, animator, sign_in):
    open_sheet(phone, sign_in, animator, running(animator))

    phone.get_by_label("Filtrer").fill("ines nom07")

    expect(phone.locator("[data-row]:visible")).to_have_count(1)


def test_to_close_says_what_becomes_of_the_unmarked(phone, animator, sign_in):
    session = running(animator, 3)
    open_sheet(phone, sign_in, animator, session)
    phone.locator(".roll-tap").first.click()
    settled(phone)
    expect(phone.locator("[data-unmarked]")).to_have_text(re.compile("2\\s+personnes ne sont pas pointées"))

    phone.get_by_role("button", name="Clore la feuille").click()

    expect(phone.get_by_text("Feuille close.")).to_be_visible()
    assert statuses(session) == {"present": 1, "absent": 2}


@pytest.mark.parametrize("kind", ["workshop", "nursery", "drop_in_desk"])
def test_every_target_is_wide_enough_and_every_word_read(phone, animator, sign_in, kind):
    session = running(animator, 2, kind=kind)
    person = session.activity.enrolments.first().person
    make_attendance(session, person)
    Session.objects.filter(pk=session.pk).update(status="held", is_roll_open=True)
    open_sheet(phone, sign_in, animator, session)
    phone.locator(".roll-tap").last.click()
    settled(phone)

    sizes = phone.locator("main :is(button, summary, .roll-more, input, select):visible").evaluate_all(
        "all => all.map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])"
        ".filter(([_, box]) => box.height < 48 || box.width < 44).map(([words]) => words)"
    )

    assert sizes == []
    assert faults(phone) + too_wide(phone) == []


def test_the_sheet_is_read_at_four_hundred_per_cent(page, animator, sign_in):
    page.set_viewport_size({"width": 342, "height": 225})  # 1366 × 900, four times as large
    session = running(animator, 2)
    open_sheet(page, sign_in, animator, session)

    page.locator(".roll-tap").first.click()
    settled(page)

    assert too_wide(page) == []
    assert statuses(session) == {"present": 1}


def test_what_the_server_refuses_goes_back_to_what_it_was(phone, animator, sign_in):
    """To leave in the minute of one's arrival makes no sense."""
    session = running(animator, 1, kind="nursery")
    phone.clock.set_fixed_time(timezone.now() - timedelta(minutes=1))
    open_sheet(phone, sign_in, animator, session)

    phone.locator(".roll-tap").click()
    phone.get_by_role("button", name="Noter le départ").click()

    expect(phone.locator("[data-refused]")).to_contain_text("Le départ doit venir après l’arrivée")
    expect(phone.get_by_role("button", name="Noter le départ")).to_be_visible()
    settled(phone)
    assert session.attendances.get().left_at is None


def test_a_sheet_closed_meanwhile_takes_no_more(phone, animator, sign_in):
    session = running(animator, 2)
    open_sheet(phone, sign_in, animator, session)
    Session.objects.filter(pk=session.pk).update(status="held", is_roll_open=False)

    phone.locator(".roll-tap").first.click()
    settled(phone)

    expect(phone.locator("[data-refused]")).to_contain_text("La feuille est close")
    assert phone.locator("[data-word]").all_inner_texts() == ["Non pointé", "Non pointé"]
    assert not session.attendances.exists()


def test_a_number_counted_at_a_glance_is_typed(phone, animator, sign_in):
    session = running(animator, 0, counting="tally")
    open_sheet(phone, sign_in, animator, session)
    typed = phone.get_by_role("spinbutton", name="Femmes").first

    typed.fill("60")
    typed.press("Enter")
    phone.get_by_role("button", name="Femmes : un de plus").first.click()
    settled(phone)
    typed.fill("-3")
    typed.press("Enter")

    expect(phone.locator("[data-refused]")).to_contain_text("écrivez un nombre")
    expect(typed).to_have_value("61")
    assert [(tally.group, tally.sex, tally.count) for tally in session.tallies.all()] == [("adult", "F", 61)]


def test_a_number_that_somebody_else_has_counted_is_not_written_over(phone, animator, sign_in):
    session = running(animator, 0, counting="tally")
    open_sheet(phone, sign_in, animator, session)
    subject = {"group": "adult", "sex": "F", "is_estimate": False}
    ask(session, make_user(Role.DIRECTOR, name="Karim Haddad"), "count", made_at=timezone.now(), number=40, **subject)
    typed = phone.get_by_role("spinbutton", name="Femmes").first

    typed.fill("60")
    typed.press("Enter")

    expect(phone.locator("[data-refused]")).to_contain_text("Karim Haddad a noté « 40 »")
    expect(typed).to_have_value("40")
    assert session.tallies.get().count == 40


def test_a_file_matched_meanwhile_is_still_called(phone, animator, sign_in):
    """The device knows the provisional file; the house knows the real one by now."""
    session = running(animator, 0)
    provisional = make_person(last_name="", first_name="Lila", is_to_complete=True)
    real = make_person(last_name="Durand", first_name="Lila")
    make_attendance(session, provisional)
    Session.objects.filter(pk=session.pk).update(status="held", is_roll_open=True)
    open_sheet(phone, sign_in, animator, session)
    match_person(provisional=provisional, real=real, keep={}, by=make_user(Role.DIRECTOR), now=timezone.now())

    phone.locator(".roll-tap").click()
    settled(phone)

    expect(phone.locator("[data-word]")).to_have_text("Absent")
    assert [(row.person, row.status) for row in session.attendances.all()] == [(real, "absent")]


def test_what_was_not_done_is_not_undone(phone, animator, sign_in):
    """« Annuler » after a conflict would take back what the colleague has noted."""
    session = running(animator, 1)
    open_sheet(phone, sign_in, animator, session)
    person = session.activity.enrolments.get().person
    mark(session, make_user(Role.DIRECTOR, name="Karim Haddad"), person, "excused", made_at=timezone.now())

    phone.locator(".roll-tap").click()
    expect(phone.locator("[data-conflict]")).to_be_visible()

    expect(phone.locator("[data-undo]")).to_be_hidden()
    phone.locator(".roll-tap").focus()
    phone.keyboard.press("z")
    settled(phone)
    assert statuses(session) == {"excused": 1}


def test_everyone_is_undone_for_ten_seconds_only(page, animator, sign_in):
    session = running(animator, 2)
    page.clock.install()
    open_sheet(page, sign_in, animator, session)
    page.get_by_role("button", name="Tous présents", exact=True).click()
    settled(page)

    page.clock.fast_forward(11_000)
    page.locator(".roll-tap").first.focus()
    page.keyboard.press("z")
    settled(page)

    assert statuses(session) == {"present": 2}


def test_taps_before_the_script_wait_for_it(phone, animator, sign_in):
    session = running(animator, 2)
    sign_in(phone, animator)
    late = []
    phone.route("**/js/roll.js", lambda route: late.append(route))
    phone.goto(f"/sessions/{session.key}/roll/", wait_until="commit")
    expect(phone.locator(".roll-tap")).to_have_count(2)
    for button in phone.locator(".roll-tap").all():
        button.click()
    assert phone.locator("[data-word]").all_inner_texts() == ["Non pointé", "Non pointé"]

    late[0].continue_()

    expect(phone.locator("[data-word]")).to_have_text(["Présent", "Présent"])
    settled(phone)
    assert statuses(session) == {"present": 2}


def test_taps_are_a_form_s_when_the_script_never_comes(phone, animator, sign_in):
    session = running(animator, 1)
    sign_in(phone, animator)
    phone.route("**/js/roll.js", lambda route: route.fulfill(status=404))
    phone.goto(f"/sessions/{session.key}/roll/")

    phone.locator(".roll-tap").click()

    expect(phone.locator("[data-word]")).to_have_text("Présent", timeout=10_000)
    assert statuses(session) == {"present": 1}
