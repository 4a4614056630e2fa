"""The whole report: cover, foreword, contents, chapters, annex."""

from django.template.loader import render_to_string

from centre.periods import PeriodRefused
from reporting.charts import weave
from reporting.figures import measure_all
from reporting.figures.figure import FigureRefused, Request
from reporting.indicators import measure_indicators
from reporting.labels import Labels
from reporting.masking import NOT_TOLD_NOTE
from reporting.models import Block, BlockKind, Chapter, Report
from reporting.rendering import lists, tables  # noqa: F401 - each kind of block registers itself
from reporting.rendering.annex import annex_context, annex_requests
from reporting.rendering.blocks import DRAWERS, BlockDrawer, ReportRefused, Surroundings, embedded
from reporting.rendering.figures import ReportFigures
from reporting.rendering.records import ReportRecords
from reporting.typography import space_french

__all__ = ["ReportRefused", "render_html", "report_context"]

ASSOCIATION_COLOR = "#4A5568"
ON_PAPER = (440,)  # the widths of charts: that of the text column
ON_SCREEN = (560, 330)  # and of a phone


def render_html(report: Report, for_print: bool = True) -> str:
    """A whole document for the PDF, or the inside of a page of the application."""
    template = "reporting/report/report.html" if for_print else "reporting/report/_report.html"
    return render_to_string(template, report_context(report, for_print=for_print))


def report_context(report: Report, for_print: bool = True) -> dict:
    """All that the templates print: words, numbers as words, drawings. One batch of figures."""
    records = ReportRecords(report)
    labels = Labels()
    widths = ON_PAPER if for_print else ON_SCREEN
    chapters = [ChapterDrawer(chapter, records, labels, widths) for chapter in records.chapters]
    foreword = foreword_drawer(records, labels)
    drawers = [foreword, *(block for chapter in chapters for block in chapter.drawers)]
    figures = measure_report(records, drawers)
    return {
        "report": report,
        "for_print": for_print,
        "centre": records.centre,
        "title": space_french(report.title),
        "year": report.year,
        "funders": [{"name": funder.name, "logo": embedded(funder.logo)} for funder in records.funders],
        "logo": embedded(records.centre.logo),
        "weave": draw_weave(records, figures),
        "weave_words": weave_words(report.year),
        "foreword": foreword.draw_with(figures)["html"],
        "signature": report.foreword_signature,
        "signature_role": report.foreword_role,
        "chapters": [chapter.draw(figures) for chapter in chapters],
        "colors": chapter_colors(records),
        "annex": annex_context(records, figures, labels),
        "masking_note": NOT_TOLD_NOTE if figures.mask.has_untold else "",
        "threshold": figures.mask.threshold,
    }


def measure_report(records: ReportRecords, drawers: list[BlockDrawer]) -> ReportFigures:
    """Every figure of the report in one batch."""
    try:
        requests = [attendances_by_sector(records), *annex_requests(records)]
        for drawer in drawers:
            requests += drawer.requests()
        return ReportFigures(requests, records.shown_cells, records.centre.small_cell_threshold, measure_all)
    except (FigureRefused, PeriodRefused):
        refuse_by_name(records, drawers)
        raise


def refuse_by_name(records: ReportRecords, drawers: list[BlockDrawer]):
    """One question of the batch has no answer: say which indicator asks it, or in which block it stands."""
    measure_indicators(records.period, records.indicators.values())
    for drawer in drawers:
        try:
            measure_all(list(drawer.requests()))
        except FigureRefused as fault:
            drawer.refuse(str(fault))


class ChapterDrawer:
    def __init__(self, chapter: Chapter, records: ReportRecords, labels: Labels, chart_widths: tuple[float, ...]):
        self.chapter = chapter
        sector = chapter.sector
        if sector:
            labels = labels.for_ages(sector.age_min, sector.age_max)
        self.around = Surroundings(records, labels, chapter, chapter_color(chapter), chart_widths)
        self.blocks: list[BlockDrawer] = [DRAWERS[block.kind](block, self.around) for block in chapter.visible_blocks]
        self.opening = DRAWERS[BlockKind.KEY_FIGURES](opening_block(chapter), self.around)

    @property
    def drawers(self) -> list[BlockDrawer]:
        return [self.opening, *self.blocks]

    def draw(self, figures: ReportFigures) -> dict:
        opening = self.opening.draw_with(figures)
        blocks = [block.draw_with(figures) for block in self.blocks]
        return {
            "anchor": f"chapitre-{self.chapter.slug}",
            "slug": self.chapter.slug,
            "sector": self.chapter.sector.slug if self.chapter.sector else "",
            "title": space_french(self.chapter.title),
            "color": self.around.color,
            "offers": [space_french(offer) for offer in self.chapter.offer_items],
            "key_figures": opening["key_figures"],
            "introduction": opening["html"],
            "sections": [block for block in blocks if block["level"] == 2 and block["title"]],
            "blocks": blocks,
        }


def foreword_drawer(records: ReportRecords, labels: Labels) -> BlockDrawer:
    block = Block(kind=BlockKind.TEXT, title="Éditorial", text=records.report.foreword)
    chapter = Chapter(title="Éditorial", slug="editorial")
    return DRAWERS[BlockKind.TEXT](block, Surroundings(records, labels, chapter, ASSOCIATION_COLOR))


def opening_block(chapter: Chapter) -> Block:
    """The opening page and the introduction speak as a block does, and are refused as one."""
    return Block(
        chapter=chapter,
        kind=BlockKind.KEY_FIGURES,
        title="Page d’ouverture",
        text=chapter.introduction,
        options={"indicators": chapter.key_figures},
    )


def chapter_color(chapter: Chapter) -> str:
    return chapter.sector.color if chapter.sector else ASSOCIATION_COLOR


def chapter_colors(records: ReportRecords) -> list[tuple[str, str]]:
    """Chapter's slug and colour: the only style that data decides, written as a sheet, never inline."""
    return [(chapter.slug, chapter_color(chapter)) for chapter in records.chapters]


def attendances_by_sector(records: ReportRecords) -> Request:
    return Request("attendances", records.period, {}, ["sector"])


def draw_weave(records: ReportRecords, figures: ReportFigures):
    figure = figures.figure(attendances_by_sector(records))
    weights = {part.keys["sector"]: float(part.value) for part in figure.parts}
    shares = [(sector.name, sector.color, weights.get(sector.slug, 0)) for sector in records.sectors]
    return weave(shares, width=595, height=500, title=weave_words(records.report.year))


def weave_words(year: int) -> str:
    return f"les présences de {year}, tissées. Chaque couleur est un pôle, aussi large que sa part."
