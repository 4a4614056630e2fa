"""Two telephones on one sheet, on a bad network, over a server that dies: what the screens say is what is kept."""

import random

import pytest
from playwright.sync_api import expect

from activities.models import Attendance, RollChange, RollOperation
from tests.chromium import ANSWERS, NO_NETWORK, PHONE, open_page
from tests.siege.faults import Fault, always, drawn
from tests.siege.place import make_place

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

REDIRECTED = ("redirect",)


@pytest.fixture
def telephones(browser, proxy):
    """Two, each with its service worker."""
    options = PHONE | {"base_url": proxy.url, "locale": "fr-FR", "timezone_id": "Europe/Paris"}
    contexts = [browser.new_context(**options) for _ in range(2)]
    pages = [open_page(context, expecting=ANSWERS + NO_NETWORK + REDIRECTED) for context in contexts]
    yield [next(page) for page in pages]
    for page in pages:
        next(page, None)
    for context in contexts:
        context.close()


def test_two_telephones_say_what_is_kept(server, proxy, sizes, telephones, sign_in, tell):
    place = make_place(2)
    sheet, dice = place.sheets[0], random.Random(sizes.seed)
    for telephone, user in zip(telephones, place.users, strict=True):
        sign_in(telephone, user)
        telephone.goto(f"/sessions/{sheet.session}/roll/")
    ledger = []

    proxy.plan = drawn(sizes.faults, seed=sizes.seed)
    for rank in range(sizes.browser_taps):
        if rank % (sizes.browser_taps // sizes.browser_kills) == 5:
            server.kill()
            server.start()
        number = dice.randrange(2)
        row = dice.choice(sheet.own[number] + sheet.shared)
        telephones[number].locator(f"[data-row='{row}'] .roll-tap").click()
        ledger.append((number, row, status_shown(telephones[number], row)))
    proxy.plan = always(Fault.NONE)
    for telephone in telephones:
        # As when the device finds the network again.
        telephone.evaluate("dispatchEvent(new Event('online'))")
        expect(telephone.locator(".is-waiting")).to_have_count(0, timeout=90_000)

    rows = {f"person:{row.person.key}": row.status for row in Attendance.objects.select_related("person")}
    changes = list(RollChange.objects.exclude(subject="session").select_related("person").order_by("pk"))
    last = {f"person:{change.person.key}": change.after["status"] for change in changes if change.is_applied}
    own = {row: status for number, row, status in ledger if row in sheet.own[number]}
    assert RollOperation.objects.count() == len(ledger)
    assert sorted(f"person:{change.person.key}" for change in changes) == sorted(row for _, row, _ in ledger)
    assert {row: rows[row] for row in own} == own
    assert {row: rows.get(row, "") for row in last} == last
    for telephone in telephones:
        telephone.reload()
        assert {row: status_shown(telephone, row) for row in rows} == rows
    conflicts = sum(not change.is_applied for change in changes)
    resent = sum(len(exchange.keys) for exchange in proxy.log if exchange.method == "POST") - len(ledger)
    tell(f"2 telephones: {len(ledger)} taps ({conflicts} conflicts), {resent} sent again.")


def status_shown(telephone, row: str) -> str:
    return telephone.locator(f"[data-row='{row}']").get_attribute("data-status")
