"""A month of an activity, as a pile of paper sheets is typed: who down, in the order of the sheets; sessions across."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils.formats import date_format

from activities.models import (
    Activity,
    Alias,
    Attendance,
    AttendanceStatus,
    Counting,
    Enrolment,
    EnrolmentStatus,
    Session,
    SessionStatus,
)
from activities.roll.expected import regulars_of
from activities.roll.sheet import CYCLE, Row, pending, set_aside
from activities.roll.words import STATUSES, clock
from centre.periods import Period
from members.models import Person
from members.search import folded
from members.templatetags.people import listed

Notes = dict[tuple[int, int], tuple]  # (session, row) → status, last operation
Enrolments = dict[int, list]  # person → activity, from, to

NOT_ENROLLED = "non inscrit ce jour-là"


@dataclass(frozen=True)
class Column:
    """A session; `shut` says in a word why nothing is typed there, and is empty while it is open."""

    session: Session
    label: str
    has_hour: bool  # other sessions are held that day
    shut: str
    asked: str  # the part of a cell's request that names the session
    activities: frozenset[int]  # that hold it or share it


@dataclass(frozen=True, slots=True)
class Cell:
    label: str  # « Benali Inès, lundi 2 novembre »
    status: str
    asked: str  # what a tap asks: session, row, base, status
    note: str  # what makes this cell unlike the others
    is_expected: bool
    is_open: bool
    has_conflict: bool

    @property
    def word(self) -> str:
        return STATUSES[self.status]


@dataclass(frozen=True)
class Line:
    """Somebody's month."""

    id: str
    name: str
    cells: list[Cell]

    @property
    def present_count(self) -> int:
        return present(self.cells)


@dataclass(frozen=True)
class Conflict:
    """Two devices that disagree, until somebody decides: on the grid while the sheet is open."""

    row: Row
    column: Column

    @property
    def label(self) -> str:
        return f"{self.row.name}, {self.column.label}"

    @property
    def sides(self) -> list[tuple[str, str]]:
        """What each button says and asks."""
        session = {"session": self.column.session.key}
        return [(side.label, urlencode(session | json.loads(side.operation))) for side in self.row.sides]


@dataclass(frozen=True)
class Month:
    columns: list[Column]
    lines: list[Line]
    conflicts: list[Conflict]
    is_enrolled: bool  # or the regulars

    @property
    def totals(self) -> list[int]:
        return [present(cells) for cells in zip(*(line.cells for line in self.lines), strict=True)]

    @property
    def total(self) -> int:
        return sum(self.totals)


def present(cells: Iterable[Cell]) -> int:
    return sum(cell.status == AttendanceStatus.PRESENT for cell in cells)


def month_of(activity: Activity, sessions: QuerySet[Session], period: Period, *, finds_people: bool) -> Month:
    """`sessions` are those within reach. Who finds people may mark them on a day when they are not enrolled."""
    month = list(sessions.in_period(period).select_related("activity").prefetch_related("also_activities"))
    columns = columns_of(activity, month)
    ours = [session for session in month if takes_rows(activity, session)]
    subject = "alias" if activity.counting == Counting.ALIAS else "person"
    notes, conflicts = notes_of(ours, subject), conflicts_of(ours, subject)
    if activity.counting == Counting.ALIAS:
        rows, enrolments = aliases(activity, period, notes), {}
    else:
        enrolments = enrolments_in([column for column in columns if column.session in ours])
        rows = people(ours, notes, conflicts, enrolments)

    def cell(pk: int, name: str, asked: str, column: Column) -> Cell:
        where = column.session.pk, pk
        status, base = notes.get(where, ("", None))
        is_expected = not enrolments or is_enrolled(enrolments.get(pk, ()), column)
        is_open = not column.shut and (is_expected or where in notes or finds_people)
        return Cell(
            label=f"{name}, {column.label}",
            status=status,
            asked=f"{column.asked}&{asked}&base={base or ''}&status={CYCLE[status]}",
            note=column.shut or ("" if is_expected else NOT_ENROLLED),
            is_expected=is_expected,
            is_open=is_open,
            has_conflict=where in conflicts,
        )

    lines = []
    for pk, key, name in sorted(rows, key=lambda row: (folded(row[2]), row[1])):
        asked = urlencode({subject: key})
        lines.append(Line(f"{subject}:{key}", name, [cell(pk, name, asked, column) for column in columns]))
    return Month(columns, lines, in_order(columns, conflicts, rows), is_enrolled=bool(enrolments))


def takes_rows(activity: Activity, session: Session) -> bool:
    """A name is never shown for an anonymous place, nor a code outside of the place that it belongs to."""
    if activity.counting == Counting.ALIAS:
        return session.activity_id == activity.pk
    return session.activity.counting != Counting.ALIAS


