"""The server killed at random moments, behind a bad network, under eight writers."""

import random
import time

import pytest

from activities.models import RollOperation
from members.models import Person
from tests.siege.faults import drawn
from tests.siege.guarantees import Evidence, broken
from tests.siege.place import make_place
from tests.siege.proxy import FaultProxy
from tests.siege.server import Server
from tests.siege.sizes import Sizes
from tests.siege.writers import Writers

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_nothing_is_lost_doubled_or_overwritten(server, proxy, sizes, tell):
    place = make_place(sizes.writers)
    people_before = set(Person.objects.values_list("key", flat=True))
    proxy.plan = drawn(sizes.faults, seed=sizes.seed)

    start = time.monotonic()
    with Writers(place, proxy.url, sizes) as writers:
        written, unwritten = kill_again_and_again(server, proxy, sizes)
    proxy.drain(timeout=2 * sizes.stall + 10)
    took = time.monotonic() - start

    evidence = Evidence(writers.taps, people_before, proxy.log, server.output.read_text())
    tell(said(evidence, sizes, took, written, unwritten))
    assert (writers.unsent_count, broken(evidence)) == (0, {})
    # Otherwise nothing was tried: a kill cut saves, some tap was in conflict and each fault was met.
    assert written + unwritten > 0
    assert [tap for tap in writers.taps if tap.answer.get("outcome") == "conflict"]
    assert {exchange.fault for exchange in proxy.log} >= set(sizes.faults)


def kill_again_and_again(server: Server, proxy: FaultProxy, sizes: Sizes) -> tuple[int, int]:
    """How many operations were under way when the server died: those already written, and those not."""
    dice, written, unwritten = random.Random(sizes.seed), 0, 0
    for _ in range(sizes.kills):
        time.sleep(dice.uniform(0.1, sizes.longest_life))
        seen = len(proxy.log)
        server.kill()
        cut = {key for exchange in proxy.log[max(0, seen - 100) : seen] if exchange.is_cut for key in exchange.keys}
        found = RollOperation.objects.filter(key__in=cut).count()
        written, unwritten = written + found, unwritten + len(cut) - found
        server.start()
    return written, unwritten


def said(evidence: Evidence, sizes: Sizes, took: float, written: int, unwritten: int) -> str:
    conflicts = sum(tap.answer.get("outcome") == "conflict" for tap in evidence.taps)
    resent = sum(len(exchange.keys) for exchange in evidence.exchanges) - len(evidence.taps)
    return (
        f"{sizes.kills} kills, {sizes.writers} writers, {took:.0f} s: {len(evidence.taps)} taps "
        f"({conflicts} conflicts), {resent} sent again; of the operations under way at a kill, "
        f"{written} were written and {unwritten} were not."
    )
