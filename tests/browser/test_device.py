"""Hours without network: the page still opens, what was tapped is kept and sent once, names go away in time."""

import re
import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session as SignedIn
from django.utils import timezone
from playwright.sync_api import expect

from activities.models import RollChange, RollOperation, Session
from centre.access import Role
from members.models import Person
from tests.activities.roll.asking import ask, mark
from tests.browser.test_axe import faults, too_wide
from tests.browser.test_roll import row, running, settled, statuses
from tests.chromium import ANSWERS, NO_NETWORK, PHONE, open_page
from tests.factories import make_centre, make_person, make_staff, make_user


@pytest.fixture
def animator(transactional_db):
    make_centre()
    return make_user(Role.ANIMATOR, name="Nadia Kaya", staff_member=make_staff())


@pytest.fixture
def tablet(browser, browser_context_args):
    """A telephone with its service worker."""
    context = browser.new_context(**(browser_context_args | PHONE | {"service_workers": "allow"}))
    yield from open_page(context, expecting=ANSWERS + NO_NETWORK)
    context.close()


def keep_the_day(screen, sign_in, user, session):
    """As of a morning at the office: signed in, the pages of the day read once."""
    sign_in(screen, user)
    screen.goto("/today/")
    expect_kept(screen, "/today/", f"/sessions/{session.key}/roll/")


def expect_kept(screen, *addresses):
    until(lambda: set(addresses) <= set(kept(screen)))


def until(is_so, seconds=10):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def kept(screen) -> list[str]:
    return screen.evaluate(
        "caches.open('trame-pages').then(pages => pages.keys())"
        ".then(all => all.map(each => new URL(each.url).pathname).filter(path => path !== '/whose').sort())"
    )


def queued(screen) -> list[dict]:
    return screen.evaluate(
        """() => new Promise((resolve) => {
            const request = indexedDB.open("trame");
            request.onsuccess = () => {
                const all = request.result.transaction("operations").objectStore("operations").getAll();
                all.onsuccess = () => { request.result.close(); resolve(all.result.filter((each) => !each.answer)); };
            };
        })"""
    )


def test_a_sheet_that_nobody_has_opened_opens_without_network(tablet, animator, sign_in):
    session = running(animator, 3)
    keep_the_day(tablet, sign_in, animator, session)

    tablet.context.set_offline(True)
    missing = []
    tablet.on("requestfailed", lambda request: missing.append((request.method, request.url)))
    tablet.goto("/")
    tablet.get_by_role("link", name="Faire l’appel").click()
    tablet.locator(".roll-tap").first.click()
    tablet.locator(".roll-tap").last.click()
    tablet.locator(".roll-tap").last.click()

    expect(tablet.locator("[data-sent]")).to_have_text(re.compile(r"3\sà envoyer"))
    expect(tablet.locator("[data-unsent]")).to_have_text(re.compile("3\xa0changements attendent le réseau"))
    assert [url for method, url in missing if method == "GET"] == []
    tablet.context.set_offline(False)
    settled(tablet)
    assert statuses(session) == {"present": 1, "absent": 1}
    assert RollOperation.objects.filter(outcome="conflict").count() == 0


def test_what_was_tapped_outlives_the_page(tablet, animator, sign_in):
    """Sent or not: the copy of this morning knows neither."""
    session = running(animator, 3)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    row(tablet, "Nom00").locator(".roll-tap").click()
    settled(tablet)
    tablet.context.set_offline(True)
    row(tablet, "Nom01").locator(".roll-tap").click()
    tablet.get_by_text("Une personne que la maison ne connaît pas").click()
    tablet.get_by_label("Prénom", exact=True).fill("Lila")
    tablet.get_by_role("button", name="Ajouter à la feuille").click()
    expect(tablet.locator("[data-sent]")).to_have_text(re.compile(r"2\sà envoyer"))

    tablet.reload()

    for name in ("Nom00", "Nom01", "Lila"):
        expect(row(tablet, name).locator("[data-word]")).to_have_text("Présent")
    row(tablet, "Nom00").locator(".roll-tap").click()
    row(tablet, "Lila").locator(".roll-tap").click()
    tablet.context.set_offline(False)
    settled(tablet)
    assert statuses(session) == {"present": 1, "absent": 2}
    assert RollOperation.objects.filter(outcome="conflict").count() == 0
    assert Person.objects.filter(first_name="Lila", is_to_complete=True).count() == 1


