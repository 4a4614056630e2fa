"""A club as full as a month gets: sixty people enrolled, twenty-two sessions, three quarters of them typed in."""

from datetime import datetime, timedelta

from django.utils import timezone

from activities.models import Activity, Attendance, AttendanceStatus, Enrolment, Session, SessionStatus
from centre.models import Sector
from centre.periods import Period
from members.models import Person

MEMBERS, SESSIONS, TYPED = 60, 22, 16
MONTH = 11


def make_club(year: int) -> tuple[Activity, Period]:
    """And the month to look at."""
    first = timezone.make_aware(datetime(year, MONTH, 1, 17))
    sector = Sector.objects.order_by("slug").first()
    club = Activity.objects.create(slug="grand-club", name="Grand club", sector=sector)
    people = Person.objects.bulk_create(
        Person(last_name=f"Club {number:02}", first_name="Inès") for number in range(MEMBERS)
    )
    Enrolment.objects.bulk_create(Enrolment(person=person, activity=club, from_on=first.date()) for person in people)
    sessions = Session.objects.bulk_create(session_of(club, first + timedelta(days=rank)) for rank in range(SESSIONS))
    Attendance.objects.bulk_create(
        Attendance(session=session, person=person, status=AttendanceStatus.values[(row + column) % 3])
        for column, session in enumerate(sessions[:TYPED])
        for row, person in enumerate(people)
    )
    return club, Period.month_of(first.date())


def session_of(club: Activity, starts_at: datetime) -> Session:
    return Session(
        activity=club,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        day=starts_at.date(),
        status=SessionStatus.HELD,
        is_roll_open=True,
    )
