"""What a network may do to a request, and the plan that draws it."""

import random
from collections.abc import Callable, Mapping
from enum import StrEnum


class Fault(StrEnum):
    NONE = "none"
    DROP_REQUEST = "drop request"  # the server never sees it
    DROP_REPLY = "drop reply"  # the server did it, the client hears nothing
    STALL_REQUEST = "stall request"  # the server sees it late, even if the client no longer waits
    STALL_REPLY = "stall reply"
    PORTAL = "portal"  # 200 and a page in HTML, from who keeps the wifi
    REDIRECT = "redirect"


# Asked with the method and the path of each request.
Plan = Callable[[str, str], Fault]


def always(fault: Fault) -> Plan:
    return lambda method, path: fault


def drawn(shares: Mapping[Fault, float], *, seed: int) -> Plan:
    """Each fault for its share of the operations; pages pass."""
    dice = random.Random(seed)
    faults, weights = [Fault.NONE, *shares], [1 - sum(shares.values()), *shares.values()]
    return lambda method, path: dice.choices(faults, weights)[0] if method == "POST" else Fault.NONE
