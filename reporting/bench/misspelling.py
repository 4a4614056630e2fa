"""Made-up people, and what is typed to find them: their names in any order, without accents, one letter wrong."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from django.db.models import QuerySet
from faker import Faker

from members.models import Person
from members.search import folded


@dataclass(frozen=True)
class Query:
    words: str
    meant: Person


def made_up_people(count: int, seed: int = 2021) -> Iterator[Person]:
    """Unsaved, the same at each run."""
    fake, dice = Faker("fr_FR"), random.Random(seed)
    fake.seed_instance(seed)
    for _ in range(count):
        yield Person(
            last_name=fake.last_name(), first_name=fake.first_name(), birth_year=dice.randrange(1940, 2020), sex=""
        )


def misspelt_queries(people: QuerySet[Person], count: int, seed: int = 2021) -> Iterator[Query]:
    dice = random.Random(seed)
    meant = dice.sample(list(people.order_by("pk").values_list("pk", flat=True)), count)
    for person in people.in_bulk(meant).values():
        names = dice.sample([person.first_name, person.last_name], 2)
        yield Query(misspelt(folded(" ".join(names)), dice), person)


def misspelt(words: str, dice: random.Random) -> str:
    """One letter, or the space between two words, too many, left out, taken for another or for its neighbour."""
    wrong = words
    while wrong == words:
        at, letter = dice.randrange(len(words)), dice.choice(ascii_lowercase)
        before, here, after = words[:at], words[at], words[at + 1 :]
        wrong = dice.choice(
            [
                before + letter + here + after,
                before + after,
                before + letter + after,
                before + after[:1] + here + after[1:],
            ]
        )
    return wrong
