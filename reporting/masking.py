"""Small counts of people and of households do not leave the house.

1. A count of people or of households from 1 to threshold − 1 shows « < 5 ». Zero is shown.
2. While someone who knows all the rest could work out a hidden count, one more cell hides as « n. c. »: the
   smallest of the sums it stands in, parts before wholes.
3. A percentage hides with the counts that it would tell, a mean with the count of people it is over.
4. Of two counts, one over some of what the other is over, the narrower hides when few make the difference.
5. A cell that a director shows, with a recorded reason, stays shown; it is never hidden for another's sake.

A report is masked as a whole: what one page hides, no other page may give away.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from centre.school_calendar import TERM_OTHER, TERM_WEDNESDAY
from reporting.deduction import Attacker, Range, Sum
from reporting.figures.figure import Figure, Part, Request
from reporting.figures.measures import MEASURES
from reporting.figures.splits import TERM
from reporting.typography import NBSP

MASKED_UNITS = {"people", "households", "supports"}
NOT_TOLD = f"n.{NBSP}c."
NOT_TOLD_NOTE = (
    "n. c. : non communiqué, parce que ce chiffre porte sur trop peu de personnes, "
    "ou qu’un petit effectif pourrait en être déduit."
)
REST = "rest of "


class Mask:
    """What of a set of figures, published together, is not told.

    >>> mask = Mask(figures, threshold=5, shown={"supported||…"})
    >>> mask.shown(figure), mask.shown(figure, figure.parts[0])
    (None, '< 5')
    """

    def __init__(self, figures: Iterable[Figure], *, threshold: int = 5, shown: Collection[str] = ()):
        self.threshold = threshold
        self.figures = list(figures)
        self.table = Table(self.figures, shown, threshold)
        self.small = {key for key in self.table.hideable() if self.is_small(self.table.values[key])}
        self.secondary: set[str] = set()
        for cells, sums in self.table.components():
            self.protect(cells, sums)

    def shown(self, figure: Figure, part: Part | None = None) -> str | None:
        """What is printed in place of the value, or None when the value itself may be."""
        request = figure.part_request(part) if part else figure.request
        value = part.value if part else figure.value
        if figure.measure == "share":
            return NOT_TOLD if self.hides_share(figure, part, request) else None
        key = key_of(request)
        if not is_masked_kind(figure) or not value:
            return None
        if is_mean(figure) and key in self.small:
            return NOT_TOLD
        # What was not masked with the others could tell one of them.
        if key in self.secondary or key not in self.table.values:
            return NOT_TOLD
        return self.small_text if key in self.small else None

    def shown_unknown(self, figure: Figure) -> str | None:
        """The same for « non renseignés »."""
        unknown_parts = [part for part in figure.parts if None in part.keys.values()]
        for part in unknown_parts:
            if masked := self.shown(figure, part):
                return masked
        is_count = is_masked_kind(figure) or figure.measure == "share"
        return self.small_text if is_count and self.is_small(figure.unknown) else None

    @property
    def small_text(self) -> str:
        return f"<{NBSP}{self.threshold}"

    @cached_property
    def has_untold(self) -> bool:
        """Whether « n. c. » stands anywhere, and must be explained."""
        return any(self.shown(figure, part) == NOT_TOLD for figure in self.figures for part in (None, *figure.parts))

    def is_small(self, value) -> bool:
        return 0 < value < self.threshold

    def hides_share(self, figure: Figure, part: Part | None, request: Request) -> bool:
        if key_of(request) in self.table.always_shown:
            return False
        whole, portion = share_requests(request)
        keys = {key_of(whole), key_of(portion)}
        if part is None:
            known = [figure.numerator, figure.denominator]
        else:
            known = [self.table.values.get(key_of(portion)), self.table.values.get(key_of(whole))]
        if MEASURES[request.of].unit not in MASKED_UNITS:
            return False
        if None in known:
            return part is not None and bool(part.value)
        numerator, denominator = known
        counts = (numerator, denominator, denominator - numerator)
        return any(map(self.is_small, counts)) or bool(keys & (self.secondary | self.small))

    def protect(self, cells: set[str], sums: list[Sum]):
        """Hide further cells of one connected set until no hidden small count can be worked out."""
        small = sorted(cells & (self.small | self.table.rests()))
        while exposed := self.exposed(cells, small, sums):
            candidate = self.next_to_hide(exposed, sums)
            if candidate is None:
                return
            self.secondary.add(candidate)

    def exposed(self, cells: set[str], small: list[str], sums: list[Sum]) -> str | None:
        hidden = {key: self.allowed(key) for key in cells if self.is_hidden(key)}
        attacker = Attacker(self.table.values, hidden, sums)
        return next((key for key in small if self.can_still_help(key, sums) and attacker.deduces(key)), None)

    def can_still_help(self, key: str, sums: list[Sum]) -> bool:
        return self.next_to_hide(key, sums) is not None

    def is_hidden(self, key: str) -> bool:
        return key in self.small or key in self.secondary or key.startswith(REST)

    def allowed(self, key: str) -> Range:
        """The values that the printed mask leaves open to a reader who knows the rules."""
        if key in self.small - self.secondary:
            return Range(1, self.threshold - 1)
        lowest = 0 if key.startswith(REST) else 1 if key in self.small else self.threshold
        return Range(lowest, max(self.table.values[key], self.threshold) + 2 * self.threshold)

    def next_to_hide(self, exposed: str, sums: list[Sum]) -> str | None:
        """The smallest cell that can hide, the nearest to `exposed`; parts before wholes."""
        near, seen = {exposed}, set()
        while near - seen:
            seen |= near
            around = [one for one in sums if set(one.cells) & near]
            wholes = {one.whole for one in around}
            near = seen | {cell for one in around for cell in one.cells}
            free = [cell for cell in near if self.can_hide(cell)]
            if free:
                return min(free, key=lambda cell: (cell in wholes, self.table.values[cell], cell))
        # Four small counts whose sum is small are each 1: the sum no longer says that it is small.
        blurred = [cell for cell in seen if self.can_blur(cell)]
        return max(blurred, key=lambda cell: (self.table.values[cell], cell), default=None)

    def can_hide(self, key: str) -> bool:
        return self.can_blur(key) and key not in self.small

    def can_blur(self, key: str) -> bool:
        return key in self.table.hideable() and self.table.values[key] > 0 and key not in self.secondary


class Table:
    """The counts of the figures by cell, and the sums that tie them."""

    def __init__(self, figures: Iterable[Figure], shown: Collection[str], threshold: int):
        self.threshold = threshold
        self.values: dict[str, int] = {}
        self.requests: dict[str, Request] = {}
        self.sums: list[Sum] = []
        self.shown = set(shown)
        self.always_shown: set[str] = set()
        for figure in figures:
            self.add(figure)
        self.add_sums_across_figures()
        self.add_differences()

    def add(self, figure: Figure):
        if figure.measure == "share":
            return self.add_share(figure)
        if not is_masked_kind(figure) or figure.value is None:
            return None
        whole = self.add_cell(figure.request, count_of(figure))
        parts = tuple(self.add_cell(figure.part_request(part), count_of(part)) for part in figure.parts if part.value)
        if parts:
            adds_up = figure.adds_up or set(figure.request.by) <= partitions_of(figure.measure)
            self.sums.append(Sum(whole, parts, overlaps=not adds_up))
        return None

    def add_share(self, figure: Figure):
        """A percentage tells its numerator to whoever knows its denominator."""
        if figure.request.cell in self.shown:
            self.always_shown.add(key_of(figure.request))
        _, portion = share_requests(figure.request)
        if MEASURES[figure.request.of].unit in MASKED_UNITS and figure.numerator is not None:
            self.add_cell(portion, int(figure.numerator))

    def add_cell(self, request: Request, value) -> str:
        key = key_of(request)
        self.values.setdefault(key, int(value))
        self.requests.setdefault(key, request)
        if request.cell in self.shown:
            self.always_shown.add(key)
        return key

    def hideable(self) -> set[str]:
        return self.requests.keys() - self.always_shown

    def rests(self) -> set[str]:
        """Counts that nobody prints but a subtraction gives: 30 people, 29 of them women."""
        return {key for key, value in self.values.items() if key.startswith(REST) and 0 < value < self.threshold}

    def add_sums_across_figures(self):
        families = defaultdict(list)
        for key, request in self.requests.items():
            # Each person is in one part of these: figures filtered on them add up to the one without the filter.
            for split in partitions_of(request.measure) & request.where.keys():
                where = {name: values for name, values in request.where.items() if name != split}
                base = Request(request.measure, request.period, where, [], request.of, request.part)
                families[key_of(base), split].append(key)
        for (base, split), members in sorted(families.items()):
            self.add_family(base, split, members)

    def add_family(self, base: str, split: str, members: list[str]):
        chosen = self.disjoint(split, members)
        if base not in self.values or not chosen:
            return
        rest = self.values[base] - sum(self.values[key] for key in chosen)
        parts = tuple(key for key in chosen if self.values[key])
        if rest > 0:
            name = f"{REST}{base} by {split}"
            self.values[name] = rest
            parts += (name,)
        if rest >= 0 and parts and base not in parts:
            self.sums.append(Sum(base, parts))

    def add_differences(self):
        """63 came to one activity, 66 to this one or another: three came to the other only."""
        tied = {(part, one.whole) for one in self.sums if not one.overlaps for part in one.parts}
        for narrow, wide in self.close_pairs():
            if (narrow, wide) not in tied and contains(self.requests[wide].where, self.requests[narrow].where):
                name = f"{REST}{wide} but {narrow}"
                self.values[name] = self.values[wide] - self.values[narrow]
                self.sums.append(Sum(wide, (narrow, name)))

    def close_pairs(self) -> Iterator[tuple[str, str]]:
        """Counts of the same thing that so few part that the difference would be hidden."""
        groups = defaultdict(list)
        for key, request in self.requests.items():
            groups[request.measure, request.period].append(key)
        for keys in groups.values():
            keys.sort(key=lambda key: (self.values[key], key))
            for rank, wide in enumerate(keys):
                if self.values[wide] < self.threshold:
                    continue
                for narrow in reversed(keys[:rank]):
                    if self.values[wide] - self.values[narrow] >= self.threshold:
                        break
                    if self.values[narrow] < self.values[wide]:
                        yield narrow, wide

    def disjoint(self, split: str, members: list[str]) -> list[str]:
        """The members with the most values first, none sharing a value with another."""
        chosen = []
        for key in sorted(members, key=lambda one: (-len(self.requests[one].where[split]), one)):
            values = self.requests[key].where[split]
            if all(not overlap(split, values, self.requests[other].where[split]) for other in chosen):
                chosen.append(key)
        return chosen

    def components(self) -> list[tuple[set[str], list[Sum]]]:
        """Cells that no chain of sums ties are masked apart."""
        groups: list[tuple[set[str], list[Sum]]] = []
        for one in self.sums:
            cells, sums = set(one.cells), [one]
            for group in [group for group in groups if group[0] & cells]:
                groups.remove(group)
                cells |= group[0]
                sums += group[1]
            groups.append((cells, sums))
        return groups


def is_masked_kind(figure: Figure) -> bool:
    return figure.unit in MASKED_UNITS or is_mean(figure)


def is_mean(figure: Figure) -> bool:
    return figure.heads is not None


def count_of(counted: Figure | Part) -> int:
    """What decides whether it is told: of a mean, how many people it is over."""
    return counted.value if counted.heads is None else counted.heads


def partitions_of(measure: str) -> frozenset:
    """The splits that put each one counted in a single part. The sum behind a mean adds up as people do."""
    return MEASURES["people" if MEASURES[measure].heads else measure].adds_up_over


def contains(wide: dict[str, list], narrow: dict[str, list]) -> bool:
    """Whether all that the narrow filters let through, the wide ones do too."""
    return all(
        split in narrow and all(any(is_within(split, one, other) for other in values) for one in narrow[split])
        for split, values in wide.items()
    )


def is_within(split: str, one, other) -> bool:
    if one == other:
        return True
    if split not in ("age", "age_band") or one is None or other is None:
        return (split, other) == ("school_period", TERM) and one in (TERM_WEDNESDAY, TERM_OTHER)
    (low, high), (lowest, highest) = bounds(str(one)), bounds(str(other))
    return lowest <= low and high <= highest


def key_of(request: Request) -> str:
    return f"{request.cell}|{request.period}"


def share_requests(request: Request) -> tuple[Request, Request]:
    """The whole and the portion of a percentage."""
    whole = Request(request.of, request.period, request.where)
    return whole, Request(request.of, request.period, {**request.where, **request.part})


def overlap(split: str, first: list, second: list) -> bool:
    if split not in ("age", "age_band"):
        return bool(set(first) & set(second))
    return any(
        one == other or (one is not None and other is not None and ages_meet(str(one), str(other)))
        for one in first
        for other in second
    )


def ages_meet(first: str, second: str) -> bool:
    """« 11-15 », « 75+ »: both ends included."""
    (low, high), (other_low, other_high) = bounds(first), bounds(second)
    return low <= other_high and other_low <= high


def bounds(ages: str) -> tuple[int, int]:
    if ages.endswith("+"):
        return int(ages[:-1]), 999
    low, _, high = ages.partition("-")
    return int(low), int(high or low)
