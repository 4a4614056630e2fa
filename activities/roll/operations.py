"""Each operation is done once: its key is written in the same transaction as what it does.

Operations on one session wait for each other. Sent again, one gets the answer of the first time; another request
under the same key is refused. One alone is a batch of one.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from activities.models import OperationKind, OperationOutcome, RollOperation, Session
from activities.roll import counts, marks
from activities.roll import session as session_itself
from activities.roll.roll import Roll
from activities.roll.work import Refused, Work
from centre.models import User

DONE_BY: dict[OperationKind, Callable] = {
    OperationKind.MARK: marks.mark,
    OperationKind.ALL_PRESENT: marks.all_present,
    OperationKind.ADD_PERSON: marks.add_person,
    OperationKind.ADD_ALIAS: marks.add_alias,
    OperationKind.COUNT: counts.count,
    OperationKind.DESCRIBE: session_itself.describe,
    OperationKind.CLOSE: session_itself.close,
    OperationKind.CANCEL: session_itself.cancel,
    OperationKind.REOPEN: session_itself.reopen,
}


@dataclass(frozen=True)
class Asked:
    key: UUID
    kind: OperationKind
    made_at: datetime
    fingerprint: str  # of the whole request
    fields: dict = field(default_factory=dict)  # arguments of the kind's function


# To an operation: its answer, for the device; or why nothing is kept of it, for it makes no sense
# (Refused) or is not this user's to make (PermissionDenied).
Reply = dict | Refused | PermissionDenied


def operate(*, sessions: QuerySet[Session], asked: Sequence[Asked | Refused], by: User, now: datetime) -> list[Reply]:
    """One after the other, each answered in its place, on the only session of `sessions`: those within reach. One
    that is refused, be it here or when it was read, leaves nothing and does not hinder the others."""
    try:
        return operate_together(sessions, asked, by, now)
    except IntegrityError:
        # Of two sessions given the same key at the same moment, the second learns it when it writes: it starts again,
        # and reads what the first has done.
        return operate_together(sessions, asked, by, now)


@transaction.atomic
def operate_together(sessions: QuerySet[Session], asked: Sequence[Asked | Refused], by: User, now: datetime):
    session = sessions.select_related("activity").select_for_update(of=("self",)).get()
    readable = [one for one in asked if isinstance(one, Asked)]
    known = RollOperation.objects.in_bulk([one.key for one in readable]) if readable else {}
    named = [one.fields for one in readable if one.key not in known]
    roll = Roll(
        session,
        by,
        people={key for fields in named for key in [fields.get("person"), *fields.get("people", ())] if key},
        aliases={fields["alias"] for fields in named if fields.get("alias")},
    )
    replies = [one if isinstance(one, Refused) else reply_to(one, roll, known, now) for one in asked]
    roll.write()
    return replies


def reply_to(asked: Asked, roll: Roll, known: dict[UUID, RollOperation], now: datetime) -> Reply:
    try:
        if asked.key not in known:
            known[asked.key] = operate_once(asked, roll, now)
        return answered(known[asked.key], roll, asked)
    except (Refused, PermissionDenied) as refusal:
        return refusal


def operate_once(asked: Asked, roll: Roll, now: datetime) -> RollOperation:
    operation = RollOperation(
        key=asked.key,
        session=roll.session,
        kind=asked.kind,
        user=roll.by,
        made_at=min(asked.made_at, now),
        received_at=now,
        fingerprint=asked.fingerprint,
    )
    work = Work(roll, operation)
    DONE_BY[asked.kind](work, **asked.fields)
    return put_down(work)


def put_down(work: Work) -> RollOperation:
    """To be written with what it changed, in the transaction of its effect."""
    operation = work.operation
    session_itself.settle(work)
    operation.outcome = OperationOutcome.CONFLICT if work.is_conflict else OperationOutcome.APPLIED
    operation.answer = answer(work)
    work.roll.operations.append(operation)
    work.roll.changes += work.changes
    return operation


def answered(known: RollOperation, roll: Roll, asked: Asked) -> dict:
    if (known.session_id, known.user_id, known.fingerprint) != (roll.session.pk, roll.by.pk, asked.fingerprint):
        raise Refused("Cette opération a déjà servi à autre chose. Rechargez la page.")
    return known.answer


def answer(work: Work) -> dict:
    """As it will be read back: the second answer is the first, word for word."""
    words = {
        "acknowledged": str(work.operation.pk),
        "outcome": work.operation.outcome,
        "messages": list(dict.fromkeys(work.messages)),
        "rows": work.rows,
        "at": work.operation.received_at,
        "session": {"status": work.session.status, "is_roll_shut": work.session.is_roll_shut},
    }
    return json.loads(json.dumps(words, cls=DjangoJSONEncoder))
