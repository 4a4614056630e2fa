"""The whole bundle against itself and against what is stored. Writes nothing."""

from collections.abc import Iterator
from datetime import date

from reporting.bundle.faults import Faults
from reporting.bundle.kinds import nearest
from reporting.bundle.plan import Plan, TablePlan
from reporting.bundle.reading import Draft, Sheet, read_sheet
from reporting.bundle.rules import rules_of
from reporting.bundle.sources import Source
from reporting.bundle.tables import TABLES
from reporting.bundle.world import World

SCOPED = {"attendances"}  # too many to read all: only those of the sessions in the file
NOT_KEPT = {"attendances", "tallies"}  # nothing after them asks


def check(source: Source, faults: Faults, today: date) -> Plan:
    plan = Plan(World(faults, today))
    for name, table in TABLES.items():
        if name in source.places:
            sheet = read_sheet(table, source.places[name], source.readers[name](), plan.world)
            plan.tables[name] = SheetCheck(sheet, plan.world).check()
    return plan


class SheetCheck:
    """One sheet: rows matched with what is stored, completed, judged."""

    def __init__(self, sheet: Sheet, world: World):
        self.sheet, self.table, self.world = sheet, sheet.table, world
        self.rules = rules_of(self.table)
        self.plan = TablePlan(self.table.name)
        self.lines: dict[tuple, int] = {}  # key -> the line that holds it
        self.missing: set[str] = set()  # columns that the file should have
        self.references = [
            column for column in self.table.columns if column.kind.refers_to and column.name in self.sheet.titles
        ]

    def fault(self, line: int | None, column: str, what: str, remedy: str) -> None:
        self.world.faults.add(self.sheet.place, line, column and self.sheet.title(column), what, remedy)

    def check(self) -> TablePlan:
        keyed = [(key, draft) for draft in self.sheet.drafts if (key := self.key_of(draft)) is not None]
        self.register_keys(keyed)
        stored = self.stored_rows(keyed)
        rows = {key: row for key, (_, row) in stored.items()}
        good = {}
        for key, draft in keyed:
            if (row := self.row_of(draft, stored.get(key))) is not None:
                rows[key] = good[key] = row
        if self.table.name not in NOT_KEPT:
            self.world.keep(self.table.name, rows)
        for key, row in good.items():
            self.judge(key, row, stored.get(key))
        for key, column, what, remedy in self.rules.check_all(rows, self.lines, self.world):
            self.fault(self.lines[key], column, what, remedy)
        return self.plan

    def key_of(self, draft: Draft) -> tuple | None:
        """The row's key; None when it has none or repeats another."""
        filled = self.table.defaults | draft.cells
        key = self.table.key_of(filled)
        missing = [column.name for column in self.table.key_columns if column.name not in filled]
        for name in missing:
            if not draft.is_bad:
                self.empty(draft.line, name)
        if missing:
            return None
        if key in self.lines:
            self.fault(draft.line, "", f"La même ligne est déjà en ligne {self.lines[key]}.", "N’en gardez qu’une.")
            return None
        self.lines[key] = draft.line
        return key

    def empty(self, line: int, name: str) -> None:
        if name in self.sheet.titles:
            self.fault(line, name, "La cellule est vide.", "Remplissez-la : on ne peut pas s’en passer.")
        elif name not in self.missing:
            self.missing.add(name)
            column = self.table.by_name[name]
            what = f"Il manque la colonne {name} (« {column.label} »)."
            self.fault(self.sheet.header_line, "", what, "Ajoutez-la à l’en-tête.")

    def register_keys(self, keyed: list[tuple[tuple, Draft]]) -> None:
        if self.table.key_field:
            numbers = self.world.numbers(self.table.name)
            for (key,), _ in keyed:
                numbers.setdefault(key, None)

    def stored_rows(self, keyed: list) -> dict[tuple, tuple[int, dict]]:
        scope = {key[0] for key, _ in keyed} if self.table.name in SCOPED else None
        return {self.table.key_of(row): (number, row) for number, row in self.world.stored.rows(self.table, scope)}

    def row_of(self, draft: Draft, stored: tuple[int, dict] | None) -> dict | None:
        """The whole row as it will be; None when something in it cannot be read."""
        is_bad = draft.is_bad
        for name, key in self.unknown_references(draft):
            table = self.table.by_name[name].kind.refers_to
            near = "" if self.world.faults.is_full else nearest(key, self.world.numbers(table))
            remedy = f"Ajoutez-la à la table {table}, ou corrigez. {near}".rstrip()
            self.fault(draft.line, name, f"« {key} » n’est pas une ligne connue de la table {table}.", remedy)
            is_bad = True
        if is_bad:
            return None
        row = (stored[1] if stored else self.table.defaults) | draft.cells
        self.rules.complete(row, draft.cells, stored is None, self.world)
        missing = [column.name for column in self.table.columns if column.name not in row and not column.extra]
        for name in missing:
            self.empty(draft.line, name)
        return None if missing else row

    def unknown_references(self, draft: Draft) -> Iterator[tuple[str, str]]:
        for column in self.references:
            value = draft.cells.get(column.name)
            for key in value or () if column.kind.is_many else (value,):
                if key is not None and key not in self.world.numbers(column.kind.refers_to):
                    yield column.name, key

    def judge(self, key: tuple, row: dict, stored: tuple[int, dict] | None) -> None:
        for column, what, remedy in self.rules.check(row, self.world):
            self.fault(self.lines[key], column, what, remedy)
        if stored is None:
            self.plan.creates.append(row)
            return
        number, before = stored
        if changed := {name for name, value in row.items() if value != before[name]}:
            self.plan.updates.append((number, row, changed))
        else:
            self.plan.unchanged += 1
