"""How far a right reaches on a day: which people and which households, by role.

A role that does not give the right opens nothing: who is both animator and receptionist reads every file,
and the health alerts of their own groups only. To have worked with someone once opens their file for a time,
not for ever. `members` stands below `activities`, so what people do there is named here by the relations that
`activities` hangs on a person.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from centre.access import ACCESS, Right, Role
from centre.models import Season
from members.models import Household, HouseholdMember, Membership, Person

WHOLE_HOUSE = frozenset({Role.DIRECTOR, Role.RECEPTION})
ENROLLED = "enrolments__activity"
SEEN = "attendances__session__activity"
SEEN_TOGETHER = "attendances__session__also_activities"
CARED_FOR = "childcare_months__activity"
SUPPORTED = "supports__activity"

SUBSTITUTE_KEEPS = timedelta(days=1)  # the day after, to complete the sheet of a session
REFERENT_KEEPS = timedelta(days=365)  # from the end of a support
SEASONS_KEPT = 2  # by an animator: the season in progress and the one before


def roles_giving(user, right: Right) -> set[str]:
    return {role for role in user.roles if right in ACCESS[Role(role)].rights}


def people(user, right: Right = Right.SEE_PEOPLE, *, today: date) -> QuerySet[Person]:
    roles = roles_giving(user, right)
    if roles & WHOLE_HOUSE:
        return Person.objects.all()
    return Person.objects.filter(any_way(user, roles, today))


def to_complete(user, *, today: date) -> QuerySet[Person]:
    """The files opened in two words that this user may complete, or match to a real one."""
    return people(user, Right.COMPLETE_PEOPLE, today=today).filter(is_to_complete=True)


def households(user, right: Right = Right.SEE_HOUSEHOLDS, *, today: date) -> QuerySet[Household]:
    """Where the people that the same roles reach live on this day: who left keeps nothing open there."""
    roles = roles_giving(user, right)
    if roles & WHOLE_HOUSE:
        return Household.objects.all()
    known = Person.objects.filter(any_way(user, roles, today))
    homes = HouseholdMember.objects.on(today).filter(person__in=known.values("pk"))
    return Household.objects.filter(pk__in=homes.values("household"))


def memberships(user, right: Right = Right.SEE_MEMBERSHIPS, *, today: date) -> QuerySet[Membership]:
    """All of them for who keeps the accounts or the front desk; otherwise those that cover the people one reaches:
    their own, and that of the household where they lived on the day it was paid."""
    roles = roles_giving(user, right)
    if roles & (WHOLE_HOUSE | {Role.ACCOUNTANT}):
        return Membership.objects.all()
    known = Person.objects.filter(any_way(user, roles, today)).values("pk")
    lived_there = Q(household__members__person__in=known, household__members__from_on__lte=F("paid_on")) & (
        Q(household__members__to_on=None) | Q(household__members__to_on__gt=F("paid_on"))
    )
    covered = Q(person__in=known) | lived_there
    return Membership.objects.filter(pk__in=Membership.objects.filter(covered).values("pk"))


def any_way(user, roles: set[str], today: date) -> Q:
    """Each way is a subquery of its own: together, their joins would multiply the rows."""
    reached = Q(pk__in=[])
    for way in ways(user, roles, today):
        reached |= Q(pk__in=Person.objects.filter(way).values("pk"))
    return reached


def ways(user, roles: set[str], today: date) -> Iterator[Q]:
    if Role.SECTOR_HEAD in roles:
        sectors = user.sectors.values("pk")
        for path in (ENROLLED, SEEN, SEEN_TOGETHER, CARED_FOR, SUPPORTED):
            yield Q(**{f"{path}__sector__in": sectors})
    if user.staff_member_id is None:
        return
    if Role.ANIMATOR in roles:
        yield from ways_of_animator(user.staff_member_id, today)
    if Role.SUPPORT_WORKER in roles:
        yield Q(supports__referent=user.staff_member_id) & lasting("supports__exited_on", today - REFERENT_KEEPS)


def ways_of_animator(staff_member_id: int, today: date) -> Iterator[Q]:
    since = kept_since(today)
    yield Q(**{f"{ENROLLED}__team": staff_member_id}) & lasting("enrolments__to_on", since)
    for path in (SEEN, SEEN_TOGETHER):
        yield Q(**{f"{path}__team": staff_member_id}, attendances__session__day__gte=since)
    yield Q(**{f"{CARED_FOR}__team": staff_member_id}, childcare_months__month__gte=since)
    yield Q(attendances__session__staff=staff_member_id, attendances__session__day__gte=today - SUBSTITUTE_KEEPS)


def lasting(end: str, since: date) -> Q:
    """What is open, or ended after that day."""
    return Q(**{end: None}) | Q(**{f"{end}__gt": since})


def kept_since(today: date) -> date:
    """The first day of the season before the last one that began; as many years when seasons are not recorded."""
    begun = Season.objects.filter(starts_on__lte=today).order_by("-starts_on").values_list("starts_on", flat=True)
    kept = list(begun[:SEASONS_KEPT])
    return kept[-1] if len(kept) == SEASONS_KEPT else today - timedelta(days=365 * SEASONS_KEPT)
