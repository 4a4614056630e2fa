"""How far a right reaches on a day: which activities and which sessions, by role.

The activities of individual support say something of whoever comes: the front desk does not see them.
"""

from datetime import date

from django.db.models import Q, QuerySet

from activities.models import Activity, ActivityKind, Session, Support
from centre.access import Right, Role
from members.reach import REFERENT_KEEPS, SUBSTITUTE_KEEPS, kept_since, lasting, roles_giving

NOTHING = Q(pk__in=[])
# The front desk calls the roll of the desks, and reads no other.
FRONT_DESK = {Right.CALL_ROLL: Q(activity__kind=ActivityKind.DROP_IN_DESK)}


def activities(user, right: Right = Right.SEE_ACTIVITIES) -> QuerySet[Activity]:
    roles = roles_giving(user, right)
    if Role.DIRECTOR in roles:
        return Activity.objects.all()
    reached = own_activities(user, roles)
    if Role.RECEPTION in roles:
        reached |= ~Q(kind=ActivityKind.SUPPORT)
    return Activity.objects.filter(reached)


def own_activities(user, roles: set[str]) -> Q:
    """Of one's sectors, and of the teams one is in."""
    return of_sectors(user, roles) | of_teams(user, roles)


def of_sectors(user, roles: set[str]) -> Q:
    return Q(sector__in=user.sectors.values("pk")) if Role.SECTOR_HEAD in roles else NOTHING


def of_teams(user, roles: set[str]) -> Q:
    if Role.ANIMATOR not in roles or user.staff_member_id is None:
        return NOTHING
    return Q(pk__in=Activity.objects.filter(team=user.staff_member_id).values("pk"))


def sessions(user, right: Right = Right.SEE_TODAY, *, today: date) -> QuerySet[Session]:
    """An animator sees every session of a group; who came there, for as long as they keep its people."""
    roles = roles_giving(user, right)
    if Role.DIRECTOR in roles:
        return Session.objects.all()
    of_groups = sessions_of(of_teams(user, roles))
    if right is Right.SEE_ATTENDANCES and Role.ANIMATOR in roles:
        of_groups &= Q(day__gte=kept_since(today))
    reached = sessions_of(of_sectors(user, roles)) | of_groups | named_in(user, roles, today)
    if Role.RECEPTION in roles:
        reached |= FRONT_DESK.get(right, ~Q(activity__kind=ActivityKind.SUPPORT))
    return Session.objects.filter(reached)


def sessions_of(activities: Q) -> Q:
    """Their own, and those they share."""
    own = Activity.objects.filter(activities).values("pk")
    shared = Session.also_activities.through.objects.filter(activity__in=own).values("session")
    return Q(activity__in=own) | Q(pk__in=shared)


def named_in(user, roles: set[str], today: date) -> Q:
    """The sessions where one's name is written: a substitute's from the day before on, a volunteer's of the day."""
    if user.staff_member_id is None:
        return NOTHING
    named = Q(pk__in=Session.objects.filter(staff=user.staff_member_id).values("pk"))
    if Role.ANIMATOR in roles:
        return named & Q(day__gte=today - SUBSTITUTE_KEEPS)
    if Role.VOLUNTEER in roles:
        return named & Q(day=today)
    return NOTHING


def supports(user, right: Right = Right.SEE_SUPPORTS, *, today: date) -> QuerySet[Support]:
    """One's own caseload; the director's whole house. The notes are another matter: the referent's."""
    roles = roles_giving(user, right)
    if Role.DIRECTOR in roles:
        return Support.objects.all()
    if Role.SUPPORT_WORKER in roles and user.staff_member_id:
        return Support.objects.filter(lasting("exited_on", today - REFERENT_KEEPS), referent=user.staff_member_id)
    return Support.objects.none()
