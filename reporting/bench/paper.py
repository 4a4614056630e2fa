"""The time that the report takes, beside what WeasyPrint takes alone: for the same pages, and for the same words bare
of charts, style and fonts."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import nh3

from reporting.building import make_report
from reporting.models import Report
from reporting.pdf import write_pdf
from reporting.rendering import render_html

WORDS = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em"}
UNSAID = {"style", "script", "svg", "head"}


@dataclass(frozen=True)
class PaperTimes:
    """In seconds."""

    report: float
    pages: float
    words: float


def time_report(year: int) -> PaperTimes:
    report = Report.objects.get(year=year)
    pages = render_html(report, for_print=True)
    words = bare_words(pages)
    write_bare(words)  # imports, and reads the fonts of the machine
    return PaperTimes(
        report=seconds(lambda: make_report(report)),
        pages=seconds(lambda: write_pdf(pages)),
        words=seconds(lambda: write_bare(words)),
    )


def bare_words(pages: str) -> str:
    return nh3.clean(pages, tags=WORDS, attributes={}, clean_content_tags=UNSAID)


def write_bare(words: str) -> bytes:
    import weasyprint

    return weasyprint.HTML(string=words).write_pdf()


def seconds(work: Callable) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
