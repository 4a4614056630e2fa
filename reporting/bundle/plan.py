"""What an import would write, table by table."""

from dataclasses import dataclass, field

from reporting.bundle.world import World


@dataclass
class TablePlan:
    table: str
    creates: list[dict] = field(default_factory=list)  # whole rows
    updates: list[tuple[int, dict, set[str]]] = field(default_factory=list)  # number, whole row, columns that change
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.creates or self.updates)


@dataclass
class Plan:
    world: World
    tables: dict[str, TablePlan] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return all(table.is_empty for table in self.tables.values())