def columns_of(activity: Activity, sessions: list[Session]) -> list[Column]:
    held = Counter(session.day for session in sessions)
    return [
        Column(
            session,
            label=session_words(session, with_hour=held[session.day] > 1),
            has_hour=held[session.day] > 1,
            shut=shut(activity, session),
            asked=urlencode({"session": session.key}),
            activities=frozenset([session.activity_id, *(other.pk for other in session.also_activities.all())]),
        )
        for session in sessions
    ]


def session_words(session: Session, *, with_hour: bool) -> str:
    """« lundi 2 novembre », « lundi 2 novembre à 14 h »."""
    day = session.day
    words = f"{date_format(day, 'l')} {'1er' if day.day == 1 else day.day} {date_format(day, 'F')}"
    return f"{words} à {clock(session.starts_at)}" if with_hour else words


def shut(activity: Activity, session: Session) -> str:
    if not takes_rows(activity, session):
        return "partagée"
    if session.status == SessionStatus.CANCELLED:
        return "annulée"
    return "close" if session.is_roll_shut else ""


def notes_of(sessions: list[Session], subject: str) -> Notes:
    rows = Attendance.objects.filter(session__in=sessions, **{f"{subject}__isnull": False})
    values = rows.values_list("session", subject, "status", "last_operation")
    return {(session, row): (status, operation) for session, row, status, operation in values}


def conflicts_of(sessions: list[Session], subject: str) -> dict[tuple[int, int], Attendance]:
    """The attendances on which two devices disagree, each with its `conflict`."""
    kept, known = set_aside(sessions), {session.pk: session for session in sessions}
    rows = Attendance.objects.filter(
        Q(person__in={person for _, person, _ in kept if person}) | Q(alias__in={alias for *_, alias in kept if alias}),
        session__in={session for session, *_ in kept},
        **{f"{subject}__isnull": False},
    ).select_related(subject, "last_operation__user")
    found = {}
    for row in rows:
        row.session, row.conflict = known[row.session_id], pending(row, kept)
        if row.conflict:
            found[row.session_id, getattr(row, f"{subject}_id")] = row
    return found


def aliases(activity: Activity, period: Period, notes: Notes) -> list[tuple[int, str, str]]:
    """Number, key, name of the codes of the year, for which an alias lives."""
    of_the_year = Q(activity=activity, year=period.start.year)
    found = Alias.objects.filter(of_the_year | Q(pk__in={pk for _, pk in notes}))
    return [(pk, key, key) for pk, key in found.values_list("pk", "key")]


def people(sessions: list[Session], notes: Notes, conflicts: dict, enrolments: Enrolments) -> list[tuple]:
    """Number, key, name of all whom the sheets of these sessions list. A walk-in that was taken back goes away."""
    came = {pk for (_, pk), (status, operation) in notes.items() if status or operation is None}
    wanted = Q(pk__in=came | {pk for _, pk in conflicts} | enrolments.keys())
    if not enrolments:
        wanted |= Q(pk__in=regulars_of(sessions).values("pk"))
    found = Person.objects.filter(wanted).only("key", "last_name", "first_name", "usual_name")
    return [(person.pk, person.key, listed(person)) for person in found]


def enrolments_in(columns: list[Column]) -> Enrolments:
    """Of who is enrolled on the day of one of these sessions at least."""
    if not columns:
        return {}
    first, last = columns[0].session.day, columns[-1].session.day
    found = Enrolment.objects.overlapping(first, last + timedelta(days=1)).filter(
        activity__in=frozenset().union(*(column.activities for column in columns)), status=EnrolmentStatus.ENROLLED
    )
    spans = defaultdict(list)
    for person, *span in found.values_list("person", "activity", "from_on", "to_on"):
        spans[person].append(span)
    return {pk: lasted for pk, lasted in spans.items() if any(is_enrolled(lasted, column) for column in columns)}


def is_enrolled(spans: Iterable, column: Column) -> bool:
    """On the day of the session, in its activity or in one that shares it."""
    day = column.session.day
    return any(
        activity in column.activities and from_on <= day and (to_on is None or day < to_on)
        for activity, from_on, to_on in spans
    )


def in_order(columns: list[Column], conflicts: dict[tuple[int, int], Attendance], rows: list) -> list[Conflict]:
    """By session, then by name."""
    names = {pk: name for pk, _, name in rows}
    found = []
    for column in columns:
        here = [(names[pk], row) for (session, pk), row in conflicts.items() if session == column.session.pk]
        found += [Conflict(Row(row, name), column) for name, row in sorted(here, key=lambda each: folded(each[0]))]
    return found
