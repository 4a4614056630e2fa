"""Who stands down the grid of a month, in the order of the sheets, and what is noted of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from django.db.models import Q

from activities.models import Activity, Alias, Attendance, Counting, Enrolment, EnrolmentStatus, Session
from activities.roll.expected import regulars_of
from activities.roll.month_columns import Column
from activities.roll.sheet import pending, set_aside
from centre.periods import Period
from members.models import Person
from members.search import folded
from members.templatetags.people import listed

Notes = dict[tuple[int, int], tuple]  # (session, row) → status, last operation
Conflicts = dict[tuple[int, int], Attendance]
Enrolments = dict[int, list]  # person → activity, from, to


class Who(NamedTuple):
    pk: int
    key: str
    name: str

    @property
    def order(self) -> tuple[str, str]:
        return folded(self.name), self.key


@dataclass(frozen=True)
class Rows:
    subject: str  # person, alias
    listed: list[Who]
    notes: Notes
    conflicts: Conflicts
    enrolments: Enrolments  # nobody where nobody enrols: then the regulars are listed, and expected every day

    def expect(self, who: Who, column: Column) -> bool:
        return not self.enrolments or is_enrolled(self.enrolments.get(who.pk, ()), column)


def rows_of(activity: Activity, columns: list[Column], period: Period) -> Rows:
    columns = [column for column in columns if column.shows_rows]
    sessions = [column.session for column in columns]
    subject = "alias" if activity.counting == Counting.ALIAS else "person"
    notes, conflicts = notes_of(sessions, subject), conflicts_of(sessions, subject)
    if activity.counting == Counting.ALIAS:
        found, enrolments = aliases(activity, period, notes), {}
    else:
        enrolments = enrolments_in(columns)
        found = people(sessions, notes, conflicts, enrolments)
    return Rows(subject, sorted(found, key=lambda who: who.order), notes, conflicts, enrolments)


def notes_of(sessions: list[Session], subject: str) -> Notes:
    rows = Attendance.objects.filter(session__in=sessions, **{f"{subject}__isnull": False})
    values = rows.values_list("session", subject, "status", "last_operation")
    return {(session, row): (status, operation) for session, row, status, operation in values}


def conflicts_of(sessions: list[Session], subject: str) -> Conflicts:
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


def aliases(activity: Activity, period: Period, notes: Notes) -> list[Who]:
    """The codes of the year, for which an alias lives."""
    of_the_year = Q(activity=activity, year=period.start.year)
    found = Alias.objects.filter(of_the_year | Q(pk__in={pk for _, pk in notes}))
    return [Who(pk, key, key) for pk, key in found.values_list("pk", "key")]


def people(sessions: list[Session], notes: Notes, conflicts: Conflicts, enrolments: Enrolments) -> list[Who]:
    """All whom the sheets of these sessions list. A walk-in that was taken back goes away."""
    came = {pk for (_, pk), (status, operation) in notes.items() if status or operation is None}
    wanted = Q(pk__in=came | {pk for _, pk in conflicts} | enrolments.keys())
    if not enrolments:
        wanted |= Q(pk__in=regulars_of(sessions).values("pk"))
    found = Person.objects.filter(wanted).only("key", "last_name", "first_name", "usual_name")
    return [Who(person.pk, person.key, listed(person)) for person in found]


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
