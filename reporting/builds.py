"""Where the making of a PDF stands, in words for who waits for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from reporting.models import BuildState, ReportBuild

STALE_AFTER = timedelta(seconds=60)  # without a sign of life, the worker is taken for dead
INTERRUPTED = "La fabrication s’est interrompue\u00a0: relancez-la."
WAITING = "La fabrication attend son tour."
DONE = "Le rapport est prêt."


@dataclass(frozen=True)
class BuildProgress:
    words: str
    percent: int
    is_over: bool
    is_done: bool
    is_interrupted: bool


def progress_of(build: ReportBuild, now: datetime) -> BuildProgress:
    if build.state == BuildState.DONE:
        return BuildProgress(DONE, 100, is_over=True, is_done=True, is_interrupted=False)
    if build.state == BuildState.FAILED:
        return BuildProgress(
            build.error or INTERRUPTED, build.percent, is_over=True, is_done=False, is_interrupted=True
        )
    if is_interrupted(build, now):
        return BuildProgress(INTERRUPTED, build.percent, is_over=True, is_done=False, is_interrupted=True)
    words = WAITING if build.state == BuildState.WAITING else f"{build.step}…"
    return BuildProgress(words, build.percent, is_over=False, is_done=False, is_interrupted=False)


def is_interrupted(build: ReportBuild, now: datetime) -> bool:
    """Running without a sign of life for too long. A build that waits is not dead: its turn has not come."""
    if build.state != BuildState.RUNNING:
        return False
    return build.heartbeat_at is None or now - build.heartbeat_at > STALE_AFTER


def is_under_way(build: ReportBuild, now: datetime) -> bool:
    return not progress_of(build, now).is_over
