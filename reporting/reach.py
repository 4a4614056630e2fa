"""Whose figures a user reads in full. Everyone else who may read figures reads the house's, small counts hidden.

A sector head reads in full what is narrowed to their own sectors or activities: a hidden count elsewhere could
be someone of another team. What is sensitive keeps its own right: narrowed to one child by age and sex, a figure
by situation would tell the household's.
"""

from dataclasses import dataclass

from activities.models import Activity
from centre.access import Right, Role
from centre.models import Sector
from members.reach import roles_giving
from reporting.figures import Request

SENSITIVE = frozenset({"situation", "qualification", "barrier", "prescriber", "exit_reason", "outcome"})


@dataclass(frozen=True)
class FigureReach:
    """`sectors`: those that the reader may narrow a page to; `activities`: the slugs of what they hold."""

    is_whole: bool
    sectors: tuple[Sector, ...] = ()
    activities: frozenset[str] = frozenset()

    @classmethod
    def of(cls, user) -> "FigureReach":
        """Two SQL statements at most."""
        roles = roles_giving(user, Right.SEE_SMALL_CELLS)
        if Role.DIRECTOR in roles:
            return cls(True, tuple(Sector.objects.all()))
        if Role.SECTOR_HEAD not in roles:
            return cls(False)
        sectors = tuple(user.sectors.all())
        held = Activity.objects.filter(sector__in=sectors).order_by()
        return cls(False, sectors, frozenset(held.values_list("slug", flat=True)))

    def reads_in_full(self, request: Request) -> bool:
        if self.is_whole:
            return True
        if not SENSITIVE.isdisjoint((*request.where, *request.part, *request.by)):
            return False
        return is_inside(request.where.get("sector"), {sector.slug for sector in self.sectors}) or is_inside(
            request.where.get("activity"), self.activities
        )


def is_inside(asked: list | None, reached) -> bool:
    """Whether a filter is set, and asks for nothing out of reach."""
    return bool(asked) and set(asked) <= set(reached)
