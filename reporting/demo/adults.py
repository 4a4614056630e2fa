"""The neighbours who come without children: people alone, couples, young adults who live with a parent."""

from datetime import date

from members.models import Sex
from reporting.demo.families import Neighbourhood
from reporting.demo.ledger import Ledger
from reporting.demo.people import Family, Resident, Town

HOUSEHOLDS = 440
# Ages on the last day of the year, and how often each: many seniors, many between two jobs.
AGES = [(18, 29, 24), (30, 44, 20), (45, 54, 20), (55, 64, 18), (65, 91, 18)]
# What the desk does not always know: one household in so many has someone without a birth date, with a year only,
# without a sex.
WITHOUT_BIRTH_DATE, BIRTH_YEAR_ONLY, WITHOUT_SEX = 31, 37, 61


def build(ledger: Ledger, town: Town, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("adults")
    for rank in range(HOUSEHOLDS):
        low, high, _ = dice.choices(AGES, [weight for *_, weight in AGES])[0]
        born = town.birthday(2021 - dice.randint(low + 1, high))
        family = Family(town.household(town.last_name()))
        sex = "" if rank % WITHOUT_SEX == 13 else dice.choice([Sex.FEMALE, Sex.MALE])
        family.adults.append(_adult(town, family, sex, born, rank))
        if sex and dice.random() < 0.3:
            _second(town, family, sex, born)
        neighbourhood.adults += family.adults


def _adult(town: Town, family: Family, sex: str, born: date, rank: int) -> Resident:
    name = family.home.name
    if rank % WITHOUT_BIRTH_DATE == 7:
        return town.adult(family.home, name, sex, None, is_to_complete=True)
    if rank % BIRTH_YEAR_ONLY == 11:
        is_estimated = rank % 2 == 0
        return town.adult(family.home, name, sex, None, birth_year=born.year, is_birth_year_estimated=is_estimated)
    return town.adult(family.home, name, sex, born)


def _second(town: Town, family: Family, sex: str, born: date) -> None:
    """The spouse, or the grown-up child of someone old enough."""
    other = Sex.MALE if sex == Sex.FEMALE else Sex.FEMALE
    if born.year < 1976 and town.dice.random() < 0.5:
        born, other = town.birthday(min(born.year + town.dice.randint(22, 34), 2002)), town.dice.choice([sex, other])
    family.adults.append(town.adult(family.home, family.home.name, other, born))
