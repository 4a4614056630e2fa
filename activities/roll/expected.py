"""Who a session expects: the enrolled of the day, or the regulars of a place where nobody enrols."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q, QuerySet

from activities.models import Alias, Attendance, Enrolment, EnrolmentStatus, Session
from members.models import Person

REGULARS_SEEN = timedelta(weeks=6)
NOWHERE = Q(pk__in=[])


def enrolments(session: Session) -> QuerySet[Enrolment]:
    """In the activity or in one that shares the session."""
    return Enrolment.objects.on(session.day).filter(
        Q(activity=session.activity_id) | Q(activity__shared_sessions=session), status=EnrolmentStatus.ENROLLED
    )


def enrolled(session: Session) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=enrolments(session).values("person"))


def regulars(session: Session) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=people_seen_lately(session).values("person"))


def people_seen_lately(session: Session) -> QuerySet[Attendance]:
    return seen_lately(session).filter(person__isnull=False)


def regulars_of(sessions: Iterable[Session]) -> QuerySet[Person]:
    """Of one of these sessions at least, which are not far apart."""
    days = defaultdict(list)
    for session in sessions:
        days[session.activity_id].append(session.day)
    seen = NOWHERE
    for activity, held_on in days.items():
        since, until = min(held_on) - REGULARS_SEEN, max(held_on)
        seen |= Q(session__activity=activity, session__day__gte=since, session__day__lt=until)
    return Person.objects.filter(pk__in=Attendance.objects.present().filter(seen).values("person"))


def regular_aliases(session: Session) -> QuerySet[Alias]:
    """Of the year of the session: an alias lives as long."""
    return Alias.objects.filter(pk__in=seen_lately(session).values("alias"), year=session.day.year)


def seen_lately(session: Session) -> QuerySet[Attendance]:
    return Attendance.objects.present().filter(
        session__activity=session.activity_id,
        session__day__gte=session.day - REGULARS_SEEN,
        session__day__lt=session.day,
    )
