"""The roll of a session whose row is locked: read once, changed in memory by one operation after the other, written
once, in as few statements for a hundred operations as for one.

Rarer records (a person opened in short, an alias, the team) are written as they come.
"""

from collections.abc import Iterable, Sequence
from copy import copy
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from activities.models import (
    Alias,
    Attendance,
    AttendanceStatus,
    RollChange,
    RollOperation,
    Session,
    Tally,
)
from activities.roll.expected import enrolments, seen_lately
from centre.access import Right
from centre.models import User
from members.models import FormerKey, Person
from members.operations import main_household

# Of others, only what a row says of them: the answers that operations keep are long.
OTHERS = ["person__key", "alias__key", "last_operation__made_at"]
OTHERS += ["last_operation__user__name", "last_operation__user__email"]
ATTENDANCE_IS = {"person": ["session", "person"], "alias": ["session", "alias"]}
TALLY_IS = ["session", "group", "sex", "is_estimate"]


class Roll:
    """`people` and `aliases` are the keys of those whom the operations to come name."""

    def __init__(self, session: Session, by: User, *, people: Iterable[str] = (), aliases: Iterable[str] = ()):
        self.session, self.by = session, by
        self.people, self.aliases = set(people), set(aliases)
        self.operations: list[RollOperation] = []
        self.changes: list[RollChange] = []
        self._former_keys: dict[str, str] = {}
        self._written: dict[str, Attendance | Tally] = {}
        self._session_before = {
            field.attname: getattr(session, field.attname) for field in session._meta.concrete_fields
        }

    @cached_property
    def rows(self) -> dict[str, Attendance]:
        """By what devices call them."""
        own = [field.name for field in Attendance._meta.concrete_fields]
        rows = self.session.attendances.select_related("person", "alias", "last_operation__user").only(*own, *OTHERS)
        return {name_of(row): row for row in rows}

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        return {name_of(row): row for row in self.session.tallies.select_related("last_operation__user")}

    @cached_property
    def blank_rows(self) -> dict[str, Attendance]:
        """Of those whom operations name and whom nobody has marked yet."""
        people = [key for key in self.people if f"person:{key}" not in self.rows]
        aliases = [key for key in self.aliases if f"alias:{key}" not in self.rows]
        found = self.blank_of(people)
        if missing := set(people) - {row.person.key for row in found}:
            found += self.blank_of(self.matched_to(missing))
        if aliases:
            ours = Alias.objects.filter(key__in=aliases, activity=self.session.activity, year=self.session.day.year)
            found += [Attendance(session=self.session, alias=alias) for alias in ours]
        return {name_of(row): row for row in found}

    def matched_to(self, keys: Iterable[str]) -> list[str]:
        """Whom these files were matched to since the device read the sheet, unless they have a row."""
        self._former_keys = dict(FormerKey.objects.filter(key__in=keys).values_list("key", "person__key"))
        return [key for key in self._former_keys.values() if f"person:{key}" not in self.rows]

    def blank_of(self, people: Iterable[str]) -> list[Attendance]:
        return self.blank(self.told_if_listed(Person.objects.filter(key__in=people))) if people else []

    def told_if_listed(self, people: QuerySet[Person]) -> QuerySet[Person]:
        """Someone whom the sheet does not list is found by a search, which is a right of its own."""
        if self.by.can(Right.FIND_PEOPLE):
            return people
        on_the_sheet = Q(Exists(enrolments(self.session).filter(person=OuterRef("pk"))))
        on_the_sheet |= Q(Exists(seen_lately(self.session).filter(person=OuterRef("pk"))))
        return people.annotate(is_listed=on_the_sheet)

    def blank(self, people: QuerySet[Person]) -> list[Attendance]:
        """With the household of the day, once: a later move does not rewrite it."""
        homes = main_household("pk", self.session.day)
        return [
            Attendance(session=self.session, person=person, household_id=person.home_of_the_day)
            for person in people.annotate(home_of_the_day=homes)
        ]

    def row(self, name: str) -> Attendance | None:
        row = self.rows.get(name) or self.blank_rows.get(name)
        if row is None and (key := self._former_keys.get(name.removeprefix("person:"))):
            return self.row(f"person:{key}")
        return row

    def holds(self, row: Attendance) -> bool:
        return name_of(row) in self.rows

    def tally(self, **subject) -> Tally:
        row = Tally(session=self.session, count=0, **subject)
        return self.tallies.get(name_of(row), row)

    def has_presences(self) -> bool:
        if any(row.status == AttendanceStatus.PRESENT for row in self.rows.values()):
            return True
        return any(row.count for row in self.tallies.values())

    def put(self, row: Attendance | Tally) -> None:
        """To be written."""
        name = name_of(row)
        self._written[name] = row
        (self.tallies if isinstance(row, Tally) else self.rows)[name] = row

    def write(self) -> None:
        RollOperation.objects.bulk_create(self.operations)
        rows = [row for row in self._written.values() if isinstance(row, Attendance)]
        for subject, unique in ATTENDANCE_IS.items():
            write_rows([row for row in rows if getattr(row, f"{subject}_id")], unique)
        write_rows([row for row in self._written.values() if isinstance(row, Tally)], TALLY_IS)
        RollChange.objects.bulk_create(self.changes)
        changed = [name for name, value in fields_of(self.session).items() if value != self._session_before[name]]
        if changed:
            self.session.save(update_fields=changed)


def write_rows(rows: Sequence[Attendance | Tally], unique: list[str]) -> None:
    """New or known, in one statement: whoever writes a roll holds its session, so a row that stands there now stood
    there when the roll was read."""
    if not rows:
        return
    model = type(rows[0])
    fields = [field.name for field in model._meta.concrete_fields if field.name not in ("id", *unique)]
    unnumbered = [copy(row) for row in rows]
    for row in unnumbered:
        row.pk = None
    model.objects.bulk_create(unnumbered, update_conflicts=True, unique_fields=unique, update_fields=fields)


def fields_of(session: Session) -> dict:
    return {field.attname: getattr(session, field.attname) for field in session._meta.concrete_fields}


def name_of(row: Attendance | Tally) -> str:
    """What devices call a row: « person:k3m… », « tally:child:F:0 »."""
    match row:
        case Tally():
            return f"tally:{row.group}:{row.sex}:{int(row.is_estimate)}"
        case Attendance(person_id=int()):
            return f"person:{row.person.key}"
        case _:
            return f"alias:{row.alias.key}"
