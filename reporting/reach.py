"""Whose figures a user reads in full. Everyone else who may read figures reads the house's, small counts hidden.

A sector head reads in full what is narrowed to their own sectors or activities: a hidden count elsewhere could
be someone of another team. What is sensitive keeps its own right: narrowed to one child by age and sex, a figure
by situation would tell the household's. Who keeps the accounts reads in full what is counted in money.
"""

from dataclasses import dataclass

from activities.models import Activity
from centre.access import Right, Role
from centre.models import Sector
from members.reach import roles_giving
from reporting.figures import Request

SENSITIVE = frozenset({"situation", "qualification", "barrier", "prescriber", "exit_reason", "outcome"})

# Money by activity, funder or kind of membership: nothing of people.
AMOUNTS = (
    *("grants_asked", "grants_granted", "grants_received"),
    *("memberships_amount", "family_payment", "family_payment_per_hour"),
)


@dataclass(frozen=True)
class FigureReach:
    """`sectors`: those that the reader may narrow a page to; `activities`: the slugs of what they hold."""

    is_whole: bool
    sectors: tuple[Sector, ...] = ()
    activities: frozenset[str] = frozenset()
    reads_amounts: bool = False

    @classmethod
    def of(cls, user) -> "FigureReach":
        """Two SQL statements at most."""
        roles = roles_giving(user, Right.SEE_SMALL_CELLS)
        reads_amounts = user.can(Right.SEE_AMOUNTS)
        if Role.DIRECTOR in roles:
            return cls(True, tuple(Sector.objects.all()), reads_amounts=reads_amounts)
        if Role.SECTOR_HEAD not in roles:
            return cls(False, reads_amounts=reads_amounts)
        sectors = tuple(user.sectors.all())
        held = Activity.objects.filter(sector__in=sectors).order_by()
        return cls(False, sectors, frozenset(held.values_list("slug", flat=True)), reads_amounts)

    def reads_in_full(self, request: Request) -> bool:
        if self.is_whole or self.reads_amounts and request.measure in AMOUNTS:
            return True
        if not SENSITIVE.isdisjoint((*request.where, *request.part, *request.by)):
            return False
        return is_inside(request.where.get("sector"), {sector.slug for sector in self.sectors}) or is_inside(
            request.where.get("activity"), self.activities
        )


def is_inside(asked: list | None, reached) -> bool:
    """Whether a filter is set, and asks for nothing out of reach."""
    return bool(asked) and set(asked) <= set(reached)
