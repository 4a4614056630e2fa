"""Which of the 120 young people came to what: 44 girls and 76 boys, told by their rank.

97 came in the holidays and 82 in term, 69 of them in both; ten were seen in prevention only.
"""

from datetime import date
from random import Random

from members.models import Sex

GIRLS, BOYS = 44, 76

HOLIDAYS = (range(31), range(66))
TERM = (range(14, 38), range(14, 72))
SUPPORTED = ((*range(38, 44), *range(11)), (*range(72, 76), *range(21)))
PREVENTION_GROUP = (range(20, 42), range(50, 73))
STAY = (range(5, 17), range(5, 23))
FILM = (range(22, 26), range(30, 36))  # came in the holidays and in term
HOMEWORK = (range(14, 24), range(24, 38))
MEDIA = (range(26, 34), range(40, 48))
# Of those supported, 16 to 18 years old on the last day of the year; the first ones are 18.
OLDER = ((38, 39, 40, 0, 1), (72, 73, 0, 1, 2, 3, 4, 74))
GROWN_UP = ((38,), (72, 73))
# One day apart, on both sides of a sixteenth birthday.
ON_THE_EDGE = {(0, 1): date(2005, 12, 31), (1, 75): date(2006, 1, 1)}


def births(dice: Random) -> list[tuple[str, date]]:
    """Sex and birth date of each, girls first."""
    return [
        (sex, ON_THE_EDGE.get((side, rank)) or _birth(dice, side, rank))
        for side, (sex, count) in enumerate([(Sex.FEMALE, GIRLS), (Sex.MALE, BOYS)])
        for rank in range(count)
    ]


def _birth(dice: Random, side: int, rank: int) -> date:
    if rank in GROWN_UP[side]:
        years = [2003]
    elif rank in OLDER[side]:
        years = [2004, 2005]
    elif rank in SUPPORTED[side] or rank in HOMEWORK[side]:
        years = [2006, 2007, 2008, 2009]
    else:
        years = [2004, 2005, 2006, 2007, 2008, 2009, 2009, 2010]
    return date(dice.choice(years), dice.randint(1, 12), dice.randint(1, 28))
