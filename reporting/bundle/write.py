"""Writes a checked plan: few statements, in the order of the tables, inside the caller's transaction."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Max, Model

from activities.models import local_day
from reporting.bundle.plan import Plan, TablePlan
from reporting.bundle.rules.centre import SeatNames, substituted
from reporting.bundle.tables import TABLES, Column, Table
from reporting.bundle.world import World
from reporting.models import Indicator

CHUNK = 2000


def write(plan: Plan) -> None:
    for vocabulary in plan.world.vocabularies:
        vocabulary.create()
    for name, table_plan in plan.tables.items():
        WRITERS.get(name, Writer)(TABLES[name], table_plan, plan.world).write()


class Writer:
    def __init__(self, table: Table, plan: TablePlan, world: World):
        self.table, self.plan, self.world = table, plan, world
        self.late = [column for column in table.columns if column.kind.refers_to == table.name]
        self.numbers: dict[tuple, int] = {}  # key -> number, of the new rows

    def write(self) -> None:
        for start in range(0, len(self.plan.creates), CHUNK):
            self.create(self.plan.creates[start : start + CHUNK])
        self.update()
        self.link()
        self.close_loops()

    def create(self, rows: list[dict]) -> None:
        made = self.table.model.objects.bulk_create([self.table.model(**self.fields(row)) for row in rows])
        known = self.world.numbers(self.table.name) if self.table.key_field else {}
        for row, record in zip(rows, made, strict=True):
            self.numbers[self.table.key_of(row)] = record.pk
            if self.table.key_field:
                known[row[self.table.key_field]] = record.pk

    def fields(self, row: dict, names: set[str] | None = None) -> dict:
        """Arguments of the model, for these columns."""
        fields = {}
        for column in self.plain_columns(names):
            fields |= column.kind.store(column.field_name, row[column.name], self.world.number)
        return fields

    def plain_columns(self, names: set[str] | None = None) -> list[Column]:
        return [
            column
            for column in self.table.single_columns
            if column not in self.late and (names is None or column.name in names)
        ]

    def update(self) -> None:
        """Rows that change the same columns go together."""
        groups: dict[frozenset, list[Model]] = defaultdict(list)
        for number, row, changed in self.plan.updates:
            if fields := self.fields(row, changed):
                groups[frozenset(fields)].append(self.table.model(pk=number, **fields))
        for fields, records in groups.items():
            names = {self.table.model._meta.get_field(name).name for name in fields}
            self.table.model.objects.bulk_update(records, names, batch_size=500)

    def changes(self) -> Iterator[tuple[int, dict, set[str], bool]]:
        """Every row written: its number, the row, the columns to write, whether it is new."""
        for row in self.plan.creates:
            yield self.numbers[self.table.key_of(row)], row, set(self.table.by_name), True
        for number, row, changed in self.plan.updates:
            yield number, row, changed, False

    def link(self) -> None:
        for column in self.table.many_columns:
            self.link_column(column)

    def link_column(self, column: Column) -> None:
        field = self.table.model._meta.get_field(column.field_name)
        through = field.remote_field.through
        source, target = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        links, cleared = [], []
        for number, row, names, is_new in self.changes():
            if column.name in names:
                linked = column.kind.store(column.field_name, row[column.name], self.world.number)[column.field_name]
                links += [through(**{source: number, target: other}) for other in linked]
                cleared += [] if is_new else [number]
        for start in range(0, len(cleared), 500):
            through.objects.filter(**{f"{source}__in": cleared[start : start + 500]}).delete()
        through.objects.bulk_create(links, batch_size=CHUNK)

    def close_loops(self) -> None:
        """Columns that name rows of their own table wait until all of them have a number."""
        for column in self.late:
            records = [
                self.table.model(pk=number, **column.kind.store(column.field_name, row[column.name], self.world.number))
                for number, row, names, is_new in self.changes()
                if column.name in names and not (is_new and row[column.name] is None)
            ]
            self.table.model.objects.bulk_update(records, [column.field_name], batch_size=500)


class CentreWriter(Writer):
    """The one row has number 1, whatever the database has counted."""

    def fields(self, row, names=None):
        return super().fields(row, names) | ({"id": 1} if names is None else {})


class SessionWriter(Writer):
    def fields(self, row, names=None):
        fields = super().fields(row, names)
        if "starts_at" in fields:
            fields["day"] = local_day(row["starts_at"])
        if names is not None and "status" in fields:
            fields["is_roll_open"] = False  # the records say how it ended
        return fields


class RollWriter(Writer):
    """A row of a sheet that changes here is no longer as the last tap left it: what a device bases on that tap
    is set aside."""

    def fields(self, row, names=None):
        fields = super().fields(row, names)
        return fields if names is None or not fields else fields | {"last_operation_id": None}


class IndicatorWriter(Writer):
    """New indicators come last, in the order of the file."""

    def create(self, rows):
        last = Indicator.objects.aggregate(last=Max("position"))["last"]
        self.next_position = 0 if last is None else last + 1
        super().create(rows)

    def fields(self, row, names=None):
        fields = super().fields(row, names)
        if names is None:
            fields["position"] = self.next_position
            self.next_position += 1
        return fields


class MandateWriter(Writer):
    """Seats show a name, and may point to the person who holds them or to the seat they stand in for."""

    def __init__(self, table, plan, world):
        super().__init__(table, plan, world)
        self.rows = world.rows("mandates")
        self.names = SeatNames(self.rows, world)

    def fields(self, row, names=None):
        fields = super().fields(row, names)
        if names is None or "holder" in names:
            key = self.table.key_of(row)
            is_person = key not in self.names.words
            fields["holder"] = self.names.names[key]
            fields["person_id"] = self.world.numbers("people")[row["holder"]] if is_person else None
        return fields

    def close_loops(self):
        stored = {self.table.key_of(row): number for number, row in self.world.stored.rows(self.table)}
        records = []
        for number, row, names, is_new in self.changes():
            if "substitute_of" in names and not (is_new and row["substitute_of"] is None):
                seat = substituted(self.rows, row) if row["substitute_of"] is not None else None
                records.append(self.table.model(pk=number, substitute_of_id=seat and stored[seat]))
        self.table.model.objects.bulk_update(records, ["substitute_of"], batch_size=500)


WRITERS = {
    "centre": CentreWriter,
    "sessions": SessionWriter,
    "attendances": RollWriter,
    "tallies": RollWriter,
    "indicators": IndicatorWriter,
    "mandates": MandateWriter,
}
