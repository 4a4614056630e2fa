"""The report of the demonstration year as pages: laid out as a reader expects, and readable aloud."""

import re
import time
from dataclasses import dataclass
from io import BytesIO

import pytest
import weasyprint
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader
from weasyprint.formatting_structure import boxes

from reporting.building import make_report
from reporting.models import Report
from reporting.rendering.document import report_context
from tests.reporting.demo.test_indicators import EXPECTED
from tests.reporting.test_pdf import tags

pytestmark = pytest.mark.django_db
HEADINGS = {"h2", "h3", "h4", "h5", "caption"}
SECONDS = 15  # half of it on a calm machine


@pytest.fixture(scope="module")
def report(alma) -> Report:
    return Report.objects.get()


@dataclass
class Made:
    pdf: bytes
    pages: list  # the boxes of each page, as they were laid out
    seconds: float  # of the processor


@pytest.fixture(scope="module")
def made(report) -> Made:
    documents = []
    render = weasyprint.HTML.render

    def keep(self, *args, **options):
        documents.append(render(self, *args, **options))
        return documents[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weasyprint.HTML, "render", keep)
        began = time.process_time()
        pdf = make_report(report)
    return Made(pdf, [page._page_box for page in documents[0].pages], time.process_time() - began)


@pytest.fixture(scope="module")
def pages(made) -> list:
    return made.pages


@pytest.fixture(scope="module")
def reader(made) -> PdfReader:
    return PdfReader(BytesIO(made.pdf))


@pytest.fixture(scope="module")
def texts(reader) -> list[str]:
    return [spaced(page.extract_text()) for page in reader.pages]


@pytest.fixture(scope="module")
def shown(report) -> dict:
    return report_context(report)


def test_the_whole_report_takes_under_forty_statements(report):
    with CaptureQueriesContext(connection) as queries:
        report_context(report)

    assert len(queries) < 40


# Pages


def test_the_report_is_quickly_made_and_of_a_readable_length(made, reader):
    assert 25 <= len(reader.pages) <= 40
    assert len(made.pdf) < 1_000_000
    assert made.seconds < SECONDS


def lines(page) -> list:
    """What stands in the flow of the page, from top to bottom; the foot of the page is not of it."""
    content = page.children[0]
    found = [box for box in content.descendants() if isinstance(box, boxes.LineBox) and box.height]
    return sorted(found, key=lambda line: line.position_y)


def is_of_a_heading(line) -> bool:
    return line.element_tag.split("::")[0] in HEADINGS


def test_no_heading_ends_a_page(pages):
    last_lines = [(number, lines(page)[-1]) for number, page in enumerate(pages, 1) if lines(page)]

    assert [number for number, line in last_lines if is_of_a_heading(line)] == []
    assert sum(is_of_a_heading(line) for page in pages for line in lines(page)) > 60


def test_no_row_is_split_between_two_pages(pages):
    pages_of_row: dict = {}
    for number, page in enumerate(pages, 1):
        for group in page.descendants():
            if isinstance(group, boxes.TableRowGroupBox) and not group.is_header:
                for row in group.children:
                    pages_of_row.setdefault(row.element, set()).add(number)

    assert len(pages_of_row) > 200
    assert [element for element, found in pages_of_row.items() if len(found) > 1] == []


def test_no_page_holds_a_forgotten_line(pages):
    """After the cover, even the last page of a chapter holds more than a few lines."""
    assert [number for number, page in enumerate(pages[1:], 2) if len(lines(page)) < 8] == []


def test_nothing_leaves_the_page(pages):
    outside = []
    for number, page in enumerate(pages, 1):
        right = page.content_box_x() + page.width
        bottom = page.content_box_y() + page.height
        outside += [
            (number, box.element_tag)
            for box in page.children[0].descendants()
            if isinstance(box, boxes.TextBox | boxes.TableBox | boxes.ReplacedBox)
            and (box.position_x + box.width > right + 1 or box.position_y + box.height > bottom + 1)
        ]

    assert outside == []


