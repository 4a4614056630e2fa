"""The reports: read on screen, made into a PDF in the background, downloaded."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from centre.access import WRITING, Right, needs
from centre.operations import leave_trace
from reporting.building import report_file_name
from reporting.builds import BuildProgress, progress_of
from reporting.figures import FigureRefused
from reporting.models import BuildState, Report, ReportBuild
from reporting.operations import request_build
from reporting.rendering import ReportRefused, render_html


@needs(Right.SEE_REPORT)
def reports(request):
    return render(request, "reporting/reports.html", {"reports": Report.objects.all()})


@needs(Right.SEE_REPORT)
def report(request, year):
    found = get_object_or_404(Report, year=year)
    build = found.builds.first()
    context = {"report": found, "build": build, "progress": progress(build), "pdf": latest_pdf(found)}
    return render(request, "reporting/report.html", context | preview(found))


def preview(report: Report) -> dict:
    """The same words, figures and drawings as the PDF; or what to correct before there can be one."""
    try:
        return {"preview": render_html(report, for_print=False), "refusal": ""}
    except (ReportRefused, FigureRefused) as refusal:
        return {"preview": "", "refusal": str(refusal)}


@needs(Right.BUILD_REPORT, methods=WRITING)
def build(request, year):
    """A GET, of someone who signed in again on the way, leads back to the button."""
    found = get_object_or_404(Report, year=year)
    if request.method != "POST":
        return redirect("report", year)
    made = request_build(found, by=request.user)
    leave_trace(by=request.user, action="report_built", record=found)
    return redirect("build_progress", year, made.pk)


@needs(Right.BUILD_REPORT)
def build_progress(request, year, pk):
    """A page that a link reloads; with JavaScript, its fragment asks for itself until the work is over."""
    made = get_object_or_404(ReportBuild.objects.select_related("report"), report__year=year, pk=pk)
    template = "reporting/_build.html" if request.htmx else "reporting/build.html"
    return render(request, template, {"build": made, "report": made.report, "progress": progress(made)})


def progress(build: ReportBuild | None) -> BuildProgress | None:
    return progress_of(build, timezone.now()) if build else None


@needs(Right.SEE_REPORT)
def pdf(request, year):
    found = get_object_or_404(Report, year=year)
    made = latest_pdf(found)
    if not made:
        raise Http404
    leave_trace(by=request.user, action="report_downloaded", record=found)
    return FileResponse(made.file.open(), as_attachment=True, filename=report_file_name(found))


def latest_pdf(report: Report) -> ReportBuild | None:
    return report.builds.filter(state=BuildState.DONE).exclude(file="").first()
