"""Who came: marks of people and of aliases, walk-ins, everyone at once."""

from datetime import UTC, datetime, time
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from activities.models import Alias, Attendance, AttendanceStatus, Counting, Group
from activities.roll.work import Refused, Work
from centre.access import Right
from centre.models import Centre
from centre.operations import leave_trace
from members.models import Person

NOW = "now"
HOURS = ("arrived_at", "left_at")


def mark(work: Work, *, base: UUID | None, values: dict, person: str = "", alias: str = "") -> None:
    """`values` are fields of Attendance; an hour may be « now », the moment of the tap."""
    row = person_row(work, person) if person else alias_row(work, alias)
    mark_row(work, row, values, base=base)


def mark_row(work: Work, row: Attendance, values: dict, *, base: UUID | None) -> None:
    wanted = {name: hour_of(work, value) if name in HOURS else value for name, value in values.items()}
    before = {name: getattr(row, name) for name in wanted}
    if not work.may_write(row, base) and before != wanted:
        work.keep(row, wanted, base=base)
        work.tell([row] if work.roll.holds(row) else [])
        return
    if not work.session.is_roll_shut:
        refuse_to_leave_before_arrival(row, wanted)
        work.write(row, wanted, base=base)
    work.tell([row])


def refuse_to_leave_before_arrival(row: Attendance, wanted: dict) -> None:
    arrived_at, left_at = (wanted.get(name, getattr(row, name)) for name in HOURS)
    if arrived_at and left_at and left_at <= arrived_at:
        raise Refused("Le départ doit venir après l’arrivée. Corrigez l’une des deux heures.")


def all_present(work: Work, *, people: list[str]) -> None:
    """Those of the list that nobody has marked; the others stay as they are."""
    refuse_names(work)
    rows = [row for key in dict.fromkeys(people) if (row := work.roll.row(f"person:{key}"))]
    # Whose enrolment has ended since the device read the sheet stays out, and hinders nobody.
    rows = [row for row in rows if not is_stranger(work, row)]
    mark_all(work, [row for row in rows if not row.status], AttendanceStatus.PRESENT)
    work.tell(row for row in rows if row.status and row.last_operation_id != work.operation.pk)


def mark_all(work: Work, rows: list[Attendance], status: str) -> None:
    for row in rows:
        if work.session.is_roll_shut:
            work.keep(row, {"status": status}, base=row.last_operation_id)
        else:
            work.write(row, {"status": status}, base=row.last_operation_id)
            work.tell([row])


def add_person(work: Work, *, first_name: str, last_name: str, age_band: int | None, sex: str) -> None:
    """A person that nobody knows: two words and an age, to be completed. Its key is that of the operation, so that
    a device without network can go on marking it."""
    refuse_names(work)
    if work.session.is_roll_shut:
        raise Refused("La feuille est close. Rouvrez-la pour ajouter quelqu’un.")
    person = Person.objects.create(
        key=str(work.operation.pk),
        first_name=first_name,
        last_name=last_name,
        birth_year=birth_year(work, age_band),
        is_birth_year_estimated=age_band is not None,
        sex=sex,
        is_to_complete=True,
    )
    leave_trace(by=work.by, action="person_opened_in_short", record=person)
    row = Attendance(session=work.session, person=person)
    work.write(row, {"status": AttendanceStatus.PRESENT})
    work.tell([row])


def birth_year(work: Work, age_band: int | None) -> int | None:
    """From the middle of the band; of the last one, which is open, from its beginning."""
    if age_band is None:
        return None
    bands = Centre.current().age_bands
    if age_band >= len(bands):
        raise Refused("Cette tranche d’âge n’existe plus. Rechargez la page.")
    first, last = bands[age_band]
    return work.session.day.year - (first if last is None else (first + last) // 2)


def add_alias(work: Work, *, code: str, group: Group, sex: str) -> None:
    """A code given by the family; known since the start of the year, it is only marked."""
    alias = Alias.objects.filter(key=code).first()
    is_ours = alias and (alias.activity_id, alias.year) == (work.session.activity_id, work.session.day.year)
    if alias and not is_ours:
        raise Refused(f"Le code «\u00a0{code}\u00a0» est déjà pris. Demandez à la famille d’en choisir un autre.")
    if not alias:
        if work.session.is_roll_shut:
            raise Refused("La feuille est close. Rouvrez-la pour ajouter quelqu’un.")
        alias = Alias.objects.create(
            key=code, activity=work.session.activity, year=work.session.day.year, group=group, sex=sex
        )
    row = work.roll.rows.get(f"alias:{code}") or Attendance(session=work.session, alias=alias)
    mark_row(work, row, {"status": AttendanceStatus.PRESENT}, base=row.last_operation_id)


def person_row(work: Work, key: str) -> Attendance:
    refuse_names(work)
    row = work.roll.row(f"person:{key}")
    if not row:
        raise Refused("Cette personne n’existe plus. Rechargez la page.")
    if is_stranger(work, row):
        raise PermissionDenied
    return row


def alias_row(work: Work, key: str) -> Attendance:
    row = work.roll.row(f"alias:{key}")
    if not row:
        raise Refused("Ce pseudonyme n’est pas de cette activité, ou pas de cette année. Rechargez la page.")
    return row


def refuse_names(work: Work) -> None:
    if work.session.activity.counting == Counting.ALIAS:
        raise Refused("Ce lieu est anonyme\u00a0: il note des pseudonymes et des comptages, jamais un nom.")


def is_stranger(work: Work, row: Attendance) -> bool:
    """Someone whom the sheet does not list is found by a search, which is a right of its own."""
    return not (work.by.can(Right.FIND_PEOPLE) or work.roll.holds(row) or row.person.is_listed)


def hour_of(work: Work, value: time | str | None) -> datetime | None:
    """On the day of the session. « Now » tells nothing of a roll written down another day. In UTC, as the database
    gives it back: an answer says an hour in one way."""
    if value == NOW:
        made_at = work.operation.made_at
        is_of_the_day = timezone.localdate(made_at) == work.session.day
        return made_at.astimezone(UTC).replace(second=0, microsecond=0) if is_of_the_day else None
    if value is None:
        return None
    return timezone.make_aware(datetime.combine(work.session.day, value)).astimezone(UTC)
