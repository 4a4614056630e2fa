from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.figures.figure import Figure, Part, Period, Request
from reporting.masking import NOT_TOLD, Mask

YEAR = Period.year(2021)
SMALL = "<\u00a05"


def make_figure(
    value, parts=(), *, where=None, by=(), measure="people", unit="people", adds_up=True, heads=None, **request
) -> Figure:
    """`parts`: (keys, value), or (keys, value, heads) of a mean."""
    return Figure(
        request=Request(measure, YEAR, where or {}, list(by), **request),
        unit=unit,
        period=YEAR,
        value=value,
        parts=[Part(*part) for part in parts],
        unknown=0,
        adds_up=adds_up,
        question="",
        method="",
        heads=heads,
    )


def by_sex(girls, boys, unknown=0, **options):
    parts = [({"sex": "F"}, girls), ({"sex": "M"}, boys), ({"sex": None}, unknown)]
    return make_figure(girls + boys + unknown, [part for part in parts if part[1]], by=["sex"], **options)


def texts(mask, figure) -> list[str | None]:
    return [mask.shown(figure), *(mask.shown(figure, part) for part in figure.parts)]


def test_a_small_count_hides_and_so_does_the_one_that_would_tell_it():
    figure = by_sex(girls=3, boys=20)

    mask = Mask([figure])

    assert texts(mask, figure) == [None, SMALL, NOT_TOLD]


def test_two_small_counts_protect_each_other():
    figure = by_sex(girls=3, boys=4)

    mask = Mask([figure])

    assert texts(mask, figure) == [None, SMALL, SMALL]


def test_two_counts_at_their_highest_are_deduced_from_their_sum():
    figure = by_sex(girls=4, boys=4)

    mask = Mask([figure])

    assert texts(mask, figure) == [NOT_TOLD, SMALL, SMALL]


def test_a_reader_who_knows_that_the_second_cell_is_not_small_cannot_use_it():
    figure = by_sex(girls=1, boys=5)

    mask = Mask([figure])

    assert texts(mask, figure) == [NOT_TOLD, SMALL, NOT_TOLD]


def test_zero_is_shown():
    figure = make_figure(12, [({"sex": "F"}, 0), ({"sex": "M"}, 12)], by=["sex"])

    mask = Mask([figure])

    assert texts(mask, figure) == [None, None, None]
    assert mask.shown(make_figure(0)) is None


@pytest.mark.parametrize("unit", ["sessions", "outings", "stays", "days", "hours", "meetings", "seats", "staff"])
def test_what_is_not_people_is_never_masked(unit):
    figure = make_figure(2, [({"sector": "enfance"}, 1), ({"sector": "jeunesse"}, 1)], by=["sector"], unit=unit)

    mask = Mask([figure])

    assert texts(mask, figure) == [None, None, None]


def test_a_cell_shown_with_a_reason_stays_and_hides_nothing_else():
    figure = by_sex(girls=3, boys=20)
    girls = figure.part_request(figure.parts[0])

    mask = Mask([figure], shown={girls.cell})

    assert texts(mask, figure) == [None, None, None]


def test_the_threshold_is_the_centres():
    figure = by_sex(girls=8, boys=30)

    mask = Mask([figure], threshold=10)

    assert texts(mask, figure) == [None, "<\u00a010", NOT_TOLD]


def test_figures_printed_on_different_pages_do_not_tell_each_other():
    club = {"activity": ["club"]}
    total = make_figure(23, where=club)
    girls = make_figure(3, where=club | {"sex": ["F"]})
    boys = make_figure(20, where=club | {"sex": ["M"]})

    mask = Mask([total, girls, boys])

    assert [mask.shown(one) for one in (total, girls, boys)] == [None, SMALL, NOT_TOLD]


def test_a_count_that_only_a_subtraction_gives_is_protected():
    total, women = make_figure(30), make_figure(29, where={"sex": ["F"]})

    mask = Mask([total, women])

    assert [mask.shown(total), mask.shown(women)] == [None, NOT_TOLD]


def test_age_bands_that_overlap_are_not_added():
    total = make_figure(20)
    figures = [make_figure(10, where={"age": ["11-15"]}), make_figure(9, where={"age": ["14-17"]})]

    mask = Mask([total, *figures])

    assert [mask.shown(one) for one in (total, *figures)] == [None, None, None]


def test_parts_that_overlap_still_cover_the_whole():
    parts = [({"school_period": "holiday"}, 19), ({"school_period": "term_other"}, 4)]
    figure = make_figure(23, parts, by=["school_period"], adds_up=False)

    mask = Mask([figure])

    assert texts(mask, figure) == [None, NOT_TOLD, SMALL]


def test_overlap_itself_protects():
    parts = [({"school_period": "holiday"}, 18), ({"school_period": "term_other"}, 4), ({"school_period": None}, 9)]
    figure = make_figure(23, parts, by=["school_period"], adds_up=False)

    mask = Mask([figure])

    assert texts(mask, figure) == [None, None, SMALL, None]


