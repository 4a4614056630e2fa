"""What people read in place of the slugs and codes of a split."""

from collections.abc import Iterable

from django.db.models import F, TextField, Value
from django.db.models.functions import Cast

from activities.models import (
    ActionSheet,
    Activity,
    ActivityKind,
    Barrier,
    ExitReason,
    OutcomeKind,
    Prescriber,
    Qualification,
    SessionKind,
    Theme,
)
from activities.models.attendance import AttendanceMode, Group
from centre.models import (
    Body,
    Facility,
    Funder,
    FunderKind,
    Mission,
    Profession,
    Sector,
    StaffMember,
)
from centre.models.governance import HoldsAs
from centre.models.staff import Employment
from members.models import FULL_AGE, District, SituationKind
from members.models.memberships import MembershipKind
from reporting.drawing import NOT_RECORDED, month_name
from reporting.typography import NBSP

# split -> its name as the head of a column
SPLIT_NAMES = {
    "sector": "Pôle",
    "theme": "Thème",
    "activity": "Activité",
    "facility": "Lieu",
    "kind": "Type",
    "session_kind": "Type de séance",
    "month": "Mois",
    "weekday": "Jour",
    "school_period": "Période",
    "sex": "Sexe",
    "age": "Âge",
    "age_band": "Âge",
    "group": "Public",
    "school": "École",
    "grade": "Classe",
    "district": "Quartier",
    "municipality": "Commune",
    "priority_area": "Quartier prioritaire",
    "situation": "Situation",
    "new_or_returning": "Venue",
    "mode": "Accueil",
    "counted": "Comptage",
    "qualification": "Qualification",
    "barrier": "Frein",
    "prescriber": "Prescripteur",
    "exit_reason": "Motif de fin",
    "outcome": "Résultat",
    "referent": "Référent",
    "season": "Saison",
    "membership_kind": "Adhésion",
    "profession": "Métier",
    "employment": "Statut",
    "mission": "Mission",
    "body": "Instance",
    "holds_as": "Qualité",
    "funder": "Financeur",
    "funder_kind": "Type de financeur",
    "action_sheet": "Fiche action",
}
CODES = {
    "sex": {"F": "Filles et femmes", "M": "Garçons et hommes"},
    "group": dict(Group.choices),
    "school_period": {
        "holiday": "Vacances scolaires",
        "term": "Hors vacances",
        "term_wednesday": "Mercredis hors vacances",
        "term_other": "Autres jours hors vacances",
    },
    "weekday": dict(enumerate(["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"])),
    "priority_area": {"yes": "En quartier prioritaire", "no": "Hors quartier prioritaire"},
    "new_or_returning": {"new": "Pour la première fois", "returning": "Déjà venus"},
    "counted": {
        "named": "Par nom",
        "alias": "Par pseudonyme",
        "tally": "Comptage anonyme",
        "estimate": "Comptage estimé",
    },
    "kind": dict(ActivityKind.choices),
    "session_kind": dict(SessionKind.choices),
    "mode": dict(AttendanceMode.choices),
    "qualification": dict(Qualification.choices),
    "membership_kind": dict(MembershipKind.choices),
    "employment": dict(Employment.choices),
    "holds_as": dict(HoldsAs.choices),
}
NONE_OF_THEM = {"theme": "Sans thème", "situation": "Sans situation particulière", "sector": "Sans pôle"}
# split -> model, the field that figures name it by, and the field that people read
VOCABULARIES = {
    "sector": (Sector, "slug"),
    "theme": (Theme, "slug"),
    "activity": (Activity, "slug"),
    "facility": (Facility, "slug"),
    "situation": (SituationKind, "slug"),
    "barrier": (Barrier, "slug"),
    "prescriber": (Prescriber, "slug"),
    "exit_reason": (ExitReason, "slug"),
    "outcome": (OutcomeKind, "slug"),
    "profession": (Profession, "slug"),
    "mission": (Mission, "slug"),
    "body": (Body, "slug"),
    "funder": (Funder, "slug"),
    "funder_kind": (FunderKind, "slug"),
    "district": (District, "slug"),
    "referent": (StaffMember, "key"),
    "action_sheet": (ActionSheet, "slug", "title"),
}
CHILDREN = {"F": "Filles", "M": "Garçons"}
ADULTS = {"F": "Femmes", "M": "Hommes"}
ALMOST_OF_AGE = 16  # « jeunes femmes et jeunes hommes »


class Labels:
    """One SQL statement for all the vocabularies, the first time a word of theirs is asked.

    >>> Labels().of("activity", "dynamik-ados")
    'Dynamik’Ados'
    """

    def __init__(self, known: dict[str, dict] | None = None):
        self.known = known if known is not None else {}

    def of(self, split: str, value) -> str:
        if value is None:
            return NOT_RECORDED
        if value in CODES.get(split, {}):
            return CODES[split][value]
        if value == "none" and split in NONE_OF_THEM:
            return NONE_OF_THEM[split]
        if split in ("age", "age_band"):
            return age_label(str(value))
        if split == "month":
            return month_name(str(value))
        return self.names(split).get(value, str(value))

    def names(self, split: str) -> dict:
        if split in VOCABULARIES and split not in self.known:
            self.known |= read_vocabularies()
        return self.known.get(split, {})

    def for_ages(self, age_min: int | None, age_max: int | None) -> "Labels":
        """The same words where everyone is a child, or everyone of age: « filles » or « femmes »."""
        words = (
            CHILDREN
            if age_max is not None and age_max < FULL_AGE
            else ADULTS
            if (age_min or 0) >= ALMOST_OF_AGE
            else None
        )
        return LabelsOfAges(self, words) if words else self

    def split_name(self, split: str) -> str:
        return SPLIT_NAMES.get(split, split)

    def filters(self, where: dict[str, Iterable]) -> str:
        """« Dynamik’Ados ; vacances scolaires »: the filters of a figure in words."""
        # Sorted: PostgreSQL gives back the keys of a stored object in an order of its own.
        return "\u202f; ".join(
            ", ".join(self.of(split, value) for value in values) for split, values in sorted(where.items()) if values
        )


def read_vocabularies() -> dict[str, dict]:
    names: dict[str, dict] = {split: {} for split in VOCABULARIES}
    first, *others = [words_of(split, *place) for split, place in VOCABULARIES.items()]
    for split, code, name in first.union(*others, all=True):
        names[split][code] = name
    return names


def words_of(split: str, model, code: str, name: str = "name"):
    words = {"split": Value(split), "code": F(code), "words": F(name)}
    words = {key: Cast(value, TextField()) for key, value in words.items()}
    return model.objects.order_by().values_list(*words.values())


class LabelsOfAges(Labels):
    def __init__(self, labels: Labels, sexes: dict[str, str]):
        super().__init__(labels.known)
        self.sexes = sexes

    def of(self, split: str, value) -> str:
        if split == "sex" and value in self.sexes:
            return self.sexes[value]
        return super().of(split, value)


def age_label(ages: str) -> str:
    """« 11-15 ans », « 75 ans et plus », « 3 ans »."""
    if ages.endswith("+"):
        return f"{ages[:-1]}{NBSP}ans et plus"
    low, _, high = ages.partition("-")
    if high and low != high:
        return f"{low}-{high}{NBSP}ans"
    return f"{low}{NBSP}{'an' if int(low) < 2 else 'ans'}"
