"""The time that the report takes, beside what WeasyPrint takes for the same words without anything of ours."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import nh3

from reporting.building import make_report
from reporting.models import Report
from reporting.rendering import render_html

WORDS = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em"}
UNSAID = {"style", "script", "svg", "head"}


@dataclass(frozen=True)
class PaperTimes:
    """In seconds."""

    report: float
    bare: float


def time_report(year: int) -> PaperTimes:
    report = Report.objects.get(year=year)
    words = bare_words(report)
    write_bare(words)  # imports, and reads the fonts of the machine
    return PaperTimes(report=seconds(lambda: make_report(report)), bare=seconds(lambda: write_bare(words)))


def bare_words(report: Report) -> str:
    html = render_html(report, for_print=True)
    return nh3.clean(html, tags=WORDS, attributes={}, clean_content_tags=UNSAID)


def write_bare(words: str) -> bytes:
    import weasyprint

    return weasyprint.HTML(string=words).write_pdf()


def seconds(work: Callable) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