def test_a_part_tells_how_few_are_in_the_others_only():
    parts = [({"school_period": "holiday"}, 22), ({"school_period": "term_other"}, 8)]
    figure = make_figure(23, parts, by=["school_period"], adds_up=False)

    mask = Mask([figure])

    assert texts(mask, figure) == [None, NOT_TOLD, None]


# Filters inside filters: what the wider figure counts more is a count as well.


def widened(narrow: dict, narrow_value: int, wide: dict, wide_value: int, **options) -> list[str | None]:
    figures = [make_figure(narrow_value, where=narrow, **options), make_figure(wide_value, where=wide, **options)]
    mask = Mask(figures)
    return [mask.shown(figure) for figure in figures]


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ({"activity": ["a"]}, {"activity": ["a", "b"]}),
        ({"activity": ["a"]}, {}),
        ({"activity": ["a"], "sex": ["F"]}, {"activity": ["b", "a"], "sex": ["F"]}),
        ({"age": ["11-13", "15"]}, {"age": ["11-15"]}),
        ({"age_band": ["75+"]}, {"age_band": ["60-74", "75+"]}),
        ({"school_period": ["term_wednesday"]}, {"school_period": ["term"]}),
    ],
)
def test_the_narrower_of_two_figures_hides_when_few_part_them(narrow, wide):
    assert widened(narrow, 63, wide, 66) == [NOT_TOLD, None]
    assert widened(narrow, 63, wide, 68) == [None, None]
    assert widened(narrow, 63, wide, 63) == [None, None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"activity": ["a", "c"]}, {"activity": ["a", "b"]}),
        ({"activity": ["a"], "sex": ["F"]}, {"activity": ["a", "b"], "sex": ["M"]}),
        ({"age": ["11-16"]}, {"age": ["11-15"]}),
        ({"age": [None]}, {"age": ["11-15"]}),
        ({"school_period": ["holiday"]}, {"school_period": ["term"]}),
    ],
)
def test_figures_that_do_not_contain_each_other_tell_nothing(one, other):
    assert widened(one, 63, other, 66) == [None, None]


def test_sessions_part_by_few_without_harm():
    assert widened({"activity": ["a"]}, 63, {}, 66, measure="sessions", unit="sessions") == [None, None]


def test_two_years_are_not_parted():
    before = make_figure(63, where={"activity": ["a"]})
    before = replace(before, request=replace(before.request, period=Period.year(2020)))

    assert Mask([before, make_figure(66)]).shown(before) is None


GROUPS = ["a", "b", "c"]
# Who comes where: one set of activities a person.
comings = st.lists(st.sets(st.sampled_from(GROUPS), min_size=1), max_size=25)
filters = st.lists(st.sets(st.sampled_from(GROUPS), min_size=1), min_size=1, max_size=5)


@given(comings, filters)
def test_no_two_figures_shown_are_parted_by_few(people, asked):
    asked = list({frozenset(groups): groups for groups in asked}.values())
    figures = [
        make_figure(sum(bool(person & groups) for person in people), where={"activity": sorted(groups)})
        for groups in asked
    ]

    mask = Mask(figures)

    told = [(groups, figure.value) for groups, figure in zip(asked, figures, strict=True) if not mask.shown(figure)]
    gaps = [wide - narrow for inside, narrow in told for around, wide in told if inside < around]
    assert [gap for gap in gaps if 1 <= gap <= 4] == []


# Means


def make_mean(heads, parts=(), *, value="9.5", **options):
    parts = [({"sex": sex}, Decimal(value), part_heads) for sex, part_heads in parts]
    return make_figure(
        Decimal(value) if heads else None,
        parts,
        by=["sex"] if parts else [],
        measure="average_age",
        unit="years",
        adds_up=False,
        heads=heads,
        **options,
    )


@pytest.mark.parametrize(("heads", "expected"), [(0, None), (1, NOT_TOLD), (4, NOT_TOLD), (5, None)])
def test_a_mean_hides_with_the_count_of_people_it_is_over(heads, expected):
    figure = make_mean(heads, where={"sex": ["F"]})

    mask = Mask([figure])

    assert (mask.shown(figure), mask.has_untold) == (expected, expected == NOT_TOLD)


def test_a_mean_over_few_is_not_worked_out_from_the_whole_and_the_others():
    figure = make_mean(23, [("F", 3), ("M", 20)])

    mask = Mask([figure])

    assert texts(mask, figure) == [None, NOT_TOLD, NOT_TOLD]


def test_a_mean_over_a_few_more_hides_as_a_count_does():
    narrow, wide = make_mean(63, where={"activity": ["a"]}), make_mean(66)

    mask = Mask([narrow, wide])

    assert [mask.shown(narrow), mask.shown(wide)] == [NOT_TOLD, None]


def test_people_without_a_birth_date_are_counted_in_small_too():
    figure = replace(make_mean(20), unknown=3)

    assert Mask([figure]).shown_unknown(figure) == SMALL


def test_a_mean_over_few_is_shown_with_a_reason():
    figure = make_mean(3, where={"sex": ["F"]})

    assert Mask([figure], shown={figure.request.cell}).shown(figure) is None


