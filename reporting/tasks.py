"""Work of the background."""

import logging
import time

from django.utils import timezone
from django_tasks import task

from reporting.building import make_report, store_report
from reporting.figures import FigureRefused
from reporting.models import BuildState, ReportBuild
from reporting.rendering import ReportRefused

logger = logging.getLogger(__name__)
BEAT = 1.0  # seconds between two signs of life at most, so that a page laid out costs no statement
UNEXPECTED = "Une erreur inattendue a arrêté la fabrication\u00a0: relancez-la, puis prévenez l’administrateur."


@task()
def build_report(build_id: int) -> None:
    """Make the PDF that a `ReportBuild` asks for, and tell its progress there."""
    build = ReportBuild.objects.select_related("report").get(pk=build_id)
    if build.state in (BuildState.DONE, BuildState.FAILED):
        return
    beat = Heartbeat(build)
    beat.start()
    try:
        name = store_report(build, make_report(build.report, beat))
    except (ReportRefused, FigureRefused) as refusal:
        beat.stop(BuildState.FAILED, error=str(refusal)[:400])
    except Exception:
        beat.stop(BuildState.FAILED, error=UNEXPECTED)
        logger.exception("The report of build %s failed", build.pk)
        raise
    else:
        beat.stop(BuildState.DONE, step="Terminé", percent=100, file=name)


class Heartbeat:
    """Writes the step, the percentage and the time in the build's row; the percentage never falls."""

    def __init__(self, build: ReportBuild):
        self.build = build
        self.written_at = 0.0
        self.percent = 0

    def start(self):
        now = timezone.now()
        self.write(state=BuildState.RUNNING, step="Lecture du rapport", percent=0, started_at=now, error="")

    def __call__(self, step: str, percent: int):
        self.percent = max(self.percent, percent)
        if time.monotonic() - self.written_at >= BEAT:
            self.write(step=step, percent=self.percent)

    def stop(self, state: BuildState, **fields):
        self.write(state=state, finished_at=timezone.now(), **fields)

    def write(self, **fields):
        self.written_at = time.monotonic()
        ReportBuild.objects.filter(pk=self.build.pk).update(heartbeat_at=timezone.now(), **fields)
