"""The days of the year: school holidays of zone B, bank holidays, opening days, local instants."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from centre.school_calendar import HOLIDAY, SchoolCalendar

PARIS = ZoneInfo("Europe/Paris")
FIRST, LAST = date(2021, 1, 1), date(2021, 12, 31)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
WEEK = (MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)

# First day without class, day of return: the holidays as they really were.
SCHOOL_HOLIDAYS = [
    ("Toussaint 2020", date(2020, 10, 17), date(2020, 11, 2)),
    ("Noël 2020", date(2020, 12, 19), date(2021, 1, 4)),
    ("Hiver 2021", date(2021, 2, 20), date(2021, 3, 8)),
    ("Printemps 2021", date(2021, 4, 10), date(2021, 4, 26)),
    ("Pont de l’Ascension 2021", date(2021, 5, 13), date(2021, 5, 17)),
    ("Été 2021", date(2021, 7, 7), date(2021, 9, 2)),
    ("Toussaint 2021", date(2021, 10, 23), date(2021, 11, 8)),
    ("Noël 2021", date(2021, 12, 18), date(2022, 1, 3)),
    ("Hiver 2022", date(2022, 2, 5), date(2022, 2, 21)),
    ("Printemps 2022", date(2022, 4, 9), date(2022, 4, 25)),
    ("Pont de l’Ascension 2022", date(2022, 5, 26), date(2022, 5, 30)),
    ("Été 2022", date(2022, 7, 8), date(2022, 9, 1)),
]
CALENDAR = SchoolCalendar((first, back) for _, first, back in SCHOOL_HOLIDAYS)
BANK_HOLIDAYS = {
    date(2020, 11, 11),
    date(2020, 12, 25),
    date(2021, 1, 1),
    date(2021, 4, 5),
    date(2021, 5, 1),
    date(2021, 5, 8),
    date(2021, 5, 13),
    date(2021, 5, 24),
    date(2021, 7, 14),
    date(2021, 8, 15),
    date(2021, 11, 1),
    date(2021, 11, 11),
    date(2021, 12, 25),
}
# The house closes three weeks in August and between the two feasts of December.
CLOSED = [(date(2021, 8, 2), date(2021, 8, 23)), (date(2021, 12, 24), date(2022, 1, 3))]


def is_open(day: date) -> bool:
    return day not in BANK_HOLIDAYS and not any(start <= day < end for start, end in CLOSED)


def days(
    weekdays: Iterable[int], first: date = FIRST, last: date = LAST, *, holidays: bool | None = None
) -> list[date]:
    """Open days of these weekdays, both ends included; in the school holidays only, out of them only, or all."""
    span = (first + timedelta(n) for n in range((last - first).days + 1))
    return [
        day
        for day in span
        if day.weekday() in weekdays
        and is_open(day)
        and (holidays is None or (CALENDAR.period_of(day) == HOLIDAY) == holidays)
    ]


def evenly(candidates: list, count: int) -> list:
    """So many of them, spread from the first to the last."""
    if count > len(candidates):
        raise ValueError(f"{count} days asked of {len(candidates)}")
    return [candidates[index * len(candidates) // count] for index in range(count)]


def at(day: date, clock: str) -> datetime:
    """The local instant: ``at(day, "14:30")``."""
    hour, minute = clock.split(":")
    return datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=PARIS)
