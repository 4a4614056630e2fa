"""Who changed what on a sheet, when, from what to what."""

from dataclasses import dataclass

from django.db.models import QuerySet

from activities.models import RollChange, Session, Subject
from activities.roll.sheet import HEADS
from activities.roll.words import moment, said
from members.models import Person
from members.templatetags.people import listed


@dataclass(frozen=True)
class Line:
    at: str
    who: str
    row: str
    before: str
    after: str
    is_applied: bool


def changes_of(session: Session, person: Person | None = None) -> QuerySet[RollChange]:
    """The last first."""
    changes = RollChange.objects.filter(operation__session=session).select_related("operation__user", "person", "alias")
    changes = changes.defer("operation__answer")
    return (changes.filter(person=person) if person else changes).order_by("-pk")


def lines(session: Session, changes: list[RollChange]) -> list[Line]:
    return [
        Line(
            at=moment(change.operation.made_at, session.day),
            who=str(change.operation.user),
            row=row_name(change),
            before=said(change.before),
            after=said(change.after),
            is_applied=change.is_applied,
        )
        for change in changes
    ]


def row_name(change: RollChange) -> str:
    match change.subject:
        case Subject.PERSON:
            return listed(change.person)
        case Subject.ALIAS:
            return change.alias.key
        case Subject.TALLY:
            estimated = " (estimation)" if change.is_estimate else ""
            return HEADS.get((change.group, change.sex), "Sans précision") + estimated
        case _:
            return "La séance"