def test_the_contents_tell_the_page_of_each_chapter(reader, texts, shown):
    starts = {
        entry.title: reader.get_destination_page_number(entry) + 1
        for entry in reader.outline
        if not isinstance(entry, list)
    }
    annex = list(starts)[-1]
    titles = ["Éditorial", *(chapter["title"] for chapter in shown["chapters"]), annex]

    told, _, _ = texts[2].partition("Sommaire")  # numbers float to the right: they are drawn first

    assert [int(number) for number in told.split()] == [starts[title] for title in titles]
    assert [title for title in titles if spaced(title) not in texts[starts[title] - 1]] == []


def test_the_cover_presents_the_house_and_who_supports_it(texts, shown):
    centre = shown["centre"]

    for words in ["2021", centre.name, centre.address, centre.phone, centre.email, centre.website]:
        assert words in texts[0]
    assert len(shown["funders"]) > 5
    assert [funder["name"] for funder in shown["funders"] if funder["name"] not in texts[0]] == []


def test_the_chair_signs_the_foreword(texts, report):
    assert texts[1].startswith("Éditorial")
    assert f"{report.foreword_signature} {report.foreword_role}" in texts[1]


# Figures


def number_in(words: str) -> float:
    return float(re.sub(r"[^\d,]", "", words).replace(",", "."))


def test_the_annex_prints_every_figure_with_its_code(texts, shown):
    rows = [row for group in shown["annex"]["groups"] for row in group["rows"]]
    assert {row["code"]: number_in(row["value"]) for row in rows} == EXPECTED

    pieces = re.split(r"\b([B-H]\d{3}) ", " ".join(texts[-5:]))
    printed = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    assert [row["code"] for row in rows if spaced(row["value"]) not in printed[row["code"]]] == []


def test_definitions_have_one_count_over_both_columns(pages, shown):
    marked = {
        box.element.get("id"): box.text.strip()
        for page in pages
        for box in page.descendants(placeholders=True)
        if box.element_tag == "li::marker" and hasattr(box, "text")
    }

    assert len(shown["annex"]["definitions"]) == 2
    for column in shown["annex"]["definitions"]:
        for one in column:
            assert marked[f"definition-{one['number']}"] == f"{one['number']}."


def spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def blocks_of(shown) -> dict[str, dict]:
    return {block["title"]: block for chapter in shown["chapters"] for block in chapter["blocks"]}


def drawn(shown, title: str) -> dict[str, float]:
    return {row.label: number_in(row.cells[0]) for row in blocks_of(shown)[title]["chart"].rows}


def test_charts_by_class_and_by_school_add_up_to_the_children(shown):
    classes = drawn(shown, "Toutes les classes de l’école élémentaire sont représentées")
    schools = drawn(shown, "Les enfants viennent des écoles du quartier")

    assert list(classes) == ["CP", "CE1", "CE2", "CM1", "CM2"]
    assert [sum(classes.values()), sum(schools.values())] == [EXPECTED["D003"]] * 2


def test_charts_of_young_people_agree_with_their_number(shown):
    sexes = drawn(shown, "Jeunes femmes et jeunes hommes suivis par Synergie")
    ages = drawn(shown, "L’âge moyen à l’entrée dans Synergie")

    assert sum(sexes.values()) == EXPECTED["G022"]
    assert all(16 <= age <= 29 for age in ages.values())


def test_daily_life_and_what_is_being_prepared_are_shown(shown):
    assert len(drawn(shown, "Les actions de la vie quotidienne et leurs participants")) == 4
    assert len(blocks_of(shown)["Ce qui se prépare à Coop’Manau"]["activities"]) == 4


# Read aloud


def test_the_pdf_says_what_it_is(reader):
    root = reader.trailer["/Root"]

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("fr", True)
    assert reader.metadata.title == "Rapport d’activité 2021, Centre social Alma"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_every_drawing_is_described(reader, shown):
    charts = [block for block in blocks_of(shown).values() if block["kind"] == "chart"]

    described = [figure["/Alt"] for figure in tags(reader, "Figure")]

    assert len(described) == len(charts) + 1
    assert [text for text in described if len(text) < 30] == []


def test_every_font_is_embedded(reader):
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"].get("/Font", {}).values()]

    assert len(fonts) > len(reader.pages)
    assert all("/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts)
