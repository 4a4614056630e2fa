"""Facts read once, counted many ways.

A `Cube` holds the facts of one kind in one period, grouped by the columns that the questions need:
one SQL statement, whatever the size. Its rows are then found by set operations on indexes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat

from django.db.models import F, Value

from centre.periods import Period
from reporting.figures.columns import SEVERAL, TYPES, Nothing
from reporting.figures.people import read_people


@dataclass(frozen=True)
class Source:
    """Where facts come from. `name` tells it from the others; `rows(period)` gives a queryset;
    `columns` and `sums` say, per column, a field path, an expression, or a function of the
    period and the house that makes one."""

    name: str
    rows: Callable
    columns: dict
    sums: dict


@dataclass(frozen=True)
class Facts:
    """One kind of fact. `readers`: split -> `Reader`. `owners`: columns that must be read along
    with another, so that a row seen several times folds back into one. `of_people`: columns that
    are not read with the facts but once a person; column -> whose, and which of their qualities."""

    name: str
    sources: tuple[Source, ...]
    readers: dict
    owners: dict[str, tuple[str, ...]]
    of_people: dict[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def read_with_facts(self) -> set[str]:
        return {name for source in self.sources for name in source.columns}

    def columns_for(self, names: Iterable[str]) -> tuple[str, ...]:
        """What the statement reads so that the columns `names` are known."""
        wanted = set(names)
        for name in tuple(wanted):
            wanted.update(self.owners.get(name, ()))
            if name in self.of_people:
                wanted.update({self.of_people[name][0], "alias"})
                wanted -= {name} - self.read_with_facts
        if wanted & SEVERAL and len(self.sources) > 1:
            wanted.add("source")
        return tuple(sorted(wanted))


@dataclass(frozen=True)
class Reader:
    """How a split is read off a cube: the columns it needs, and the values of every row (several
    when the row stands in several parts)."""

    columns: tuple[str, ...]
    values: Callable  # (cube) -> iterable of tuples, one a row


def said(source: Source, name: str, period: Period, house):
    """The expression of a column or a sum in this source; a typed NULL when it has none."""
    if name == "source":
        return Value(source.name, output_field=TYPES[name])
    expression = source.columns.get(name, source.sums.get(name))
    if callable(expression) and not hasattr(expression, "resolve_expression"):
        expression = expression(period, house)
    if expression is None:
        return Nothing(TYPES[name])
    if isinstance(expression, Value) and expression._output_field_or_none is None:
        return Value(expression.value, output_field=TYPES[name])
    return expression


def read_source(source: Source, columns, sums, period: Period, house):
    """A grouped queryset of tuples: `columns`, then `sums`."""
    rows = source.rows(period).order_by()
    named = {}
    for name in columns:
        expression = said(source, name, period, house)
        named[f"c_{name}"] = _as_expression(expression)
    # Without columns, one row for all: `values()` of nothing would be every field.
    rows = rows.annotate(**(named or {"c_all": Value(1)}))
    rows = rows.values(*(named or ["c_all"]))
    summed = {f"s_{name}": _as_expression(said(source, name, period, house)) for name in sums}
    if not summed:
        return rows.values_list(*named).distinct()
    return rows.annotate(**summed).values_list(*named, *summed)


def _as_expression(expression):
    return F(expression) if isinstance(expression, str) else expression


class Cube:
    """`columns[name][i]` is the column of row `i`; sums likewise."""

    def __init__(self, facts: Facts, period: Period, columns: Iterable[str], sums: Iterable[str], house):
        self.facts = facts
        self.period = period
        self.house = house
        self.asked = set(columns)
        self.names = facts.columns_for(columns)
        self.sums = tuple(sorted(set(sums)))
        self._indexes: dict[str, dict] = {}
        self._values: dict[str, list] = {}

    @cached_property
    def rows(self) -> list[tuple]:
        queries = [read_source(source, self.names, self.sums, self.period, self.house) for source in self.facts.sources]
        query = queries[0].union(*queries[1:], all=True) if len(queries) > 1 else queries[0]
        rows = list(query) if self.names else [row for row in query if any(row)]
        return self._fold(rows)

    def _fold(self, rows):
        """Rows that differ only by what a fact may have several of become one; those columns hold
        a frozenset."""
        several = [i for i, name in enumerate(self.names) if name in SEVERAL]
        if not several:
            return rows
        found: dict[tuple, list] = {}
        for row in rows:
            key = tuple(None if i in several else v for i, v in enumerate(row[: len(self.names)]))
            entry = found.setdefault(key, [[set() for _ in several], row[len(self.names) :]])
            for values, i in zip(entry[0], several, strict=True):
                if row[i] is not None:
                    values.add(row[i])
        return [self._put_back(key, several, *entry) for key, entry in found.items()]

    @staticmethod
    def _put_back(key, several, sets, sums):
        row = list(key)
        for i, values in zip(several, sets, strict=True):
            row[i] = frozenset(values)
        return (*row, *sums)

    @cached_property
    def columns(self) -> dict[str, Sequence]:
        names = (*self.names, *self.sums)
        if not self.rows:
            return dict.fromkeys((*names, *self.facts.of_people), ())
        columns = dict(zip(names, zip(*self.rows, strict=True), strict=True))
        asked = [name for name in self.facts.of_people if name in self.asked]
        return {**columns, **self._of_people(columns, asked)} if asked else columns

    def _of_people(self, columns, asked) -> dict[str, Sequence]:
        """What the people of the rows are; a head count says it itself."""
        whose = {self.facts.of_people[name][0] for name in asked}
        people = set().union(*(columns[column] for column in whose)) - {None}
        aliases = set(columns["alias"]) - {None}
        known = read_people(people, aliases, self.period, with_returning="returning" in asked)
        return {name: list(self._quality(columns, known, name)) for name in asked}

    def _quality(self, columns, known, name):
        column, quality = self.facts.of_people[name]
        of_heads = columns.get(name, repeat(None))
        aliases = columns["alias"] if column == "person" else repeat(None)
        for person, alias, of_head in zip(columns[column], aliases, of_heads, strict=False):
            if person is None and alias is None:
                yield of_head
            else:
                who = ("alias", alias) if person is None else ("person", person)
                yield getattr(known[who], quality)

    @cached_property
    def everything(self) -> set[int]:
        return set(range(len(self.rows)))

    def values(self, split: str) -> list[tuple]:
        """The values of `split`, row by row."""
        if split not in self._values:
            self._values[split] = list(self.facts.readers[split].values(self))
        return self._values[split]

    def index(self, split: str) -> dict:
        """value of `split` -> the rows that stand in that part."""
        if split not in self._indexes:
            index = defaultdict(set)
            for i, values in enumerate(self.values(split)):
                for value in values:
                    index[value].add(i)
            self._indexes[split] = index
        return self._indexes[split]
