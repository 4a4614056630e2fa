"""How long the siege lasts: a few seconds with the other tests, minutes for `make siege`."""

from dataclasses import dataclass

from tests.siege.faults import Fault


@dataclass(frozen=True)
class Sizes:
    kills: int
    longest_life: float  # seconds between two kills
    stall: float  # seconds, longer than the patience of a device
    patience: float
    pause: float  # before a device sends again
    faults: dict[Fault, float]  # share of the requests
    browser_taps: int
    browser_kills: int
    load_seconds: int
    load_is_on_a_large_centre: bool
    p95_ms: int
    seed: int = 3

    writers = 8
    load_users = 200
    load_rate = 20  # requests a second


SIZES = {
    "short": Sizes(
        kills=3,
        longest_life=1,
        stall=1.5,
        patience=1,
        pause=0.05,
        faults={
            Fault.DROP_REQUEST: 0.05,
            Fault.DROP_REPLY: 0.05,
            Fault.STALL_REQUEST: 0.01,
            Fault.STALL_REPLY: 0.01,
            Fault.PORTAL: 0.03,
            Fault.REDIRECT: 0.03,
        },
        browser_taps=30,
        browser_kills=1,
        load_seconds=10,
        load_is_on_a_large_centre=False,
        p95_ms=3_000,  # other tests share the machine
    ),
    "full": Sizes(
        kills=50,
        longest_life=4,
        stall=30,
        patience=20,
        pause=0.1,
        faults={
            Fault.DROP_REQUEST: 0.05,
            Fault.DROP_REPLY: 0.05,
            Fault.STALL_REQUEST: 0.002,
            Fault.STALL_REPLY: 0.002,
            Fault.PORTAL: 0.03,
            Fault.REDIRECT: 0.03,
        },
        browser_taps=400,
        browser_kills=10,
        load_seconds=120,
        load_is_on_a_large_centre=True,
        p95_ms=500,
    ),
}
