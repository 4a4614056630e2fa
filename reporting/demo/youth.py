"""The youth sector: drop-in, film, homework, media, prevention alone and in a group, summer stay."""

from datetime import date, timedelta
from random import Random

from activities.models import SessionKind, SupportNote
from reporting.demo import youth_groups
from reporting.demo.days import (
    FRIDAY,
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
from reporting.demo.gathering import attend, cancel, count_heads, enrol, gather, hold, plan, staff_with
from reporting.demo.ledger import Ledger
from reporting.demo.people import Town
from reporting.demo.supports import follow, open_support
from reporting.demo.team import Team

LOCKDOWN = (date(2021, 4, 3), date(2021, 5, 2))
TERM_DAYS = (WEDNESDAY, FRIDAY, SATURDAY)


def build(ledger: Ledger, town: Town, team: Team, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("youth")
    _drop_in(ledger, dice, team, neighbourhood)
    _film(ledger, dice, neighbourhood)
    _groups(ledger, dice, neighbourhood)
    _stay(ledger, neighbourhood)
    _supports(ledger, dice, team, neighbourhood)
    _two_homes(ledger, town, neighbourhood)


def _is_open(day: date) -> bool:
    return not LOCKDOWN[0] <= day <= LOCKDOWN[1]


def _drop_in(ledger: Ledger, dice: Random, team: Team, neighbourhood: Neighbourhood) -> None:
    drop_in = ledger.activity("dynamik-ados")
    cancel(ledger, drop_in, days(WEEK, *LOCKDOWN, holidays=True), ("13:30", "18:00"), "Fermeture sanitaire")
    in_holidays = [day for day in days(WEEK, holidays=True) if _is_open(day)]
    in_term = [day for day in days(TERM_DAYS, date(2021, 1, 6), holidays=False) if _is_open(day)]
    # The rain kept everybody at home: held, with nobody.
    plan(ledger, drop_in, in_term.pop(), ("14:00", "18:00"), topic="Tournoi annulé par la pluie, local ouvert")
    campers, regulars = neighbourhood.young(youth_groups.HOLIDAYS), neighbourhood.young(youth_groups.TERM)
    enrol(ledger, drop_in, {**dict.fromkeys(campers), **dict.fromkeys(regulars)}, date(2020, 9, 2))
    for some_days, young, hours in (
        (in_holidays, campers, ("13:30", "18:00")),
        (in_term, regulars, ("14:00", "18:00")),
    ):
        sessions = hold(ledger, drop_in, some_days, hours, setup_minutes=30, place="Local jeunes")
        gather(ledger, dice, sessions, young, len(sessions) * 14)
        staff_with(ledger, sessions[::2], team.in_post("animateur", "jeunesse")[:1])
    # A colleague of the childhood sector stood in, one afternoon.
    staff_with(ledger, sessions[3:4], team.in_post("animateur", "enfance")[1:2])
    _outings(ledger, dice, neighbourhood)


def _outings(ledger: Ledger, dice: Random, neighbourhood: Neighbourhood) -> None:
    campers = neighbourhood.young(youth_groups.HOLIDAYS)
    for day, place in ((date(2021, 2, 25), "Lille"), (date(2021, 7, 22), "Wimereux"), (date(2021, 10, 28), "Lens")):
        outing = plan(
            ledger, ledger.activity("dynamik-ados"), day, ("09:00", "19:00"), kind=SessionKind.OUTING, place=place
        )
        gather(ledger, dice, [outing], dice.sample(campers, 15), 15)


def _film(ledger: Ledger, dice: Random, neighbourhood: Neighbourhood) -> None:
    crew = neighbourhood.young(youth_groups.FILM)
    saturdays = evenly([day for day in days([SATURDAY], date(2021, 1, 16), holidays=False) if _is_open(day)], 12)
    shooting = evenly(days(WEEK, date(2021, 7, 7), date(2021, 7, 30)), 5)
    sessions = hold(ledger, ledger.activity("court-metrage"), sorted(saturdays + shooting), ("10:00", "12:30"))
    gather(ledger, dice, sessions, crew, 128)


def _groups(ledger: Ledger, dice: Random, neighbourhood: Neighbourhood) -> None:
    """Slug, who, weekdays, sessions, hours, visits."""
    groups = [
        ("clas-jeunesse", youth_groups.HOMEWORK, (TUESDAY, THURSDAY), 52, ("17:00", "19:00"), 540),
        ("education-aux-medias", youth_groups.MEDIA, (WEDNESDAY,), 9, ("10:00", "12:00"), 92),
        ("prevention-collective", youth_groups.PREVENTION_GROUP, (FRIDAY,), 11, ("17:30", "19:30"), 118),
    ]
    for slug, group, weekdays, count, hours, visits in groups:
        some_days = [day for day in days(weekdays, date(2021, 1, 5), holidays=False) if _is_open(day)]
        sessions = hold(ledger, ledger.activity(slug), evenly(some_days, count), hours)
        gather(ledger, dice, sessions, neighbourhood.young(group), visits)
    street = plan(
        ledger,
        ledger.activity("prevention-collective"),
        date(2021, 7, 13),
        ("20:00", "22:30"),
        kind=SessionKind.EVENT,
        place="Au pied des tours",
        topic="À la rencontre des jeunes du quartier",
    )
    count_heads(ledger, street, {("child", "M"): 25, ("child", "F"): 10}, estimated=True)


def _stay(ledger: Ledger, neighbourhood: Neighbourhood) -> None:
    activity, campers = ledger.activity("sejour-jeunesse"), neighbourhood.young(youth_groups.STAY)
    week = plan(
        ledger,
        activity,
        date(2021, 7, 19),
        ("08:00", "20:00"),
        kind=SessionKind.STAY,
        place="Millau, camping du Viaduc",
    )
    week.ends_at = at(date(2021, 7, 25), "18:00")
    enrol(ledger, activity, campers, date(2021, 6, 1), to_on=date(2021, 7, 26))
    for camper in campers:
        attend(ledger, week, camper)


def _supports(ledger: Ledger, dice: Random, team: Team, neighbourhood: Neighbourhood) -> None:
    scheme = ledger.activity("prevention-individuelle")
    referent = team.in_post("educateur-prevention")[0]
    for young in neighbourhood.young(youth_groups.SUPPORTED):
        entered_on = date(2020, 10, 1) + timedelta(days=dice.randrange(400))
        support = open_support(
            ledger, scheme, young, entered_on, referent, prescriber=dice.choice(["college", "de-lui-meme"])
        )
        if dice.random() < 0.3:
            support.exited_on = max(entered_on, date(2021, 1, 10)) + timedelta(days=dice.randint(20, 180))
        follow(
            ledger,
            dice,
            support,
            ["Point sur la scolarité", "Rencontre avec la famille", "Orientation vers le collège"],
        )
        if dice.random() < 0.4:
            text = "Échange avec le jeune sur son projet ; prochain rendez-vous fixé avec sa famille."
            ledger.add(SupportNote(support=support, on=entered_on + timedelta(days=9), author=referent, text=text))
    # Over on the last evening of 2020: the first day out is the first day of the year.
    gone = next(adult for adult in neighbourhood.adults if adult.age == 19)
    open_support(ledger, scheme, gone, date(2020, 2, 3), referent).exited_on = date(2021, 1, 1)


def _two_homes(ledger: Ledger, town: Town, neighbourhood: Neighbourhood) -> None:
    """Seen from the father's home, where other young people of the centre live: no family more."""
    families = neighbourhood.families
    child = families[200].children[0]
    town.two_homes(child, families[201].home)
    for visit in ledger.visits_of(child.person)[::3]:
        visit.household = child.second_home
