import re
from dataclasses import asdict
from xml.etree import ElementTree

import pytest

from activities.models import Theme
from reporting.demo.loading import load
from reporting.demo.report import REASONS_TO_SHOW, write_report
from reporting.demo.words import CHAPTERS
from reporting.demo.words.foreword import FOREWORD, ROLE, SIGNATURE
from reporting.drawing import NOTHING
from reporting.masking import NOT_TOLD
from reporting.models import Block, BlockKind, Chapter, Indicator, Report, ShownCell
from reporting.rendering.document import report_context
from tests.factories import make_sector, term

PLACEHOLDER = re.compile(r"\{\{ (\w+) \}\}")
TAGS = {"p", "ul", "ol", "li", "strong", "em", "blockquote", "table"}
FAULTS = {
    "a straight apostrophe or quote": re.compile(r"['\"]"),
    "a breaking space before a high sign": re.compile(r"\s(?<!\u00a0)[:;!?»%€]"),
    "no space before a high sign": re.compile(r"\w[:;!?»%€]"),
    "a breaking space after an opening quote": re.compile(r"«(?!\u00a0)"),
    "two spaces": re.compile(r"\s{2}"),
    "a line break": re.compile(r"\n"),
    "three dots": re.compile(r"\.\.\."),
    "a figure that its word may leave": re.compile(r"\}\} "),
    "a capital without its accent": re.compile(r"\b(?:A|Etat|Ecole|Etre|Emploi d|Equipe|Ecout\w+|Ecrivain\w*) "),
}


def passages():
    """Every run of words of the report, with the place where it stands."""
    yield "foreword", FOREWORD
    yield "signature", f"{SIGNATURE}, {ROLE}"
    for chapter in CHAPTERS:
        yield f"{chapter.slug}, introduction", chapter.introduction
        for offer in [chapter.title, *chapter.offers]:
            yield f"{chapter.slug}, opening", offer
        for block in chapter.blocks:
            labels = [column["label"] for column in block.options.get("columns", [])]
            labels += [block.options["rows"]["header"]] if "rows" in block.options else []
            for words in [block.title, block.text, block.caption, *labels]:
                yield f"{chapter.slug}, {block.title}", words


def make_house():
    for chapter in CHAPTERS:
        if chapter.sector:
            make_sector(slug=chapter.sector)
        if chapter.theme:
            term(Theme, chapter.theme)


@pytest.mark.parametrize("fault", FAULTS)
def test_words_are_set_in_french_typography(fault):
    plain = [(place, PLACEHOLDER.sub("7", re.sub(r"<[^>]+>", "", words))) for place, words in passages()]
    if fault == "a figure that its word may leave":
        plain = list(passages())

    found = [(place, match.group()) for place, words in plain for match in FAULTS[fault].finditer(words)]

    assert found == []


def test_texts_are_well_formed_and_use_few_tags():
    texts = [(place, words) for place, words in passages() if "<" in words]

    strange = {
        (place, element.tag)
        for place, words in texts
        for element in ElementTree.fromstring(f"<p>{words}</p>").iter()
        if element.tag not in TAGS
    }

    assert strange == set()


def test_every_figure_in_the_words_is_live():
    figures = [
        (place, number) for place, words in passages() for number in re.findall(r"\b\d+\b", PLACEHOLDER.sub("", words))
    ]

    # Years, dates, ages, the title of a novel and a school year: what is said, never what was counted.
    said = {"2021", "2022", "2025", "2018", "2020", "3", "5", "6", "7", "11", "12", "14", "15", "16", "17", "18"}
    said |= {"25", "29", "31", "44", "45", "54", "451"}
    assert {(place, number) for place, number in figures if number not in said} == set()


def test_a_report_is_long_enough_to_be_read_and_short_enough_to_be_finished():
    count = sum(len(re.findall(r"\w[\w’-]*", re.sub(r"<[^>]+>", " ", words))) for _, words in passages())

    assert 6500 <= count <= 8500


@pytest.mark.django_db
def test_the_report_is_stored_as_its_words_say():
    make_house()

    report = write_report(2021)

    assert (report.year, report.foreword_signature, report.foreword_role) == (2021, SIGNATURE, ROLE)
    assert [
        (chapter.slug, chapter.title, chapter.sector and chapter.sector.slug, chapter.offer_items, chapter.key_figures)
        for chapter in report.chapters.all()
    ] == [(words.slug, words.title, words.sector or None, words.offers, words.key_figures) for words in CHAPTERS]
    fields = ["kind", "title", "text", "options", "level", "caption"]
    assert [list(chapter.blocks.order_by("position").values(*fields)) for chapter in report.chapters.all()] == [
        [asdict(block) for block in words.blocks] for words in CHAPTERS
    ]
    for block in Block.objects.all():
        block.full_clean(exclude=["picture"])


@pytest.mark.django_db
def test_writing_again_replaces_what_was_changed_and_keeps_the_report():
    make_house()
    first = write_report(2021)
    chapter = first.chapters.first()
    chapter.title = "Autre titre"
    chapter.save()
    chapter.blocks.create(position=99, kind=BlockKind.TEXT, text="<p>De trop.</p>")

    second = write_report(2021)

    assert Report.objects.get() == first == second
    assert [chapter.title for chapter in second.chapters.all()] == [words.title for words in CHAPTERS]
    assert Block.objects.count() == sum(len(words.blocks) for words in CHAPTERS)
    assert Chapter.objects.count() == len(CHAPTERS)


@pytest.mark.django_db
def test_the_small_counts_that_alma_prints_have_their_reason():
    make_house()
    where = {"activity": ["chantier-insertion"], "outcome": ["cap-aepe"]}
    Indicator.objects.create(code="G031", label="Diplômes", measure="outcomes", where=where)

    report = write_report(2021)

    assert list(ShownCell.objects.values_list("report", "cell", "reason")) == [
        (report.pk, "outcomes|||activity=chantier-insertion;outcome=cap-aepe", REASONS_TO_SHOW["G031"])
    ]


@pytest.mark.django_db
def test_the_demo_year_fills_every_block_and_hides_none():
    load()

    context = report_context(Report.objects.get())

    blocks = [(chapter["title"], block) for chapter in context["chapters"] for block in chapter["blocks"]]
    assert [(chapter, block["title"]) for chapter, block in blocks if not is_filled(block)] == []
    cells = [
        (block["title"], cell)
        for _, block in blocks
        if block["kind"] == BlockKind.TABLE
        for row in block["rows"]
        for cell in row["cells"]
    ]
    assert [(title, cell) for title, cell in cells if cell in (NOTHING, NOT_TOLD) or "<" in cell] == []
    assert [sentence for sentence in context_texts(context) if "{{" in sentence or NOTHING in sentence] == []


def is_filled(block) -> bool:
    """Whether what the block draws holds something: a slug that nobody has would leave it empty."""
    if block["kind"] == BlockKind.CHART:
        return len(block["chart"].rows) > 1
    drawn = {"text": "html", "partners": "groups", "key_figures": "key_figures"}.get(block["kind"], "rows")
    return bool(block[drawn])


def context_texts(context):
    yield context["foreword"]
    for chapter in context["chapters"]:
        yield from (chapter["introduction"], *(block["html"] for block in chapter["blocks"]))
