"""The two nurseries: who came on which day, from when to when, what the families paid."""

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from activities.models import ChildcareMonth, Session
from members.models import FamilyQuotient
from reporting.demo.days import WEEK, at, days
from reporting.demo.families import MUSIC, NURSERIES, POLICHINELLE, Neighbourhood
from reporting.demo.gathering import Hours, attend, cancel, enrol, hold, miss
from reporting.demo.ledger import Ledger
from reporting.demo.people import Family, Resident, Town

HOURS: Hours = ("08:30", "17:30")
CLOSED_BY_HEALTH_RULES = (date(2021, 4, 6), date(2021, 4, 23))
FIRST_DAY_AGE = timedelta(days=100)  # nobody comes before three months
# Arrivals and departures are noted since September; before, the month's hours were.
CHECK_IN_SINCE = date(2021, 9, 1)
# What an hour costs a family, on average over the hours invoiced; CAF's scale and their incomes make it.
MEAN_RATE = Decimal("0.39")
CENT = Decimal("0.01")
NEWLY_ARRIVED = {"polichinelle": 6, "pimprenelle-et-nicolas": 10}
BACK_TO_WORK = 36


@dataclass
class Month:
    """Of a child, in a nursery."""

    attended: Decimal = Decimal(0)
    booked: Decimal = Decimal(0)


Year = dict[tuple[str, Resident, date], Month]  # by activity's slug, child, first day of the month


def build(ledger: Ledger, town: Town, neighbourhood: Neighbourhood) -> None:
    families = [neighbourhood.families[rank] for rank in NURSERIES]
    year: Year = {}
    for nursery in NEWLY_ARRIVED:
        activity = ledger.activity(f"halte-garderie-{nursery}")
        children = neighbourhood.role[nursery]
        enrol(ledger, activity, children, date(2020, 9, 1))
        opened = [day for day in days(WEEK) if not CLOSED_BY_HEALTH_RULES[0] <= day <= CLOSED_BY_HEALTH_RULES[1]]
        cancel(ledger, activity, days(WEEK, *CLOSED_BY_HEALTH_RULES), HOURS, "Fermeture sanitaire")
        year |= _year(ledger, hold(ledger, activity, opened, HOURS, setup_minutes=45), children)
    _invoice(ledger, year, _rates(ledger, families))
    _situations(town, neighbourhood)


def _year(ledger: Ledger, sessions: list[Session], children: list[Resident]) -> Year:
    activity = sessions[0].activity
    dice = ledger.dice(f"nursery {activity.slug}")
    year: Year = {}
    for child in children:
        for session in _sessions_of(dice, child, sessions):
            if dice.random() < 0.12:
                miss(ledger, session, child, excused=dice.random() < 0.7)
                continue
            arrived_at = at(session.day, "08:30") + timedelta(minutes=15 * dice.randrange(11))
            left_at = min(arrived_at + timedelta(minutes=15 * dice.randint(12, 26)), session.ends_at)
            _come(ledger, session, child, arrived_at, left_at)
            month = year.setdefault((activity.slug, child, session.day.replace(day=1)), Month())
            month.attended += Decimal((left_at - arrived_at) // timedelta(minutes=15)) / 4
            month.booked += math.ceil((left_at - arrived_at) / timedelta(hours=1))  # an hour begun is due
    return year


def _sessions_of(dice: Random, child: Resident, sessions: list[Session]) -> list[Session]:
    """The same days every week, from three months old; the eldest leave for school in September."""
    weekdays, born = dice.sample(WEEK, dice.choice([1, 2, 2, 3])), child.person.birth_date
    first, last = born + FIRST_DAY_AGE, date(2021, 9, 1) if born.year <= 2017 else date(2022, 1, 1)
    return [session for session in sessions if session.day.weekday() in weekdays and first <= session.day < last]


def _come(ledger: Ledger, session: Session, child: Resident, arrived_at: datetime, left_at: datetime) -> None:
    noted = {"arrived_at": arrived_at, "left_at": left_at} if session.day >= CHECK_IN_SINCE else {}
    attend(ledger, session, child, **noted)


def _rates(ledger: Ledger, families: list[Family]) -> dict[str, Decimal]:
    """Cents an hour by household, before they are brought to the mean: most pay little, a few pay more."""
    dice = ledger.dice("rates")
    return {family.home.key: Decimal(dice.choice([16, 18, 20, 22, 26, 30, 38, 55, 90])) for family in families}


def _invoice(ledger: Ledger, year: Year, rates: dict[str, Decimal]) -> None:
    due = sum(month.booked * rates[child.home.key] for (_, child, _), month in year.items())
    scale = MEAN_RATE * sum(month.booked for month in year.values()) / due
    for (slug, child, first_day), month in year.items():
        amount = (month.booked * rates[child.home.key] * scale).quantize(CENT, ROUND_HALF_UP)
        ledger.add(
            ChildcareMonth(
                person=child.person,
                activity=ledger.activity(slug),
                month=first_day,
                attended_hours=month.attended if first_day < CHECK_IN_SINCE else None,
                invoiced_hours=month.booked,
                amount=amount,
            )
        )


def _situations(town: Town, neighbourhood: Neighbourhood) -> None:
    dice, families = town.ledger.dice("situations"), neighbourhood.families
    pimprenelle = [rank for rank in NURSERIES if rank not in POLICHINELLE]
    for ranks, count in zip((POLICHINELLE, pimprenelle), NEWLY_ARRIVED.values(), strict=True):
        for rank in dice.sample(ranks, count):
            town.situation(families[rank].home, "primo-arrivante", date(2020, dice.randint(3, 12), 1))
    for rank in dice.sample(NURSERIES, BACK_TO_WORK):
        town.situation(families[rank].home, "reprise-emploi-partiel", date(2021, dice.randint(1, 10), 1))
    # Over before the year began, begun after it ended, in a family of another age: none counts here.
    town.situation(families[MUSIC[1]].home, "reprise-emploi-partiel", date(2019, 9, 1), date(2021, 1, 1))
    town.situation(families[3].home, "primo-arrivante", date(2022, 1, 1))
    town.situation(families[205].home, "primo-arrivante", date(2021, 2, 1))
    for rank in NURSERIES:
        quotient = FamilyQuotient(household=families[rank].home, on=date(2021, 1, 1), value=dice.randrange(120, 980))
        town.ledger.add(quotient)
