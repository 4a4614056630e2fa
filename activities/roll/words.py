"""What a roll says of its rows, in French."""

from datetime import datetime

from django.utils.timezone import localtime

from activities.models import AttendanceMode, AttendanceStatus, SessionStatus
from centre.templatetags.trame import day, hour
from centre.words import number_text

UNMARKED = "pas encore pointé"
NAMES = {"starts_at": "début", "ends_at": "fin", "topic": "sujet", "staff": "équipe", "note": "note"}


def said(values: dict) -> str:
    """« présent, arrivée 8 h 05 » from the fields of a row, as a change keeps them."""
    return ", ".join(text for name, value in values.items() if (text := said_of(name, value)))


def said_of(name: str, value) -> str:
    match name:
        case "status":
            return dict(STATUSES).get(value, value)
        case "arrived_at":
            return f"arrivée {clock(value)}" if value else "sans heure d’arrivée"
        case "left_at":
            return f"départ {clock(value)}" if value else "sans heure de départ"
        case "mode":
            return AttendanceMode(value).label.lower() if value else "sans mode"
        case "case_count":
            return f"{number_text(value)}\u00a0dossier{'s' if value > 1 else ''}"
        case "count":
            return number_text(value)
        case "starts_at" | "ends_at":
            return f"{NAMES[name]} {clock(value)}"
        case "is_roll_open":
            return "appel en cours" if value else "appel clos"
        case _:
            return f"{NAMES.get(name, name)} «\u00a0{value}\u00a0»" if value else f"sans {NAMES.get(name, name)}"


STATUSES = {
    "": UNMARKED,
    **{status.value: status.label.lower() for status in AttendanceStatus},
    **{status.value: status.label.lower() for status in SessionStatus},
}


def clock(instant: datetime | str) -> str:
    """The hour of an instant, or of its ISO text."""
    return hour(localtime(datetime.fromisoformat(instant) if isinstance(instant, str) else instant))


def moment(instant: datetime, of_day) -> str:
    """« 14 h 03 », or « le 9 mars 2021 à 14 h 03 » on another day than that of the session."""
    local = localtime(instant)
    return clock(instant) if local.date() == of_day else f"le {day(local.date())} à {clock(instant)}"


def at_moment(instant: datetime, of_day) -> str:
    """The same in a sentence: « à 14 h 03 », « le 9 mars 2021 à 14 h 03 »."""
    words = moment(instant, of_day)
    return f"à {words}" if words == clock(instant) else words
