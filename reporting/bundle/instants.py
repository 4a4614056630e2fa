"""Days, months and hours as people type them; instants in local time, Europe/Paris."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone

from reporting.bundle.faults import CellRefused

DAY = r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4}))"
HOUR = r"(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<fraction>\d{1,6}))?)?"
DAY_ONLY = re.compile(rf"{DAY}(?:[T ]0?0:00(?::00)?)?")
HOUR_ONLY = re.compile(HOUR)
DAY_AND_HOUR = re.compile(rf"{DAY}[T ]{HOUR}(?P<offset>Z|[+-]\d{{2}}:\d{{2}})?")
SERIAL = re.compile(r"([1-9][0-9]{4})(?:[.,][0-9]+)?")
SERIAL_ORIGIN = date(1899, 12, 30)
FIRST_YEAR, LAST_YEAR = 1890, 2200
WRITE_A_DAY = "Écrivez la date comme 2021-03-31 ou 31/03/2021."
WRITE_AN_HOUR = "Écrivez l’heure comme 14:30."
WRITE_AN_INSTANT = "Écrivez le jour et l’heure comme 2021-03-31T14:30."


def _day(match: re.Match, text: str) -> date:
    try:
        day = date(*(int(match[name] or match[f"{name}2"]) for name in "ymd"))
    except ValueError:
        raise CellRefused(f"« {text} » n’est pas un jour du calendrier.", WRITE_A_DAY) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellRefused(
            f"L’année {day.year} est hors du possible.", f"Écrivez une année entre {FIRST_YEAR} et {LAST_YEAR}."
        )
    return day


def _hour(match: re.Match, text: str, remedy: str) -> time:
    try:
        fraction = int((match["fraction"] or "").ljust(6, "0") or 0)
        return time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), fraction)
    except ValueError:
        raise CellRefused(f"« {text} » n’est pas une heure.", remedy) from None


def read_day(text: str) -> date:
    if match := DAY_ONLY.fullmatch(text):
        return _day(match, text)
    _refuse_serial(text)
    raise CellRefused(f"« {text} » n’est pas une date.", WRITE_A_DAY)


def _refuse_serial(text: str) -> None:
    """Spreadsheets number the days; a cell without the format of a date shows that number."""
    if match := SERIAL.fullmatch(text):
        day = SERIAL_ORIGIN + timedelta(days=int(match[1]))
        raise CellRefused(
            f"« {text} » est un jour compté par le tableur, sans doute le {day:%d/%m/%Y}.",
            "Mettez la colonne au format « Date » avant d’enregistrer.",
        )


def read_hour(text: str) -> time:
    if match := HOUR_ONLY.fullmatch(text):
        return _hour(match, text, WRITE_AN_HOUR)
    raise CellRefused(f"« {text} » n’est pas une heure.", WRITE_AN_HOUR)


def read_instant(text: str) -> datetime:
    match = DAY_AND_HOUR.fullmatch(text)
    if not match:
        _refuse_serial(text)
        raise CellRefused(f"« {text} » n’est pas un jour et une heure.", WRITE_AN_INSTANT)
    local = datetime.combine(_day(match, text), _hour(match, text, WRITE_AN_INSTANT))
    if match["offset"]:
        return datetime.fromisoformat(local.isoformat() + match["offset"].replace("Z", "+00:00")).astimezone(UTC)
    return at(local.date(), local.time())


@lru_cache(maxsize=8192)
def at(day: date, hour: time) -> datetime:
    """The instant of a local hour: the first of two in October, refused when March skips it.

    In UTC: Python holds an hour of October's repetition different from the same instant elsewhere."""
    instant = datetime.combine(day, hour, tzinfo=timezone.get_default_timezone()).astimezone(UTC)
    back = local(instant)
    if back.replace(tzinfo=None) != datetime.combine(day, hour):
        raise CellRefused(
            f"Le {day:%d/%m/%Y} à {hour:%H:%M} n’existe pas : c’est l’heure sautée au passage à l’heure d’été.",
            f"Écrivez {back:%H:%M} ou l’heure juste.",
        )
    return instant


def local(instant: datetime) -> datetime:
    return instant.astimezone(timezone.get_default_timezone())


def write_hour(hour: time) -> str:
    return f"{hour:%H:%M}" if not (hour.second or hour.microsecond) else hour.isoformat()


def write_instant(instant: datetime) -> str:
    """Local time; with its offset only for the second of the two hours of October."""
    instant = local(instant)
    offset = ""
    if instant.fold:
        minutes = instant.utcoffset() // timedelta(minutes=1)
        offset = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return f"{instant:%Y-%m-%d}T{write_hour(instant.time())}{offset}"
