"""The childhood sector: homework club, workshops at school, orchestra, leisure centre, summer stay."""

from datetime import date
from random import Random

from activities.models import EnrolmentStatus, SessionKind
from members.models import Sex
from reporting.demo.days import (
    FRIDAY,
    LAST,
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    WEEK,
    at,
    days,
    evenly,
)
from reporting.demo.families import Neighbourhood
from reporting.demo.gathering import attend, cancel, count_heads, enrol, gather, hold, miss, plan, staff_with
from reporting.demo.ledger import Ledger
from reporting.demo.people import Resident, Town
from reporting.demo.team import Team

HOMEWORK_DAYS = (MONDAY, TUESDAY, THURSDAY, FRIDAY)
HOMEWORK_HOURS = ("16:30", "18:15")
END_OF_SPRING, START_OF_AUTUMN = date(2021, 7, 2), date(2021, 9, 20)
LOCKDOWN = (date(2021, 4, 6), date(2021, 4, 30))
# Workshops at school: sessions, children, visits.
AT_SCHOOL = {"stop-motion": (10, 14, 110), "theatre-a-l-ecole": (9, 16, 118), "carre-d-expression": (8, 12, 78)}
STAY_GIRLS, STAY_BOYS = 14, 6


def build(ledger: Ledger, town: Town, team: Team, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("childhood")
    _homework(ledger, dice, team, neighbourhood)
    _at_school(ledger, dice, neighbourhood)
    _orchestra(ledger, dice, neighbourhood)
    _leisure_centre(ledger, dice, town, neighbourhood)
    _stay(ledger, dice, neighbourhood)


def _homework(ledger: Ledger, dice: Random, team: Team, neighbourhood: Neighbourhood) -> None:
    """All of them came before the summer; those who did not leave for secondary school came back, nobody new:
    the newcomers of September wait for a place."""
    club, children = ledger.activity("clas-enfance"), neighbourhood.role["homework"]
    staying = [child for child in children if child.person.birth_date.year > 2010 and dice.random() < 0.8]
    enrol(ledger, club, children, date(2020, 9, 14), to_on=END_OF_SPRING)
    enrol(ledger, club, staying, START_OF_AUTUMN)
    enrol(ledger, club, neighbourhood.role["younger"][:12], START_OF_AUTUMN, status=EnrolmentStatus.WAITING)
    cancel(ledger, club, days(HOMEWORK_DAYS, *LOCKDOWN, holidays=False), HOMEWORK_HOURS, "Fermeture sanitaire")
    spring = [
        *days(HOMEWORK_DAYS, date(2021, 1, 5), date(2021, 4, 2), holidays=False),
        *days(HOMEWORK_DAYS, date(2021, 5, 3), END_OF_SPRING, holidays=False),
    ]
    autumn = days(HOMEWORK_DAYS, START_OF_AUTUMN, date(2021, 12, 17), holidays=False)
    for some_days, present, size in ((spring, children, 27), (autumn, staying, 19)):
        sessions = hold(ledger, club, some_days, HOMEWORK_HOURS, setup_minutes=15, place="Salle des devoirs")
        gather(ledger, dice, sessions, present, len(sessions) * size)
        staff_with(ledger, [session for session in sessions if session.day.weekday() == TUESDAY], team.volunteers[:2])


def _at_school(ledger: Ledger, dice: Random, neighbourhood: Neighbourhood) -> None:
    children = neighbourhood.role["homework"] + neighbourhood.role["music"]
    mornings = days([THURSDAY, FRIDAY], date(2021, 1, 11), date(2021, 6, 25), holidays=False)
    for slug, (count, present, visits) in AT_SCHOOL.items():
        sessions = hold(ledger, ledger.activity(slug), evenly(mornings, count), ("10:00", "11:30"), setup_minutes=20)
        gather(ledger, dice, sessions, dice.sample(children, present), visits)
    saturdays = evenly(days([SATURDAY], date(2021, 1, 13), holidays=False), 22)
    learners = [
        *neighbourhood.role["homework"][:18],
        *(neighbourhood.families[rank].adults[0] for rank in range(100, 112)),
    ]
    sessions = hold(ledger, ledger.activity("numerikid"), saturdays, ("10:00", "12:00"))
    gather(ledger, dice, sessions, learners, 190)
    parents = [neighbourhood.families[rank].adults[0] for rank in range(120, 132)]
    evenings = evenly(days([TUESDAY], date(2021, 2, 1), date(2021, 6, 29), holidays=False), 7)
    gather(
        ledger, dice, hold(ledger, ledger.activity("croisement-des-savoirs"), evenings, ("17:30", "19:30")), parents, 52
    )


def _orchestra(ledger: Ledger, dice: Random, neighbourhood: Neighbourhood) -> None:
    orchestra, children = ledger.activity("demos"), neighbourhood.role["music"]
    enrol(ledger, orchestra, children, date(2019, 9, 16))
    rehearsals = evenly(days([WEDNESDAY, SATURDAY], date(2021, 1, 6), date(2021, 12, 15), holidays=False), 52)
    sessions = hold(ledger, orchestra, rehearsals, ("14:00", "16:00"), topic="Cordes frottées")
    gather(ledger, dice, sessions, children, 610)
    _never_came(ledger, neighbourhood.role["younger"][20], sessions[:3])
    for day in evenly(days([SATURDAY], date(2021, 2, 1), holidays=False), 6):
        tutti = plan(
            ledger, orchestra, day, ("09:30", "16:30"), topic="Journée d’orchestre", place="Condition publique"
        )
        gather(ledger, dice, [tutti], dice.sample(children, 12), 12)
    for day, place in ((date(2021, 6, 19), "Roubaix"), (date(2021, 6, 26), "Wattrelos")):
        concert = plan(ledger, orchestra, day, ("16:00", "17:00"), kind=SessionKind.EVENT, place=place)
        gather(ledger, dice, [concert], children[:13], 13)
        count_heads(ledger, concert, {("adult", ""): 70, ("child", ""): 35}, estimated=True)


def _never_came(ledger: Ledger, child: Resident, sessions: list) -> None:
    """Enrolled, absent three times, gone: not one of the children of the orchestra."""
    enrol(ledger, sessions[0].activity, [child], date(2021, 1, 6), to_on=date(2021, 2, 1))
    for session in sessions:
        miss(ledger, session, child, excused=False)


def _leisure_centre(ledger: Ledger, dice: Random, town: Town, neighbourhood: Neighbourhood) -> None:
    centre = ledger.activity("accueil-de-loisirs")
    role = neighbourhood.role
    small = [child for child in role["polichinelle"] + role["pimprenelle-et-nicolas"] if child.age >= 3]
    children = [*role["homework"][::2], *role["younger"], *role["music"][:6], *small[:16]]
    enrol(ledger, centre, children, date(2020, 9, 2))
    wednesdays = [day for day in days([WEDNESDAY], holidays=False) if not LOCKDOWN[0] <= day <= LOCKDOWN[1]]
    holidays = [day for day in days(WEEK, holidays=True) if not LOCKDOWN[0] <= day <= LOCKDOWN[1]]
    cancel(ledger, centre, days(WEEK, *LOCKDOWN, holidays=True), ("09:00", "17:00"), "Fermeture sanitaire")
    for some_days, size in ((wednesdays, 31), (holidays, 26)):
        sessions = hold(ledger, centre, some_days, ("09:00", "17:00"), setup_minutes=60)
        visits = gather(ledger, dice, sessions, children, len(sessions) * size)
        for visit in dice.sample(visits, 90):  # only for the afternoon
            visit.arrived_at, visit.left_at = at(visit.session.day, "13:30"), at(visit.session.day, "17:00")
    _one_child_two_homes(ledger, town, children[1], neighbourhood)


def _one_child_two_homes(ledger: Ledger, town: Town, child: Resident, neighbourhood: Neighbourhood) -> None:
    """From one home or from the other, every second week; always from the first to the homework club."""
    town.two_homes(child, neighbourhood.families[44].home)
    centre = ledger.activity("accueil-de-loisirs")
    for visit in ledger.visits_of(child.person):
        if visit.session.activity is centre and visit.session.day.isocalendar().week % 2:
            visit.household = child.second_home


def _stay(ledger: Ledger, dice: Random, neighbourhood: Neighbourhood) -> None:
    activity, children = ledger.activity("sejour-enfance"), neighbourhood.role["homework"]
    girls = [child for child in children if child.sex == Sex.FEMALE]
    boys = [child for child in children if child.sex == Sex.MALE]
    campers = dice.sample(girls, STAY_GIRLS) + dice.sample(boys, STAY_BOYS)
    week = plan(
        ledger,
        activity,
        date(2021, 7, 12),
        ("08:00", "20:00"),
        kind=SessionKind.STAY,
        place="Millau, camping du Viaduc",
    )
    week.ends_at = at(date(2021, 7, 17), "18:00")
    enrol(ledger, activity, campers, date(2021, 6, 1), to_on=date(2021, 7, 18))
    for camper in campers:
        attend(ledger, week, camper)
    stayed = next(child for child in boys if child not in campers)
    enrol(ledger, activity, [stayed], date(2021, 6, 1), to_on=LAST, status=EnrolmentStatus.WAITING)
    miss(ledger, week, stayed, excused=True)
