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
    Activity,
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
    Household,
    HouseholdAddress,
    MembershipKind,
    School,
    Schooling,
    Sex,
    SituationKind,
)
from reporting.figures.figure import FigureRefused
from reporting.figures.readers import band_name

TERM = "term"  # as a filter, both kinds of term day
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
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


@dataclass(frozen=True)
class Split:
    name: str
    label: str  # « par … »
    read: Callable[[str], object]  # what people type -> value
    exists: Callable[[object, object], bool]  # (value, house) -> is it a word we know?
    order: Callable[[object, object], object]  # (value, house) -> sort key
    names: Callable[[list], dict] = lambda values: {}  # values -> what people read, in one SQL


def _slug(text: str) -> str:
    return text if re.fullmatch(r"[-\w]+", text, re.ASCII) else slugify(text)


def _alphabetical(value, house):
    return (1, "") if value == "none" else (0, str(value).casefold())


def words(name, label, model, field="slug", extra=(), read=_slug, order=_alphabetical, title="name"):
    """A split whose values are rows of a table, known by `field`."""

    def exists(value, house):
        return value in extra or model.objects.filter(**{field: value}).exists()

    def names(values):
        found = model.objects.filter(**{f"{field}__in": values}).values_list(field, title)
        return {**dict(found), **({"none": "sans"} if extra else {})}

    return Split(name, label, read, exists, order, names)


def choices(name, label, labels: dict, also=()):
    """A closed list, in the order it is declared."""
    order = {value: i for i, value in enumerate(labels)}
    return Split(
        name,
        label,
        str,
        lambda value, house: value in labels or value in also,
        lambda value, house: order[value],
        lambda values: labels,
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


def _lived_in(value, house):
    return any(model.objects.filter(municipality=value).exists() for model in (Household, HouseholdAddress, District))


def _sector_order(value, house):
    return (house.sector_positions.get(value, 0), str(value))


ANY = lambda value, house: True  # noqa: E731  (every well-written value exists)

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
            lambda values: dict(Activity.objects.filter(slug__in=values).values_list("slug", "name")),
        ),
        words("facility", "lieu", Facility),
        choices("kind", "type", dict(ActivityKind.choices)),
        choices("session_kind", "sorte de séance", dict(SessionKind.choices)),
        Split(
            "month",
            "mois",
            _read_month,
            ANY,
            lambda value, house: value,
            lambda values: {v: f"{MONTHS[int(v[5:]) - 1]} {v[:4]}" for v in values if v},
        ),
        Split(
            "weekday",
            "jour de la semaine",
            _read_weekday,
            ANY,
            lambda value, house: value,
            lambda values: dict(enumerate(WEEKDAYS)),
        ),
        choices(
            "school_period",
            "période scolaire",
            {
                HOLIDAY: "vacances scolaires",
                TERM_WEDNESDAY: "mercredis hors vacances",
                TERM_OTHER: "autres jours hors vacances",
            },
            also=(TERM,),
        ),
        choices("sex", "sexe", {Sex.FEMALE.value: "féminin", Sex.MALE.value: "masculin"}),
        Split(
            "age",
            "âge",
            _read_age,
            ANY,
            lambda value, house: int(value),
            lambda values: {v: "moins d’un an" if v == 0 else f"{v} ans" for v in values},
        ),
        Split(
            "age_band",
            "tranche d’âge",
            str,
            lambda value, house: value in _bands(house),
            lambda value, house: _bands(house).index(value),
            lambda values: {v: _band_words(v) for v in values if v},
        ),
        choices("group", "enfants et adultes", dict(Group.choices)),
        words("school", "école", School, field="name", read=str.strip),
        Split(
            "grade",
            "classe",
            str.strip,
            lambda value, house: value in GRADES or Schooling.objects.filter(grade=value).exists(),
            _grade_order,
        ),
        words("district", "quartier", District),
        Split("municipality", "commune", str.strip, _lived_in, _alphabetical),
        choices("priority_area", "quartier prioritaire", {"yes": "oui", "no": "non"}),
        words("situation", "situation du foyer", SituationKind, extra=("none",)),
        choices(
            "new_or_returning",
            "nouveaux ou déjà venus",
            {"new": "venus pour la première fois", "returning": "déjà venus"},
        ),
        choices("mode", "mode de venue", dict(AttendanceMode.choices)),
        choices(
            "counted",
            "façon de compter",
            {
                "named": "par nom",
                "alias": "par pseudonyme",
                "tally": "comptés",
                "estimate": "estimés",
            },
        ),
        choices("qualification", "qualification à l’entrée", dict(Qualification.choices)),
        words("barrier", "frein", Barrier),
        words("prescriber", "prescripteur", Prescriber),
        words("exit_reason", "motif de fin", ExitReason),
        words("outcome", "résultat", OutcomeKind),
        words("referent", "référent", StaffMember, field="key", read=str.strip),
        words("season", "saison", Season, field="name", read=str.strip),
        choices("membership_kind", "type d’adhésion", dict(MembershipKind.choices)),
        words("profession", "métier", Profession),
        choices("employment", "statut", dict(Employment.choices)),
        words("mission", "mission", Mission),
        words("body", "instance", Body),
        choices("holds_as", "qualité", dict(HoldsAs.choices)),
        words("funder", "financeur", Funder),
        words("funder_kind", "type de financeur", FunderKind),
        words("action_sheet", "fiche action", ActionSheet, title="title"),
    )
}

# The kinds of the records of the house are words of their own tables, not activity kinds.
KINDS_OF_RECORDS = {
    "facilities": words("kind", "type de lieu", FacilityKind),
    "partners": words("kind", "type de partenaire", PartnerKind),
}


def _band_words(band: str) -> str:
    low, high = age_range(band)
    return f"{low} ans et plus" if high is None else f"{low} à {high} ans"


def split_for(name: str, measure: str) -> Split:
    if name == "kind" and measure in KINDS_OF_RECORDS:
        return KINDS_OF_RECORDS[measure]
    return SPLITS[name]
