"""Each operation is done once: its key is written in the same transaction as what it does.

Operations on one session wait for each other. Sent again, one gets the answer of the first time; another request
under the same key is refused.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction

from activities.models import OperationKind, OperationOutcome, RollChange, RollOperation, Session
from activities.roll import counts, marks
from activities.roll import session as sessions
from activities.roll.work import Refused, Work
from centre.models import User

DONE_BY: dict[OperationKind, Callable] = {
    OperationKind.MARK: marks.mark,
    OperationKind.ALL_PRESENT: marks.all_present,
    OperationKind.ADD_PERSON: marks.add_person,
    OperationKind.ADD_ALIAS: marks.add_alias,
    OperationKind.COUNT: counts.count,
    OperationKind.DESCRIBE: sessions.describe,
    OperationKind.CLOSE: sessions.close,
    OperationKind.CANCEL: sessions.cancel,
    OperationKind.REOPEN: sessions.reopen,
}


@dataclass(frozen=True)
class Asked:
    key: UUID
    kind: OperationKind
    made_at: datetime
    fingerprint: str  # of the whole request
    fields: dict = field(default_factory=dict)  # arguments of the kind's function


def operate(*, session: Session, asked: Asked, by: User, now: datetime) -> dict:
    """The answer, for the device. Raises Refused for a request that makes no sense, PermissionDenied for one that
    is not this user's to make: then nothing is kept."""
    try:
        return operate_once(session=session, asked=asked, by=by, now=now)
    except IntegrityError:
        # Of two sessions given the same key at the same moment, the second learns it when it writes.
        if known := RollOperation.objects.filter(key=asked.key).first():
            return answered_before(known, session, asked, by)
        raise


@transaction.atomic
def operate_once(*, session: Session, asked: Asked, by: User, now: datetime) -> dict:
    session = Session.objects.select_related("activity").select_for_update(of=("self",)).get(pk=session.pk)
    if known := RollOperation.objects.filter(key=asked.key).first():
        return answered_before(known, session, asked, by)
    operation = RollOperation(
        key=asked.key,
        session=session,
        kind=asked.kind,
        user=by,
        made_at=min(asked.made_at, now),
        received_at=now,
        fingerprint=asked.fingerprint,
    )
    work = Work(session, operation)
    DONE_BY[asked.kind](work, **asked.fields)
    sessions.settle(work)
    operation.outcome = OperationOutcome.CONFLICT if work.is_conflict else OperationOutcome.APPLIED
    operation.answer = answer(work)
    operation.save()
    RollChange.objects.bulk_create(work.changes)
    return operation.answer


def answered_before(known: RollOperation, session: Session, asked: Asked, by: User) -> dict:
    if (known.session_id, known.user_id, known.fingerprint) != (session.pk, by.pk, asked.fingerprint):
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
