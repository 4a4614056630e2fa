"""The sheet as it is read: who is expected or came, in name order, with what matters of each; head counts."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localtime

from activities.day import who_came
from activities.models import (
    ActivityKind,
    Alias,
    Attendance,
    AttendanceMode,
    AttendanceStatus,
    Counting,
    Group,
    OperationKind,
    RollChange,
    Session,
    Subject,
    Tally,
)
from activities.roll.expected import enrolments, people_seen_lately, regular_aliases
from activities.roll.marks import HOURS, NOW
from activities.roll.roll import name_of
from activities.roll.words import at_moment, moment, said
from members.models import Consent, ConsentKind, HealthAlert, Person, Sex
from members.search import folded
from members.templatetags.people import age_on, listed

ANSWER = "last_operation__answer"  # that of « Tous présents » has a line for each person
IMAGE = (ConsentKind.IMAGE, ConsentKind.IMAGE_INTERNAL, ConsentKind.IMAGE_PUBLIC)
CYCLE = {"": "present", "present": "absent", "absent": "excused", "excused": ""}
HEADS = {
    (Group.CHILD, Sex.FEMALE): "Filles",
    (Group.CHILD, Sex.MALE): "Garçons",
    (Group.CHILD, ""): "Enfants, sans précision",
    (Group.ADULT, Sex.FEMALE): "Femmes",
    (Group.ADULT, Sex.MALE): "Hommes",
    (Group.ADULT, ""): "Adultes, sans précision",
    ("", ""): "Sans précision",
}


@dataclass(frozen=True)
class Choice:
    """One of two sides of a conflict."""

    label: str
    operation: str


@dataclass
class Row:
    """A person or an alias on the sheet; `attendance` is unsaved while nobody has marked them."""

    attendance: Attendance
    name: str
    age: str = ""
    marks: list[str] = field(default_factory=list)

    @property
    def conflict(self) -> RollChange | None:
        return getattr(self.attendance, "conflict", None)

    @cached_property
    def id(self) -> str:
        return name_of(self.attendance)

    @cached_property
    def key(self) -> str:
        return self.id.partition(":")[2]

    @cached_property
    def searched(self) -> str:
        return folded(self.name)

    def operation(self, **values) -> str:
        """What a button of this row asks."""
        subject, _, key = self.id.partition(":")
        return json.dumps({"kind": OperationKind.MARK, subject: key, "base": self.base, **values})

    @property
    def base(self) -> str:
        return str(self.attendance.last_operation_id or "")

    @property
    def noted_at(self) -> str:
        """When the server last wrote the row down; empty before any roll call."""
        noted_at = getattr(self.attendance, "noted_at", None)
        return noted_at.isoformat() if noted_at else ""

    @property
    def tap(self) -> str:
        return self.operation(status=CYCLE[self.attendance.status])

    @property
    def tap_with_hour(self) -> str:
        """In a nursery, to be there is to have arrived."""
        status = CYCLE[self.attendance.status]
        return self.operation(status=status, **({"arrived_at": NOW} if status == AttendanceStatus.PRESENT else {}))

    @property
    def leave(self) -> str:
        return self.operation(left_at=NOW)

    @property
    def modes(self) -> list[tuple[str, str, str]]:
        return [(mode.value, mode.label, self.operation(mode=mode.value)) for mode in AttendanceMode]

    @property
    def fewer_cases(self) -> str:
        return self.operation(case_count=max(0, self.attendance.case_count - 1))

    @property
    def more_cases(self) -> str:
        return self.operation(case_count=self.attendance.case_count + 1)

    @property
    def disagreement(self) -> str:
        """« Karim Haddad voulait « présent » (14 h 01) ; Nadia Kaya a noté « excusé » à 14 h 03. »"""
        day, theirs, last = self.attendance.session.day, self.conflict, self.attendance.last_operation
        wanted = f"{theirs.operation.user} voulait «\u00a0{said(theirs.after)}\u00a0»"
        wanted += f" ({moment(theirs.operation.made_at, day)})"
        noted = said({name: getattr(self.attendance, name) for name in theirs.after})
        if not last:
            return f"{wanted}\u00a0; la ligne dit «\u00a0{noted}\u00a0»."
        return f"{wanted}\u00a0; {last.user} a noté «\u00a0{noted}\u00a0» {at_moment(last.made_at, day)}."

    @property
    def sides(self) -> list[Choice]:
        """What is noted, what somebody else wanted."""
        wanted = self.conflict.after
        noted = {name: getattr(self.attendance, name) for name in wanted}
        return [
            Choice(f"Garder «\u00a0{said(noted)}\u00a0»", self.operation(**sent(noted))),
            Choice(f"Noter «\u00a0{said(wanted)}\u00a0»", self.operation(**sent(wanted))),
        ]


@dataclass(frozen=True)
class Head:
    """A head count, at zero while nobody has counted."""

    label: str
    tally: Tally

    @property
    def id(self) -> str:
        return name_of(self.tally)

    @property
    def base(self) -> str:
        return str(self.tally.last_operation_id or "")

    def operation(self, **values) -> str:
        tally = self.tally
        subject = {"group": tally.group, "sex": tally.sex, "is_estimate": tally.is_estimate}
        return json.dumps({"kind": OperationKind.COUNT, **subject, **values})

    @property
    def fewer(self) -> str:
        return self.operation(step=-1)

    @property
    def more(self) -> str:
        return self.operation(step=1)


@dataclass(frozen=True)
class Sheet:
    session: Session
    rows: list[Row]
    heads: list[Head]
    estimates: list[Head]
    is_enrolled: bool  # or the regulars, who are not expected

    @property
    def is_anonymous(self) -> bool:
        return self.session.activity.counting == Counting.ALIAS

    @property
    def counts_heads_first(self) -> bool:
        return self.session.activity.counting == Counting.TALLY

    @property
    def is_nursery(self) -> bool:
        return self.session.activity.kind == ActivityKind.NURSERY

    @property
    def is_desk(self) -> bool:
        return self.session.activity.kind == ActivityKind.DROP_IN_DESK

    @property
    def unmarked(self) -> list[Row]:
        return [row for row in self.rows if not row.attendance.status]

    @property
    def all_present(self) -> str:
        people = [row.key for row in self.unmarked]
        return json.dumps({"kind": OperationKind.ALL_PRESENT, "people": people})

    @property
    def present_count(self) -> int:
        return sum(row.attendance.status == AttendanceStatus.PRESENT for row in self.rows)

    @property
    def estimated_count(self) -> int:
        return sum(head.tally.count for head in self.estimates)

    @property
    def head_count(self) -> int:
        return self.estimated_count + sum(head.tally.count for head in self.heads)

    @property
    def said(self) -> str:
        """The regulars are not waited for: only who was marked is told."""
        rows = self.rows if self.is_enrolled else [row for row in self.rows if row.attendance.status]
        return who_came(row.attendance for row in rows) or "Personne n’est encore pointé"

    @property
    def closing_words(self) -> str:
        """What closing does to whom nobody marked: the regulars are not expected."""
        count = len(self.unmarked)
        if not self.is_enrolled or not count:
            return "Close, la feuille ne change plus sans être rouverte."
        if count == 1:
            return "Une personne n’est pas pointée\u00a0: elle sera notée absente."
        return f"{count}\u00a0personnes ne sont pas pointées\u00a0: elles seront notées absentes."


def sheet_of(session: Session, *, with_alerts: bool) -> Sheet:
    conflicts = set_aside([session])
    attendances = list(marked(session, with_last_operations=bool(conflicts)))
    for attendance in attendances:
        attendance.conflict = pending(attendance, conflicts)
    if session.activity.counting == Counting.ALIAS:
        rows, is_enrolled = alias_rows(session, attendances), False
    else:
        rows, is_enrolled = person_rows(session, attendances, with_alerts)
    return Sheet(session, sorted(rows, key=lambda row: (row.searched, row.key)), *heads(session), is_enrolled)


def marked(session: Session, *, with_last_operations: bool) -> QuerySet[Attendance]:
    """Who marked a row last is said of the conflicts alone."""
    attendances = session.attendances.select_related("alias").annotate(noted_at=F("last_operation__received_at"))
    return attendances.select_related("last_operation__user").defer(ANSWER) if with_last_operations else attendances


def person_rows(session: Session, attendances: list[Attendance], with_alerts: bool) -> tuple[list[Row], bool]:
    known = {attendance.person_id: attendance for attendance in attendances if attendance.person_id}
    shown = [pk for pk, attendance in known.items() if is_shown(attendance)]
    expected = enrolments(session)
    is_waited_for = Q(pk__in=expected.values("person"))
    if not session.is_roll_shut:
        # Where somebody is enrolled, or once all is said, the regulars are not waited for.
        is_waited_for |= Q(pk__in=people_seen_lately(session).values("person")) & ~Exists(expected)
    listed_people = with_marks(Person.objects.filter(Q(pk__in=shown) | is_waited_for), session, with_alerts)
    people = list(listed_people.annotate(is_enrolled=Exists(expected.filter(person=OuterRef("pk")))))
    has_enrolled = any(person.is_enrolled for person in people)
    tells_images = any(person.may_be_pictured for person in people)
    return [person_row(session, person, known.get(person.pk), tells_images) for person in people], has_enrolled


def is_shown(attendance: Attendance) -> bool:
    """A walk-in that was taken back goes away, unless somebody disagrees."""
    return bool(attendance.status or attendance.conflict) or attendance.last_operation_id is None


def with_marks(people: QuerySet[Person], session: Session, with_alerts: bool) -> QuerySet[Person]:
    day, of_person = session.day, {"person": OuterRef("pk")}
    images = Consent.objects.on(day).filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=day), kind__in=IMAGE)
    alerts = HealthAlert.objects.on(day) if with_alerts else HealthAlert.objects.none()
    return people.annotate(
        may_be_pictured=Exists(images.filter(**of_person)), has_alert=Exists(alerts.filter(**of_person))
    )


def person_row(session: Session, person: Person, attendance: Attendance | None, tells_images: bool) -> Row:
    attendance = attendance or Attendance(session=session)
    attendance.person = person
    marks = [
        *(["à compléter"] if person.is_to_complete else []),
        *(["pas de photo"] if tells_images and not person.may_be_pictured else []),
        *(["alerte santé"] if person.has_alert else []),
    ]
    return Row(attendance, listed(person), age_on(person, session.day), marks)


def alias_rows(session: Session, attendances: list[Attendance]) -> list[Row]:
    known = [attendance for attendance in attendances if attendance.alias_id and is_shown(attendance)]
    if not session.is_roll_shut:
        others = regular_aliases(session).exclude(pk__in=[attendance.alias_id for attendance in known])
        known += [Attendance(session=session, alias=alias) for alias in others]
    return [Row(attendance, attendance.alias.key, alias_words(attendance.alias)) for attendance in known]


def alias_words(alias: Alias) -> str:
    return HEADS[alias.group, alias.sex].partition(",")[0].removesuffix("s").lower()


def set_aside(sessions: Iterable[Session]) -> dict[tuple, RollChange]:
    """The last change of each row (session, person, alias) that was kept without effect."""
    changes = (
        RollChange.objects.filter(
            operation__session__in=sessions, is_applied=False, subject__in=[Subject.PERSON, Subject.ALIAS]
        )
        .select_related("operation__user")
        .defer("operation__answer")
    )
    return {(change.operation.session_id, change.person_id, change.alias_id): change for change in changes}


def pending(attendance: Attendance, conflicts: dict[tuple, RollChange]) -> RollChange | None:
    """The conflict that nobody has settled by marking the row since."""
    change = conflicts.get((attendance.session_id, attendance.person_id, attendance.alias_id))
    if not change:
        return None
    last = attendance.last_operation
    return None if last and last.received_at > change.operation.received_at else change


def heads(session: Session) -> tuple[list[Head], list[Head]]:
    known = {(tally.group, tally.sex, tally.is_estimate): tally for tally in session.tallies.all()}

    def one_of_each(is_estimate: bool) -> list[Head]:
        return [
            Head(label, known.get((group, sex, is_estimate)) or empty(session, group, sex, is_estimate))
            for (group, sex), label in HEADS.items()
        ]

    return one_of_each(False), one_of_each(True)


def empty(session: Session, group: str, sex: str, is_estimate: bool) -> Tally:
    return Tally(session=session, group=group, sex=sex, is_estimate=is_estimate, count=0)


def sent(values: dict) -> dict:
    """As a request gives them: hours without their day."""
    return {name: clock_sent(value) if name in HOURS else value for name, value in values.items()}


def clock_sent(instant: datetime | str | None) -> str:
    if not instant:
        return ""
    instant = datetime.fromisoformat(instant) if isinstance(instant, str) else instant
    return localtime(instant).strftime("%H:%M")
