"""One operation at work on a roll: what it changed, what it could not, what it answers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from activities.models import Attendance, RollChange, RollOperation, Session, SessionStatus, Subject, Tally
from activities.roll.roll import Roll, name_of
from activities.roll.words import at_moment, said
from centre.models import User

SHUT = {
    SessionStatus.CANCELLED: "La séance est annulée",
    SessionStatus.HELD: "La feuille est close",
}


class Refused(Exception):
    """The request makes no sense, whenever it is sent again: a French sentence says what to do. An operation refuses
    before it writes anything."""


@dataclass
class Work:
    roll: Roll
    operation: RollOperation
    changes: list[RollChange] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    rows: list[dict] = field(default_factory=list)

    @property
    def session(self) -> Session:
        return self.roll.session

    @property
    def by(self) -> User:
        return self.operation.user

    @property
    def is_conflict(self) -> bool:
        return bool(self.messages)

    def write(self, row: Attendance | Tally, wanted: dict, *, base: UUID | None = None) -> None:
        """Change a row, and keep in the history what was done to it."""
        self.note(row, {name: getattr(row, name) for name in wanted}, wanted, base=base)
        for name, value in wanted.items():
            setattr(row, name, value)
        row.last_operation = self.operation
        self.roll.put(row)

    def note(self, row: Attendance | Tally | Session, before: dict, after: dict, *, base: UUID | None = None) -> None:
        """Keep in the history what was done to a row."""
        self.changes.append(self._change(row, before, after, base, is_applied=True))

    def keep(
        self,
        row: Attendance | Tally | Session,
        wanted: dict,
        *,
        base: UUID | None = None,
        before: dict | None = None,
        message: str = "",
    ) -> None:
        """Keep in the history what was asked and not done, and say why."""
        before = {name: getattr(row, name) for name in wanted} if before is None else before
        self.changes.append(self._change(row, before, wanted, base, is_applied=False))
        self.messages.append(message or self._why(row, before, wanted))

    def may_write(self, row: Attendance | Tally | Session, base: UUID | None) -> bool:
        """Nobody was there since the device last saw the row, and the sheet is open."""
        return not self.session.is_roll_shut and row.last_operation_id == base

    def tell(self, rows: Iterable[Attendance | Tally]) -> None:
        self.rows += [state(row) for row in rows]

    def _change(self, row, before, after, base, *, is_applied) -> RollChange:
        return RollChange(
            operation=self.operation, **subject(row), before=before, after=after, base=base, is_applied=is_applied
        )

    def _why(self, row, before, wanted) -> str:
        mine = f"votre «\u00a0{said(wanted)}\u00a0» est gardé dans l’historique, sans effet"
        if self.session.is_roll_shut:
            return f"{SHUT[self.session.status]}\u00a0: {mine}. Rouvrez-la pour corriger."
        last = row.last_operation
        if last is None:
            return f"La ligne a changé entre-temps (à présent «\u00a0{said(before)}\u00a0»)\u00a0: {mine}."
        when = at_moment(last.made_at, self.session.day)
        return f"{last.user} a noté «\u00a0{said(before)}\u00a0» {when}\u00a0: {mine}."


def subject(row: Attendance | Tally | Session) -> dict:
    match row:
        case Attendance(person_id=int()):
            return {"subject": Subject.PERSON, "person_id": row.person_id}
        case Attendance():
            return {"subject": Subject.ALIAS, "alias_id": row.alias_id}
        case Tally():
            return {"subject": Subject.TALLY, "group": row.group, "sex": row.sex, "is_estimate": row.is_estimate}
        case _:
            return {"subject": Subject.SESSION}


def state(row: Attendance | Tally) -> dict:
    base = row.last_operation_id and str(row.last_operation_id)
    if isinstance(row, Tally):
        return {"row": name_of(row), "count": row.count, "base": base}
    return {
        "row": name_of(row),
        "status": row.status,
        "arrived_at": row.arrived_at,
        "left_at": row.left_at,
        "mode": row.mode,
        "case_count": row.case_count,
        "base": base,
    }
