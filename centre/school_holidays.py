"""The school holidays of a new centre: the national calendar as published, which the centre then corrects."""

from collections.abc import Iterator
from datetime import date, timedelta

from centre.models import HolidayZone, SchoolHoliday

# Before, the package keeps calendars that were changed afterwards: the spring of 2021, the bridge of the Ascension.
SINCE = date(2022, 9, 1)
LAST_YEAR = 2028
ONE_DAY = timedelta(days=1)
SATURDAY = 5


def seed_school_holidays() -> None:
    """Every zone, from the autumn of 2022 to the last year published. One SQL statement."""
    SchoolHoliday.objects.bulk_create(
        (
            SchoolHoliday(zone=zone, name=name, first_day=first, return_day=back)
            for zone in HolidayZone.values
            for name, first, back in published(zone)
        ),
        ignore_conflicts=True,  # what the centre already holds stands
    )


def published(zone: str) -> Iterator[tuple[str, date, date]]:
    """(name, first day without class, day of return), in order."""
    runs: list[list] = []
    for day, name in days_without_class(zone):
        if runs and runs[-1][2] == day:
            runs[-1][2] = day + ONE_DAY
        else:
            runs.append([name, day, day + ONE_DAY])
    return ((name, first, next_school_day(back)) for name, first, back in runs if first >= SINCE)


def days_without_class(zone: str) -> Iterator[tuple[date, str]]:
    from vacances_scolaires_france import SchoolHolidayDates  # reads thirty years of days

    calendar = SchoolHolidayDates()
    for year in range(SINCE.year, LAST_YEAR + 1):
        for day in calendar.holidays_for_year(year).values():
            if day[f"vacances_zone_{zone.lower()}"]:
                yield day["date"], day["nom_vacances"].replace("'", "’")


def next_school_day(day: date) -> date:
    """Nobody goes back on a Saturday or a Sunday: they belong to the holidays before them."""
    while day.weekday() >= SATURDAY:
        day += ONE_DAY
    return day
