"""Seniors, urban renewal, gardens, shared meals, street parties: the neighbourhood's daily life."""

from datetime import date
from random import Random

from activities.models import Session, SessionKind
from reporting.demo.choosing import aged, draw
from reporting.demo.days import FRIDAY, LAST, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, at, days, evenly
from reporting.demo.families import Neighbourhood
from reporting.demo.gathering import count_heads, gather, hold, plan
from reporting.demo.ledger import Ledger
from reporting.demo.people import Resident

# Slug, ages, people, sessions, weekdays, hours, visits.
GROUPS = [
    ("espace-seniors", (62, 95), 48, 40, [TUESDAY], ("14:00", "16:30"), 512),
    ("ateliers-numeriques-seniors", (60, 95), 22, 24, [THURSDAY], ("14:00", "16:00"), 218),
    ("renovation-urbaine", (20, 85), 46, 24, [THURSDAY], ("10:00", "12:00"), 96),
    ("ateliers-cadre-de-vie", (20, 80), 27, 9, [WEDNESDAY], ("14:00", "16:30"), 84),
    ("repas-partages", (20, 90), 58, 6, [FRIDAY], ("11:30", "15:00"), 132),
    ("jardins-familiaux", (25, 80), 31, 18, [SATURDAY], ("09:30", "12:00"), 176),
]


def build(ledger: Ledger, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("daily life")
    residents = neighbourhood.parents + neighbourhood.adults
    for slug, ages, people, count, weekdays, hours, visits in GROUPS:
        some_days = evenly(days(weekdays, date(2021, 1, 11)), count)
        sessions = hold(ledger, ledger.activity(slug), some_days, hours)
        gather(ledger, dice, sessions, draw(dice, residents, people, aged(*ages)), visits)
    _housing_meetings(ledger, dice, draw(dice, residents, 20, aged(30, 75)))
    _feasts(ledger)


def _housing_meetings(ledger: Ledger, dice: Random, residents: list[Resident]) -> None:
    """Of the people of the desk of urban renewal or not: an event apart from its sessions."""
    meeting = plan(
        ledger,
        ledger.activity("renovation-urbaine"),
        date(2021, 9, 30),
        ("18:00", "20:00"),
        kind=SessionKind.EVENT,
        topic="Réunion publique : repenser le parking de Blanchemaille",
    )
    gather(ledger, dice, [meeting], residents, len(residents))


def _feasts(ledger: Ledger) -> None:
    """Heads estimated, nobody named."""
    feasts = [
        (date(2021, 6, 26), "15:00", "Fête de la rue de l’Alma", {("", ""): 60}),
        (date(2021, 7, 10), "14:00", "Ouverture de l’été « Almanach »", {("child", ""): 90, ("adult", ""): 70}),
        (date(2021, 10, 30), "14:00", "Halloween", {("child", ""): 65, ("adult", "F"): 40, ("adult", "M"): 15}),
    ]
    for day, start, topic, heads in feasts:
        party = plan(
            ledger, ledger.activity("fete-de-quartier"), day, (start, "18:00"), kind=SessionKind.EVENT, topic=topic
        )
        count_heads(ledger, party, heads, estimated=True)
    for nursery in ("polichinelle", "pimprenelle-et-nicolas"):  # Halloween is shared with both
        ledger.add(
            Session.also_activities.through(session=party, activity=ledger.activity(f"halte-garderie-{nursery}"))
        )
    _new_year(ledger)


def _new_year(ledger: Ledger) -> None:
    """The evening of 31 December belongs to 2021; the wishes of midnight, to 2022."""
    feast = ledger.activity("fete-de-quartier")
    evening = plan(ledger, feast, LAST, ("19:00", "23:45"), kind=SessionKind.EVENT, topic="Réveillon solidaire")
    count_heads(ledger, evening, {("adult", "F"): 28, ("adult", "M"): 19, ("child", ""): 22}, estimated=False)
    new_year = date(2022, 1, 1)
    wishes = plan(ledger, feast, new_year, ("00:00", "01:00"), kind=SessionKind.EVENT, topic="Vœux du quartier")
    wishes.ends_at = at(new_year, "01:00")
    count_heads(ledger, wishes, {("", ""): 45}, estimated=True)
