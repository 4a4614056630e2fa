"""A month of an activity, as a pile of paper sheets is typed: who down, sessions across."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet

from activities.models import Activity, AttendanceStatus, Session
from activities.roll.month_columns import Column, columns_of
from activities.roll.month_rows import Rows, Who, rows_of
from activities.roll.sheet import CYCLE, Row
from activities.roll.words import STATUSES
from centre.periods import Period

NOT_ENROLLED = "non inscrit ce jour-là"


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
    month = sessions.in_period(period).select_related("activity").prefetch_related("also_activities")
    columns = columns_of(activity, list(month))
    rows = rows_of(activity, columns, period)
    lines = [line_of(who, rows, columns, finds_people) for who in rows.listed]
    return Month(columns, lines, in_order(columns, rows), is_enrolled=bool(rows.enrolments))


def line_of(who: Who, rows: Rows, columns: list[Column], finds_people: bool) -> Line:
    asked = urlencode({rows.subject: who.key})
    cells = [cell_of(who, asked, rows, column, finds_people) for column in columns]
    return Line(f"{rows.subject}:{who.key}", who.name, cells)


def cell_of(who: Who, asked: str, rows: Rows, column: Column, finds_people: bool) -> Cell:
    where = column.session.pk, who.pk
    status, base = rows.notes.get(where, ("", None))
    is_expected = rows.expect(who, column)
    return Cell(
        label=f"{who.name}, {column.label}",
        status=status,
        asked=f"{column.asked}&{asked}&base={base or ''}&status={CYCLE[status]}",
        note=column.shut or ("" if is_expected else NOT_ENROLLED),
        is_expected=is_expected,
        is_open=not column.shut and (is_expected or where in rows.notes or finds_people),
        has_conflict=where in rows.conflicts,
    )


def in_order(columns: list[Column], rows: Rows) -> list[Conflict]:
    """By session, then by name."""
    return [
        Conflict(Row(rows.conflicts[column.session.pk, who.pk], who.name), column)
        for column in columns
        for who in rows.listed
        if (column.session.pk, who.pk) in rows.conflicts
    ]
