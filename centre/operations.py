"""Changes that touch two records or leave a trail."""

from collections.abc import Iterable

from django.db import models, transaction

from centre.access import Role
from centre.models import AuditEntry, Centre, Sector, StaffMember, User, UserRole
from centre.school_holidays import seed_school_holidays


class AlreadyOpen(Exception):
    """Someone opened the centre before: it has accounts."""


def leave_trace(*, by: User | None, action: str, record: models.Model | None = None, reason: str = "") -> AuditEntry:
    """Write who did what to which record: identifiers only, never values."""
    entry = trace(by=by, action=action, record=record, reason=reason)
    entry.save()
    return entry


def leave_traces(*, by: User, action: str, records: Iterable[models.Model]) -> list[AuditEntry]:
    """One trace a record, for a page that lists some. One SQL statement."""
    return AuditEntry.objects.bulk_create(trace(by=by, action=action, record=record) for record in records)


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
    UserRole.objects.create(user=director, role=Role.DIRECTOR)
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
    UserRole.objects.bulk_create(UserRole(user=user, role=role) for role in roles)
    leave_trace(by=by, action="account_opened", record=user)
    return user
