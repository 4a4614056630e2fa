"""Measured values as French words: the same number reads the same on a tile, a bar, a table or a sentence."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reporting.figures.figure import Value
from reporting.typography import NBSP, THIN

NOTHING = "–"  # over nothing, or never recorded: never 0
NOT_RECORDED = "Non renseigné"

# unit -> one, several, decimals
UNITS = {
    "people": ("personne", "personnes", 0),
    "households": ("famille", "familles", 0),
    "attendances": ("présence", "présences", 0),
    "cases": ("dossier", "dossiers", 0),
    "sessions": ("séance", "séances", 0),
    "outings": ("sortie", "sorties", 0),
    "events": ("temps fort", "temps forts", 0),
    "stays": ("séjour", "séjours", 0),
    "days": ("jour", "jours", 0),
    "hours": ("heure", "heures", 2),
    "years": ("an", "ans", 1),
    "supports": ("accompagnement", "accompagnements", 0),
    "memberships": ("adhésion", "adhésions", 0),
    "staff": ("professionnel", "professionnels", 0),
    "fte": ("équivalent temps plein", "équivalents temps plein", 2),
    "meetings": ("réunion", "réunions", 0),
    "seats": ("siège", "sièges", 0),
    "funders": ("financeur", "financeurs", 0),
    "activities": ("activité", "activités", 0),
    "facilities": ("lieu", "lieux", 0),
    "partners": ("partenaire", "partenaires", 0),
    "eur": ("€", "€", 2),
    "eur_per_hour": (f"€{NBSP}par heure", f"€{NBSP}par heure", 2),
    "percent": ("%", "%", 1),
}
ALWAYS_TWO_DECIMALS = {"eur", "eur_per_hour"}
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT_MONTHS = ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]


def format_number(value: Value, unit: str = "") -> str:
    """1488 -> « 1 488 », 0.39 -> « 0,39 », None -> « – ». Decimals of the unit, without needless zeros."""
    if value is None:
        return NOTHING
    decimals = UNITS.get(unit, ("", "", 2))[2]
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if unit not in ALWAYS_TWO_DECIMALS or abs(rounded) >= 1000 and rounded == rounded.to_integral_value():
        rounded = rounded.normalize()
    return f"{rounded:,f}".replace(",", THIN).replace(".", ",").replace("-", "−")


def unit_word(value: Value, unit: str) -> str:
    """The unit as it reads after `value`: French is singular below 2."""
    if unit not in UNITS:
        return ""
    one, several, _ = UNITS[unit]
    return one if value is None or abs(value) < 2 else several


def with_unit(value: Value, unit: str) -> str:
    """« 97 personnes », « 0,39 € par heure », « – »."""
    if value is None:
        return NOTHING
    word = unit_word(value, unit)
    return f"{format_number(value, unit)}{NBSP}{word}" if word else format_number(value, unit)


def short_unit(value: Value, unit: str) -> str:
    """The sign that a bare number keeps wherever it stands: money and rates."""
    sign = {"eur": "€", "eur_per_hour": "€/h", "percent": "%"}.get(unit)
    number = format_number(value, unit)
    return number if value is None or not sign else f"{number}{NBSP}{sign}"


def long_date(day: date) -> str:
    """« 1er janvier 2021 », « 11 juin 2021 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


def month_name(text: str) -> str:
    """« 2021-03 » -> « mars 2021 »."""
    year, month = text.split("-")
    return f"{MONTHS[int(month) - 1]}{NBSP}{year}"


def short_month(text: str) -> str:
    """« 2021-03 » -> « mars », « 2021-09 » -> « sept. »: twelve of them stand side by side."""
    return SHORT_MONTHS[int(text.split("-")[1]) - 1]
