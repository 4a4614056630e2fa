"""A month of paper typed in: by keyboard, by thumb, with another device at the same cells."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from activities.models import RollOperation, Session
from centre.access import Role
from members.models import Person
from tests.activities.roll.asking import mark
from tests.browser.test_axe import faults, too_wide
from tests.factories import (
    make_activity,
    make_alias,
    make_attendance,
    make_centre,
    make_enrolment,
    make_person,
    make_session,
    make_staff,
    make_user,
)

NOVEMBER = "/activities/ados/month/?month=2020-11"
MONDAY = date(2020, 11, 2)


@pytest.fixture
def user(transactional_db):
    make_centre()
    return make_user(Role.DIRECTOR, name="Nadia Kaya")


@pytest.fixture
def other(user):
    return make_user(Role.DIRECTOR, name="Karim Haddad")


def a_month(people=3, sessions=2, **fields):
    """From Monday 2 November on, a session a day."""
    activity = make_activity("ados", **fields)
    for rank in range(sessions):
        make_session(activity, f"{MONDAY + timedelta(days=rank)}T14:00", status="planned")
    for rank in range(people):
        person = make_person(key=f"p{rank:02}", last_name=f"Nom{rank:02}", first_name="Inès")
        make_enrolment(person, activity)
    return activity


def open_month(screen, sign_in, user):
    sign_in(screen, user)
    screen.goto(NOVEMBER)


def cell(screen, row, column=0):
    return screen.locator("tbody tr").nth(row).locator("td > button").nth(column)


def press(screen, *keys):
    for key in keys:
        screen.keyboard.press(key)


def settled(screen):
    """All that was typed is acknowledged."""
    expect(screen.locator(".is-waiting")).to_have_count(0)


def noted(session=None) -> dict[str, str]:
    session = session or Session.objects.earliest("starts_at")
    return dict(session.attendances.values_list("person__key", "status"))


def sums(screen) -> tuple[list[str], list[str]]:
    return (
        screen.locator("tbody [data-sum]").all_inner_texts(),
        screen.locator("tfoot td").all_inner_texts(),
    )


# Keyboard


def test_a_column_of_twenty_people_is_typed_without_a_mouse(page, user, sign_in):
    a_month(people=20)
    open_month(page, sign_in, user)
    typed = "ppappepppapppppeappp"

    page.get_by_role("link", name="Feuille du lundi 2 novembre").focus()
    press(page, "ArrowDown", *typed)
    settled(page)

    words = {"p": "present", "a": "absent", "e": "excused"}
    assert noted() == {f"p{rank:02}": words[key] for rank, key in enumerate(typed)}
    assert RollOperation.objects.count() == 20
    assert noted(Session.objects.latest("starts_at")) == {}
    expect(cell(page, 19)).to_be_focused()
    assert sums(page)[1] == ["15", "0", "15"]


def test_keys_mark_erase_and_move(page, user, sign_in):
    a_month(people=3, sessions=3)
    open_month(page, sign_in, user)

    cell(page, 0).focus()
    press(page, "p", "p", "p", "ArrowRight", "ArrowUp", "a", "Delete", "ArrowLeft", "0", "ArrowUp", "ArrowUp", " ")
    press(page, "End", "Enter", "Enter", "Home", "ArrowUp", "ArrowDown")
    settled(page)

    first, second, third = Session.objects.order_by("starts_at")
    assert noted(first) == {"p00": "", "p01": "present", "p02": ""}
    assert noted(second) == {"p01": "absent"}
    assert noted(third) == {"p00": "absent"}
    expect(cell(page, 0)).to_be_focused()
    assert sums(page) == (["0", "1", "0"], ["1", "0", "0", "1"])


def test_z_takes_back_one_mark_after_the_other(page, user, sign_in):
    a_month(people=3)
    open_month(page, sign_in, user)

    cell(page, 0).focus()
    press(page, "p", "a", "e", "z", "z")
    settled(page)

    assert noted() == {"p00": "present", "p01": "", "p02": ""}
    assert not RollOperation.objects.filter(outcome="conflict").exists()
    expect(cell(page, 1)).to_be_focused()


def test_tab_reaches_the_grid_once_and_leaves_it(page, user, sign_in):
    a_month(people=3)
    open_month(page, sign_in, user)

    cell(page, 1, 1).focus()
    press(page, "Tab")
    left = page.evaluate("document.activeElement.closest('table') === null")
    press(page, "Shift+Tab")

    assert left
    expect(cell(page, 1, 1)).to_be_focused()


def test_typing_goes_on_to_the_next_who_is_expected_that_day(page, user, sign_in):
    """A paper sheet does not name those who were not enrolled yet; the arrows reach them."""
    activity = a_month(people=3)
    activity.enrolments.filter(person__key="p01").update(from_on="2020-11-03")
    open_month(page, sign_in, user)

    cell(page, 0).focus()
    press(page, "p", "p", "ArrowUp", "a")
    settled(page)

    assert noted() == {"p00": "present", "p01": "absent", "p02": "present"}


def test_a_cell_tells_its_name_and_its_state(page, user, sign_in):
    activity = a_month(people=2)
    activity.enrolments.filter(person__key="p01").update(from_on="2020-11-03")
    open_month(page, sign_in, user)

    cell(page, 0).focus()
    press(page, "p")
    settled(page)

    expect(page.get_by_role("button", name="Nom00 Inès, lundi 2 novembre : présent", exact=True)).to_be_visible()
    expect(page.locator("[data-live]")).to_have_text(re.compile(r"^Nom00 Inès, lundi 2 novembre\s: présent$"))
    name = "Nom01 Inès, lundi 2 novembre : pas encore pointé, non inscrit ce jour-là"
    expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    signs = [cell(page, 0, column).evaluate("each => getComputedStyle(each, '::before').content") for column in (0, 1)]
    assert signs == ['"✓"', '""']


# Shut sheets


def test_a_shut_column_is_read_and_not_typed(page, user, sign_in):
    a_month(people=2)
    Session.objects.filter(day=MONDAY).update(status="held")
    open_month(page, sign_in, user)

    cell(page, 0).focus()
    press(page, "p", "Enter", "z")
    cell(page, 0).click(force=True)
    press(page, "ArrowRight", "p")
    settled(page)

    assert [noted(session) for session in Session.objects.order_by("starts_at")] == [{}, {"p00": "present"}]
    expect(page.get_by_role("button", name="Nom00 Inès, lundi 2 novembre : pas encore pointé, close")).to_be_visible()
    expect(page.get_by_role("link", name="Feuille du lundi 2 novembre, close")).to_be_visible()


# Conflicts


def test_two_devices_that_disagree_are_both_told_and_somebody_decides(page, user, other, sign_in):
    a_month(people=2)
    open_month(page, sign_in, user)
    session, person = Session.objects.earliest("starts_at"), Person.objects.get(key="p00")
    mark(session, other, person, "excused", made_at="2020-11-02T14:03")

    cell(page, 0).focus()
    press(page, "p")

    line = page.locator("[data-conflict]")
    expect(line).to_contain_text(
        re.compile(r"Nom00 Inès, lundi 2 novembre\. Karim Haddad a noté «\sexcusé\s» à 14\sh\s03")
    )
    expect(cell(page, 0)).to_have_accessible_name(re.compile("excusé"))
    expect(cell(page, 0)).to_have_class(re.compile("cell--conflict"))
    assert noted() == {"p00": "excused"}
    assert faults(page) == []

    page.get_by_role("button", name="Noter « présent »").click()
    settled(page)

    expect(page.locator("[data-conflict]")).to_have_count(0)
    expect(page.locator("[data-conflicts]")).to_be_hidden()
    assert noted() == {"p00": "present"}
    assert sums(page)[1] == ["1", "0", "1"]


def test_z_never_undoes_what_somebody_else_did(page, user, other, sign_in):
    a_month(people=2)
    open_month(page, sign_in, user)
    session, person = Session.objects.earliest("starts_at"), Person.objects.get(key="p00")
    mark(session, other, person, "excused", made_at="2020-11-02T14:03")

    cell(page, 0).focus()
    press(page, "p")
    expect(page.locator("[data-conflict]")).to_be_visible()
    press(page, "z")
    settled(page)

    assert noted() == {"p00": "excused"}
    assert RollOperation.objects.count() == 2


def test_a_conflict_of_before_is_shown_and_decided(page, user, other, sign_in):
    a_month(people=2)
    session, person = Session.objects.earliest("starts_at"), Person.objects.get(key="p00")
    mark(session, other, person, "excused", made_at="2020-11-02T14:03")
    mark(session, user, person, made_at="2020-11-02T14:01", now="2020-11-02T14:10")
    open_month(page, sign_in, user)
    expect(cell(page, 0)).to_have_accessible_name(re.compile("excusé, à trancher$"))

    page.get_by_role("button", name="Garder « excusé »").click()
    settled(page)

    expect(page.locator("[data-conflict]")).to_have_count(0)
    expect(cell(page, 0)).to_have_accessible_name(re.compile("excusé$"))
    page.reload()
    expect(page.locator("[data-conflict]")).to_have_count(0)


def test_a_sheet_closed_meanwhile_is_told_and_leads_there(page, user, sign_in):
    a_month(people=2)
    open_month(page, sign_in, user)
    Session.objects.filter(day=MONDAY).update(status="held")

    cell(page, 0).focus()
    press(page, "p")

    line = page.locator("[data-conflict]")
    expect(line).to_contain_text("La feuille est close")
    settled(page)
    expect(cell(page, 0)).to_have_accessible_name(re.compile("pas encore pointé"))
    line.get_by_role("link", name="Ouvrir la feuille").click()
    expect(page).to_have_url(re.compile("/roll/$"))


def test_what_is_refused_goes_back_to_what_it_was(page, user, sign_in):
    activity = a_month(people=2)
    open_month(page, sign_in, user)
    activity.enrolments.all().delete()
    user.role_set.update(role=Role.VOLUNTEER)
    user.staff_member = make_staff()
    user.save()
    Session.objects.update(day=date.today())
    for session in Session.objects.all():
        session.staff.add(user.staff_member)

    cell(page, 0).focus()
    press(page, "p")

    expect(page.locator("[data-unsent]")).to_contain_text("Vous n’en avez pas, ou plus, le droit.")
    page.get_by_role("button", name="Y renoncer").click()
    page.get_by_role("button", name="Oui, renoncer à 1 changement").click()
    settled(page)
    assert (noted(), sums(page)[1]) == ({}, ["0", "0", "0"])


def test_a_bad_network_keeps_what_was_typed(page, user, sign_in):
    a_month(people=3)
    open_month(page, sign_in, user)
    page.route("**/operations/", lambda route: route.fulfill(status=200, body="<html>Bienvenue sur le wifi</html>"))

    cell(page, 0).focus()
    press(page, "p", "a", "z", "e")
    expect(page.locator("[data-unsent]")).to_contain_text("4\u00a0changements attendent le réseau")
    page.unroute("**/operations/")
    settled(page)

    assert noted() == {"p00": "present", "p01": "excused"}
    assert not RollOperation.objects.filter(outcome="conflict").exists()


# Screens


SEEN = """() => {
  const box = (each) => each.getBoundingClientRect();
  const [head, ...lines] = document.querySelector(".month-grid").rows;
  const cell = document.activeElement.closest("td");
  const place = box(cell), frame = box(document.querySelector(".month-frame"));
  const over = box(head.cells[cell.cellIndex]), name = box(cell.parentElement.cells[0]);
  const sum = box(lines.at(-1).cells[cell.cellIndex]);
  const near = (one, other) => Math.abs(one - other) <= 2;
  const stay = near(over.top, frame.top) && near(over.left, place.left)
    && near(name.left, frame.left) && near(sum.bottom, frame.bottom);
  const isFree = place.top >= over.bottom - 1 && place.bottom <= sum.top + 1
    && place.left >= name.right - 1 && place.right <= frame.right + 1;
  const isOnScreen = over.top >= 0 && place.bottom <= innerHeight;
  return [stay, isFree, isOnScreen];
}"""


def test_heads_and_names_stay_in_view_and_cover_no_cell(page, user, sign_in):
    a_month(people=60, sessions=26)
    open_month(page, sign_in, user)
    hidden = []

    cell(page, 0).focus()
    for key, times in (("ArrowDown", 50), ("ArrowRight", 25), ("ArrowUp", 45), ("ArrowLeft", 24)):
        for step in range(times):
            press(page, key)
            if page.evaluate(SEEN) != [True, True, True]:
                hidden.append((key, step, page.evaluate(SEEN)))

    assert hidden == []
    expect(cell(page, 5, 1)).to_be_focused()


def test_a_thumb_cycles_and_nothing_scrolls_sideways_but_the_grid(phone, user, sign_in):
    a_month(people=12, sessions=22)
    Session.objects.filter(day=MONDAY + timedelta(days=1)).update(status="cancelled")
    open_month(phone, sign_in, user)

    for _ in range(3):
        cell(phone, 2).tap()
    cell(phone, 3).tap()
    settled(phone)

    assert noted() == {"p02": "excused", "p03": "present"}
    assert faults(phone) + too_wide(phone) == []
    frame = phone.locator(".month-frame").evaluate("each => [each.scrollWidth > each.clientWidth]")
    sizes = phone.locator("tbody button").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).filter(box => box.height < 48 || box.width < 48).length"
    )
    assert (frame, sizes) == ([True], 0)


def test_the_grid_is_read_at_four_hundred_per_cent(page, user, sign_in):
    page.set_viewport_size({"width": 342, "height": 225})  # 1366 × 900, four times as large
    a_month(people=3)
    open_month(page, sign_in, user)

    cell(page, 2, 1).focus()
    press(page, "p")
    settled(page)

    assert too_wide(page) == []
    assert noted(Session.objects.latest("starts_at")) == {"p02": "present"}


def test_the_month_of_an_anonymous_place_is_typed_by_codes(page, user, sign_in):
    place = a_month(people=0, counting="alias")
    make_attendance(Session.objects.latest("starts_at"), alias=make_alias(place, 2020, key="lune d’été"))
    open_month(page, sign_in, user)

    cell(page, 0).focus()
    press(page, "p")
    settled(page)

    found = Session.objects.earliest("starts_at").attendances.values_list("alias__key", "person", "status")
    assert list(found) == [("lune d’été", None, "present")]


def test_without_scripts_a_cell_is_a_button(browser, browser_context_args, user, sign_in):
    a_month(people=2)
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    screen = context.new_page()
    open_month(screen, sign_in, user)

    screen.get_by_role("button", name="Nom01 Inès, mardi 3 novembre : pas encore pointé").click()

    expect(screen).to_have_url(re.compile(r"/activities/ados/month/\?month=2020-11$"))
    expect(screen.get_by_role("button", name="Nom01 Inès, mardi 3 novembre : présent")).to_be_visible()
    context.close()
