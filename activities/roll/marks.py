"""Who came: marks of people and of aliases, walk-ins, everyone at once."""

from collections.abc import Iterable
from datetime import datetime, time
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from activities.models import Alias, Attendance, AttendanceStatus, Counting, Group
from activities.roll.expected import enrolled, regulars
from activities.roll.work import Refused, Work
from centre.access import Right
from centre.models import Centre
from centre.operations import leave_trace
from members.models import Person
from members.operations import capture_households

NOW = "now"


def mark(work: Work, *, base: UUID | None, values: dict, person: str = "", alias: str = "") -> None:
    """`values` are fields of Attendance; an hour may be « now », the moment of the tap."""
    row = person_row(work, person) if person else alias_row(work, alias)
    wanted = {name: hour_of(work, value) if name in HOURS else value for name, value in values.items()}
    before = {name: getattr(row, name) for name in wanted}
    if before == wanted and work.session.is_roll_shut:
        work.tell([row])
    elif not work.may_write(row, base) and before != wanted:
        work.keep(row, wanted, base=base)
        work.tell([row] if row.pk else [])
    else:
        write(work, row, wanted, base=base)


HOURS = ("arrived_at", "left_at")


def write(work: Work, row: Attendance, wanted: dict, *, base: UUID | None) -> None:
    work.note(row, {name: getattr(row, name) for name in wanted}, wanted, base=base)
    for name, value in wanted.items():
        setattr(row, name, value)
    if row.arrived_at and row.left_at and row.left_at <= row.arrived_at:
        raise Refused("Le départ doit venir après l’arrivée. Corrigez l’une des deux heures.")
    capture([row], work)
    row.last_operation = work.operation
    row.save()
    work.tell([row])


def all_present(work: Work, *, people: list[str]) -> None:
    """Those of the list that nobody has marked; the others stay as they are."""
    refuse_names(work)
    found = list(Person.objects.filter(key__in=people))
    rows = {row.person_id: row for row in rows_of(work).filter(person__in=found)}
    refuse_strangers(work, [person for person in found if person.pk not in rows])
    listed = [rows.get(person.pk) or Attendance(session=work.session, person=person) for person in found]
    mark_all(work, [row for row in listed if not row.status], AttendanceStatus.PRESENT)
    work.tell(row for row in listed if row.status and row.last_operation_id != work.operation.pk)


def mark_all(work: Work, rows: list[Attendance], status: str) -> None:
    """Few statements, however many rows."""
    if work.session.is_roll_shut:
        for row in rows:
            work.keep(row, {"status": status}, base=row.last_operation_id)
        return
    for row in rows:
        work.note(row, {"status": row.status}, {"status": status}, base=row.last_operation_id)
        row.status, row.last_operation = status, work.operation
    capture(rows, work)
    Attendance.objects.bulk_create([row for row in rows if row.pk is None])
    known = [row for row in rows if row.pk is not None]
    Attendance.objects.bulk_update(known, ["status", "last_operation", "household"])
    work.tell(rows)


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
    write(work, row, {"status": AttendanceStatus.PRESENT}, base=None)


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
        Alias.objects.create(key=code, activity=work.session.activity, year=work.session.day.year, group=group, sex=sex)
    row = alias_row(work, code)
    mark(work, base=row.last_operation_id, values={"status": AttendanceStatus.PRESENT}, alias=code)


def person_row(work: Work, key: str) -> Attendance:
    refuse_names(work)
    if row := rows_of(work).filter(person__key=key).first():
        return row
    person = Person.objects.filter(key=key).first()
    if not person:
        raise Refused("Cette personne n’existe plus. Rechargez la page.")
    refuse_strangers(work, [person])
    return Attendance(session=work.session, person=person)


def alias_row(work: Work, key: str) -> Attendance:
    if row := rows_of(work).filter(alias__key=key).first():
        return row
    alias = Alias.objects.filter(key=key, activity=work.session.activity, year=work.session.day.year).first()
    if not alias:
        raise Refused("Ce pseudonyme n’est pas de cette activité, ou pas de cette année. Rechargez la page.")
    return Attendance(session=work.session, alias=alias)


def rows_of(work: Work):
    return work.session.attendances.select_related("person", "alias", "last_operation__user")


def refuse_names(work: Work) -> None:
    if work.session.activity.counting == Counting.ALIAS:
        raise Refused("Ce lieu est anonyme\u00a0: il note des pseudonymes et des comptages, jamais un nom.")


def refuse_strangers(work: Work, people: list[Person]) -> None:
    """Someone whom the sheet does not list is found by a search, which is a right of its own."""
    if not people or work.by.can(Right.FIND_PEOPLE):
        return
    listed = {
        *enrolled(work.session).values_list("pk", flat=True),
        *regulars(work.session).values_list("pk", flat=True),
    }
    if any(person.pk not in listed for person in people):
        raise PermissionDenied


def capture(rows: Iterable[Attendance], work: Work) -> None:
    """The household of the day, once: a later move does not rewrite it."""
    people = [row.person_id for row in rows if row.person_id and row.pk is None]
    homes = capture_households(people, work.session.day) if people else {}
    for row in rows:
        row.household_id = row.household_id or homes.get(row.person_id)


def hour_of(work: Work, value: time | str | None) -> datetime | None:
    """On the day of the session. « Now » tells nothing of a roll written down another day."""
    if value == NOW:
        made_at = work.operation.made_at
        is_of_the_day = timezone.localdate(made_at) == work.session.day
        return made_at.replace(second=0, microsecond=0) if is_of_the_day else None
    if value is None:
        return None
    return timezone.make_aware(datetime.combine(work.session.day, value))
