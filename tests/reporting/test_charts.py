from decimal import Decimal
from xml.etree import ElementTree

import pytest

from reporting.charts import ChartRow, draw, weave
from reporting.charts.svg import cut, text_width, wrap
from reporting.charts.weave import share_out
from reporting.figures.figure import Figure, Part, Period, Request
from reporting.masking import Mask

SVG = "{http://www.w3.org/2000/svg}"
NBSP, THIN = "\u00a0", "\u202f"
YEAR = Period.year(2021)


def make_figure(parts, by=("school",), unit="people", value=None, measure="people") -> Figure:
    parts = [Part(dict(zip(by, keys if isinstance(keys, tuple) else (keys,), strict=True)), n) for keys, n in parts]
    total = sum(part.value for part in parts) if value is None else value
    request = Request(measure, YEAR, {}, list(by))
    return Figure(request, unit, YEAR, total, parts, 0, True, "Combien de personnes ?", "")


def read(chart) -> ElementTree.Element:
    return ElementTree.fromstring(chart.svg)


def words_of(chart) -> list[str]:
    return [element.text for element in read(chart).iter(f"{SVG}text")]


def bars_of(chart) -> list[float]:
    return [float(bar.get("width")) for bar in read(chart).iter(f"{SVG}rect") if bar.get("class") == "chart-bar"]


def test_bars_carry_their_labels_and_values_sorted():
    figure = make_figure([("Voltaire", 12), ("Pascal", 30), ("Triolet", 21)])

    chart = draw(figure, title="Les écoles")

    assert words_of(chart) == ["Pascal", "30", "Triolet", "21", "Voltaire", "12"]
    assert chart.rows == [ChartRow("Pascal", ["30"]), ChartRow("Triolet", ["21"]), ChartRow("Voltaire", ["12"])]
    assert chart.sentence == f"Au total, 63{NBSP}personnes{THIN}; le plus haut{NBSP}: Pascal (30)."


def test_bars_begin_at_zero_and_keep_proportions():
    chart = draw(make_figure([("a", 40), ("b", 10)]))

    longest, shortest = bars_of(chart)

    assert longest / shortest == pytest.approx(4, rel=0.01)


def test_what_has_an_order_of_its_own_keeps_it():
    figure = make_figure([("0-6", 3), ("7-10", 20), ("11-14", 9)], by=("age_band",))

    chart = draw(figure)

    assert [row.label for row in chart.rows] == ["0-6", "7-10", "11-14"]


def test_the_unknown_part_is_named_and_last():
    figure = make_figure([("Voltaire", 5), (None, 50), ("Pascal", 7)])

    chart = draw(figure)

    assert [row.label for row in chart.rows] == ["Pascal", "Voltaire", "Non renseigné"]


def test_the_picture_is_read_aloud():
    chart = draw(make_figure([("Pascal", 30), ("Voltaire", 12)]), title="Les écoles")

    root = read(chart)

    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Les écoles"
    assert root.find(f"{SVG}desc").text == f"Pascal{NBSP}: 30, Voltaire{NBSP}: 12"


@pytest.mark.parametrize("form", ["bars", "ring", "line", "stacked"])
def test_labels_are_text_and_never_markup(form):
    figure = make_figure([("<script>alert(1)</script>", 3), ('" onload="x', 4)])

    chart = draw(figure, form=form, title="<b>&", width=4000)

    assert "<script" not in chart.svg
    assert read(chart).find(f"{SVG}title").text == "<b>&"
    assert "<script>alert(1)</script>" in read(chart).find(f"{SVG}desc").text
    assert all(element.get("onload") is None for element in read(chart).iter())


@pytest.mark.parametrize("form", ["bars", "ring", "line", "stacked"])
def test_no_style_is_written_inline(form):
    chart = draw(make_figure([("a", 3), ("b", 4)]), form=form)

    assert all(element.get("style") is None for element in read(chart).iter())
    assert not list(read(chart).iter(f"{SVG}style"))


