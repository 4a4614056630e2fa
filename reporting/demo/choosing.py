"""Choosing residents by age and sex."""

from collections.abc import Callable, Iterable
from random import Random

from reporting.demo.people import Resident


def draw(
    dice: Random, residents: Iterable[Resident], count: int, fits: Callable[[Resident], bool] = lambda resident: True
) -> list[Resident]:
    return dice.sample([resident for resident in residents if fits(resident)], count)


def aged(low: int, high: int) -> Callable[[Resident], bool]:
    """Both ends included, on the last day of the year, by a whole birth date."""
    return lambda resident: resident.person.birth_date is not None and low <= resident.age <= high


def of_sex(sex: str) -> Callable[[Resident], bool]:
    return lambda resident: resident.sex == sex
