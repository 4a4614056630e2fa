"""The day of whoever tries the demo: its year is long past, and nothing else could be called today.

Planned sessions and enrolments from that day on, nobody marked: no figure of the year moves. Run again on the same
day, it adds nothing; on another one, it takes away what nobody called.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from activities.models import Activity, Session, SessionKind, SessionStatus
from centre.models import StaffMember
from reporting.demo import visit_children
from reporting.demo.accounts import DOMAIN
from reporting.demo.days import at
from reporting.demo.newcomers import Ages, Newcomers

MIDNIGHT = "00:00"
OF_THE_TEAM = 2  # whose names are written on a session


@dataclass(frozen=True)
class Slot:
    slug: str
    starts_at: str
    ends_at: str  # of the day after, for midnight
    topic: str = ""
    kind: SessionKind = SessionKind.SESSION
    accounts: tuple[str, ...] = ()  # demo accounts named beside the team
    children: int = 0  # enrolled
    ages: Ages = (0, 17)

    def hours(self, day: date) -> tuple[datetime, datetime]:
        last_day = day + timedelta(days=1) if self.ends_at == MIDNIGHT else day
        return at(day, self.starts_at), at(last_day, self.ends_at)


# One of each kind of sheet; whatever the hour, one of them is running.
SLOTS = (
    Slot("fete-de-quartier", MIDNIGHT, "08:00", "Nuit du jeu, jusqu’au petit déjeuner", SessionKind.EVENT),
    Slot(
        "accueil-de-loisirs",
        "08:00",
        "18:30",
        "Jeux de coopération",
        accounts=("benevole", "animation"),
        children=28,
        ages=(3, 11),
    ),
    Slot("halte-garderie-polichinelle", "08:30", "17:30", children=12, ages=(0, 3)),
    Slot("ecrivains-publics", "09:00", "12:00"),
    Slot("kassoumai", "09:00", "12:00"),
    Slot("dynamik-ados", "14:00", "20:00", "Accueil libre"),
    Slot("fete-de-quartier", "18:30", MIDNIGHT, "Nuit du jeu", SessionKind.EVENT, accounts=("animation",)),
)


@transaction.atomic
def plan_day(day: date) -> list[Session]:
    """The sessions of the day, made or already there."""
    forget_uncalled(day)
    visit_children.end_the_year()
    activities = Activity.objects.in_bulk([slot.slug for slot in SLOTS], field_name="slug")
    _expect_children(activities, day)
    return [_session(slot, activities[slot.slug], day) for slot in SLOTS]


def forget_uncalled(day: date) -> None:
    """What was planned before this day and touched by nobody."""
    uncalled = Session.objects.filter(status=SessionStatus.PLANNED, day__lt=day)
    uncalled.filter(operations=None, attendances=None, tallies=None, payments=None).delete()


def _expect_children(activities: dict[str, Activity], day: date) -> None:
    newcomers = Newcomers(day)
    for slot in sorted(SLOTS, key=lambda slot: slot.ages):  # babies first: the house knows none of that age
        if slot.children:
            visit_children.enrol(activities[slot.slug], slot.children, slot.ages, newcomers)
    newcomers.ledger.save()
    visit_children.mark(list(visit_children.expected(activities["accueil-de-loisirs"], day)), day)


def _session(slot: Slot, activity: Activity, day: date) -> Session:
    starts_at, ends_at = slot.hours(day)
    session, is_new = Session.objects.get_or_create(
        key=f"{day}-{slot.slug}-{starts_at.hour:02d}h",
        defaults={
            "activity": activity,
            "kind": slot.kind,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "topic": slot.topic,
        },
    )
    if is_new:
        emails = [f"{mailbox}@{DOMAIN}" for mailbox in slot.accounts]
        session.staff.set([*activity.team.all()[:OF_THE_TEAM], *StaffMember.objects.filter(user__email__in=emails)])
    return session
