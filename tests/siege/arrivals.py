"""People come when they come, however slow the server: the hours are drawn beforehand, and the time that an answer
takes is counted from the hour that was due."""

import http.client
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil

from tests.siege.sizes import Sizes
from tests.siege.visitor import Disappointed, Visitor

# Of a hundred requests.
ACTS: dict[Callable[[Visitor], None], int] = {
    Visitor.mark_one: 35,
    Visitor.read_sheet: 28,
    Visitor.read_today: 15,
    Visitor.mark_some: 12,
    Visitor.search: 8,
    Visitor.read_month: 2,
}
THREADS = 100  # of those who wait for an answer


@dataclass(frozen=True)
class Visit:
    act: str
    milliseconds: float
    fault: str  # "" when all went well


def let_them_come(visitors: list[Visitor], sizes: Sizes) -> list[Visit]:
    """Each in turn, in an order drawn anew at each round."""
    dice = random.Random(sizes.seed)
    turns = take_turns(visitors, dice)
    hours = sorted(dice.uniform(0, sizes.load_seconds) for _ in range(sizes.load_rate * sizes.load_seconds))
    acts = dice.choices(list(ACTS), ACTS.values(), k=len(hours))
    start = time.monotonic()
    with ThreadPoolExecutor(THREADS) as threads:
        visits = []
        for hour, act in zip(hours, acts, strict=True):
            time.sleep(max(0, start + hour - time.monotonic()))
            visits.append(threads.submit(visit, next(turns), act, start + hour))
    return [each.result() for each in visits]


def take_turns(visitors: list[Visitor], dice: random.Random) -> Iterator[Visitor]:
    while True:
        yield from dice.sample(visitors, len(visitors))


def visit(visitor: Visitor, act: Callable[[Visitor], None], due: float) -> Visit:
    fault = ""
    with visitor.lock:
        try:
            act(visitor)
        except (Disappointed, OSError, http.client.HTTPException, ValueError) as error:
            fault = f"{act.__name__}: {error!r}"
    return Visit(act.__name__, 1000 * (time.monotonic() - due), fault)


def percentile(visits: list[Visit], rank: int) -> float:
    """In milliseconds, as `rank` of a hundred had to wait at most."""
    return sorted(each.milliseconds for each in visits)[ceil(len(visits) * rank / 100) - 1]