@pytest.mark.parametrize("form", ["bars", "ring", "line", "stacked"])
def test_nothing_to_draw_is_said(form):
    chart = draw(make_figure([]), form=form)

    assert words_of(chart) == ["Aucun chiffre sur cette période."]
    assert chart.rows == []


@pytest.mark.parametrize("form", ["bars", "ring", "line", "stacked"])
def test_one_part_and_only_zeros_are_drawn(form):
    assert draw(make_figure([("a", 7)]), form=form).rows == [ChartRow("a", ["7"])]
    assert draw(make_figure([("a", 0), ("b", 0)]), form=form).rows == [ChartRow("a", ["0"]), ChartRow("b", ["0"])]


def test_a_long_label_is_cut_on_the_picture_and_whole_in_the_table():
    long = "Permanence de la référente famille, avec ou sans rendez-vous, dans les locaux de Blanchemaille"

    chart = draw(make_figure([(long, 3), ("b", 4)]))

    assert not any(long in words for words in words_of(chart))
    assert any(words.endswith("…") for words in words_of(chart))
    assert long in [row.label for row in chart.rows]


def test_huge_numbers_stay_inside_the_picture():
    chart = draw(make_figure([("a", 12_345_678), ("b", 3)]), width=440)

    values = [element for element in read(chart).iter(f"{SVG}text") if element.get("class") == "chart-value"]

    assert values[0].text == f"12{THIN}345{THIN}678"
    assert all(float(value.get("x")) + text_width(value.text) * 0.9 <= 440 for value in values)


def test_money_keeps_its_sign_and_its_decimals():
    figure = make_figure([("a", Decimal("0.39"))], unit="eur_per_hour", value=Decimal("0.39"))

    chart = draw(figure)

    assert chart.rows == [ChartRow("a", [f"0,39{NBSP}€/h"])]


def test_a_ring_takes_two_to_four_parts():
    two = draw(make_figure([("F", 377), ("M", 287)], by=("sex",)), form="ring")
    five = draw(make_figure([(name, 5) for name in "abcde"]), form="ring")

    assert len(list(read(two).iter(f"{SVG}path"))) == 2
    assert len(bars_of(five)) == 5


def test_a_line_names_its_months_in_short():
    months = [(f"2021-{month:02d}", month) for month in range(1, 13)]

    chart = draw(make_figure(months, by=("month",)), form="line", label=lambda split, value: f"mois {value}")

    labels = [element.text for element in read(chart).iter(f"{SVG}text") if element.get("class") == "chart-soft"]
    assert labels == [
        "janv.",
        "févr.",
        "mars",
        "avril",
        "mai",
        "juin",
        "juil.",
        "août",
        "sept.",
        "oct.",
        "nov.",
        "déc.",
    ]
    assert [row.label for row in chart.rows][0] == "mois 2021-01"


def values_of(chart) -> dict[str, tuple[str, str]]:
    texts = [element for element in read(chart).iter(f"{SVG}text") if element.get("class") == "chart-value"]
    return {element.text: element.get("text-anchor") for element in texts}


def test_a_line_writes_its_values_clear_of_its_slopes():
    months = [("2021-01", 20), ("2021-02", 5), ("2021-03", 30), ("2021-04", 60), ("2021-05", 40), ("2021-06", 10)]

    chart = draw(make_figure(months, by=("month",)), form="line")

    assert values_of(chart) == {
        "20": "middle",
        "5": "middle",
        "30": "end",
        "60": "middle",
        "40": "start",
        "10": "middle",
    }


def test_a_narrow_line_keeps_its_peaks_and_hollows():
    counts = [2669, 2426, 2932, 1070, 2473, 3272, 2756, 814, 2521, 2706, 2391, 1972]
    months = [(f"2021-{month:02d}", count) for month, count in enumerate(counts, 1)]

    chart = draw(make_figure(months, by=("month",)), form="line", width=330)

    kept = [2669, 2426, 2932, 1070, 3272, 814, 2706, 1972]
    assert list(values_of(chart)) == [f"{count:,}".replace(",", THIN) for count in kept]
    labels = [element.text for element in read(chart).iter(f"{SVG}text") if element.get("class") == "chart-soft"]
    assert labels == ["janv.", "mars", "mai", "juil.", "sept.", "nov."]
    assert len(chart.rows) == 12


