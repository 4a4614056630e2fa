"""The parenting sector: the drop-in counted by aliases, seven workshops shared by 113 families, their outings.

The families stand in a ring; a workshop is a stretch of it, and some stretches overlap: 164 places for 113 families.
"""

from collections.abc import Sequence
from datetime import date
from random import Random

from activities.models import Alias, Attendance, AttendanceMode, AttendanceStatus, Group, Session, SessionKind
from reporting.demo.days import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    days,
    evenly,
)
from reporting.demo.families import BOTH_PARENTS, PARENTING, Neighbourhood
from reporting.demo.gathering import attend, cancel, gather, hold, miss, pairs, plan, staff_with
from reporting.demo.ledger import Ledger
from reporting.demo.people import Family, Resident
from reporting.demo.team import Team

# Slug, families in the ring, sessions, weekdays, hours, do children come.
WORKSHOPS = [
    ("jeux-fabrique", range(22), 6, [THURSDAY], ("09:30", "11:00"), True),
    ("rencontres-ludiques", range(22, 36), 30, [MONDAY], ("17:30", "19:30"), True),
    ("relations-familles-ecoles-quartier", range(36, 72), 19, [TUESDAY, FRIDAY], ("16:30", "18:00"), False),
    ("parents-outillez-vous", range(72, 90), 8, [THURSDAY], ("18:00", "20:00"), False),
    ("un-pied-dans-le-vert", range(90, 102), 22, [SATURDAY], ("10:00", "12:00"), True),
    ("du-temps-avec-mon-enfant", range(102, 113 + 37), 38, [WEDNESDAY, SATURDAY], ("14:00", "16:30"), True),
    ("eveil-musical-demos", range(23, 37), 8, [WEDNESDAY], ("10:00", "11:30"), True),
]
RING = len(PARENTING)
DROP_IN_DAYS, DROP_IN_CHILDREN, DROP_IN_VISITS = 127, 54, 818
ANIMALS = ["hibou", "renard", "lutin", "comète", "cigale", "loutre", "mésange", "tortue", "castor"]


