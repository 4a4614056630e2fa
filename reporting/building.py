"""From the records of a year to the file of its report: the same way for the command and for the background."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from reporting.models import Report, ReportBuild
from reporting.pdf import Progress, write_pdf
from reporting.rendering import render_html


def make_report(report: Report, progress: Progress = lambda step, percent: None) -> bytes:
    progress("Comptage des chiffres", 5)
    html = render_html(report, for_print=True)
    progress("Préparation des pages", 35)
    pdf = write_pdf(html, progress)
    progress("Enregistrement", 95)
    return pdf


def store_report(build: ReportBuild, pdf: bytes) -> str:
    """The name, among the media, under which the PDF of `build` is kept."""
    name = f"reports/{build.pk}/{report_file_name(build.report)}"
    write_whole(Path(settings.MEDIA_ROOT) / name, pdf)
    return name


def report_file_name(report: Report) -> str:
    return f"rapport-activite-{report.year}.pdf"


def write_whole(path: Path, content: bytes):
    """The file is there whole, or as it was before: it is written beside, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, 0o640)
        os.replace(beside, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(beside)
        raise
