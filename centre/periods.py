"""Stretches of local days. Half-open ``[start, end)``; people read and type the last day included."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

YEARS = range(1900, 2201)  # that someone may mean; the others are slips of the keyboard
SCHOOL_YEAR_START = (9, 1)  # 1 September; a school year ends on 31 August


class PeriodRefused(ValueError):
    """The words do not say a period; the message is French and says what to write."""


@dataclass(frozen=True, order=True)
class Period:
    start: date
    end: date

    def __post_init__(self):
        if self.end <= self.start:
            raise PeriodRefused("La période finit avant de commencer : vérifiez les deux dates.")

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def month_of(cls, day: date) -> "Period":
        first = day.replace(day=1)
        return cls(first, (first + timedelta(days=31)).replace(day=1))

    @classmethod
    def between(cls, first_day: date, last_day: date) -> "Period":
        """Both days included."""
        if last_day == date.max:
            raise PeriodRefused("La période va trop loin : vérifiez la seconde date.")
        return cls(first_day, last_day + timedelta(days=1))

    @classmethod
    def school_year(cls, text: str) -> "Period":
        """``2020-2021``: from 1 September 2020 to 31 August 2021."""
        match = re.fullmatch(r"([1-9][0-9]{3})-([0-9]{4})", text.strip())
        if not match or int(match[2]) != int(match[1]) + 1:
            raise PeriodRefused(f"« {text} » n’est pas une année scolaire : écrivez 2020-2021.")
        first = int(match[1])
        return cls(date(first, *SCHOOL_YEAR_START), date(first + 1, *SCHOOL_YEAR_START))

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def previous_year(self) -> "Period":
        """The same days one year before (29 February falls back on the 28th)."""
        return Period(_year_before(self.start), _year_before(self.end))


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def school_year_of(day: date) -> str:
    """The school year that holds `day`: ``2020-2021`` runs from 1 September to 31 August."""
    first = day.year if (day.month, day.day) >= SCHOOL_YEAR_START else day.year - 1
    return f"{first}-{first + 1}"
