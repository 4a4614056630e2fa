"""Changes that touch two records or leave a trail."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.db import models, transaction

from centre.access import Role, awaits_confirmation
from centre.models import AuditEntry, Centre, Sector, StaffMember, User, UserRole
from centre.school_holidays import seed_school_holidays


class AlreadyOpen(Exception):
    """Someone opened the centre before: it has accounts."""


class LastDirector(Exception):
    """Nobody would be left to direct the house."""


def leave_trace(*, by: User | None, action: str, record: models.Model | None = None, reason: str = "") -> AuditEntry:
    """Write who did what to which record: identifiers only, never values."""
    entry = trace(by=by, action=action, record=record, reason=reason)
    entry.save()
    return entry


def leave_traces(*, by: User, action: str, records: Iterable[models.Model]) -> list[AuditEntry]:
    """One trace a record, for a page that lists some. One SQL statement."""
    return AuditEntry.objects.bulk_create(trace(by=by, action=action, record=record) for record in records)


def leave_traces_hourly(*, by: User, action: str, records: Iterable[models.Model], now: datetime) -> list[AuditEntry]:
    """The same for a page that reads itself again every half minute: a record leaves one trace an hour."""
    lately = AuditEntry.objects.filter(user_id=by.pk, action=action, at__gt=now - timedelta(hours=1))
    known = set(lately.values_list("record_id", flat=True))
    return leave_traces(by=by, action=action, records=[one for one in records if public_id(one) not in known])


def trace(*, by: User | None, action: str, record: models.Model | None = None, reason: str = "") -> AuditEntry:
    return AuditEntry(
        user_id=by and by.pk,
        action=action,
        record_type=record._meta.label_lower if record else "",
        record_id=public_id(record) if record else "",
        reason=reason,
    )


def public_id(record: models.Model) -> str:
    return str(getattr(record, "key", None) or getattr(record, "slug", None) or record.pk)


@transaction.atomic
def open_centre(*, centre: dict, name: str, email: str, password: str) -> User:
    """Create the centre and its first director, once: of two visitors at the same moment, one is refused."""
    # The second insertion waits for the first to be committed, then finds its row.
    Centre.objects.get_or_create(id=1, defaults=centre)
    Centre.objects.select_for_update().get(id=1)
    if User.objects.exists():
        raise AlreadyOpen
    Centre.objects.filter(id=1).update(**centre)
    seed_school_holidays()
    director = User.objects.create_user(email, password, name=name)
    UserRole.objects.create(user=director, role=Role.DIRECTOR, is_confirmed=True)
    leave_trace(by=director, action="centre_opened", record=director)
    return director


@transaction.atomic
def open_account(
    *,
    name: str,
    email: str,
    roles: list[str],
    by: User,
    sectors: Iterable[Sector] = (),
    staff_member: StaffMember | None = None,
) -> User:
    """An account without a password: its owner sets one through a link used once."""
    user = User.objects.create_user(email, name=name, staff_member=staff_member)
    user.sectors.set(sectors)
    give_roles(user, roles, by=by)
    leave_trace(by=by, action="account_opened", record=user)
    return user


def give_roles(user: User, roles: Iterable[str], *, by: User):
    """A role that opens files is in force at once only from a director's hand."""
    is_director = by.has_role(Role.DIRECTOR)
    UserRole.objects.bulk_create(
        UserRole(user=user, role=role, is_confirmed=is_director or not awaits_confirmation(role)) for role in roles
    )


@transaction.atomic
def change_account(*, user: User, roles: Collection[str], is_active: bool, by: User, sectors: Iterable[Sector]) -> User:
    """Give and take roles and sectors, close or reopen. Raises LastDirector.

    What widens the reach of roles already in force asks for a director's word again.
    """
    if not is_active or Role.DIRECTOR not in roles:
        refuse_last_director(user)
    roles, held = set(roles), set(user.role_set.values_list("role", flat=True))
    sectors, known = set(sectors), set(user.sectors.all())
    was_active = user.is_active
    user.role_set.exclude(role__in=roles).delete()
    if not by.has_role(Role.DIRECTOR) and (sectors - known or is_active and not was_active):
        suspend_roles(user)
    give_roles(user, roles - held, by=by)
    user.sectors.set(sectors)
    User.objects.filter(pk=user.pk).update(is_active=is_active)
    if held != roles or known != sectors:
        leave_trace(by=by, action="account_changed", record=user)
    if is_active != was_active:
        leave_trace(by=by, action="account_reopened" if is_active else "account_closed", record=user)
    return User.objects.get(pk=user.pk)


def refuse_last_director(user: User):
    """Two directors who close each other's account wait for each other: the second is refused."""
    directors = UserRole.objects.filter(role=Role.DIRECTOR, is_confirmed=True, user__is_active=True)
    if {held.user_id for held in directors.select_for_update().order_by("pk")} == {user.pk}:
        raise LastDirector


def suspend_roles(user: User):
    waiting = [role for role in Role if awaits_confirmation(role)]
    user.role_set.filter(role__in=waiting).update(is_confirmed=False)


@transaction.atomic
def confirm_roles(*, user: User, by: User) -> User:
    """Put in force the roles that wait. A first link made before now is void: whoever opened the account may have
    kept it."""
    user.role_set.filter(is_confirmed=False).update(is_confirmed=True)
    if not user.has_usable_password():
        user.set_unusable_password()
        user.save(update_fields=["password"])
    leave_trace(by=by, action="roles_confirmed", record=user)
    return User.objects.get(pk=user.pk)
