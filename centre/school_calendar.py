"""Which days are school holidays, in the centre's zone."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from centre.models import SchoolHoliday

HOLIDAY = "holiday"
TERM_WEDNESDAY = "term_wednesday"
TERM_OTHER = "term_other"
WEDNESDAY = 2


class SchoolCalendar:
    """Says holiday, term Wednesday or other term day. Before the first stored period, and from the
    last stored day of return on, the answer is None: unknown is never taken for term."""

    def __init__(self, holidays: Iterable[tuple[date, date]]):
        self.holidays = sorted(holidays)
        self.first_days = [first for first, _ in self.holidays]
        self.end = max((back for _, back in self.holidays), default=date.min)

    @classmethod
    def of_zone(cls, zone: str) -> "SchoolCalendar":
        """One SQL statement."""
        return cls(SchoolHoliday.objects.filter(zone=zone).values_list("first_day", "return_day"))

    def period_of(self, day: date) -> str | None:
        if not self.holidays or day < self.first_days[0] or day >= self.end:
            return None
        for first, back in self.holidays[: bisect_right(self.first_days, day)]:
            if first <= day < back:
                return HOLIDAY
        return TERM_WEDNESDAY if day.weekday() == WEDNESDAY else TERM_OTHER