def test_the_queue_holds_no_name_but_of_who_is_unknown(tablet, animator, sign_in):
    session = running(animator, 2, counting="named")
    keep_the_day(tablet, sign_in, animator, session)
    make_person(last_name="Durand", first_name="Jules", birth_year=2009)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.get_by_label("Nom, prénom ou année de naissance").fill("durand")
    expect(tablet.get_by_role("button", name="Durand Jules")).to_be_visible()
    tablet.context.set_offline(True)
    tablet.get_by_role("button", name="Durand Jules").click()
    tablet.get_by_role("button", name="Tous présents", exact=True).click()
    tablet.get_by_role("button", name="Filles : un de plus").first.click()
    tablet.get_by_text("Une personne que la maison ne connaît pas").click()
    tablet.get_by_label("Prénom", exact=True).fill("Lila")
    tablet.get_by_role("button", name="Ajouter à la feuille").click()
    expect(tablet.locator("[data-sent]")).to_have_text(re.compile(r"4\sà envoyer"))

    records = sorted(queued(tablet), key=lambda record: record["order"])
    bodies = [{name for name in record["body"] if name not in ("key", "by", "made_at")} for record in records]
    text = str([record["body"] for record in records])

    assert bodies == [
        {"kind", "person", "base", "status"},
        {"kind", "people"},
        {"kind", "group", "sex", "is_estimate", "step"},
        {"kind", "first_name", "age_band", "sex"},
    ]
    assert [name for name in ("Durand", "Jules", "Nom0", "Inès", "Kaya") if name in text] == []


def test_names_are_gone_after_a_day(tablet, animator, sign_in):
    session = running(animator, 1)
    keep_the_day(tablet, sign_in, animator, session)
    address = f"/sessions/{session.key}/roll/"
    assert kept(tablet) == [address, "/today/"]
    tablet.evaluate(
        """async (address) => {
            const pages = await caches.open("trame-pages");
            const page = await pages.match(address);
            const headers = new Headers(page.headers);
            headers.set("X-Trame-Kept-At", Date.now() - 25 * 3_600_000);
            await pages.put(address, new Response(await page.text(), { headers }));
        }""",
        address,
    )

    tablet.context.set_offline(True)
    tablet.goto(address)

    expect(tablet.locator("h1")).to_have_text("Le réseau ne répond pas.")
    assert kept(tablet) == ["/today/"]
    assert faults(tablet) + too_wide(tablet) == []


def test_sheets_of_another_day_are_not_kept(tablet, animator, sign_in):
    session = running(animator, 1)
    session.starts_at -= timedelta(days=1)
    session.save()
    sign_in(tablet, animator)
    tablet.goto("/today/")
    expect_kept(tablet, "/today/")
    tablet.goto(f"/sessions/{session.key}/roll/")

    tablet.goto("/today/")

    assert kept(tablet) == ["/today/"]


def test_signing_out_takes_the_names_away(tablet, animator, sign_in):
    session = running(animator, 1)
    keep_the_day(tablet, sign_in, animator, session)

    tablet.goto("/accounts/logout/")
    tablet.get_by_role("main").get_by_role("button", name="Se déconnecter").click()
    expect(tablet.get_by_role("heading", name="Se connecter")).to_be_visible()

    assert kept(tablet) == []


def test_nobody_signs_out_over_what_is_not_sent(tablet, animator, sign_in):
    session = running(animator, 1)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.route("**/operations/", lambda route: route.abort())
    tablet.locator(".roll-tap").click()
    expect(tablet.locator("[data-unsent]")).to_be_visible()
    tablet.locator(".own summary").click()

    tablet.get_by_role("button", name="Se déconnecter").click()

    expect(tablet.locator("[data-unsent]")).to_have_text(re.compile("Vous ne pouvez pas encore vous déconnecter"))
    assert SignedIn.objects.count() == 1
    tablet.unroute("**/operations/")
    tablet.get_by_role("button", name="Se déconnecter").click()
    expect(tablet.get_by_role("heading", name="Se connecter")).to_be_visible()
    assert statuses(session) == {"present": 1}


