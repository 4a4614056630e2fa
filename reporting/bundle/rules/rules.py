"""What a table asks of its rows beyond cells that read well. Each refusal says the column, what, and what to do."""

from collections.abc import Iterable
from typing import NamedTuple

from reporting.bundle.tables import Table
from reporting.bundle.world import World


class Refusal(NamedTuple):
    column: str
    what: str
    remedy: str


class Order(NamedTuple):
    """Two columns of a row that must come one after the other, when both are filled."""

    first: str
    last: str
    what: str
    may_equal: bool = False

    def holds(self, row: dict) -> bool:
        first, last = row.get(self.first), row.get(self.last)
        return first is None or last is None or first < last or (self.may_equal and first == last)


DATES = Order("from_on", "to_on", "La fin doit venir après le début ; c’est le premier jour où ce n’est plus vrai.")
AGES = Order("age_min", "age_max", "L’âge maximum est au-dessous de l’âge minimum.", may_equal=True)


class Rules:
    """What most tables ask: dates in order, a name made from the slug when none is given."""

    orders: tuple[Order, ...] = (DATES,)

    def __init__(self, table: Table):
        self.table = table

    def complete(self, row: dict, cells: dict, is_new: bool, world: World) -> None:
        """Fills what the bundle leaves to us. `cells` are the ones that the file filled."""
        if "slug" in self.table.by_name and not row.get("name"):
            row["name"] = row["slug"].replace("-", " ").capitalize()

    def check(self, row: dict, world: World) -> Iterable[Refusal]:
        for order in self.orders:
            if not order.holds(row):
                yield Refusal(order.last, order.what, f"Corrigez {order.first} ou {order.last}.")

    def check_all(self, rows: dict[tuple, dict], lines: dict[tuple, int], world: World) -> Iterable[tuple]:
        """What only shows across rows: ``(key of a row of the file, *Refusal)``."""
        return ()
