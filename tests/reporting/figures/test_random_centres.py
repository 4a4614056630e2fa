"""Over random centres, the engine and the recount give the same value, parts and unknowns to every question."""

from contextlib import contextmanager
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from centre.periods import Period
from reporting.figures import FigureRefused, Request, measure, measure_all
from tests.reporting.figures.agreement import answered, disagreements
from tests.reporting.figures.centres import Builder
from tests.reporting.figures.contract import COUNTS, MEASURES, TAKES
from tests.reporting.figures.questions import ask, values_of
from tests.reporting.figures.records import Records

pytestmark = pytest.mark.django_db

YEAR = Period.year(2021)
EVERY_SPLIT = sorted({split for splits in TAKES.values() for split in splits})
chances = st.randoms(use_true_random=False)


def examples(count):
    """The same examples at each run: a failure is the code's, never the day's."""
    return settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],  # a centre shrinks for minutes, and the question that differs says enough
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    )


@contextmanager
def a_centre(draw):
    """Built, read whole for the recount, and gone afterwards."""
    with transaction.atomic():
        Builder(draw).build()
        yield Records()
        transaction.set_rollback(True)


@examples(8)
@given(draw=chances)
def test_every_measure_agrees_under_every_split(draw):
    requests = [Request(name, YEAR, {}, [split]) for name in MEASURES for split in TAKES[name]]
    requests += [Request(name, YEAR) for name in MEASURES]
    with a_centre(draw) as records:
        figures = measure_all(requests)

        assert disagreements(requests, figures, records) == []


@examples(6)
@given(draw=chances)
def test_every_measure_agrees_under_every_value_of_every_filter(draw):
    with a_centre(draw) as records:
        requests = [
            Request(name, YEAR, {split: [value]})
            for name in MEASURES
            for split in TAKES[name]
            for value in values_of(records, name, split)
        ]

        figures = measure_all(requests)

        assert disagreements(requests, figures, records) == []


@examples(24)
@given(draw=chances)
def test_random_questions_agree(draw):
    """Up to two filters and two splits over periods that begin and end anywhere; shares too."""
    with a_centre(draw) as records:
        requests = [ask(draw, records) for _ in range(25)]

        figures = measure_all(requests)

        assert disagreements(requests, figures, records) == []


@examples(10)
@given(draw=chances)
def test_a_part_equals_the_figure_filtered_to_it(draw):
    with a_centre(draw) as records:
        split_figures = measure_all([ask(draw, records) for _ in range(25)])
        parts = [(figure.part_request(part), part.value) for figure in split_figures for part in figure.parts]

        filtered = measure_all([request for request, _ in parts])

        differing = [
            (request, value, figure.value)
            for (request, value), figure in zip(parts, filtered, strict=True)
            if figure.value != value
        ]
        assert differing == []


@examples(8)
@given(draw=chances)
def test_parts_that_add_up_sum_to_the_value(draw):
    """Counts sum exactly; hours and euros to the cent that each part may be rounded by."""
    with a_centre(draw) as records:
        figures = [figure for figure in measure_all([ask(draw, records) for _ in range(40)]) if figure.adds_up]

        for figure in figures:
            gap = abs(sum(part.value for part in figure.parts) - figure.value) if figure.request.by else 0
            rounding = 0 if figure.measure in COUNTS else Decimal("0.005") * len(figure.parts)
            assert gap <= rounding, figure


@examples(8)
@given(draw=chances)
def test_a_batch_says_what_each_figure_says_alone_in_any_order(draw):
    with a_centre(draw) as records:
        requests = [ask(draw, records) for _ in range(15)]
        shuffled = draw.sample(requests, len(requests))
        alone = [measure_all([request])[0] for request in requests]

        together, other_way = measure_all(requests), measure_all(shuffled)

        assert [answered(figure) for figure in together] == [answered(figure) for figure in alone]
        assert [figure.request for figure in together] == requests
        assert [answered(figure) for figure in other_way] == [
            answered(together[requests.index(request)]) for request in shuffled
        ]


REFUSED = [(name, split) for name in MEASURES for split in EVERY_SPLIT if split not in TAKES[name]]


@pytest.mark.parametrize("name", MEASURES)
def test_a_split_outside_the_table_is_refused_with_the_list_of_what_the_measure_takes(name):
    for split in [split for measure_name, split in REFUSED if measure_name == name]:
        with pytest.raises(FigureRefused) as as_split:
            measure(name, period=YEAR, by=[split])
        with pytest.raises(FigureRefused) as as_filter:
            measure(name, period=YEAR, where={split: [None]})

        for refusal in (as_split, as_filter):
            assert [taken for taken in TAKES[name] if taken not in str(refusal.value)] == []
