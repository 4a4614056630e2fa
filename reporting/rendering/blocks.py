"""A block of the report, by kind: the figures that it asks for, then what its template prints."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from mimetypes import guess_type

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from reporting.charts import Chart
from reporting.figures.figure import Request
from reporting.indicators import indicator_request
from reporting.labels import Labels
from reporting.models import Block, BlockKind, Chapter
from reporting.rendering.figures import ReportFigures
from reporting.rendering.placeholders import codes_in, fill
from reporting.rendering.records import ReportRecords
from reporting.typography import space_french

SHORT = 220  # letters: three lines of the text column
FIRST_ELEMENT = re.compile(r"\s*<(p|blockquote|table|h3|h4)\b.*?</\1>", re.DOTALL)
DRAWERS: dict[str, type["BlockDrawer"]] = {}


class ReportRefused(ValueError):
    """The report asks for something that does not exist; the message is French and names the block."""


@dataclass
class Surroundings:
    """What every block of a report may need."""

    records: ReportRecords
    labels: Labels
    chapter: Chapter
    color: str
    chart_widths: tuple[float, ...] = ()  # of the column; on a page of the application, of a phone as well
    figures: ReportFigures | None = None  # once measured

    @property
    def period(self):
        return self.records.period


class BlockDrawer:
    kind: str

    def __init_subclass__(cls):
        DRAWERS[cls.kind] = cls

    def __init__(self, block: Block, around: Surroundings):
        self.block = block
        self.around = around
        self.options = block.options if isinstance(block.options, dict) else {}

    def requests(self) -> Iterator[Request]:
        yield from self.text_requests()

    def context(self) -> dict:
        """What the template of this kind prints besides title, text and caption."""
        return {}

    def draw_with(self, figures: ReportFigures) -> dict:
        self.around.figures = figures
        block = self.block
        return {
            "kind": block.kind,
            "template": f"reporting/report/_{block.kind}.html",
            "anchor": f"bloc-{block.pk}",
            "heading": f"h{block.level + 1}",
            "level": block.level,
            "title": space_french(block.title),
            "html": fill(block.text, self.value_in_text),
            "caption": space_french(block.caption),
            **self.context(),
        }

    # What the kinds share

    @property
    def name(self) -> str:
        title = self.block.title or self.block.get_kind_display()
        return f"« {title} », dans le chapitre « {self.around.chapter.title} »"

    @property
    def figures(self) -> ReportFigures:
        return self.around.figures

    def refuse(self, why: str):
        raise ReportRefused(f"Le bloc {self.name} ne peut pas être composé\u00a0: {why}")

    def indicator(self, code: str):
        if code not in self.around.records.indicators:
            self.refuse(f"l’indicateur «\u00a0{code}\u00a0» n’existe pas. Corrigez ce code ou retirez-le.")
        return self.around.records.indicators[code]

    def request_of(self, code: str) -> Request:
        return indicator_request(self.indicator(code), self.around.period, by=[])

    def text_requests(self) -> Iterator[Request]:
        for code in codes_in(self.block.text):
            yield self.request_of(code)

    def value_in_text(self, code: str) -> str:
        return self.figures.shown(self.request_of(code)).sentence

    def boxed(self, code: str) -> dict:
        shown = self.figures.shown(self.request_of(code))
        return {"code": code, "number": shown.text, "label": space_french(self.indicator(code).label)}


class TextBlock(BlockDrawer):
    kind = BlockKind.TEXT

    @property
    def beside(self) -> list[str]:
        return self.options.get("beside", [])

    def requests(self):
        yield from self.text_requests()
        yield from map(self.request_of, self.beside)

    def context(self):
        listed = self.options.get("activities")
        names = self.around.records.activities(**listed) if listed else []
        first, rest = first_element(fill(self.block.text, self.value_in_text))
        return {
            "beside": [self.boxed(code) for code in self.beside],
            "activities": names,
            "first": first,
            "is_short": len(strip_tags(first)) < SHORT,
            "rest": rest,
        }


def first_element(html: SafeString) -> tuple[SafeString, SafeString]:
    """The first paragraph, list or table apart: the heading and the boxed figures stay with it on their page."""
    match = FIRST_ELEMENT.match(html)
    end = match.end() if match else len(html)
    return mark_safe(html[:end]), mark_safe(html[end:].strip())


class KeyFiguresBlock(BlockDrawer):
    kind = BlockKind.KEY_FIGURES

    @property
    def codes(self) -> list[str]:
        return self.options.get("indicators", [])

    def requests(self):
        yield from self.text_requests()
        yield from map(self.request_of, self.codes)

    def context(self):
        return {"key_figures": [self.boxed(code) for code in self.codes]}


class ChartBlock(BlockDrawer):
    kind = BlockKind.CHART

    @property
    def request(self) -> Request:
        if code := self.options.get("indicator"):
            return indicator_request(self.indicator(code), self.around.period)
        return question(self.options, self.around, by=self.options.get("by", []))

    def requests(self):
        yield from self.text_requests()
        if not self.request.by:
            self.refuse("un graphique montre des parts. Choisissez une répartition.")
        yield self.request

    def context(self):
        chart, *narrow = [self.draw_chart(width) for width in self.around.chart_widths]
        return {"chart": chart, "narrow_svg": narrow[0].svg if narrow else "", "is_crossed": len(chart.head) > 2}

    def draw_chart(self, width: float) -> Chart:
        return self.figures.chart(
            self.request,
            form=self.options.get("form", "bars"),
            title=space_french(self.block.title),
            labels=self.around.labels,
            color=self.around.color,
            width=width,
        )


class PictureBlock(BlockDrawer):
    kind = BlockKind.PICTURE

    def context(self):
        return {
            "address": embedded(self.block.picture),
            "alternative_text": space_french(self.block.alternative_text or self.block.caption),
        }


def embedded(picture) -> str:
    """A picture as a `data:` address: the same on paper and on screen, and no private file has an address."""
    if not picture:
        return ""
    kind = guess_type(picture.name)[0] or "application/octet-stream"
    with picture.open("rb") as file:
        return f"data:{kind};base64,{b64encode(file.read()).decode()}"


def question(options: dict, around: Surroundings, *, where: dict | None = None, by: list[str] | None = None) -> Request:
    """The measure, filters and share that a block or a column says, over the year of the report."""
    return Request(
        options["measure"],
        around.period,
        {**options.get("where", {}), **(where or {})},
        by or [],
        options.get("of", ""),
        options.get("part", {}),
    )
