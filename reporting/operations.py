from django.db import transaction
from django.utils import timezone

from reporting.builds import is_under_way
from reporting.models import Report, ReportBuild
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