def make_share(numerator, denominator, **request):
    figure = make_figure(100 * numerator // denominator, measure="share", unit="percent", of="people", **request)
    return replace(figure, numerator=numerator, denominator=denominator)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(3, 60, NOT_TOLD), (57, 60, NOT_TOLD), (30, 60, None), (0, 60, None), (60, 60, None), (2, 4, NOT_TOLD)],
)
def test_a_percentage_hides_with_the_counts_that_it_tells(numerator, denominator, expected):
    share = make_share(numerator, denominator, part={"sex": ["F"]})

    assert Mask([share]).shown(share) == expected


def test_a_percentage_hides_with_a_hidden_numerator():
    figure = by_sex(girls=3, boys=60)
    share = make_share(60, 63, part={"sex": ["M"]})

    mask = Mask([figure, share])

    assert texts(mask, figure) == [None, SMALL, NOT_TOLD]
    assert mask.shown(share) == NOT_TOLD


def test_the_unknown_hides_with_its_part():
    figure = by_sex(girls=10, boys=9, unknown=2)
    figure = replace(figure, unknown=2)

    mask = Mask([figure])

    assert mask.shown_unknown(figure) == SMALL
    assert texts(mask, figure) == [None, None, NOT_TOLD, SMALL]


# The attacker by brute force: every whole table that agrees with all that is shown.

AGES = ["0-6", "7-10", "11-14"]
SEXES = ["F", "M"]


def published(table: Sequence[Sequence[int]], with_margins: bool):
    """The figures of a crossed table, each cell and margin with its true value and its figure."""
    cells = {(sex, age): table[s][a] for s, sex in enumerate(SEXES) for a, age in enumerate(AGES[: len(table[0])])}
    crossed = make_figure(
        sum(cells.values()),
        [({"sex": sex, "age_band": age}, count) for (sex, age), count in cells.items() if count],
        by=["sex", "age_band"],
    )
    figures = [crossed]
    if with_margins:
        for split, index in (("sex", 0), ("age_band", 1)):
            sums = {}
            for keys, count in cells.items():
                sums[keys[index]] = sums.get(keys[index], 0) + count
            parts = [({split: value}, count) for value, count in sums.items() if count]
            figures.append(make_figure(crossed.value, parts, by=[split]))
    return cells, figures


def what_is_seen(mask, figures) -> list[tuple[dict, int, str | None]]:
    seen = [({}, figures[0].value, mask.shown(figures[0]))]
    for figure in figures:
        seen += [(part.keys, part.value, mask.shown(figure, part)) for part in figure.parts]
    return seen


def agrees(candidate: dict, seen) -> bool:
    # « n. c. » stands for 5 or more, unless all the table is small.
    lowest = 5 if all(value >= 5 for _, value, text in seen if text == NOT_TOLD) else 1
    for keys, value, text in seen:
        total = sum(
            count
            for (sex, age), count in candidate.items()
            if keys.get("sex", sex) == sex and keys.get("age_band", age) == age
        )
        if (
            text is None
            and total != value
            or text == SMALL
            and not 1 <= total <= 4
            or text == NOT_TOLD
            and total < lowest
        ):
            return False
    return True


def possible_values(cells: dict, seen) -> list[set[int]]:
    """For each small count, published as a cell or as a margin, the values that no shown number excludes."""
    hidden = {(keys["sex"], keys["age_band"]): text for keys, _, text in seen if len(keys) == 2 and text}
    ranges = [
        range(1, 5) if hidden.get(cell) == SMALL else range(1, count + 8) if cell in hidden else [count]
        for cell, count in cells.items()
    ]
    tables = [dict(zip(cells, counts, strict=True)) for counts in product(*ranges)]
    tables = [table for table in tables if agrees(table, seen)]
    return [{table[cell] for table in tables} for cell in hidden if cells[cell] < 5]


counts = st.one_of(st.integers(0, 5), st.integers(0, 9))
tables = st.integers(1, 3).flatmap(
    lambda ages: st.lists(st.lists(counts, min_size=ages, max_size=ages), min_size=2, max_size=2)
)


@settings(max_examples=150, deadline=None)
@given(tables, st.booleans())
def test_no_small_count_can_be_worked_out(table, with_margins):
    cells, figures = published(table, with_margins)

    mask = Mask(figures)

    assert all(len(values) > 1 for values in possible_values(cells, what_is_seen(mask, figures)))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_every_small_count_is_masked_and_every_zero_shown(values):
    parts = [({"school": f"École {index}"}, value) for index, value in enumerate(values)]
    figure = make_figure(sum(values), parts, by=["school"])

    mask = Mask([figure])

    for part in figure.parts:
        assert (mask.shown(figure, part) is None) <= (part.value == 0 or part.value > 4)
        assert (mask.shown(figure, part) == SMALL) <= (1 <= part.value <= 4)
        if part.value == 0:
            assert mask.shown(figure, part) is None


def test_a_whole_report_is_masked_in_little_time():
    schools = [({"school": f"École {index}"}, 1 + index % 7) for index in range(40)]
    figure = make_figure(sum(value for _, value in schools), schools, by=["school"])

    mask = Mask([figure])

    assert mask.shown(figure, figure.parts[0]) == SMALL
