"""The measures of `make bench` measure what they say."""

import csv
from collections import Counter

import pytest

from activities.models import Session
from activities.roll.month import month_of
from reporting.bench.club import make_club
from reporting.bench.large_centre import write_large_centre
from reporting.bench.pages import read_all
from reporting.bench.paper import bare_words
from reporting.bench.roll import read_rolls
from reporting.bundle.importing import import_bundle
from reporting.models import Chapter, Report
from reporting.rendering import render_html
from tests.factories import make_sector
from tests.reporting.bundle.files import write_folder
from tests.reporting.figures.worked_example import TABLES


def test_the_large_centre_has_the_size_it_is_said_to_have(tmp_path):
    write_large_centre(tmp_path, last_year=2021, years=2)

    rows = {}
    for path in tmp_path.glob("*.csv"):
        with path.open(newline="") as stream:
            rows[path.stem] = list(csv.DictReader(stream))
    counts = {name: len(rows[name]) for name in ("households", "people", "activities", "sessions", "attendances")}
    once = Counter((row["session"], row["person"]) for row in rows["attendances"])
    assert counts == {
        "households": 800,
        "people": 2_400,
        "activities": 60,
        "sessions": 2 * 2_500,
        "attendances": 2 * 60_000,
    }
    assert set(once.values()) == {1}


@pytest.mark.django_db
def test_every_page_is_read_and_the_dashboard_within_its_statements(tmp_path):
    import_bundle(write_folder(tmp_path / "bundle", **TABLES))

    readings = {reading.name: reading for reading in read_all(2021)}

    assert readings["Tableau de bord, année comparée"].statements <= 30
    assert readings["Une grille du mois"].statements <= 14
    assert min(reading.milliseconds for reading in readings.values()) > 0
    assert len(readings) == 17


@pytest.mark.django_db
def test_the_club_of_the_month_grid_is_sixty_people_by_twenty_two_sessions():
    make_sector()

    club, month = make_club(2021)

    shown = month_of(club, Session.objects.of(club), month, finds_people=True)
    assert (len(shown.lines), len(shown.columns), shown.total) == (60, 22, 60 * 16 / 3)


@pytest.mark.django_db
def test_the_roll_call_is_timed_and_within_its_statements(tmp_path):
    import_bundle(write_folder(tmp_path / "bundle", **TABLES))

    readings = {reading.name: reading for reading in read_rolls(people=300, queries=20)}

    assert list(readings) == [
        "Feuille de 20",
        "Feuille de 60",
        "Enregistrer un pointage",
        "Enregistrer 20 pointages",
        "« Tous présents » de 20",
        "Recherche d’un nom, une faute",
    ]
    assert [reading.name for reading in readings.values() if not 0 < reading.statements <= 12] == []
    assert all(0 < reading.median <= reading.p95 for reading in readings.values())
    assert readings["Recherche d’un nom, une faute"].percent_found >= 95


@pytest.mark.django_db
def test_bare_words_are_the_words_of_the_report_and_nothing_else():
    report = Report.objects.create(year=2021, title="Rapport d’activité")
    Chapter.objects.create(
        report=report, slug="jeunesse", title="Jeunesse", introduction="<p>Grandir <em>ici</em>.</p>"
    )

    words = bare_words(render_html(report))

    assert "<p>Grandir <em>ici</em>.</p>" in words
    assert not [sign for sign in ("class=", "style", "<svg", "<div") if sign in words]
