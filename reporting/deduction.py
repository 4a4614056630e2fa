"""What someone can work out who knows every number shown and every rule by which the others were hidden.

A hidden number is safe when another table exists, equal in all that is shown, in which it has another value.
"""

from dataclasses import dataclass

BUDGET = 3000  # steps of search for one cell; past them it counts as deduced, and one more cell hides


@dataclass(frozen=True)
class Sum:
    """The parts add up to the whole; or, when they overlap, cover it and none exceeds it."""

    whole: str
    parts: tuple[str, ...]
    overlaps: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.whole, *self.parts)


@dataclass
class Range:
    low: int
    high: int


class Contradiction(Exception):
    pass


class Attacker:
    """`values`: the true table. `hidden`: cell -> the lowest and highest value that its mask allows."""

    def __init__(self, values: dict[str, int], hidden: dict[str, Range], sums: list[Sum]):
        self.values = values
        self.hidden = hidden
        self.sums = [one for one in sums if any(cell in hidden for cell in one.cells)]
        self.sums_of: dict[str, list[Sum]] = {}
        for one in self.sums:
            for cell in one.cells:
                self.sums_of.setdefault(cell, []).append(one)

    def deduces(self, cell: str) -> bool:
        """No other value of `cell` fits what is shown."""
        truth, allowed = self.values[cell], self.hidden[cell]
        others = sorted(set(range(allowed.low, allowed.high + 1)) - {truth}, key=lambda value: abs(value - truth))
        return not any(self.can_be(cell, value) for value in others[:8])

    def can_be(self, cell: str, value: int) -> bool:
        self.steps = 0
        ranges = {name: Range(one.low, one.high) for name, one in self.hidden.items()}
        ranges[cell] = Range(value, value)
        try:
            self.narrow(ranges, [cell])
        except Contradiction:
            return False
        return self.complete(ranges)

    def complete(self, ranges: dict[str, Range]) -> bool:
        """Give each number still open a value, the nearest to the truth first."""
        self.steps += 1
        if self.steps > BUDGET:
            return False
        open_cells = [name for name, one in ranges.items() if one.low < one.high]
        if not open_cells:
            return True
        name = min(open_cells, key=lambda one: ranges[one].high - ranges[one].low)
        for value in self.nearest(name, ranges[name]):
            attempt = {key: Range(one.low, one.high) for key, one in ranges.items()}
            attempt[name] = Range(value, value)
            try:
                self.narrow(attempt, [name])
            except Contradiction:
                continue
            if self.complete(attempt):
                return True
        return False

    def nearest(self, name: str, allowed: Range) -> list[int]:
        truth = self.values[name]
        return sorted(range(allowed.low, allowed.high + 1), key=lambda value: abs(value - truth))[:12]

    def narrow(self, ranges: dict[str, Range], changed: list[str]):
        """Follow every sum until nothing moves; raise Contradiction when a number has no value left."""
        waiting = list(changed)
        while waiting:
            for one in self.sums_of.get(waiting.pop(), []):
                waiting += self.narrow_sum(one, ranges)

    def narrow_sum(self, one: Sum, ranges: dict[str, Range]) -> list[str]:
        whole, parts = self.range_of(one.whole, ranges), [self.range_of(part, ranges) for part in one.parts]
        lows, highs = sum(part.low for part in parts), sum(part.high for part in parts)
        moved = []
        if one.overlaps:
            lows = max((part.low for part in parts), default=0)
        moved += self.tighten(one.whole, lows, highs, ranges)
        for name, part in zip(one.parts, parts, strict=True):
            highest = whole.high if one.overlaps else whole.high - (lows - part.low)
            moved += self.tighten(name, whole.low - (highs - part.high), highest, ranges)
        return moved

    def range_of(self, name: str, ranges: dict[str, Range]) -> Range:
        return ranges[name] if name in ranges else Range(self.values[name], self.values[name])

    def tighten(self, name: str, low: int, high: int, ranges: dict[str, Range]) -> list[str]:
        one = self.range_of(name, ranges)
        narrowed = Range(max(one.low, low), min(one.high, high))
        if narrowed.low > narrowed.high:
            raise Contradiction
        if narrowed == one or name not in ranges:
            return []
        ranges[name] = narrowed
        return [name]
