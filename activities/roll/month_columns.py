"""The sessions of a month, across the grid."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.formats import date_format

from activities.models import Activity, Counting, Session, SessionStatus
from activities.roll.words import clock


@dataclass(frozen=True)
class Column:
    """A session; `shut` says in a word why nothing is typed there, and is empty while it is open."""

    session: Session
    label: str
    has_hour: bool  # other sessions are held that day
    shut: str
    asked: str  # the part of a cell's request that names the session
    activities: frozenset[int]  # that hold it or share it
    shows_rows: bool


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
            shows_rows=shows_rows(activity, session),
        )
        for session in sessions
    ]


def shows_rows(activity: Activity, session: Session) -> bool:
    """A name is never shown for an anonymous place, nor a code outside of the place that it belongs to."""
    if activity.counting == Counting.ALIAS:
        return session.activity_id == activity.pk
    return session.activity.counting != Counting.ALIAS


def session_words(session: Session, *, with_hour: bool) -> str:
    """« lundi 2 novembre », « lundi 2 novembre à 14 h »."""
    day = session.day
    words = f"{date_format(day, 'l')} {'1er' if day.day == 1 else day.day} {date_format(day, 'F')}"
    return f"{words} à {clock(session.starts_at)}" if with_hour else words


def shut(activity: Activity, session: Session) -> str:
    if not shows_rows(activity, session):
        return "partagée"
    if session.status == SessionStatus.CANCELLED:
        return "annulée"
    return "close" if session.is_roll_shut else ""
