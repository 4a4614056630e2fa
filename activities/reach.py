"""How far a right reaches: which activities and which sessions, by role.

The activities of individual support say something of whoever comes: the front desk does not see them.
"""

from datetime import date

from django.db.models import Q, QuerySet

from activities.models import Activity, ActivityKind, Session, Support
from centre.access import Right, Role
from members.reach import roles_giving

NOTHING = Q(pk__in=[])


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
    own = NOTHING
    if Role.SECTOR_HEAD in roles:
        own |= Q(sector__in=user.sectors.values("pk"))
    if Role.ANIMATOR in roles and user.staff_member_id:
        own |= Q(pk__in=Activity.objects.filter(team=user.staff_member_id).values("pk"))
    return own


def sessions(user, right: Right = Right.SEE_TODAY, *, today: date | None = None) -> QuerySet[Session]:
    """`today` opens the day's sessions to the volunteers named in them; without it they reach none."""
    roles = roles_giving(user, right)
    if Role.DIRECTOR in roles:
        return Session.objects.all()
    own = Activity.objects.filter(own_activities(user, roles)).values("pk")
    shared = Session.also_activities.through.objects.filter(activity__in=own).values("session")
    reached = Q(activity__in=own) | Q(pk__in=shared) | named_in(user, roles, today)
    if Role.RECEPTION in roles:
        reached |= ~Q(activity__kind=ActivityKind.SUPPORT)
    return Session.objects.filter(reached)


def named_in(user, roles: set[str], today: date | None) -> Q:
    """The sessions where one's name is written: an animator's or a substitute's, a volunteer's of the day."""
    if user.staff_member_id is None:
        return NOTHING
    named = Q(pk__in=Session.objects.filter(staff=user.staff_member_id).values("pk"))
    if Role.ANIMATOR in roles:
        return named
    if Role.VOLUNTEER in roles and today:
        return named & Q(day=today)
    return NOTHING


def supports(user, right: Right = Right.SEE_SUPPORTS) -> QuerySet[Support]:
    """One's own caseload; the director's whole house. The notes are another matter: the referent's."""
    roles = roles_giving(user, right)
    if Role.DIRECTOR in roles:
        return Support.objects.all()
    if Role.SUPPORT_WORKER in roles and user.staff_member_id:
        return Support.objects.filter(referent=user.staff_member_id)
    return Support.objects.none()
