"""The house itself: identity, sectors, places, staff, money, bodies."""

from decimal import Decimal

from centre import models
from reporting.bundle.kinds import AgeBands, Amount, Choice, Color, Day, Email, Number, Text, listed_key, slug
from reporting.bundle.links import Holder, Reference, Word
from reporting.bundle.tables.table import Column, Table


def slug_column(max_length: int = 80) -> Column:
    return Column("slug", "Identifiant", slug(max_length), key=True)


CENTRE = Table(
    "centre",
    "Centre",
    models.Centre,
    (
        Column("name", "Nom", Text(150)),
        Column("address", "Adresse", Text(250)),
        Column("phone", "Téléphone", Text(30)),
        Column("email", "Adresse électronique", Email(254), also=("E-mail", "Courriel", "Mail")),
        Column("website", "Site", Text(200), also=("Site internet", "Site web")),
        Column("holiday_zone", "Zone de vacances", Choice(models.HolidayZone), also=("Zone",)),
        Column("season_start_month", "Premier mois de la saison", Number(12, 1)),
        Column("small_cell_threshold", "Seuil des petits effectifs", Number(least=1)),
        Column("age_bands", "Tranches d’âge", AgeBands(), extra=True),
        Column("volunteer_hour_rate", "Valeur d’une heure de bénévolat", Amount(6), extra=True),
    ),
)

SEASONS = Table(
    "seasons",
    "Saisons",
    models.Season,
    (
        Column("name", "Nom", Text(20), key=True, also=("Saison",)),
        Column("starts_on", "Premier jour", Day(), required=True, also=("Début",)),
        Column("ends_on", "Dernier jour", Day(), also=("Fin",)),
    ),
    key_field="name",
)

SCHOOL_HOLIDAYS = Table(
    "school_holidays",
    "Vacances scolaires",
    models.SchoolHoliday,
    (
        Column("zone", "Zone", Choice(models.HolidayZone), key=True),
        Column("first_day", "Premier jour sans classe", Day(), key=True),
        Column("return_day", "Jour de la reprise", Day(), required=True, also=("Reprise",)),
        Column("name", "Nom", Text(80)),
    ),
)

SECTORS = Table(
    "sectors",
    "Pôles",
    models.Sector,
    (
        slug_column(),
        Column("name", "Nom", Text(150), also=("Pôle", "Secteur")),
        Column("position", "Ordre", Number(), also=("Position",)),
        Column("color", "Couleur", Color()),
        Column("age_min", "Âge minimum", Number()),
        Column("age_max", "Âge maximum", Number()),
        Column("aims", "Objectifs", Text(), extra=True),
    ),
    key_field="slug",
)

FACILITIES = Table(
    "facilities",
    "Lieux",
    models.Facility,
    (
        slug_column(),
        Column("name", "Nom", Text(150), also=("Lieu",)),
        Column("kind", "Type", Word(models.FacilityKind)),
        Column("capacity", "Places", Number(), also=("Capacité",)),
        Column("opened_on", "Ouvert le", Day()),
    ),
    key_field="slug",
)

FUNDERS = Table(
    "funders",
    "Financeurs",
    models.Funder,
    (
        slug_column(),
        Column("name", "Nom", Text(150), also=("Financeur",)),
        Column("kind", "Type", Word(models.FunderKind)),
        Column("position", "Ordre sur la couverture", Number(), also=("Ordre", "Position")),
    ),
    key_field="slug",
)

PARTNERS = Table(
    "partners",
    "Partenaires",
    models.Partner,
    (
        slug_column(),
        Column("name", "Nom", Text(150), also=("Partenaire",)),
        Column("kind", "Type", Word(models.PartnerKind)),
    ),
    key_field="slug",
)

BODIES = Table(
    "bodies",
    "Instances",
    models.Body,
    (
        slug_column(),
        Column("name", "Nom", Text(150), also=("Instance",)),
        Column("kind", "Type", Choice(models.BodyKind)),
        Column("quorum", "Quorum", Number(), extra=True),
    ),
    key_field="slug",
)

MANDATES = Table(
    "mandates",
    "Mandats",
    models.Mandate,
    (
        Column("body", "Instance", Reference("bodies", "slug"), key=True),
        Column("holder", "Titulaire", Holder(), key=True),
        Column("from_on", "Depuis le", Day(), key=True, also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
        Column("holds_as", "Qualité", Choice(models.HoldsAs)),
        Column("substitute_of", "Suppléant de", Holder("substitute_of__")),
        Column("role", "Fonction", Text(80)),
    ),
)

MEETINGS = Table(
    "meetings",
    "Réunions d’instance",
    models.Meeting,
    (
        Column("body", "Instance", Reference("bodies", "slug"), key=True),
        Column("on", "Le", Day(), key=True, also=("Date",)),
        Column("agenda", "Ordre du jour", Text()),
        Column("present", "Présents", Number(), "present_count"),
        Column("represented", "Représentés", Number(), "represented_count"),
    ),
)

STAFF = Table(
    "staff",
    "Personnel",
    models.StaffMember,
    (
        Column("key", "Clé", listed_key(), key=True),
        Column("name", "Nom", Text(150), required=True),
        Column("employment", "Statut", Choice(models.Employment)),
        Column("person", "Personne", Reference("people")),
    ),
    key_field="key",
)

ASSIGNMENTS = Table(
    "assignments",
    "Affectations",
    models.Assignment,
    (
        Column("staff", "Personnel", Reference("staff"), "staff_member", key=True),
        Column("profession", "Métier", Word(models.Profession), key=True),
        Column("sector", "Pôle", Reference("sectors", "slug"), key=True, also=("Secteur",)),
        Column("facility", "Lieu", Reference("facilities", "slug"), key=True),
        Column("activity", "Activité", Reference("activities", "slug"), key=True),
        Column("from_on", "Depuis le", Day(), key=True, also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
        Column("fte", "Équivalent temps plein", Amount(4, most=Decimal(2)), also=("ETP",)),
    ),
)

VOLUNTEER_HOURS = Table(
    "volunteer_hours",
    "Heures de bénévolat",
    models.VolunteerHours,
    (
        Column("staff", "Bénévole", Reference("staff"), "staff_member", key=True, also=("Personnel",)),
        Column("on", "Le", Day(), key=True, also=("Date",)),
        Column("mission", "Mission", Word(models.Mission), key=True),
        Column("sector", "Pôle", Reference("sectors", "slug"), key=True, also=("Secteur",)),
        Column("hours", "Heures", Amount(6, least=Decimal("0.01")), required=True),
    ),
)
