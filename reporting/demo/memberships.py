"""Memberships of two seasons, fewer in the second one; their receipts, and those of an outing."""

from datetime import date, timedelta
from random import Random

from activities.models import Payment, Session
from centre.models import Season
from members.models import Membership, MembershipKind, PaymentMethod
from reporting.demo.families import Neighbourhood
from reporting.demo.ledger import Ledger
from reporting.demo.people import Family, Resident

# First year of the season: household memberships, individual ones.
SEASONS = {2020: (168, 74), 2021: (143, 58)}
PRICE = {MembershipKind.HOUSEHOLD: "8.00", MembershipKind.INDIVIDUAL: "5.00"}
OUTING_PRICE = "4.00"


def build(ledger: Ledger, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("memberships")
    for season, (year, (households, individuals)) in zip(ledger.all(Season), SEASONS.items(), strict=True):
        families = dice.sample(neighbourhood.families, households)
        people = dice.sample([one for one in neighbourhood.adults if one.age and one.age >= 18], individuals)
        for rank, member in enumerate([*families, *people], 1):
            _join(
                ledger,
                dice,
                season,
                member,
                date(year, 9, 1) + timedelta(days=min(int(dice.expovariate(1 / 60)), 240)),
                rank,
            )
    _outing(ledger)


def _join(ledger: Ledger, dice: Random, season: Season, member: Family | Resident, paid_on: date, rank: int) -> None:
    kind = MembershipKind.HOUSEHOLD if isinstance(member, Family) else MembershipKind.INDIVIDUAL
    membership = ledger.add(
        Membership(
            season=season,
            kind=kind,
            household=member.home if kind == MembershipKind.HOUSEHOLD else None,
            person=member.person if kind == MembershipKind.INDIVIDUAL else None,
            paid_on=paid_on,
            amount=PRICE[kind],
            method=dice.choice([PaymentMethod.CASH, PaymentMethod.CASH, PaymentMethod.CHEQUE, PaymentMethod.CARD]),
            number=f"{season.name}-{rank:03d}",
        )
    )
    ledger.add(
        Payment(
            number=f"A-{membership.number}",
            on=paid_on,
            amount=membership.amount,
            method=membership.method,
            household=membership.household,
            person=membership.person,
            membership=membership,
        )
    )


def _outing(ledger: Ledger) -> None:
    """A family's share of the day at the seaside; one paid twice, and the second receipt was reversed."""
    outing = next(one for one in ledger.all(Session) if one.place == "Bray-Dunes")
    homes = {visit.household.key: visit.household for visit in ledger.visits_to(outing)}
    receipts = [_receipt(ledger, outing, rank, home) for rank, home in enumerate(homes.values(), 1)]
    twice = _receipt(ledger, outing, len(receipts) + 1, receipts[0].household)
    _receipt(ledger, outing, len(receipts) + 2, twice.household, amount="-" + OUTING_PRICE, reverses=twice)


def _receipt(ledger: Ledger, outing: Session, rank: int, home, **fields) -> Payment:
    fields = {"amount": OUTING_PRICE, "method": PaymentMethod.CASH, "household": home, **fields}
    return ledger.add(Payment(number=f"S-2021-{rank:03d}", on=outing.day - timedelta(days=4), session=outing, **fields))
