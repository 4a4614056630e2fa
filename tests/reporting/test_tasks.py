from datetime import timedelta

import pytest
from django.utils import timezone

from reporting import tasks
from reporting.builds import INTERRUPTED, WAITING, progress_of
from reporting.models import BuildState, Report, ReportBuild
from reporting.operations import request_build
from reporting.rendering import ReportRefused
from reporting.tasks import UNEXPECTED, build_report
from tests.factories import make_centre, make_user

NOW = timezone.now()


@pytest.fixture
def report(transactional_db):
    make_centre()
    return Report.objects.create(year=2021, foreword="<p>Une année.</p>")


def files_under(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_requested_build_makes_its_file_in_the_background(report, run_tasks, settings):
    director = make_user("director")
    build = request_build(report, by=director)

    run_tasks()

    build.refresh_from_db()
    assert (build.state, build.percent, build.step, build.requested_by) == (BuildState.DONE, 100, "Terminé", director)
    assert build.started_at <= build.heartbeat_at <= build.finished_at + timedelta(seconds=1)
    assert files_under(settings.MEDIA_ROOT) == [f"reports/{build.pk}/rapport-activite-2021.pdf"]
    assert (settings.MEDIA_ROOT / build.file.name).read_bytes().startswith(b"%PDF-")


def test_two_clicks_make_one_build(report):
    first = request_build(report, by=None)

    second = request_build(report, by=None)

    assert second == first
    assert ReportBuild.objects.count() == 1


def test_a_build_that_is_over_may_be_asked_again(report):
    for state in (BuildState.DONE, BuildState.FAILED):
        ReportBuild.objects.create(report=report, state=state)

    again = request_build(report, by=None)

    assert again.state == BuildState.WAITING


def test_an_interrupted_build_may_be_asked_again(report):
    dead = ReportBuild.objects.create(report=report, state=BuildState.RUNNING, heartbeat_at=NOW - timedelta(minutes=5))

    again = request_build(report, by=None)

    assert again != dead


@pytest.mark.parametrize(
    ("state", "silent_for", "expected"),
    [
        (BuildState.WAITING, None, (WAITING, False, False)),
        (BuildState.RUNNING, 5, ("Comptage des chiffres…", False, False)),
        (BuildState.RUNNING, 60, ("Comptage des chiffres…", False, False)),
        (BuildState.RUNNING, 61, (INTERRUPTED, True, True)),
        (BuildState.RUNNING, None, (INTERRUPTED, True, True)),
        (BuildState.FAILED, 5, (INTERRUPTED, True, True)),
        (BuildState.DONE, 3600, ("Le rapport est prêt.", True, False)),
    ],
)
def test_a_build_says_where_it_stands(state, silent_for, expected):
    heartbeat = None if silent_for is None else NOW - timedelta(seconds=silent_for)
    build = ReportBuild(state=state, step="Comptage des chiffres", percent=5, heartbeat_at=heartbeat)

    progress = progress_of(build, NOW)

    assert (progress.words, progress.is_over, progress.is_interrupted) == expected


def test_a_refused_report_says_why(report, monkeypatch, settings):
    def refuse(report, progress):
        raise ReportRefused("Le bloc « Démos » ne peut pas être composé.")

    monkeypatch.setattr(tasks, "make_report", refuse)
    build = ReportBuild.objects.create(report=report)

    build_report.func(build.pk)

    build.refresh_from_db()
    assert progress_of(build, NOW).words == "Le bloc « Démos » ne peut pas être composé."
    assert files_under(settings.MEDIA_ROOT) == []


def test_an_unexpected_error_is_told_without_its_details(report, monkeypatch, caplog):
    def fail(report, progress):
        raise RuntimeError("mot de passe : 1234")

    monkeypatch.setattr(tasks, "make_report", fail)
    build = ReportBuild.objects.create(report=report)

    with pytest.raises(RuntimeError):
        build_report.func(build.pk)

    build.refresh_from_db()
    assert (build.state, build.error) == (BuildState.FAILED, UNEXPECTED)
    assert "mot de passe" in caplog.text


def test_a_worker_killed_midway_leaves_no_file(report, monkeypatch, settings):
    class Killed(BaseException):
        pass

    def half(report, progress):
        progress("Mise en page : page 3", 45)
        raise Killed

    monkeypatch.setattr(tasks, "make_report", half)
    build = ReportBuild.objects.create(report=report)

    with pytest.raises(Killed):
        build_report.func(build.pk)

    build.refresh_from_db()
    assert (build.state, build.file.name) == (BuildState.RUNNING, "")
    assert files_under(settings.MEDIA_ROOT) == []
    assert progress_of(build, build.heartbeat_at + timedelta(minutes=2)).words == INTERRUPTED


def test_a_task_delivered_twice_works_once(report, monkeypatch):
    build = ReportBuild.objects.create(report=report, state=BuildState.DONE, percent=100)
    monkeypatch.setattr(tasks, "make_report", lambda *args: pytest.fail("made again"))

    build_report.func(build.pk)

    build.refresh_from_db()
    assert build.state == BuildState.DONE


def test_signs_of_life_are_spaced_and_never_fall(report):
    build = ReportBuild.objects.create(report=report)
    beat = tasks.Heartbeat(build)
    beat.start()
    beat.written_at = 0.0
    beat("Mise en page", 60)
    beat("Comptage", 20)  # within the second: not written

    build.refresh_from_db()
    assert (build.step, build.percent) == ("Mise en page", 60)
    beat.written_at = 0.0
    beat("Comptage", 20)
    build.refresh_from_db()
    assert (build.step, build.percent) == ("Comptage", 60)
