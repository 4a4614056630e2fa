"""Two hundred people signed in, twenty requests a second: each is answered soon, and rightly."""

import os
from collections import Counter

import pytest
from django.db import connection

from members.models import Person
from tests.siege.arrivals import ACTS, Visit, let_them_come, percentile
from tests.siege.crowd import make_callers, searches
from tests.siege.guarantees import (
    GUARANTEES,
    Evidence,
    a_row_is_what_its_last_applied_change_says,
    broken,
    no_row_was_not_tapped,
)
from tests.siege.houses import make_large_house, make_small_house
from tests.siege.sizes import Sizes
from tests.siege.visitor import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

# An attendance that was imported was never tapped.
OF_AN_EMPTY_HOUSE = {no_row_was_not_tapped, a_row_is_what_its_last_applied_change_says}
CHECKS = [check for check in GUARANTEES if check not in OF_AN_EMPTY_HOUSE]


def test_everybody_is_answered_soon(server, sizes, tell, tmp_path):
    if sizes.load_is_on_a_large_centre:
        make_large_house(tmp_path / "bundle")
    else:
        make_small_house()
    asked, people = searches(), set(Person.objects.values_list("key", flat=True))
    visitors = [Visitor(caller, server.url, asked, sizes.seed) for caller in make_callers(sizes.load_users)]

    visits = let_them_come(visitors, sizes)

    taps = [tap for visitor in visitors for tap in visitor.device.taps]
    tell(said(visits, sizes, len(taps)))
    assert [visit.fault for visit in visits if visit.fault] == []
    assert broken(Evidence(taps, people, complaints=server.output.read_text()), CHECKS) == {}
    p95 = percentile(visits, 95)
    assert p95 <= sizes.p95_ms
    # Otherwise nothing was tried.
    assert len(visits) == sizes.load_rate * sizes.load_seconds
    assert {visit.act for visit in visits} == {act.__name__ for act in ACTS}
    assert all(visitor.has_come for visitor in visitors)


def said(visits: list[Visit], sizes: Sizes, taps: int) -> str:
    times = ", ".join(f"p{rank} {percentile(visits, rank):.0f} ms" for rank in (50, 95, 99))
    longest = max(visit.milliseconds for visit in visits)
    by_act = {act: [visit for visit in visits if visit.act == act] for act in Counter(each.act for each in visits)}
    acts = ", ".join(f"{len(those)} {act} (p95 {percentile(those, 95):.0f})" for act, those in by_act.items())
    return (
        f"{connection.vendor}, {sizes.load_users} users, {sizes.load_rate} requests a second for "
        f"{sizes.load_seconds} s: {times}, longest {longest:.0f} ms; {acts}; {taps} marks; "
        f"load of the machine {os.getloadavg()[0]:.1f}."
    )
