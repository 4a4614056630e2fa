"""From a question and its cube to a `Figure`, by set operations on the rows."""

from functools import cached_property, reduce

from centre.school_calendar import TERM_OTHER, TERM_WEDNESDAY
from reporting.figures.asking import Filters, Question, nearest
from reporting.figures.cube import Cube
from reporting.figures.figure import Figure, FigureRefused, Part
from reporting.figures.rounding import percent, rounded
from reporting.figures.splits import TERM, age_range, split_for
from reporting.typography import space_french

PERCENT = "percent"


class Answer:
    def __init__(self, question: Question, cube: Cube):
        self.question = question
        self.measure = question.measure
        self.request = question.request
        self.cube = cube

    def figure(self) -> Figure:
        numerator, denominator = self._share(self.rows) if self.question.is_share else (None, None)
        return Figure(
            request=self.request,
            unit=PERCENT if self.question.is_share else self.measure.unit,
            period=self.question.period,
            value=self.value(self.rows),
            parts=self.parts(),
            unknown=self.unknown(),
            adds_up=self.adds_up(),
            question=self.measure.question,
            method=self._method_words(),
            numerator=self._plain(numerator),
            denominator=self._plain(denominator),
            heads=self._heads(self.rows),
        )

    # Rows -----------------------------------------------------------------------------------------

    @cached_property
    def rows(self) -> set[int]:
        return self._matching(self.question.filters)

    def _matching(self, filters: Filters) -> set[int]:
        found = (self._rows_of(split, values) for split, values in filters.items())
        return reduce(set.intersection, found, self.cube.everything)

    def _rows_of(self, split: str, values: list) -> set[int]:
        index = self.cube.index(split)
        return set().union(*(index[key] for v in values for key in self._keys(split, v, index)))

    def _keys(self, split: str, value, index) -> list:
        """The parts that a filter value stands for. A word that nobody knows is refused."""
        if value is None:
            return [None] if None in index else []
        if split == "age":
            low, high = age_range(value)
            return [a for a in index if a is not None and low <= a and (high is None or a <= high)]
        if split == "school_period" and value == TERM:
            return [v for v in (TERM_WEDNESDAY, TERM_OTHER) if v in index]
        if value in index:
            return [value]
        self._refuse_unknown(split, value)
        return []

    def _refuse_unknown(self, split: str, value):
        reader = split_for(split, self.measure.name)
        if not reader.exists(value, self.cube.house):
            known = reader.closed or [key for key in self.cube.index(split) if key is not None]
            accepted = f"Réponses possibles : {', '.join(known)}." if reader.closed else ""
            hint = f"{nearest(value, known)}{accepted}"
            raise FigureRefused(f"« {value} » n’est pas une réponse connue à « {reader.label} ». {hint}".strip())

    # Values ---------------------------------------------------------------------------------------

    def value(self, rows: set[int]):
        if self.question.is_share:
            share = rounded(percent(*self._share(rows)), 0)
            return None if share is None else int(share)
        exact = self.measure.count(self.cube, rows)
        return self._plain(exact)

    def _share(self, rows: set[int]):
        """(numerator, denominator): over those whose part is known."""
        known = rows & self._known_part
        count = self.measure.count
        return count(self.cube, known & self._part_rows), count(self.cube, known)

    @cached_property
    def _part_rows(self) -> set[int]:
        return self._matching(self.request.part)

    @cached_property
    def _known_part(self) -> set[int]:
        indexes = (self.cube.index(split) for split in self.request.part)
        known = (set().union(*(rows for key, rows in index.items() if key is not None)) for index in indexes)
        return reduce(set.intersection, known)

    def _heads(self, rows: set[int]) -> int | None:
        return self.measure.heads(self.cube, rows) if self.measure.heads else None

    def unknown(self):
        if self.question.is_share:
            _, denominator = self._share(self.rows)
            return self._plain(self.measure.count(self.cube, self.rows) - denominator)
        own = self.measure.unknown(self.cube, self.rows) if self.measure.unknown else 0
        if self.measure.is_rate:
            return own
        nulls = self.rows & set().union(*(self._null_rows(split) for split in self.request.by))
        return own + (self.value(nulls) if nulls else 0)

    def _plain(self, exact):
        decimals = self.measure.decimals
        return exact if decimals is None or exact is None else rounded(exact, decimals)

    def _null_rows(self, split: str) -> set[int]:
        return self.cube.index(split).get(None, set()) if self._inside(split, None) else set()

    # Parts ----------------------------------------------------------------------------------------

    def parts(self) -> list[Part]:
        if not self.request.by:
            return []
        found = [({}, self.rows)]
        for split in self.request.by:
            found = [
                ({**keys, split: key}, rows & self.cube.index(split)[key])
                for keys, rows in found
                for key in self._part_keys(split)
            ]
        parts = [Part(keys, self.value(rows), self._heads(rows)) for keys, rows in found if rows]
        return [part for part in parts if not self._is_empty(part.value)]

    def _is_empty(self, value) -> bool:
        """A rate of 0 is an answer; a count of 0 is an empty part."""
        return value is None or (value == 0 and not self.measure.is_rate and not self.question.is_share)

    def _part_keys(self, split: str) -> list:
        """Every part of the split that the filters let in, in natural order, the unknown last."""
        order = split_for(split, self.measure.name).order
        keys = [key for key in self.cube.index(split) if self._inside(split, key)]
        known = [key for key in keys if key is not None]
        known.sort(key=lambda key: order(key, self.cube.house))
        return known + [None] * (None in keys)

    def _inside(self, split: str, key) -> bool:
        """Is this part inside what the filters say of the same split?"""
        values = self.question.filters.get(split)
        if values is None:
            return True
        if split == "activity":
            return any(value in self._tree(key) for value in values)
        index = self.cube.index(split)
        return any(key in self._keys(split, value, index) for value in values)

    def _tree(self, slug) -> tuple:
        return self.cube.house.trees.get(slug, (slug,))

    def adds_up(self) -> bool:
        if self.question.is_share:
            return not self.request.by
        return set(self.request.by) <= self.measure.adds_up_over

    # Words ----------------------------------------------------------------------------------------

    def _method_words(self) -> str:
        if not self.question.is_share:
            return self.measure.method
        return space_french(
            "100 × la part ÷ l’ensemble, parmi ceux dont la réponse est connue ; les autres sont "
            f"dits à part. L’ensemble : {self.measure.method}"
        )
