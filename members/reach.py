"""How far a right reaches: which people and which households, by role.

A role that does not give the right opens nothing: who is both animator and receptionist reads every file,
and the health alerts of their own groups only. `members` stands below `activities`, so what people do there
is named here by the relations that `activities` hangs on a person.
"""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from centre.access import ACCESS, Right, Role
from members.models import Household, Membership, Person

WHOLE_HOUSE = frozenset({Role.DIRECTOR, Role.RECEPTION})
ENROLLED = "enrolments__activity"
SEEN = "attendances__session__activity"
SEEN_TOGETHER = "attendances__session__also_activities"
CARED_FOR = "childcare_months__activity"
SUPPORTED = "supports__activity"


def roles_giving(user, right: Right) -> set[str]:
    return {role for role in user.roles if right in ACCESS[Role(role)].rights}


def people(user, right: Right = Right.SEE_PEOPLE) -> QuerySet[Person]:
    roles = roles_giving(user, right)
    if roles & WHOLE_HOUSE:
        return Person.objects.all()
    return Person.objects.filter(any_way(user, roles))


def households(user, right: Right = Right.SEE_HOUSEHOLDS) -> QuerySet[Household]:
    """The households, now and before, of the people that the same roles reach."""
    roles = roles_giving(user, right)
    if roles & WHOLE_HOUSE:
        return Household.objects.all()
    homes = Person.objects.filter(any_way(user, roles)).values("homes__household")
    return Household.objects.filter(pk__in=homes.filter(homes__isnull=False))


def memberships(user, right: Right = Right.SEE_MEMBERSHIPS) -> QuerySet[Membership]:
    """All of them for who keeps the accounts or the front desk; otherwise those of the people one reaches."""
    roles = roles_giving(user, right)
    if roles & (WHOLE_HOUSE | {Role.ACCOUNTANT}):
        return Membership.objects.all()
    known = Person.objects.filter(any_way(user, roles))
    covered = Q(person__in=known.values("pk")) | Q(household__members__person__in=known.values("pk"))
    return Membership.objects.filter(pk__in=Membership.objects.filter(covered).values("pk"))


def any_way(user, roles: set[str]) -> Q:
    """Each way is a subquery of its own: together, their joins would multiply the rows."""
    reached = Q(pk__in=[])
    for way in ways(user, roles):
        reached |= Q(pk__in=Person.objects.filter(**way).values("pk"))
    return reached


def ways(user, roles: set[str]) -> Iterator[dict]:
    if Role.SECTOR_HEAD in roles:
        sectors = user.sectors.values("pk")
        for path in (ENROLLED, SEEN, SEEN_TOGETHER, CARED_FOR, SUPPORTED):
            yield {f"{path}__sector__in": sectors}
    if user.staff_member_id is None:
        return
    if Role.ANIMATOR in roles:
        for path in (ENROLLED, SEEN, SEEN_TOGETHER, CARED_FOR):
            yield {f"{path}__team": user.staff_member_id}
        yield {"attendances__session__staff": user.staff_member_id}
    if Role.SUPPORT_WORKER in roles:
        yield {"supports__referent": user.staff_member_id}
