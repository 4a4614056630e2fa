import time
from statistics import median

import pytest

from members.models import Person
from members.search import find, folded
from reporting.bench.misspelling import made_up_people, misspelt_queries
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


@pytest.mark.parametrize(
    "words", ["benali ines", "inesbenali", "benaliines", "ines ben alli", "dupontzoe", "zeo dupont"]
)
def test_a_space_is_a_letter_like_another(words):
    right = "Zoé Dupont" if "dupont" in words else "Inès Ben-Ali"

    assert found(words)[0] == right


def test_a_name_too_short_to_be_searched_with_a_typo_is_found_whole():
    make_person(last_name="Roy", first_name="Guy", usual_name="Li")

    assert [found(words) for words in ("gy roy", "roy guuy", "guy lo", "gy", "roi")] == [["Guy Li"]] * 3 + [[]] * 2


def test_the_right_person_is_among_the_first_three_for_95_of_100_typos(django_assert_num_queries):
    Person.objects.bulk_create(made_up_people(10_000), batch_size=500)
    find(Person.objects.all(), "jean martin")  # the first search of a process spells every name
    right, took = 0, []

    for query in misspelt_queries(Person.objects.all(), 200):
        started = time.perf_counter()
        with django_assert_num_queries(2):
            nearest = find(Person.objects.all(), query.words, most=3)
        took.append(time.perf_counter() - started)
        right += query.meant in nearest

    assert right >= 190
    # Three times the goal of 50 ms, for a machine that does something else at the same time.
    assert median(took) <= 0.150
