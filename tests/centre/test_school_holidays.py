"""The calendar of a new centre: national, half-open, and corrected by the centre."""

from datetime import date

import pytest

from centre.models import HolidayZone, SchoolHoliday
from centre.operations import open_centre
from centre.school_calendar import HOLIDAY, TERM_OTHER, TERM_WEDNESDAY, SchoolCalendar
from centre.school_holidays import next_school_day, seed_school_holidays

pytestmark = pytest.mark.django_db


def test_a_new_centre_knows_the_holidays_of_every_zone():
    open_centre(centre={"name": "Les Tisserands"}, name="Aïcha", email="a@essai.example", password="quatre mots")

    assert set(SchoolHoliday.objects.values_list("zone", flat=True)) == set(HolidayZone.values)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2022, 10, 21), None),  # before what is known
        (date(2024, 2, 24), HOLIDAY),
        (date(2024, 3, 10), HOLIDAY),  # the Sunday before they go back
        (date(2024, 3, 11), TERM_OTHER),
        (date(2024, 3, 13), TERM_WEDNESDAY),
        (date(2026, 8, 31), HOLIDAY),
        (date(2026, 9, 1), TERM_OTHER),
        (date(2027, 5, 9), HOLIDAY),  # the Sunday of a bridge
        (date(2030, 1, 1), None),
    ],
)
def test_a_day_of_zone_b(day, kind):
    seed_school_holidays()

    assert SchoolCalendar.of_zone("B").period_of(day) == kind


def test_what_the_centre_has_corrected_stands():
    corrected = SchoolHoliday.objects.create(
        zone="B", name="Hiver", first_day=date(2024, 2, 24), return_day=date(2024, 3, 12)
    )

    seed_school_holidays()

    corrected.refresh_from_db()
    assert corrected.return_day == date(2024, 3, 12)


def test_nobody_goes_back_on_a_saturday():
    assert next_school_day(date(2027, 5, 8)) == date(2027, 5, 10)
