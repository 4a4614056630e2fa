"""Completing files, moving in and out of households. Days are local; places are half-open ``[from_on, to_on)``."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery

from centre.models import User
from centre.operations import leave_trace
from members.models import Household, HouseholdMember, Person


@transaction.atomic
def move_in(
    *,
    person: Person,
    household: Household,
    role: str,
    from_on: date,
    to_on: date | None = None,
    is_main: bool = True,
    by: User | None,
) -> HouseholdMember:
    """Give a person a place in a household. Raises ValidationError when they would have two main homes."""
    lock_homes_of(person)
    place = HouseholdMember(
        person=person, household=household, role=role, from_on=from_on, to_on=to_on, is_main=is_main
    )
    refuse_two_main_homes(place)
    place.full_clean()
    place.save()
    leave_trace(by=by, action="changed", record=household)
    return place


@transaction.atomic
def complete_person(*, person: Person, by: User, **fields) -> Person:
    """What a file opened in two words still lacked."""
    for name, value in fields.items():
        setattr(person, name, value)
    person.save(update_fields=[*fields])
    leave_trace(by=by, action="person_completed", record=person)
    return person


@transaction.atomic
def end_stay(*, place: HouseholdMember, to_on: date, by: User | None) -> HouseholdMember:
    """Close a place: `to_on` is the first day the person no longer lives there."""
    lock_homes_of(place.person)
    place.to_on = to_on
    # Closing later than before could reach the next main home.
    refuse_two_main_homes(place)
    place.full_clean()
    place.save(update_fields=["to_on"])
    leave_trace(by=by, action="changed", record=place.household)
    return place


def main_home_on(person: Person, day: date) -> HouseholdMember | None:
    return person.homes.on(day).filter(is_main=True).select_related("household").first()


def capture_household(person: Person, day: date) -> Household | None:
    """The household the person came from that day: what an attendance keeps for ever."""
    home = main_home_on(person, day)
    return home.household if home else None


def main_household(person: str, day: date) -> Subquery:
    """The same for many, inside the query that reads them: `person` is where that query holds their number."""
    homes = HouseholdMember.objects.on(day).filter(is_main=True, person=OuterRef(person))
    return Subquery(homes.values("household")[:1])


def lock_homes_of(person: Person) -> None:
    """Two desks that move the same person wait for each other, until the end of the transaction."""
    Person.objects.select_for_update().get(pk=person.pk)


def refuse_two_main_homes(place: HouseholdMember) -> None:
    if not place.is_main:
        return
    others = HouseholdMember.objects.filter(person=place.person, is_main=True).exclude(pk=place.pk)
    other = others.overlapping(place.from_on, place.to_on or date.max).select_related("household").first()
    if other:
        raise ValidationError(
            f"{place.person} a déjà un foyer principal sur ces jours\u00a0: «\u00a0{other.household}\u00a0», "
            f"{_days_of(other)}. Notez d’abord son départ de ce foyer, ou ajoutez le nouveau foyer comme second foyer.",
            code="two_main_homes",
        )


def _days_of(place: HouseholdMember) -> str:
    if place.to_on is None:
        return f"depuis le {place.from_on:%d/%m/%Y}"
    return f"du {place.from_on:%d/%m/%Y} au {place.to_on:%d/%m/%Y} non compris"
