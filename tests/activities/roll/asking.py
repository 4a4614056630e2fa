"""A device in a test: it gives each operation a key, and asks."""

from datetime import datetime
from uuid import uuid4

from activities.forms.roll import read
from activities.roll.operations import operate
from tests.factories import as_instant

NOW = "2021-03-08T14:05"


def ask(session, by, kind, *, key=None, made_at=NOW, now=None, **fields) -> dict:
    now: datetime = as_instant(now or made_at)
    request = {"key": str(key or uuid4()), "kind": kind, "made_at": as_instant(made_at).isoformat(), **fields}
    return operate(session=session, asked=read(request, now), by=by, now=now)


def mark(session, by, person, status="present", base=None, **fields) -> dict:
    return ask(session, by, "mark", person=person.key, base=base, **{"status": status, **fields})
