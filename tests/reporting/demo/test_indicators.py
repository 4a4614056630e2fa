"""The figures that the report of such a centre prints, counted from the records of the demo year."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from reporting.demo.indicators import CHAPTERS

pytestmark = pytest.mark.django_db

EXPECTED = {
    "B002": 22, "B005": 5, "B006": 6,
    "C002": 155, "C004": 124, "C005": 0.39, "C006": 49, "C007": 75, "C008": 6, "C009": 36, "C010": 10,
    "C012": 1, "C013": 2, "C014": 3, "C015": 3, "C016": 1, "C017": 3, "C018": 4, "C019": 2,
    "D003": 63, "D004": 27, "D005": 36, "D006": 42, "D021": 15,
    "E001": 120, "E002": 85, "E003": 6, "E007": 97, "E008": 31, "E009": 66, "E010": 82, "E011": 24, "E012": 58,
    "E015": 10, "E016": 42, "E017": 12, "E018": 17, "E019": 29, "E020": 5, "E021": 8, "E022": 13,
    "E023": 45, "E024": 22, "E025": 23, "E026": 2, "E027": 20, "E028": 14, "E029": 6, "E030": 30, "E031": 12,
    "E032": 18,
    "F001": 1488, "F002": 664, "F003": 377, "F004": 287, "F005": 1463, "F020": 17, "F021": 17, "F022": 14, "F023": 8,
    "G001": 15, "G002": 260, "G003": 130, "G004": 65, "G006": 63, "G010": 26, "G011": 20, "G012": 58, "G013": 28,
    "G014": 14, "G015": 43, "G016": 24, "G017": 80, "G018": 26, "G019": 25, "G022": 36, "G023": 25, "G029": 13,
    "G030": 7, "G031": 4,
    "H001": 113, "H002": 117, "H003": 206, "H010": 381, "H011": 127, "H012": 54, "H013": 818, "H014": 36, "H015": 19,
    "H016": 14, "H017": 8, "H018": 2, "H019": 22, "H020": 6, "H021": 14, "H022": 30, "H023": 18, "H024": 8, "H025": 12,
    "H026": 22, "H027": 48, "H028": 38, "H029": 2,
}  # fmt: skip


@pytest.fixture(scope="module")
def printed(alma, django_db_blocker):
    output = StringIO()
    with django_db_blocker.unblock():
        call_command("figures", year="2021", format="json", stdout=output)
    return json.loads(output.getvalue())


@pytest.mark.parametrize(("code", "value"), EXPECTED.items())
def test_each_figure_is_counted_exactly(printed, code, value):
    figures = {figure["id"]: figure["value"] for figure in printed}

    assert figures[code] == value


def test_the_report_has_these_figures_in_their_order(printed):
    assert len(EXPECTED) == 103
    assert [figure["id"] for figure in printed] == list(EXPECTED)


def test_the_share_of_low_qualification_says_what_it_is_made_of(printed):
    share = next(figure for figure in printed if figure["id"] == "G006")

    assert (share["of"], share["part"]) == ("supported", {"qualification": ["none", "cap"]})
    assert (share["numerator"], share["denominator"], share["unknown"]) == (164, 260, 0)


def test_every_label_is_told_once():
    labels = [label for figures in CHAPTERS.values() for _, label, *_ in figures]

    assert len(set(labels)) == len(labels)
