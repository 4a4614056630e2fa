"""Matching a file opened in two words to the real one: nothing that was noted of it is lost, nothing is decided in
silence. Afterwards there is one file; the key of the other still leads to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from activities.models import Attendance, OperationKind, RollChange, RollOperation, Session
from activities.roll.operations import put_down
from activities.roll.roll import Roll
from activities.roll.words import said
from activities.roll.work import Work
from centre.models import User
from centre.operations import leave_trace
from members.models import FormerKey, HouseholdMember, Person
from members.operations import capture_household, refuse_two_main_homes

VALUES = ("status", "arrived_at", "left_at", "mode", "case_count")
PROVISIONAL, REAL = "provisional", "real"  # whose row is kept
MOVED_APART = frozenset({Attendance, RollChange})


class MatchRefused(Exception):
    """A French sentence says what to do."""


@dataclass(frozen=True)
class Shared:
    """A session whose sheet has both files."""

    provisional: Attendance
    real: Attendance

    @property
    def session(self) -> Session:
        return self.real.session

    @property
    def is_clash(self) -> bool:
        """Both are marked, and not alike: someone must say which is true."""
        both_marked = bool(self.provisional.status and self.real.status)
        return both_marked and values_of(self.provisional) != values_of(self.real)

    def kept(self, choice: str | None) -> Attendance:
        if self.is_clash:
            return self.provisional if choice == PROVISIONAL else self.real
        return self.real if self.real.status else self.provisional


def values_of(attendance: Attendance) -> dict:
    return {name: getattr(attendance, name) for name in VALUES}


def said_of(attendance: Attendance) -> str:
    """« présent, arrivée 8 h 05 »"""
    return said({name: value for name, value in values_of(attendance).items() if value or name == "status"})


def shared_sheets(provisional: Person, real: Person) -> list[Shared]:
    """By day. Two SQL statements."""
    theirs = {row.session_id: row for row in real.attendances.filter(session__attendances__person=provisional)}
    mine = provisional.attendances.filter(session__in=theirs).select_related("session__activity")
    pairs = []
    for row in mine.order_by("session__starts_at", "session"):
        other = theirs[row.session_id]
        other.session = row.session
        pairs.append(Shared(row, other))
    return pairs


def years_of_both(provisional: Person, real: Person) -> list[int]:
    """The years whose distinct people will be one fewer."""
    years = [
        set(person.attendances.present().held().values_list("session__day__year", flat=True))
        for person in (provisional, real)
    ]
    return sorted(years[0] & years[1])


@transaction.atomic
def match_person(*, provisional: Person, real: Person, keep: Mapping[str, str], by: User, now: datetime) -> Person:
    """`keep` says whose row is kept, by the key of the session. Raises MatchRefused."""
    lock(provisional, real)
    shared = shared_sheets(provisional, real)
    if any(pair.is_clash and keep.get(pair.session.key) not in (PROVISIONAL, REAL) for pair in shared):
        raise MatchRefused("Les deux fiches sont sur une même feuille et n’y disent pas la même chose. Choisissez.")
    for pair in shared:
        join(pair, keep.get(pair.session.key), by, now)
    for row in provisional.attendances.select_related("session"):
        take_over(row, real)
    # What was written once keeps its words: whose file it is about is another matter.
    models.QuerySet(RollChange).filter(person=provisional).update(person=real)
    for relation in other_relations():
        move(relation, provisional, real)
    FormerKey.objects.create(key=provisional.key, person=real)
    leave_trace(by=by, action="person_matched", record=real, reason=provisional.key)
    provisional.delete()
    return real


def lock(provisional: Person, real: Person) -> None:
    """Sessions before people, as a roll call does: two of them wait for each other instead of stopping each other."""
    called = Attendance.objects.filter(person=provisional).values("session")
    held = {session.pk for session in Session.objects.filter(pk__in=called).select_for_update().order_by("pk")}
    people = Person.objects.filter(pk__in=[provisional.pk, real.pk]).select_for_update().order_by("pk")
    found = {person.pk: person for person in people}
    if len(found) < 2 or not found[provisional.pk].is_to_complete:
        raise MatchRefused("Cette fiche n’est plus à rapprocher\u00a0: quelqu’un vient de s’en occuper.")
    if {row.session_id for row in provisional.attendances.all()} - held:
        raise MatchRefused("Une présence vient d’être notée sur cette fiche. Recommencez.")


def join(pair: Shared, choice: str | None, by: User, now: datetime) -> None:
    """One row of two, and the history says what it became."""
    wanted, row = values_of(pair.kept(choice)), pair.real
    pair.provisional.delete()
    if wanted == values_of(row):
        return
    operation = RollOperation(
        key=uuid4(), session=pair.session, kind=OperationKind.MARK, user=by, made_at=now, received_at=now
    )
    roll = Roll(pair.session, by)
    work = Work(roll, operation)
    changed = {name: value for name, value in wanted.items() if value != getattr(row, name)}
    work.write(row, changed, base=row.last_operation_id)
    put_down(work)
    roll.write()


def take_over(row: Attendance, real: Person) -> None:
    """With the household of that day, which a file in two words did not know."""
    row.person = real
    row.household = row.household or capture_household(real, row.session.day)
    row.save(update_fields=["person", "household"])


def other_relations() -> Iterable[models.ForeignKey]:
    """Whatever else points at a person, in every app above."""
    for relation in Person._meta.related_objects:
        if not relation.many_to_many and relation.related_model not in MOVED_APART:
            yield relation.field


def move(field: models.ForeignKey, provisional: Person, real: Person) -> None:
    for record in field.model._base_manager.filter(**{field.name: provisional}):
        setattr(record, field.name, real)
        try:
            if isinstance(record, HouseholdMember):
                refuse_two_main_homes(record)
            with transaction.atomic():
                record.save(update_fields=[field.name])
        except IntegrityError:
            what = field.model._meta.verbose_name
            raise MatchRefused(
                f"Les deux fiches ont la même chose («\u00a0{what}\u00a0»). Retirez-la de l’une, puis rapprochez-les."
            ) from None
        except ValidationError as refusal:
            raise MatchRefused(refusal.messages[0]) from None
