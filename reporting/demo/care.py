"""What one must know to look after the children; families that moved during the year."""

from datetime import date
from random import Random

from members.models import Consent, ConsentKind, EmergencyContact, HealthAlert, Pickup, PickupRule
from reporting.demo.families import Neighbourhood
from reporting.demo.ledger import Ledger
from reporting.demo.people import Family, Resident, Town

SINCE, TAKEN_BACK_ON = date(2020, 9, 1), date(2021, 5, 10)
ALERTS = [
    "Allergie à l’arachide : trousse d’urgence dans le sac rouge, appeler le 15.",
    "Asthme : deux bouffées avant l’effort, l’inhalateur est dans son sac.",
    "Intolérance au lactose : repas apporté par la famille.",
]
# Rank of the family, day of the move, where it lived before.
MOVES = [
    (12, date(2021, 3, 15), "pile"),
    (57, date(2021, 9, 1), "epeule"),
    (64, date(2021, 6, 1), "cul-de-four"),
    (103, date(2021, 7, 15), "tourcoing-belencontre"),
    (131, date(2021, 11, 2), "pile"),
    (188, date(2021, 4, 26), "fosse-aux-chenes"),
]


def build(ledger: Ledger, town: Town, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("care")
    for family in neighbourhood.families:
        look_after(ledger, dice, town, family, SINCE, TAKEN_BACK_ON)
    for rank, child in enumerate(neighbourhood.role["homework"][:9]):
        ledger.add(HealthAlert(person=child.person, instruction=ALERTS[rank % 3], from_on=SINCE))
    for rank, on, before in MOVES:
        town.move(neighbourhood.families[rank].home, on, before)


def look_after(
    ledger: Ledger, dice: Random, town: Town, family: Family, since: date, taken_back_on: date | None = None
) -> None:
    for child in family.children:
        _consents(ledger, dice, family, child, since, taken_back_on)
        _contacts(ledger, town, family, child)
        _pickups(ledger, dice, town, child, since)


def _consents(
    ledger: Ledger, dice: Random, family: Family, child: Resident, since: date, taken_back_on: date | None
) -> None:
    """Most families agree; some refuse the image, one in thirty takes it back."""
    parent = str(family.adults[0].person)
    kinds = [ConsentKind.OUTING, ConsentKind.MEDICAL_CARE]
    if dice.random() < 0.8:
        kinds.append(ConsentKind.IMAGE)
    for kind in kinds:
        withdrawn_on = taken_back_on if kind == ConsentKind.IMAGE and dice.random() < 0.03 else None
        ledger.add(Consent(person=child.person, kind=kind, given_by=parent, from_on=since, withdrawn_on=withdrawn_on))


def _contacts(ledger: Ledger, town: Town, family: Family, child: Resident) -> None:
    for position, adult in enumerate(family.adults):
        relation = {"F": "mère", "M": "père"}.get(adult.sex, "parent")
        phone = adult.person.phone or town.mobile()
        ledger.add(
            EmergencyContact(
                person=child.person, name=str(adult.person), relation=relation, phone=phone, position=position
            )
        )


def _pickups(ledger: Ledger, dice: Random, town: Town, child: Resident, since: date) -> None:
    if child.age >= 10:
        ledger.add(Pickup(person=child.person, rule=PickupRule.ALONE, from_on=since))
        return
    aunt = f"{town.first_name('F')} {town.last_name()}"
    ledger.add(Pickup(person=child.person, rule=PickupRule.MAY, name=aunt, phone=town.mobile(), from_on=since))
    if dice.random() < 0.02:
        other = f"{town.first_name('M')} {child.person.last_name}"
        ledger.add(Pickup(person=child.person, rule=PickupRule.MUST_NOT, name=other, from_on=since))
