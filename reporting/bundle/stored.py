"""What the database holds, read as cells are: keys and slugs, never numbers. Every read leaves a fingerprint,
so that the writer can tell whether somebody changed anything since the check."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from reporting.bundle.tables import Column, Table

SCOPE = 400  # keys named in one statement, well under what SQLite takes


def fingerprint(rows: Iterable) -> tuple[int, int]:
    """The same whatever the order of the rows."""
    count = total = 0
    for row in rows:
        count += 1
        total += hash(repr(row) if any(isinstance(value, dict | list) for value in row) else row)
    return count, total


class Stored:
    def __init__(self, keeps_fingerprints: bool = True):
        self.keeps_fingerprints = keeps_fingerprints
        self._reads: list[tuple[QuerySet, tuple[int, int]]] = []

    def read(self, query: QuerySet) -> list[tuple]:
        query = query.order_by()
        rows = list(query.iterator())
        if self.keeps_fingerprints:
            self._reads.append((query, fingerprint(rows)))
        return rows

    def has_moved(self) -> bool:
        return any(fingerprint(query.all().iterator()) != before for query, before in self._reads)

    def numbers(self, table: Table) -> dict[str, int]:
        """Key of each row -> the database's own number."""
        return dict(self.read(table.model.objects.values_list(table.key_field, "pk")))

    def rows(self, table: Table, scope: set[str] | None = None) -> Iterator[tuple[int, dict]]:
        """The number of each row and its cells. `scope` keeps the rows that name these keys in their first column."""
        for query in _queries(table, scope):
            many = {column.name: self._lists(query, column) for column in table.many_columns}
            for number, *values in self.read(query.values_list("pk", *_paths(table))):
                row = cells_of(table, values)
                row.update((name, lists.get(number, ())) for name, lists in many.items())
                yield number, row

    def _lists(self, query: QuerySet, column: Column) -> dict[int, tuple[str, ...]]:
        lists = defaultdict(list)
        (path,) = column.paths
        linked = query.filter(**{f"{column.field_name}__isnull": False})
        for number, key in self.read(linked.values_list("pk", path)):
            lists[number].append(key)
        return {number: tuple(sorted(keys)) for number, keys in lists.items()}


def _queries(table: Table, scope: set[str] | None) -> Iterator[QuerySet]:
    everything = table.model.objects.all()
    if scope is None:
        yield everything
        return
    keys = sorted(scope)
    (path,) = table.key_columns[0].paths
    for start in range(0, len(keys), SCOPE):
        yield everything.filter(**{f"{path}__in": keys[start : start + SCOPE]})


def _paths(table: Table) -> list[str]:
    return [path for column in table.single_columns for path in column.paths]


def cells_of(table: Table, values: list) -> dict:
    """Values in the order of the columns' paths, as a row of cells."""
    row, start = {}, 0
    for column in table.single_columns:
        end = start + len(column.paths)
        found = values[start:end]
        row[column.name] = None if len(found) == 1 and found[0] is None else column.kind.load(*found)
        start = end
    return row
