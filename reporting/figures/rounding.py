"""The one place where figures divide and round: half up, from exact sums; over nothing is None."""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def rounded(exact: Fraction | int | None, decimals: int) -> Decimal | None:
    """Half up (0.125 -> 0.13), exactly."""
    if exact is None:
        return None
    scale = 10**decimals
    units = int((Fraction(exact) * scale * 2 + 1) // 2)
    return (Decimal(units) / scale).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def ratio(part, whole) -> Fraction | None:
    return None if not whole else Fraction(part) / Fraction(whole)


def percent(part, whole) -> Fraction | None:
    found = ratio(part, whole)
    return None if found is None else 100 * found


def hours(time: timedelta) -> Fraction:
    return Fraction(time // timedelta(microseconds=1), 3_600_000_000)