def test_crossed_parts_stack_and_stand_in_a_table():
    figure = make_figure(
        [(("holiday", "F"), 31), (("holiday", "M"), 66), (("term_other", "M"), 58)], by=("school_period", "sex")
    )

    chart = draw(figure, form="stacked")

    assert chart.head == ["school_period", "F", "M"]
    assert chart.rows == [ChartRow("holiday", ["31", "66"]), ChartRow("term_other", ["0", "58"])]


def test_the_longer_split_goes_down_the_page():
    bands = ["0-6", "7-10", "11-14", "15-17", "18-25"]
    figure = make_figure([((sex, band), 7) for sex in "FM" for band in bands], by=("sex", "age_band"))

    chart = draw(figure, form="stacked")

    assert chart.head == ["age_band", "F", "M"]
    assert chart.rows == [ChartRow(band, ["7", "7"]) for band in bands]


@pytest.mark.parametrize("width", [920, 330])
def test_the_key_of_segments_stays_inside_the_picture(width):
    names = {"F": "Filles et femmes", "M": "Garçons et hommes", "X": "Autre réponse possible"}
    figure = make_figure([(("0-6", sex), 40) for sex in names], by=("age_band", "sex"))

    chart = draw(figure, form="stacked", width=width, label=lambda split, value: names.get(value, value))

    texts = [element for element in read(chart).iter(f"{SVG}text") if element.text in names.values()]
    ends = [float(element.get("x")) + text_width(element.text) for element in texts]
    assert (len(ends), max(ends) <= width) == (3, True)


def test_columns_keep_their_order_when_the_first_row_misses_one():
    figure = make_figure(
        [(("a", "7-10"), 1), (("b", "0-6"), 2), (("b", "7-10"), 3), (("b", None), 1)], by=("x", "age_band")
    )

    chart = draw(figure)

    assert chart.head == ["x", "0-6", "7-10", "Non renseigné"]


@pytest.mark.parametrize("form", ["bars", "ring", "line"])
def test_a_masked_value_has_no_shape_that_tells_it(form):
    def pictures(small):
        figure = make_figure([("Pascal", 30), ("Triolet", 24 - small), ("Voltaire", small)])
        chart = draw(figure, form=form, mask=Mask([figure]))
        return chart.svg, chart.rows, chart.sentence

    assert pictures(2) == pictures(3)


def test_a_masked_stack_does_not_tell_its_value():
    def picture(small):
        parts = [(("a", "F"), small), (("a", "M"), 21), (("b", "F"), 20 - small), (("b", "M"), 33)]
        figure = make_figure(parts, by=("group", "sex"))
        return draw(figure, mask=Mask([figure])).svg

    assert picture(2) == picture(3)


def test_the_weave_fills_its_width_by_share():
    shares = [("Enfance", "#B4530F", 300.0), ("Jeunesse", "#2463A8", 100.0), ("Vide", "#000000", 0.0)]

    stripes = share_out(shares, 100)

    assert stripes == [("Enfance", "#B4530F", 75), ("Jeunesse", "#2463A8", 25)]


def test_the_smallest_sector_keeps_a_thread():
    stripes = share_out([("a", "#000000", 100000.0), ("b", "#000000", 1.0), ("c", "#000000", 1.0)], 50)

    assert [threads for *_, threads in stripes] == [48, 1, 1]


def test_a_year_without_attendance_has_an_empty_weave():
    assert share_out([("a", "#000000", 0.0)], 50) == []
    assert weave([], width=100, height=100, title="2021").count("<rect") == 0


def test_words_are_wrapped_then_cut():
    assert wrap("École Blaise-Pascal", text_width("Blaise-Pascal")) == ["École", "Blaise-Pascal"]
    assert wrap("un deux trois quatre", text_width("quatre"), lines=2)[1].endswith("…")
    assert cut("abc", 1000) == "abc"
