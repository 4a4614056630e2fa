"""A day of the house: its sessions, the running one first, and those that wait for their attendance sheet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Min, Q, QuerySet

from activities.models import Attendance, AttendanceStatus, Session, SessionStatus
from centre.periods import Period
from centre.words import number_text

Counted = tuple[date, int]


@dataclass(frozen=True)
class SessionLine:
    session: Session
    state: str  # the class of its sign: running, planned, waiting, held, cancelled
    word: str

    @property
    def place(self) -> str:
        facility = self.session.activity.facility
        return self.session.place or (facility.name if facility else "")


def sessions_on(sessions: QuerySet[Session], day: date, now: datetime) -> list[SessionLine]:
    lines = [line(session, now) for session in with_faces(sessions.filter(day=day))]
    return sorted(lines, key=lambda line: line.state != "running")


def waiting(sessions: QuerySet[Session], day: date) -> QuerySet[Session]:
    """Of before this day and still open: nobody closed their roll, or even called it. The latest first."""
    return with_faces(sessions.with_open_roll().filter(day__lt=day)).order_by("-starts_at", "-id")


def with_faces(sessions: QuerySet[Session]) -> QuerySet[Session]:
    present = Count("attendances", filter=Q(attendances__status=AttendanceStatus.PRESENT), distinct=True)
    return (
        sessions.select_related("activity__sector", "activity__facility")
        .prefetch_related("staff")
        .annotate(present_count=present)
        .order_by("starts_at", "activity__name", "id")
    )


def line(session: Session, now: datetime) -> SessionLine:
    if session.status == SessionStatus.CANCELLED:
        return SessionLine(session, "cancelled", "Annulée")
    if session.starts_at <= now < session.ends_at:
        return SessionLine(session, "running", "En cours")
    if session.status == SessionStatus.HELD and not (session.is_roll_open and session.ends_at <= now):
        return SessionLine(session, "held", "Tenue")
    if session.ends_at <= now:
        return SessionLine(
            session, "waiting", "Feuille à clore" if session.is_roll_open else "Attend sa feuille de présence"
        )
    return SessionLine(session, "planned", "Prévue")


def nearest_days(sessions: QuerySet[Session], day: date) -> tuple[Counted | None, Counted | None]:
    """The last day before and the first day after that have sessions, with how many."""
    found = sessions.aggregate(before=Max("day", filter=Q(day__lt=day)), after=Min("day", filter=Q(day__gt=day)))
    days = [found["before"], found["after"]]
    counts = Counter(sessions.filter(day__in=[day for day in days if day]).values_list("day", flat=True))
    return tuple(day and (day, counts[day]) for day in days)


def nearest_outside(sessions: QuerySet[Session], period: Period) -> dict[str, date | None]:
    """The last day before and the first day after a week or a month that have a session."""
    return sessions.aggregate(
        before=Max("day", filter=Q(day__lt=period.start)), after=Min("day", filter=Q(day__gte=period.end))
    )


def who_came(attendances: Iterable[Attendance]) -> str:
    """« 12 présents, 2 absents, 1 pas encore pointé »; empty for an empty roll."""
    counts = Counter(attendance.status for attendance in attendances)
    words = {
        AttendanceStatus.PRESENT: "présent",
        AttendanceStatus.ABSENT: "absent",
        AttendanceStatus.EXCUSED: "excusé",
        "": "pas encore pointé",
    }
    said = [(counts[status], word) for status, word in words.items() if counts[status]]
    return ", ".join(f"{number_text(count)}\u00a0{word}{'s' if count > 1 else ''}" for count, word in said)
