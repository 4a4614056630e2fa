import random
import string

import pytest

from members.models import Person
from members.search import find, folded
from reporting.bench.large_centre import FIRST_NAMES, LAST_NAMES
from tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _people():
    for last_name, first_name, year in [
        ("Ben-Ali", "Inès", 2009),
        ("Benali", "Inaya", 2012),
        ("Dupont", "Zoé", 2009),
        ("Œuvrard", "François", 1980),
    ]:
        make_person(last_name=last_name, first_name=first_name, birth_year=year)


def found(words) -> list[str]:
    return [str(person) for person in find(Person.objects.all(), words)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ines ben ali", ["Inès Ben-Ali"]),
        ("BEN ALI Inès", ["Inès Ben-Ali"]),
        ("benlai", ["Inaya Benali"]),
        ("dupond zoe", ["Zoé Dupont"]),
        ("zo dup", ["Zoé Dupont"]),
        ("oeuvrard", ["François Œuvrard"]),
        ("francios", ["François Œuvrard"]),
        ("duponr 2009", ["Zoé Dupont"]),
        ("dupont 2010", []),
        ("2009", ["Inès Ben-Ali", "Zoé Dupont"]),
        ("zzzz", []),
        ("", []),
    ],
)
def test_a_name_is_found_as_it_is_heard(words, names):
    assert found(words) == names


def test_the_nearest_comes_first():
    make_person(last_name="Dupond", first_name="Marc")

    assert found("dupond") == ["Marc Dupond", "Zoé Dupont"]


def test_letters_of_elsewhere_are_folded():
    assert [folded(name) for name in ("Łukasz Ø", "Işık", "N’Guyễn", "Straße")] == [
        "lukasz o", "isik", "n guyen", "strasse",
    ]  # fmt: skip


def with_a_typo(name: str, dice: random.Random) -> str:
    """One letter left out, doubled, changed, or two exchanged."""
    at = dice.randrange(1, len(name) - 1)
    changed = dice.choice(string.ascii_lowercase)
    return dice.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + changed + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )


def test_the_right_person_is_among_the_first_three_for_95_of_100_typos(django_assert_num_queries):
    dice = random.Random(2021)
    syllables = [start + vowel for start in "bdfglmnrstv" for vowel in ("a", "e", "i", "o", "ou")]
    names = {"".join(dice.sample(syllables, 3)).capitalize() for _ in range(2_000)}
    Person.objects.bulk_create(
        Person(last_name=name, first_name=dice.choice(FIRST_NAMES), birth_year=dice.randrange(1940, 2020))
        for name in [*names, *LAST_NAMES]
    )
    asked = dice.sample(list(Person.objects.filter(last_name__in=names)), 200)

    right = 0
    for person in asked:
        with django_assert_num_queries(2):
            nearest = find(Person.objects.all(), f"{with_a_typo(person.last_name, dice)} {person.first_name}", most=3)
        right += person in nearest

    assert right >= 190
