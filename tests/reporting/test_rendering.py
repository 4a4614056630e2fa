"""What the report prints: masked as a whole, its lists in order, its pages as blocks ask."""

import pytest

from centre.models import PartnerKind
from reporting.models import Report
from reporting.rendering import ReportRefused, render_html
from reporting.rendering.annex import two_columns
from reporting.rendering.document import report_context
from reporting.typography import NBSP, THIN
from tests.factories import (
    make_activity,
    make_attendance,
    make_block,
    make_centre,
    make_chapter,
    make_indicator,
    make_partner,
    make_person,
    make_report,
    make_schedule,
    make_session,
    make_shown_cell,
)

pytestmark = pytest.mark.django_db
SMALL, NOT_TOLD = f"<{NBSP}5", f"n.{NBSP}c."
BY_SEX = {
    "rows": {"split": "sex", "values": [], "header": "Jeunes"},
    "columns": [{"label": "Venus", "measure": "people"}],
    "total": True,
}


@pytest.fixture
def report() -> Report:
    make_centre()
    return make_report(2021)


@pytest.fixture
def three_girls():
    """Three girls and twenty boys came to the club."""
    club = make_session(make_activity("club", name="Le club"), "2021-03-10T14:00")
    for sex in ["F"] * 3 + ["M"] * 20:
        make_attendance(club, make_person(birth_date="2007-05-04", sex=sex))


def drawn(report: Report, kind: str, **fields) -> dict:
    make_block(make_chapter(report), kind, **fields)
    return report_context(report)["chapters"][0]["blocks"][0]


def cells(block: dict) -> list[list[str]]:
    return [[row["label"], *row["cells"]] for row in block["rows"]]


def test_a_small_count_is_not_printed_nor_what_would_tell_it(report, three_girls):
    make_indicator("G1", label="Filles", where={"sex": ["F"]})
    table = drawn(report, "table", title="Le club", text="<p>{{ G1 }} filles.</p>", options=BY_SEX)

    assert cells(table) == [["Filles et femmes", SMALL], ["Garçons et hommes", NOT_TOLD], ["Ensemble", "23"]]
    assert table["html"] == "<p>moins de 5 filles.</p>"
    html = render_html(report)
    assert "n. c. : non communiqué" in html
    assert "Les effectifs de personnes et de familles inférieurs à 5 ne sont pas montrés." in html


def test_a_small_count_shown_with_its_reason_prints_both(report, three_girls):
    make_indicator("G1", label="Filles", where={"sex": ["F"]})
    make_shown_cell(report, "people|||sex=F", "Les filles du club l’ont souhaité.")
    table = drawn(report, "table", title="Le club", options=BY_SEX)

    assert cells(table) == [["Filles et femmes", "3"], ["Garçons et hommes", "20"], ["Ensemble", "23"]]
    row = report_context(report)["annex"]["groups"][0]["rows"][0]
    assert (row["code"], row["value"], row["reason"]) == ("G1", "3", "Les filles du club l’ont souhaité.")
    assert "n. c. : non communiqué" not in render_html(report)


def test_a_mean_over_few_is_not_printed(report, three_girls):
    make_indicator("A1", label="Âge des filles", measure="average_age", where={"sex": ["F"]})
    options = {"form": "bars", "measure": "average_age", "by": ["sex"]}
    chart = drawn(report, "chart", title="Les âges", text="<p>{{ A1 }} ans.</p>", options=options)

    assert chart["html"] == f"<p>{NOT_TOLD} ans.</p>"
    assert [row.cells for row in chart["chart"].rows] == [[NOT_TOLD], [NOT_TOLD]]
    assert report_context(report)["annex"]["groups"][0]["rows"][0]["value"] == NOT_TOLD
    assert "n. c. : non communiqué" in render_html(report)


def test_the_annex_tells_the_definition_the_filters_and_the_unknowns(report, three_girls):
    where = {"activity": ["club"], "sex": ["M"]}
    make_indicator("A1", "households", label="Foyers", where=where, period="2021-01-01/2021-06-30")

    annex = report_context(report)["annex"]

    row = annex["groups"][0]["rows"][0]
    assert (row["value"], row["unknown"], row["definition"]) == ("0", "20", 1)
    assert row["scope"] == f"Le club{THIN}; Garçons et hommes"
    assert row["period"] == f"du 1er{NBSP}janvier{NBSP}2021 au 30{NBSP}juin{NBSP}2021"
    assert [[one["question"] for one in column] for column in annex["definitions"]] == [
        [f"Combien de foyers différents sont venus{THIN}?"]
    ]


def test_definitions_stand_in_two_columns_of_like_length():
    long, short = {"question": "?", "method": "x" * 90}, {"question": "?", "method": "x" * 30}

    columns = [two_columns(definitions) for definitions in ([], [long], [short, short, short, long], [long, short])]

    assert columns == [[], [[long]], [[short, short, short], [long]], [[long], [short]]]


def test_partners_stand_in_the_order_of_the_alphabet(report):
    school, work = (PartnerKind.objects.create(slug=name, name=name.capitalize()) for name in ("école", "emploi"))
    for name, kind in [("Voltaire", school), ("Écho", school), ("Elsa", school), ("Mission", work)]:
        make_partner(name=name, kind=kind)

    block = drawn(report, "partners")

    assert block["groups"] == [
        {"name": "École", "partners": ["Écho", "Elsa", "Voltaire"]},
        {"name": "Emploi", "partners": ["Mission"]},
    ]


def test_a_week_has_its_mornings_afternoons_and_evenings(report):
    club = make_activity("club", name="Le club")
    for weekday, starts_at, ends_at in [(0, "09:00", "12:00"), (2, "16:30", "18:00"), (0, "17:30", "19:30")]:
        make_schedule(club, weekday, starts_at, ends_at)

    week = drawn(report, "timetable", options={"activities": ["club"]})

    assert week["days"] == ["Lundi", "Mercredi"]
    assert [(row["label"], [len(slots) for slots in row["cells"]]) for row in week["rows"]] == [
        ("Matin", [1, 0]),
        ("Après-midi", [0, 1]),
        ("Soir", [1, 0]),
    ]


def test_drawings_are_made_for_a_phone_on_screen_only(report, three_girls):
    options = {"form": "bars", "measure": "people", "by": ["sex"]}
    make_block(make_chapter(report), "chart", title="Le club", options=options)

    paper, screen = render_html(report), render_html(report, for_print=False)

    assert [html.count("<svg") for html in (paper, screen)] == [2, 2]  # with the cover; for two widths
    assert (paper.count("on-narrow"), screen.count("on-narrow")) == (0, 1)


def test_a_chart_of_nothing_split_is_refused(report):
    make_block(make_chapter(report, title="Jeunesse"), "chart", title="Tous", options={"measure": "people"})

    with pytest.raises(ReportRefused, match="« Tous », dans le chapitre « Jeunesse »"):
        render_html(report)
