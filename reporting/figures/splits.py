"""Splits: how facts fall apart, and therefore how they may be filtered.

Each has a French name, a natural order, a way to read what people type, and a vocabulary that says
which words exist. None is « non renseigné », always last.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import slugify

from activities.models import (
    ActionSheet,
    ActivityKind,
    AttendanceMode,
    Barrier,
    ExitReason,
    Group,
    OutcomeKind,
    Prescriber,
    Qualification,
    SessionKind,
    Theme,
)
from centre.models import (
    Body,
    Employment,
    Facility,
    FacilityKind,
    Funder,
    FunderKind,
    HoldsAs,
    Mission,
    PartnerKind,
    Profession,
    Season,
    Sector,
    StaffMember,
)
from centre.school_calendar import HOLIDAY, TERM_OTHER, TERM_WEDNESDAY
from members.models import (
    GRADES,
    District,
    MembershipKind,
    Sex,
    SituationKind,
)
from reporting.figures.figure import FigureRefused
from reporting.figures.readers import band_name

TERM = "term"  # as a filter, both kinds of term day


@dataclass(frozen=True)
class Split:
    name: str
    label: str  # « par … »
    read: Callable[[str], object]  # what people type -> value
    exists: Callable[[object, object], bool]  # (value, house) -> is it a word we know?
    order: Callable[[object, object], object]  # (value, house) -> sort key
    closed: tuple = ()  # every word there is, when the list is closed


def _slug(text: str) -> str:
    return text if re.fullmatch(r"[-\w]+", text, re.ASCII) else slugify(text)


def _alphabetical(value, house):
    return (1, "") if value == "none" else (0, str(value).casefold())


def words(name, label, model, field="slug", extra=(), read=_slug, order=_alphabetical):
    """A split whose values are rows of a table, known by `field`."""

    def exists(value, house):
        return value in extra or model.objects.filter(**{field: value}).exists()

    return Split(name, label, read, exists, order)


def choices(name, label, values, also=()):
    """A closed list, in the order it is declared."""
    order = {value: i for i, value in enumerate(values)}
    return Split(
        name,
        label,
        str,
        lambda value, house: value in values or value in also,
        lambda value, house: order[value],
        (*values, *also),
    )


def _read_age(text: str):
    match = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3})|(\+))?", text.strip())
    if not match or (match[2] and int(match[2]) < int(match[1])):
        raise FigureRefused(f"« {text} » n’est pas un âge : écrivez 12, 11-15 ou 75+.")
    return text.strip()


def age_range(value) -> tuple[int, int | None]:
    """``11-15`` -> (11, 15); ``12`` -> (12, 12); ``75+`` -> (75, None)."""
    low, dash, high = str(value).rstrip("+").partition("-")
    if str(value).endswith("+"):
        return int(low), None
    return int(low), int(high) if dash else int(low)


def _read_weekday(text: str):
    if not re.fullmatch(r"[0-6]", text.strip()):
        raise FigureRefused(f"« {text} » n’est pas un jour : écrivez 0 (lundi) à 6 (dimanche).")
    return int(text)


def _read_month(text: str):
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text.strip()):
        raise FigureRefused(f"« {text} » n’est pas un mois : écrivez 2021-03.")
    return text.strip()


def _bands(house):
    return [band_name(*band) for band in house.bands]


def _grade_order(value, house):
    return (0, GRADES.index(value), "") if value in GRADES else (1, 0, str(value).casefold())


def _sector_order(value, house):
    return (house.sector_positions.get(value, 0), str(value))


ANY = lambda value, house: True  # noqa: E731  (a number, a date, or a label that staff write as they like)

SPLITS = {
    split.name: split
    for split in (
        words("sector", "pôle", Sector, order=_sector_order),
        words("theme", "thème", Theme, extra=("none",)),
        Split(
            "activity",
            "activité",
            _slug,
            lambda value, house: value in house.trees,
            _alphabetical,
        ),
        words("facility", "lieu", Facility),
        choices("kind", "type", ActivityKind.values),
        choices("session_kind", "sorte de séance", SessionKind.values),
        Split(
            "month",
            "mois",
            _read_month,
            ANY,
            lambda value, house: value,
        ),
        Split(
            "weekday",
            "jour de la semaine",
            _read_weekday,
            ANY,
            lambda value, house: value,
        ),
        choices(
            "school_period",
            "période scolaire",
            (HOLIDAY, TERM_WEDNESDAY, TERM_OTHER),
            also=(TERM,),
        ),
        choices("sex", "sexe", Sex.values),
        Split(
            "age",
            "âge",
            _read_age,
            ANY,
            lambda value, house: int(value),
        ),
        Split(
            "age_band",
            "tranche d’âge",
            str,
            lambda value, house: value in _bands(house),
            lambda value, house: _bands(house).index(value),
        ),
        choices("group", "enfants et adultes", Group.values),
        Split("school", "école", str.strip, ANY, _alphabetical),
        Split("grade", "classe", str.strip, ANY, _grade_order),
        words("district", "quartier", District),
        Split("municipality", "commune", str.strip, ANY, _alphabetical),
        choices("priority_area", "quartier prioritaire", ("yes", "no")),
        words("situation", "situation du foyer", SituationKind, extra=("none",)),
        choices(
            "new_or_returning",
            "nouveaux ou déjà venus",
            ("new", "returning"),
        ),
        choices("mode", "mode de venue", AttendanceMode.values),
        choices(
            "counted",
            "façon de compter",
            ("named", "alias", "tally", "estimate"),
        ),
        choices("qualification", "qualification à l’entrée", Qualification.values),
        words("barrier", "frein", Barrier),
        words("prescriber", "prescripteur", Prescriber),
        words("exit_reason", "motif de fin", ExitReason),
        words("outcome", "résultat", OutcomeKind),
        words("referent", "référent", StaffMember, field="key", read=str.strip),
        words("season", "saison", Season, field="name", read=str.strip),
        choices("membership_kind", "type d’adhésion", MembershipKind.values),
        words("profession", "métier", Profession),
        choices("employment", "statut", Employment.values),
        words("mission", "mission", Mission),
        words("body", "instance", Body),
        choices("holds_as", "qualité", HoldsAs.values),
        words("funder", "financeur", Funder),
        words("funder_kind", "type de financeur", FunderKind),
        words("action_sheet", "fiche action", ActionSheet),
    )
}

# The kinds of the records of the house are words of their own tables, not activity kinds.
KINDS_OF_RECORDS = {
    "facilities": words("kind", "type de lieu", FacilityKind),
    "partners": words("kind", "type de partenaire", PartnerKind),
}


def split_for(name: str, measure: str) -> Split:
    if name == "kind" and measure in KINDS_OF_RECORDS:
        return KINDS_OF_RECORDS[measure]
    return SPLITS[name]
