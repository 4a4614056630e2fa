"""The house before anybody calls a roll: a few activities, or a year of 60,000 attendances and 10,000 people."""

from pathlib import Path

from django.db import connection
from django.utils import timezone

from members.models import Person
from reporting.bench.large_centre import write_large_centre
from reporting.bench.misspelling import made_up_people
from reporting.bundle.importing import import_bundle
from tests.factories import make_activity, make_centre, make_sector

PEOPLE, PEOPLE_OF_A_LARGE_HOUSE = 1_200, 10_000
ACTIVITIES = 50


def make_small_house() -> None:
    make_centre()
    sector = make_sector()
    for _ in range(ACTIVITIES):
        make_activity(sector=sector)
    fill(PEOPLE)


def make_large_house(folder: Path) -> None:
    """This year's, so that each activity has its regulars of the last weeks."""
    write_large_centre(folder, last_year=timezone.localdate().year, years=1)
    report = import_bundle(folder)
    assert report.is_written, report.faults.lines()
    fill(PEOPLE_OF_A_LARGE_HOUSE)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what autovacuum, which the tests turn off, does in a real house


def fill(count: int) -> None:
    Person.objects.bulk_create(made_up_people(count - Person.objects.count()), batch_size=500)
