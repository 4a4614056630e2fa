"""A device in a test: it gives each operation a key, and asks."""

from uuid import uuid4

from activities.forms.roll import read_each
from activities.models import Session
from activities.roll.operations import operate
from tests.factories import as_instant

NOW = "2021-03-08T14:05"


def ask(session, by, kind, *, key=None, made_at=NOW, now=None, **fields) -> dict:
    now = now or made_at
    [outcome] = ask_together(session, by, asked(kind, key=key, made_at=made_at, **fields), now=now)
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def ask_together(session, by, *requests, now=NOW) -> list:
    """What became of each: an answer, or the exception that refused it."""
    now = as_instant(now)
    sessions = Session.objects.filter(pk=session.pk)
    return operate(sessions=sessions, asked=read_each(requests, now), by=by, now=now)


def asked(kind, *, key=None, made_at=NOW, **fields) -> dict:
    return {"key": str(key or uuid4()), "kind": kind, "made_at": as_instant(made_at).isoformat(), **fields}


def mark(session, by, person, status="present", base=None, **fields) -> dict:
    return ask(session, by, "mark", person=person.key, base=base, **{"status": status, **fields})
