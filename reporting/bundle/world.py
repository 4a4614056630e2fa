"""The centre as it will be once the bundle is in: what is stored, and what the files add or change."""

from collections import defaultdict
from datetime import date

from django.db.models import Model

from reporting.bundle.faults import Faults
from reporting.bundle.kinds import Kind
from reporting.bundle.stored import Stored
from reporting.bundle.tables import TABLES
from reporting.bundle.words import Vocabulary


class World:
    def __init__(self, faults: Faults, today: date):
        self.faults = faults
        self.today = today
        self.stored = Stored()
        self._numbers: dict[str, dict[str, int | None]] = {}
        self._vocabularies: dict[type[Model], Vocabulary] = {}
        self._rows: dict[str, dict[tuple, dict]] = {}
        self._homes: dict[str, list[tuple]] | None = None

    def numbers(self, table: str) -> dict[str, int | None]:
        """Key -> number of each row of `table`; None while it only stands in the bundle."""
        if table not in self._numbers:
            self._numbers[table] = self.stored.numbers(TABLES[table])
        return self._numbers[table]

    def vocabulary(self, kind: Kind) -> Vocabulary:
        if kind.vocabulary not in self._vocabularies:
            self._vocabularies[kind.vocabulary] = Vocabulary(kind.vocabulary, kind.key_field, self.stored)
        return self._vocabularies[kind.vocabulary]

    @property
    def vocabularies(self) -> list[Vocabulary]:
        return list(self._vocabularies.values())

    def number(self, target: str | type[Model], key: str) -> int:
        """The number of a row or of a term, once written."""
        return self.numbers(target)[key] if isinstance(target, str) else self._vocabularies[target].numbers[key]

    def rows(self, table: str) -> dict[tuple, dict]:
        """Every row of `table` by its key columns, stored or in the bundle: the bundle's once it is checked."""
        if table not in self._rows:
            self.keep(table, {TABLES[table].key_of(row): row for _, row in self.stored.rows(TABLES[table])})
        return self._rows[table]

    def keep(self, table: str, rows: dict[tuple, dict]) -> None:
        self._rows[table] = rows

    def main_home(self, person: str, day: date) -> str | None:
        """The household where the person mainly lives on `day`."""
        if self._homes is None:
            self._homes = defaultdict(list)
            for row in self.rows("household_members").values():
                if row["is_main"]:
                    self._homes[row["person"]].append((row["from_on"], row["to_on"], row["household"]))
        for start, end, household in self._homes.get(person, ()):
            if start <= day and (end is None or day < end):
                return household
        return None
