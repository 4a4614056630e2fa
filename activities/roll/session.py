"""The session behind the roll: held or not, closed, cancelled, reopened, described."""

from datetime import datetime, time
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from activities.models import Attendance, AttendanceStatus, SessionStatus, Subject
from activities.roll.expected import enrolled
from activities.roll.marks import mark_all
from activities.roll.roll import name_of
from activities.roll.work import Refused, Work
from centre.access import Right
from centre.models import StaffMember
from centre.operations import leave_trace

OPEN = {"status": SessionStatus.HELD, "is_roll_open": True}
CLOSED = {"status": SessionStatus.HELD, "is_roll_open": False}
PLANNED = {"status": SessionStatus.PLANNED, "is_roll_open": False}


def close(work: Work, *, nobody_came: bool) -> None:
    """Whom nobody marked was absent. A session where nobody came was held all the same, once someone says so."""
    session = work.session
    if session.status == SessionStatus.CANCELLED:
        return work.keep(session, CLOSED, message="La séance est annulée. Rouvrez-la pour la clore.")
    if session.is_roll_shut:
        return None
    if not nobody_came and not work.roll.has_presences():
        raise Refused("Personne n’est noté présent. Dites que personne n’est venu, ou annulez la séance.")
    mark_all(work, unmarked(work), AttendanceStatus.ABSENT)
    return put(work, CLOSED)


def unmarked(work: Work) -> list[Attendance]:
    """The enrolled, and the rows that came blank with the records; not a walk-in that was taken back."""
    roll = work.roll
    expected = {name_of(row): row for row in roll.blank(enrolled(work.session))}
    known = {name: row for name, row in roll.rows.items() if name in expected or row.last_operation_id is None}
    return [row for row in {**expected, **known}.values() if not row.status]


def cancel(work: Work, *, reason: str) -> None:
    session, wanted = (
        work.session,
        {"status": SessionStatus.CANCELLED, "is_roll_open": False, "cancellation_reason": reason},
    )
    if session.status == SessionStatus.CANCELLED:
        return None
    if session.is_roll_shut:
        return work.keep(session, wanted, message="La feuille est close. Rouvrez-la avant d’annuler la séance.")
    if work.roll.has_presences():
        message = "Des présences sont notées\u00a0: une séance où quelqu’un est venu ne s’annule pas."
        return work.keep(session, wanted, message=message)
    leave_trace(by=work.by, action="session_cancelled", record=session)
    return put(work, wanted)


def reopen(work: Work) -> None:
    if not work.by.can(Right.REOPEN_ROLLS):
        raise PermissionDenied
    if not work.session.is_roll_shut:
        return
    leave_trace(by=work.by, action="roll_reopened", record=work.session)
    put(work, (OPEN if work.roll.has_presences() else PLANNED) | {"cancellation_reason": ""})


def describe(
    work: Work,
    *,
    base: UUID | None,
    topic: str,
    note: str,
    starts_at: time,
    ends_at: time,
    staff: list[StaffMember],
) -> None:
    """What it was about, its real hours, who led it."""
    session = work.session
    hours = {"starts_at": at(session.starts_at, starts_at), "ends_at": at(session.ends_at, ends_at)}
    if hours["ends_at"] <= hours["starts_at"]:
        raise Refused("La fin de la séance doit venir après son début.")
    values = {"topic": topic, "note": note, **hours}
    here = sorted(session.staff.all(), key=lambda member: member.pk)
    staff = sorted(staff, key=lambda member: member.pk)
    wanted = {name: value for name, value in values.items() if getattr(session, name) != value}
    before = {name: getattr(session, name) for name in wanted}
    if here != staff:
        before["staff"], wanted["staff"] = names(here), names(staff)
    if not wanted:
        return
    if not work.may_write(session, base):
        work.keep(session, wanted, base=base, before=before)
        return
    work.note(session, before, wanted, base=base)
    for name, value in wanted.items():
        if name != "staff":
            setattr(session, name, value)
    session.staff.set(staff)
    session.last_operation = work.operation


def at(instant: datetime, hour: time) -> datetime:
    """Another hour of the same local day."""
    return timezone.make_aware(datetime.combine(timezone.localdate(instant), hour))


def names(staff: list[StaffMember]) -> str:
    return ", ".join(str(member) for member in staff)


def settle(work: Work) -> None:
    """While its roll is open, a session is held as soon as one came, and planned again when that is taken back."""
    done = [change for change in work.changes if change.is_applied and change.subject != Subject.SESSION]
    if work.session.is_roll_shut:
        return
    is_held = work.session.status == SessionStatus.HELD
    if not is_held and any(is_presence(change.after) for change in done):
        put(work, OPEN)
    elif is_held and any(is_presence(change.before) for change in done) and not work.roll.has_presences():
        put(work, PLANNED)


def is_presence(values: dict) -> bool:
    return values.get("status") == AttendanceStatus.PRESENT or values.get("count", 0) > 0


def put(work: Work, values: dict) -> None:
    session = work.session
    work.note(session, {name: getattr(session, name) for name in values}, values)
    for name, value in values.items():
        setattr(session, name, value)
