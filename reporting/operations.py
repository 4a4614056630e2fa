from django.db import transaction
from django.utils import timezone

from reporting.building import store_report
from reporting.builds import is_under_way
from reporting.models import BuildState, Report, ReportBuild
from reporting.tasks import build_report


@transaction.atomic
def request_build(report: Report, *, by) -> ReportBuild:
    """Ask the background for the PDF. While one is being made, it is that one: two clicks make one file."""
    Report.objects.select_for_update().get(pk=report.pk)
    latest = report.builds.first()
    if latest and is_under_way(latest, timezone.now()):
        return latest
    build = ReportBuild.objects.create(report=report, requested_by=by)
    build_report.enqueue(build.pk)
    return build


@transaction.atomic
def keep_report(report: Report, pdf: bytes) -> ReportBuild:
    """A PDF made at the command line is the one that the report's page hands out."""
    build = ReportBuild.objects.create(report=report, state=BuildState.DONE, percent=100, finished_at=timezone.now())
    build.file = store_report(build, pdf)
    build.save(update_fields=["file"])
    return build