def build(ledger: Ledger, team: Team, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("parenting")
    _drop_in(ledger, dice, team)
    for slug, ring, count, weekdays, hours, with_children in WORKSHOPS:
        some_days = days(weekdays, date(2021, 1, 6), holidays=False)
        sessions = hold(ledger, ledger.activity(slug), evenly(some_days, count), hours, setup_minutes=30)
        residents = _comers(neighbourhood, ring, with_children)
        gather(ledger, dice, sessions, residents, max(len(sessions) * 7, len(residents) * 2))
        free = [day for day in some_days if day not in {session.day for session in sessions}]
        cancel(ledger, ledger.activity(slug), free[:1], hours, "Animatrice absente")
    _outings(ledger, dice, neighbourhood)
    _parents_alone(ledger, dice, team, neighbourhood)


def _families(neighbourhood: Neighbourhood, ring: Sequence[int]) -> list[Family]:
    return [neighbourhood.parenting[place % RING] for place in ring]


def _comers(neighbourhood: Neighbourhood, ring: Sequence[int], with_children: bool) -> list[Resident]:
    """Of each family one parent, of four families both; the children of primary school age and below."""
    comers = []
    for place, family in zip(ring, _families(neighbourhood, ring), strict=True):
        rank = PARENTING[place % RING]
        comers += family.adults if rank in BOTH_PARENTS else family.adults[:1]
        comers += [child for child in family.children if with_children and child.age <= 11]
    return comers


def _drop_in(ledger: Ledger, dice: Random, team: Team) -> None:
    """Days of unequal length; one has two openings; one passed without a visit."""
    drop_in = ledger.activity("kassoumai")
    planned = days([MONDAY, TUESDAY, THURSDAY], date(2021, 1, 4))
    opened = evenly(planned, DROP_IN_DAYS)
    cancel(
        ledger, drop_in, [day for day in planned if day not in opened][:6], ("09:00", "12:00"), "Fermeture sanitaire"
    )
    sessions = [
        session
        for rank, day in enumerate(opened)
        for hours in _opening_hours(rank)
        for session in hold(ledger, drop_in, [day], hours, setup_minutes=45)
    ]
    staff_with(ledger, sessions, team.in_post("accueillante-laep"))
    children = make_aliases(ledger, dice, 2021, DROP_IN_CHILDREN)
    visited = sessions[:3] + sessions[4:]
    for who, when in pairs(dice, len(children), len(visited), DROP_IN_VISITS):
        visit(ledger, visited[when], children[who])


def _opening_hours(rank: int) -> list[tuple[str, str]]:
    """381 hours in all: as many days of two and a half hours as of three and a half, three on the others."""
    if rank == 50:
        return [("09:30", "11:00"), ("14:30", "16:00")]
    return [{0: ("09:00", "11:30"), 1: ("09:00", "12:30")}.get(rank % 6 if rank < 120 else 2, ("09:00", "12:00"))]


def make_aliases(ledger: Ledger, dice: Random, year: int, count: int) -> list[Alias]:
    drop_in = ledger.activity("kassoumai")
    return [
        ledger.add(
            Alias(
                key=f"{ANIMALS[rank % len(ANIMALS)]}-{year % 100}{rank:02d}",
                activity=drop_in,
                year=year,
                group=Group.CHILD,
                sex=dice.choice(["F", "M", "F", "M", ""]),
            )
        )
        for rank in range(count)
    ]


def visit(ledger: Ledger, session: Session, alias: Alias) -> None:
    ledger.add(Attendance(session=session, alias=alias, status=AttendanceStatus.PRESENT))


def _outings(ledger: Ledger, dice: Random, neighbourhood: Neighbourhood) -> None:
    """Two for each of two workshops, three in all: the museum is shared."""
    music, together = "eveil-musical-demos", "du-temps-avec-mon-enfant"
    both, near, all_together = range(23, 34), range(25, 37), [*range(102, 113), *range(20)]
    outings = [
        (date(2021, 10, 16), music, [together], both, "Musée Grévin"),
        (date(2021, 7, 3), music, [], near, "Bray-Dunes"),
        (date(2021, 8, 28), together, [], all_together, "La Mer de sable"),
    ]
    for day, slug, also, ring, place in outings:
        outing = plan(ledger, ledger.activity(slug), day, ("08:00", "19:00"), kind=SessionKind.OUTING, place=place)
        for other in also:
            ledger.add(Session.also_activities.through(session=outing, activity=ledger.activity(other)))
        comers = _comers(neighbourhood, ring, with_children=True)
        for resident in comers[:-1]:
            attend(ledger, outing, resident)
        miss(ledger, outing, comers[-1], excused=True)
    feast = plan(
        ledger,
        ledger.activity(together),
        date(2021, 12, 11),
        ("14:00", "18:00"),
        kind=SessionKind.EVENT,
        place="Salle des fêtes",
        topic="Fête de fin d’année",
    )
    gather(ledger, dice, [feast], (comers := _comers(neighbourhood, all_together, with_children=True)), len(comers))


def _parents_alone(ledger: Ledger, dice: Random, team: Team, neighbourhood: Neighbourhood) -> None:
    """The same parents again: no family and no adult more."""
    coffee = hold(
        ledger,
        ledger.activity("cafe-des-parents"),
        evenly(days([TUESDAY], date(2021, 1, 12), holidays=False), 16),
        ("14:00", "16:00"),
    )
    gather(ledger, dice, coffee, _comers(neighbourhood, range(60, 84), with_children=False), 98)
    desk = hold(
        ledger,
        ledger.activity("permanence-referente-famille"),
        evenly(days([FRIDAY], date(2021, 1, 8)), 24),
        ("14:00", "17:00"),
    )
    staff_with(ledger, desk, team.in_post("referente-famille"))
    for visit in gather(ledger, dice, desk, _comers(neighbourhood, range(5, 113, 4), with_children=False), 61):
        visit.mode = AttendanceMode.APPOINTMENT
