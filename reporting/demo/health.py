"""Health workshops with outside professionals; information stands; the Friday breakfast."""

from datetime import date

from activities.models import SessionKind
from reporting.demo.choosing import aged, draw
from reporting.demo.days import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, days, evenly
from reporting.demo.families import Neighbourhood
from reporting.demo.gathering import cancel, count_heads, gather, hold, plan, staff_with
from reporting.demo.ledger import Ledger
from reporting.demo.team import Team

# Slug, profession, sessions, people, visits, weekdays.
WORKSHOPS = [
    ("ateliers-dietetiques", "dieteticienne", 17, 24, 148, [TUESDAY]),
    ("socio-esthetique", "socio-estheticienne", 17, 19, 121, [THURSDAY]),
    ("activites-sportives", "coach-sportif", 14, 26, 154, [MONDAY]),
    ("ecoute-infirmiere", "infirmiere", 8, 31, 52, [WEDNESDAY]),
]
STANDS = [
    (date(2021, 7, 10), "Bouger et bien manger", 45),
    (date(2021, 7, 17), "Dépister le cancer colorectal", 30),
    (date(2021, 7, 24), "Diabète et cholestérol", 38),
    (date(2021, 10, 9), "Octobre rose", 52),
]


def build(ledger: Ledger, team: Team, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("health")
    residents = neighbourhood.parents + neighbourhood.adults
    for slug, profession, count, people, visits, weekdays in WORKSHOPS:
        activity, some_days = ledger.activity(slug), days(weekdays, date(2021, 1, 11), holidays=False)
        chosen = evenly(some_days, count)
        sessions = hold(ledger, activity, chosen, ("14:00", "16:00"), setup_minutes=15)
        gather(ledger, dice, sessions, draw(dice, residents, people, aged(20, 80)), visits)
        staff_with(ledger, sessions, team.in_post(profession))
        called_off = [day for day in some_days if day not in chosen][:2]
        cancel(ledger, activity, called_off, ("14:00", "16:00"), "Intervenante absente")
    for day, topic, heads in STANDS:
        stand = plan(
            ledger, ledger.activity("point-info-sante"), day, ("14:00", "18:00"), kind=SessionKind.EVENT, topic=topic
        )
        count_heads(ledger, stand, {("adult", ""): heads}, estimated=True)
    _breakfasts(ledger)


def _breakfasts(ledger: Ledger) -> None:
    dice, fridays = ledger.dice("breakfasts"), evenly(days([FRIDAY], date(2021, 1, 15), holidays=False), 15)
    for breakfast in hold(ledger, ledger.activity("petit-dejeuner-sante"), fridays, ("09:00", "11:00")):
        heads = {
            ("adult", "F"): dice.randint(5, 11),
            ("adult", "M"): dice.randint(1, 4),
            ("child", ""): dice.randint(1, 5),
        }
        count_heads(ledger, breakfast, heads, estimated=False)