def test_a_colleague_on_the_same_device_sends_nothing_of_mine(tablet, animator, sign_in):
    session = running(animator, 1)
    other = make_user(Role.ANIMATOR, name="Karim Haddad", staff_member=make_staff())
    session.activity.team.add(other.staff_member)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.route("**/operations/", lambda route: route.abort())
    tablet.locator(".roll-tap").click()
    expect(tablet.locator("[data-unsent]")).to_be_visible()

    # The page of the first is still open when the second signs in beside it.
    beside = tablet.context.new_page()
    sign_in(tablet, other)
    beside.goto(f"/sessions/{session.key}/roll/")
    tablet.unroute("**/operations/")
    expect(beside.locator("[data-unsent]")).to_have_text(re.compile("1 changement d’un autre compte attend ici"))
    expect(tablet.locator("[data-unsent]")).to_have_text(re.compile("Ils ont été notés sous un autre compte"))
    assert not RollOperation.objects.exists()
    assert kept(beside) == [f"/sessions/{session.key}/roll/"]

    sign_in(tablet, animator)
    tablet.goto("/today/")
    until(lambda: queued(tablet) == [])
    assert [operation.user for operation in RollOperation.objects.all()] == [animator]
    assert statuses(session) == {"present": 1}


def test_a_new_version_sends_an_old_queue(tablet, animator, sign_in):
    """As the first version of the application wrote it: this text does not change."""
    session = running(animator, 1)
    person = session.activity.enrolments.get().person
    sign_in(tablet, animator)
    tablet.goto("/offline/")
    tablet.evaluate(
        """(record) => new Promise((resolve) => {
            const request = indexedDB.open("trame", 1);
            request.onupgradeneeded = () => request.result.createObjectStore("operations", { keyPath: "key" });
            request.onsuccess = () => {
                const writing = request.result.transaction("operations", "readwrite");
                writing.objectStore("operations").put(record);
                writing.oncomplete = () => { request.result.close(); resolve(); };
            };
        })""",
        {
            "key": "4f0c4a2e-6c1b-4f57-9d3a-2f6f2f0b9a11",
            "owner": str(animator.pk),
            "order": 1,
            "address": f"/sessions/{session.key}/roll/operations/",
            "body": {
                "key": "4f0c4a2e-6c1b-4f57-9d3a-2f6f2f0b9a11",
                "by": str(animator.pk),
                "made_at": timezone.now().isoformat(),
                "kind": "mark",
                "person": person.key,
                "base": None,
                "status": "excused",
            },
            "answer": None,
            "at": None,
        },
    )

    tablet.goto("/today/")
    until(lambda: queued(tablet) == [])
    tablet.goto(f"/sessions/{session.key}/roll/")

    expect(tablet.locator("[data-word]")).to_have_text("Excusé")
    assert statuses(session) == {"excused": 1}


def test_what_is_out_of_reach_is_kept_until_it_is_given_up(tablet, animator, sign_in):
    session = running(animator, 1)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    session.activity.team.clear()

    tablet.locator(".roll-tap").click()
    expect(tablet.locator("[data-unsent]")).to_have_text(re.compile("n’est plus, à votre portée"))
    tablet.goto("/today/")
    expect(tablet.locator("[data-unsent]")).to_have_text(re.compile("n’est plus, à votre portée"))
    assert len(queued(tablet)) == 1
    tablet.get_by_role("button", name="Y renoncer").click()
    tablet.get_by_role("button", name=re.compile("Oui, renoncer à 1 changement")).click()

    expect(tablet.locator("[data-unsent]")).to_be_hidden()
    until(lambda: queued(tablet) == [])
    assert not RollOperation.objects.exists()


def test_an_open_sheet_learns_what_a_colleague_does(tablet, animator, sign_in):
    session = running(animator, 2)
    first, second = [enrolment.person for enrolment in session.activity.enrolments.order_by("person__last_name")]
    tablet.clock.install()
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    row(tablet, "Nom00").locator(".roll-tap").click()
    settled(tablet)
    colleague = make_user(Role.DIRECTOR, name="Karim Haddad")
    mark(session, colleague, second, "excused", made_at=timezone.now())
    mark(session, colleague, make_person(last_name="Durand", first_name="Jules"), made_at=timezone.now())

    tablet.clock.fast_forward(31_000)

    expect(row(tablet, "Nom01").locator("[data-word]")).to_have_text("Excusé")
    assert tablet.locator("[data-name]").all_inner_texts() == ["Durand Jules", "Nom00 Inès", "Nom01 Inès"]
    expect(tablet.locator("[data-said]")).to_have_text(re.compile(r"2\sprésents, 1\sexcusé"))
    row(tablet, "Nom01").locator(".roll-tap").click()
    settled(tablet)
    assert RollOperation.objects.filter(outcome="conflict").count() == 0


