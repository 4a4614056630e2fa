"""What the engine promises beside the values: few statements, half up, and words for every measure."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from centre.periods import Period
from reporting.figures import Request, facts, measure_all
from reporting.figures.cube import Cube
from reporting.figures.house import House
from reporting.figures.measures import MEASURES
from reporting.figures.rounding import rounded
from tests.reporting.figures.contract import TAKES

YEAR = Period.year(2021)


def statements(requests) -> int:
    with CaptureQueriesContext(connection) as queries:
        measure_all(requests)
    return len(queries)


@pytest.mark.django_db
@pytest.mark.parametrize("name", TAKES)
def test_a_figure_takes_three_statements_at_most(example, name):
    splits = TAKES[name]
    pairs = [[first, second] for first, second in zip(splits, reversed(splits), strict=True) if first != second]
    by = [[], *([split] for split in splits), *pairs]

    counted = {tuple(by): statements([Request(name, YEAR, {}, by)]) for by in by}

    assert {by: count for by, count in counted.items() if count > 3} == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("columns", "sums", "rows"),
    [(["person"], [], 5 + 1), (["person"], ["n"], 5 + 1), ([], ["n"], 1), (["sex"], ["n"], 5 + 2)],
    ids=["people", "attendances of each", "all attendances", "sexes, with whose they are"],
)
def test_the_database_groups_what_a_figure_reads(example, columns, sums, rows):
    """Five people, and two aliases: never a row for each of the fourteen attendances."""
    cube = Cube(facts.ATTENDANCES, YEAR, columns, sums, House())

    assert len(cube.rows) == rows


@pytest.mark.django_db
def test_every_measure_of_the_year_in_one_batch_takes_under_forty(example):
    requests = [Request(name, YEAR, {}, list(by)) for name in TAKES for by in [(), *((s,) for s in TAKES[name])]]

    assert statements(requests) < 40


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 2))
def test_rounding_is_half_up_from_the_exact_number(exact, places):
    step = Fraction(1, 10**places)
    found = Fraction(rounded(exact, places))

    assert found % step == 0
    assert -step / 2 < found - exact <= step / 2


@pytest.mark.parametrize(
    ("exact", "places", "written"),
    [(Fraction(1, 2), 0, "1"), (Fraction(5, 2), 0, "3"), (Fraction(1, 8), 2, "0.13"), (Fraction(61, 20), 1, "3.1")],
)
def test_a_half_goes_up(exact, places, written):
    assert rounded(exact, places) == Decimal(written)


def test_nothing_stays_nothing():
    assert rounded(None, 1) is None


@pytest.mark.parametrize("name", TAKES)
def test_each_measure_carries_its_question_and_its_method(name):
    measure = MEASURES[name]

    assert measure.question.endswith("?")
    assert re.fullmatch(r"(?:100 ×|[A-ZÀÉ]).{25,}\.", measure.method, re.DOTALL)


def test_the_registry_declares_the_measures_of_the_table_and_no_other():
    assert {name: set(measure.takes) for name, measure in MEASURES.items()} == {
        name: set(splits) for name, splits in TAKES.items()
    }
