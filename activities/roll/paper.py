"""The sheet on paper: the same people in the same order, boxes to tick, room for who is not expected; and the list
of those who are there now, for an evacuation."""

from dataclasses import dataclass
from functools import cached_property

import segno
from django.utils.safestring import SafeString, mark_safe

from activities.models import ActivityKind, AttendanceStatus
from activities.roll.sheet import Head, Row, Sheet
from centre.words import number_text, spelled
from members.models import FULL_AGE

BLANK_ROWS = 8
# Whose minutes or whose funder ask for a signature; and so do workshops for adults.
SIGNED = frozenset({ActivityKind.MEETING, ActivityKind.SUPPORT})


@dataclass(frozen=True)
class Paper:
    sheet: Sheet
    is_signed: bool
    address: str  # of the sheet on screen, in full

    @property
    def lists_people(self) -> bool:
        return not self.sheet.counts_heads_first or bool(self.sheet.rows)

    @property
    def counts_heads(self) -> bool:
        return self.sheet.counts_heads_first or self.sheet.is_anonymous or bool(self.sheet.head_count)

    @property
    def blank_numbers(self) -> range:
        first = len(self.sheet.rows) + 1
        return range(first, first + BLANK_ROWS)

    @property
    def has_marks(self) -> bool:
        return any(row.marks for row in self.sheet.rows)

    @property
    def column_count(self) -> int:
        """Number, name, age and three boxes; the others when they are useful."""
        return 6 + self.has_marks + 2 * self.sheet.is_nursery + self.is_signed

    @property
    def code(self) -> SafeString:
        """The address as an SVG drawn by attributes alone: the content policy refuses inline styles."""
        drawn = segno.make(self.address, error="m", micro=False).svg_inline(
            omitsize=True, border=2, svgclass="paper-qr"
        )
        return mark_safe(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))


def is_signed(sheet: Sheet) -> bool:
    """Whether a column for signatures is of use, unless the reader says otherwise."""
    activity = sheet.session.activity
    if sheet.is_anonymous:
        return False
    is_for_adults = activity.age_min is not None and activity.age_min >= FULL_AGE
    return activity.kind in SIGNED or (activity.kind == ActivityKind.WORKSHOP and is_for_adults)


@dataclass(frozen=True)
class PresentNow:
    """Who is there, by the sheet."""

    sheet: Sheet

    @cached_property
    def rows(self) -> list[Row]:
        return [row for row in self.sheet.rows if is_here(row)]

    @property
    def heads(self) -> list[Head]:
        return [head for head in (*self.sheet.heads, *self.sheet.estimates) if head.tally.count]

    @property
    def counted(self) -> str:
        """« Douze présents (12) »"""
        count = len(self.rows)
        if not count:
            return "Personne n’est noté présent (0)"
        words = spelled(count) if count < 1_000 else number_text(count)
        return f"{words.capitalize()} présent{'s' if count > 1 else ''} ({number_text(count)})"


def is_here(row: Row) -> bool:
    return row.attendance.status == AttendanceStatus.PRESENT and not row.attendance.left_at