def test_a_captive_portal_is_not_taken_for_the_house(tablet, animator, sign_in):
    session = running(animator, 1)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.context.route(
        re.compile("/(today|roll)/$"),
        lambda route: route.fulfill(status=200, content_type="text/html", body="<h1>Bienvenue sur le wifi</h1>"),
    )

    tablet.goto(f"/sessions/{session.key}/roll/")

    expect(tablet.locator("h1")).to_have_text("Devoirs")
    assert kept(tablet) == [f"/sessions/{session.key}/roll/", "/today/"]


def test_two_devices_on_one_sheet_and_one_is_away_for_two_hours(tablet, page, animator, sign_in):
    """Different rows merge; of the same row both changes are kept, and nobody is overwritten in silence."""
    session = running(animator, 6)
    karim = make_user(Role.DIRECTOR, name="Karim Haddad")
    tablet.clock.install()
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.context.set_offline(True)
    for name, taps in {"Nom00": 1, "Nom01": 2, "Nom02": 3, "Nom03": 1}.items():
        for _ in range(taps):
            row(tablet, name).locator(".roll-tap").click()
    tablet.get_by_role("button", name="Filles : un de plus").first.click()
    sign_in(page, karim)
    page.goto(f"/sessions/{session.key}/roll/")
    for name, taps in {"Nom03": 2, "Nom04": 1, "Nom05": 2}.items():
        for _ in range(taps):
            row(page, name).locator(".roll-tap").click()
    page.get_by_role("button", name="Filles : un de plus").first.click()
    settled(page)

    tablet.clock.fast_forward(2 * 3_600_000)
    expect(tablet.locator("[data-sent]")).to_have_text(re.compile(r"8\sà envoyer"))
    tablet.context.set_offline(False)
    settled(tablet)

    rows = {row.person.last_name: row.status for row in session.attendances.select_related("person")}
    tapped = {"Nom00": "present", "Nom01": "absent", "Nom02": "excused", "Nom04": "present", "Nom05": "absent"}
    assert rows == tapped | {"Nom03": "absent"}
    assert [tally.count for tally in session.tallies.all()] == [2]
    assert sorted(RollOperation.objects.values_list("user__name", "outcome")) == [
        *[("Karim Haddad", "applied")] * 6,
        *[("Nadia Kaya", "applied")] * 7,
        ("Nadia Kaya", "conflict"),
    ]
    expect(row(tablet, "Nom03").locator("[data-conflict]")).to_contain_text("Karim Haddad a noté « absent »")
    kept_aside = RollChange.objects.get(is_applied=False)
    assert (kept_aside.person.last_name, kept_aside.after) == ("Nom03", {"status": "present"})


def stored(screen) -> list[dict]:
    """All that the device has written down, answered or not."""
    return screen.evaluate(
        """() => new Promise((resolve) => {
            const request = indexedDB.open("trame");
            request.onsuccess = () => {
                const all = request.result.transaction("operations").objectStore("operations").getAll();
                all.onsuccess = () => { request.result.close(); resolve(all.result); };
            };
        })"""
    )


def test_taps_survive_while_yesterday_is_forgotten(tablet, animator, sign_in):
    """Thirty answers of yesterday leave the device at the first tap of today; those that follow stay."""
    session = running(animator, 8)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.evaluate(
        """(owner) => new Promise((resolve) => {
            const request = indexedDB.open("trame");
            request.onsuccess = () => {
                const writing = request.result.transaction("operations", "readwrite");
                for (let number = 0; number < 30; number += 1) {
                    const key = crypto.randomUUID();
                    writing.objectStore("operations").put({
                        key, owner, order: number, address: "/x/", body: { key }, answer: { rows: [] },
                        at: new Date(Date.now() - 25 * 3_600_000).toISOString(),
                    });
                }
                writing.oncomplete = () => { request.result.close(); resolve(); };
            };
        })""",
        str(animator.pk),
    )

    for button in tablet.locator(".roll-tap").all():
        button.click()
    settled(tablet)

    assert statuses(session) == {"present": 8}
    assert [record for record in stored(tablet) if record["address"] == "/x/"] == []


def test_nothing_that_was_sent_stays_after_signing_out(tablet, animator, sign_in):
    session = running(animator, 1)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.get_by_text("Une personne que la maison ne connaît pas").click()
    tablet.get_by_label("Prénom", exact=True).fill("Lila")
    tablet.get_by_role("button", name="Ajouter à la feuille").click()
    settled(tablet)
    assert [record["body"].get("first_name") for record in stored(tablet)] == ["Lila"]

    tablet.locator(".own summary").click()
    tablet.get_by_role("button", name="Se déconnecter").click()
    expect(tablet.get_by_role("heading", name="Se connecter")).to_be_visible()

    assert stored(tablet) == []


