"""People and households."""

from members import models
from reporting.bundle.kinds import Amount, Choice, Day, Email, Number, SchoolYear, Text, YesNo
from reporting.bundle.links import Reference, Word
from reporting.bundle.tables.centre import slug_column
from reporting.bundle.tables.table import Column, Table

MOST = 2147483647  # of a positive integer, on both databases

DISTRICTS = Table(
    "districts",
    "Quartiers",
    models.District,
    (
        slug_column(),
        Column("name", "Nom", Text(150), also=("Quartier",)),
        Column("municipality", "Commune", Text(100), also=("Ville",)),
        Column("is_priority_area", "Quartier prioritaire", YesNo(), also=("QPV",)),
        Column("priority_from_on", "Prioritaire depuis le", Day(), extra=True),
        Column("priority_to_on", "Prioritaire jusqu’au", Day(), extra=True),
    ),
    key_field="slug",
)

HOUSEHOLDS = Table(
    "households",
    "Foyers",
    models.Household,
    (
        Column("key", "Clé", Text(80), key=True),
        Column("name", "Nom", Text(150), required=True),
        Column("address", "Adresse", Text(250)),
        Column("postcode", "Code postal", Text(10)),
        Column("municipality", "Commune", Text(100), also=("Ville",)),
        Column("district", "Quartier", Reference("districts", "slug")),
    ),
    key_field="key",
)

HOUSEHOLD_ADDRESSES = Table(
    "household_addresses",
    "Adresses des foyers",
    models.HouseholdAddress,
    (
        Column("household", "Foyer", Reference("households"), key=True),
        Column("from_on", "Depuis le", Day(), key=True, also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
        Column("address", "Adresse", Text(250)),
        Column("postcode", "Code postal", Text(10)),
        Column("municipality", "Commune", Text(100), also=("Ville",)),
        Column("district", "Quartier", Reference("districts", "slug")),
    ),
)

HOUSEHOLD_SITUATIONS = Table(
    "household_situations",
    "Situations des foyers",
    models.HouseholdSituation,
    (
        Column("household", "Foyer", Reference("households"), key=True),
        Column("kind", "Situation", Word(models.SituationKind), key=True),
        Column("from_on", "Depuis le", Day(), key=True, also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
    ),
)

FAMILY_QUOTIENTS = Table(
    "family_quotients",
    "Quotients familiaux",
    models.FamilyQuotient,
    (
        Column("household", "Foyer", Reference("households"), key=True),
        Column("on", "Le", Day(), key=True, also=("Date",)),
        Column("value", "Quotient familial", Number(MOST), required=True, also=("QF", "Valeur")),
    ),
)

PEOPLE = Table(
    "people",
    "Personnes",
    models.Person,
    (
        Column("key", "Clé", Text(80), key=True),
        Column("last_name", "Nom", Text(100), required=True, also=("Nom de famille",)),
        Column("first_name", "Prénom", Text(100)),
        Column("birth_date", "Date de naissance", Day(), also=("Né le", "Née le", "Naissance")),
        Column("birth_year", "Année de naissance", Number(2100, 1890)),
        Column("sex", "Sexe", Choice(models.Sex)),
        Column("email", "Adresse électronique", Email(254), also=("E-mail", "Courriel", "Mail")),
        Column("phone", "Téléphone", Text(30)),
        Column("usual_name", "Nom d’usage", Text(100), extra=True),
        Column("is_birth_year_estimated", "Année estimée", YesNo(), extra=True),
        Column("is_to_complete", "À compléter", YesNo(), extra=True),
    ),
    key_field="key",
)

HOUSEHOLD_MEMBERS = Table(
    "household_members",
    "Membres des foyers",
    models.HouseholdMember,
    (
        Column("household", "Foyer", Reference("households"), key=True),
        Column("person", "Personne", Reference("people"), key=True),
        Column("from_on", "Depuis le", Day(), key=True, also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
        Column("role", "Place", Choice(models.households.HouseholdRole), also=("Rôle",)),
        Column("is_main", "Foyer principal", YesNo()),
    ),
)

SCHOOLINGS = Table(
    "schoolings",
    "Scolarités",
    models.Schooling,
    (
        Column("person", "Personne", Reference("people"), key=True),
        Column("school_year", "Année scolaire", SchoolYear(), key=True),
        Column("school", "École", Word(models.School, "name"), also=("Établissement",)),
        Column("grade", "Classe", Text(30)),
    ),
)

MEMBERSHIPS = Table(
    "memberships",
    "Adhésions",
    models.Membership,
    (
        Column("season", "Saison", Reference("seasons", "name"), key=True),
        Column("kind", "Type", Choice(models.MembershipKind), key=True),
        Column("household", "Foyer", Reference("households"), key=True),
        Column("person", "Personne", Reference("people"), key=True),
        Column("paid_on", "Payée le", Day(), key=True, also=("Date de paiement",)),
        Column("amount", "Montant", Amount(8)),
        Column("method", "Moyen de paiement", Choice(models.PaymentMethod), also=("Paiement",)),
        Column("number", "Numéro", Text(40)),
    ),
)

CONSENTS = Table(
    "consents",
    "Autorisations",
    models.Consent,
    (
        Column("person", "Personne", Reference("people"), key=True),
        Column("kind", "Objet", Choice(models.ConsentKind), key=True),
        Column("given_by", "Donné par", Text(200), key=True),
        Column("from_on", "Depuis le", Day(), key=True, also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
        Column("withdrawn_on", "Retiré le", Day()),
    ),
)