def test_what_was_refused_while_another_page_was_open_is_told_until_it_is_read(tablet, animator, sign_in):
    session = running(animator, 1)
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.context.set_offline(True)
    tablet.get_by_text("Une personne que la maison ne connaît pas").click()
    tablet.get_by_label("Prénom", exact=True).fill("Lila")
    tablet.get_by_role("button", name="Ajouter à la feuille").click()
    expect(tablet.locator("[data-sent]")).to_have_text(re.compile(r"1\sà envoyer"))
    tablet.goto("/today/")
    Session.objects.filter(pk=session.pk).update(status="held", is_roll_open=False)

    tablet.context.set_offline(False)

    expect(tablet.locator("[data-unsent]")).to_contain_text("La feuille est close")
    tablet.reload()
    expect(tablet.locator("[data-unsent]")).to_contain_text("La feuille est close")
    tablet.get_by_role("button", name="J’ai compris").click()
    expect(tablet.locator("[data-unsent]")).to_be_hidden()
    until(lambda: stored(tablet) == [])


def test_a_page_read_before_a_tap_undoes_nothing_on_screen(tablet, animator, sign_in):
    """On a slow network the sheet that reads itself again comes after the answer to a tap made meanwhile."""
    session = running(animator, 2)
    tablet.clock.install()
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.evaluate(
        """() => {
            const fetched = window.fetch;
            window.fetch = async (address, options) => {
                const response = await fetched(address, options);
                const text = await response.clone().text();
                if (options?.headers?.["X-Trame-Refresh"]) await new Promise((resolve) => { window.arrive = resolve; });
                return new Response(text, { status: response.status, headers: response.headers });
            };
        }"""
    )
    tablet.clock.fast_forward(31_000)
    until(lambda: tablet.evaluate("Boolean(window.arrive)"))
    tablet.get_by_role("button", name="Filles : un de plus").first.click()
    tablet.get_by_role("button", name="Tous présents", exact=True).click()
    settled(tablet)

    tablet.evaluate("window.arrive()")
    tablet.wait_for_timeout(300)

    assert tablet.locator("[data-word]").all_inner_texts() == ["Présent", "Présent"]
    assert tablet.locator("[data-head] [data-typed]").first.input_value() == "1"


def test_what_the_server_cannot_take_hinders_nothing_behind_it(tablet, animator, sign_in):
    session = running(animator, 3)
    poison = session.activity.enrolments.get(person__last_name="Nom01").person
    tablet.clock.install()
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    tablet.context.set_offline(True)
    for button in tablet.locator(".roll-tap").all():
        button.click()
    expect(tablet.locator("[data-sent]")).to_have_text(re.compile(r"3\sà envoyer"))
    tablet.route(
        "**/operations/",
        lambda route: route.fulfill(status=403) if poison.key in route.request.post_data else route.continue_(),
    )

    tablet.context.set_offline(False)

    expect(tablet.locator("[data-sent]")).to_have_text(re.compile(r"1\sà envoyer"))
    assert statuses(session) == {"present": 2}
    for _ in range(6):
        tablet.clock.fast_forward(31_000)
        tablet.wait_for_timeout(200)
    expect(tablet.locator("[data-unsent]")).to_contain_text("Le serveur ne les prend pas")
    expect(tablet.get_by_role("button", name="Y renoncer")).to_be_visible()


def test_a_number_being_typed_builds_on_what_was_seen(tablet, animator, sign_in):
    session = running(animator, 0, counting="tally")
    tablet.clock.install()
    keep_the_day(tablet, sign_in, animator, session)
    tablet.goto(f"/sessions/{session.key}/roll/")
    typed = tablet.get_by_role("spinbutton", name="Femmes").first
    typed.fill("12")
    subject = {"group": "adult", "sex": "F", "is_estimate": False}
    ask(session, make_user(Role.DIRECTOR, name="Karim Haddad"), "count", made_at=timezone.now(), number=15, **subject)

    with tablet.expect_response(f"**/sessions/{session.key}/roll/"):
        tablet.clock.fast_forward(31_000)
    tablet.wait_for_timeout(300)
    typed.press("Enter")

    expect(tablet.locator("[data-refused]")).to_contain_text("Karim Haddad a noté « 15 »")
    assert session.tallies.get().count == 15
