"""What happens: activities, sessions, who came, supports, childcare, grants of action sheets."""

from activities import models
from centre.models import Grant
from members.models import Sex
from reporting.bundle.kinds import (
    Amount,
    Choice,
    Day,
    Hour,
    HourOfSession,
    Instant,
    Month,
    Number,
    Text,
    YesNo,
)
from reporting.bundle.links import Reference, References, Word, Words
from reporting.bundle.tables.centre import slug_column
from reporting.bundle.tables.members import MOST
from reporting.bundle.tables.table import Column, Table

YEAR = Number(2200, 1990)

ACTIVITIES = Table(
    "activities",
    "Activités",
    models.Activity,
    (
        slug_column(120),
        Column("name", "Nom", Text(200), required=True, also=("Activité",)),
        Column("sector", "Pôle", Reference("sectors", "slug"), required=True, also=("Secteur",)),
        Column("facility", "Lieu", Reference("facilities", "slug")),
        Column("kind", "Type", Choice(models.ActivityKind)),
        Column("status", "État", Choice(models.ActivityStatus), also=("Statut",)),
        Column("counting", "Comptage", Choice(models.Counting)),
        Column("themes", "Thèmes", Words(models.Theme)),
        Column("parent", "Fait partie de", Reference("activities", "slug")),
        Column("age_min", "Âge minimum", Number()),
        Column("age_max", "Âge maximum", Number()),
        Column("capacity", "Places", Number(), also=("Capacité",)),
        Column("from_on", "Depuis le", Day(), also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
        Column("action_sheet", "Fiche action", Word(models.ActionSheet)),
        Column("season", "Saison", Reference("seasons", "name"), extra=True),
        Column("team", "Équipe", References("staff"), extra=True),
    ),
    key_field="slug",
)

GRANTS = Table(
    "grants",
    "Subventions",
    Grant,
    (
        Column("funder", "Financeur", Reference("funders", "slug"), key=True),
        Column("year", "Année", YEAR, key=True),
        Column("action_sheet", "Fiche action", Word(models.ActionSheet), key=True),
        Column("asked", "Demandé", Amount(12)),
        Column("granted", "Accordé", Amount(12)),
        Column("received", "Reçu", Amount(12)),
    ),
)

SCHEDULES = Table(
    "schedules",
    "Horaires",
    models.Schedule,
    (
        Column("activity", "Activité", Reference("activities", "slug"), key=True),
        Column("weekday", "Jour", Choice(models.Weekday), key=True),
        Column("starts_at", "De", Hour(), key=True, also=("Début", "Heure de début")),
        Column("ends_at", "À", Hour(), key=True, also=("Fin", "Heure de fin")),
        Column("when", "Période", Choice(models.ScheduleWhen), key=True),
        Column("from_on", "Depuis le", Day(), key=True),
        Column("to_on", "Jusqu’au", Day()),
    ),
)

SESSIONS = Table(
    "sessions",
    "Séances",
    models.Session,
    (
        Column("key", "Clé", Text(80), key=True),
        Column("activity", "Activité", Reference("activities", "slug"), required=True),
        Column("also_activities", "Partagée avec", References("activities", "slug")),
        Column("kind", "Type", Choice(models.SessionKind)),
        Column("starts_at", "Début", Instant(), required=True),
        Column("ends_at", "Fin", Instant(), required=True),
        Column("setup_minutes", "Minutes d’organisation", Number()),
        Column("status", "État", Choice(models.SessionStatus), also=("Statut",)),
        Column("place", "Endroit", Text(150), also=("Lieu",)),
        Column("topic", "Sujet", Text(250)),
        Column("cancellation_reason", "Motif d’annulation", Text(250), extra=True),
        Column("staff", "Équipe", References("staff"), extra=True),
    ),
    key_field="key",
)

ENROLMENTS = Table(
    "enrolments",
    "Inscriptions",
    models.Enrolment,
    (
        Column("person", "Personne", Reference("people"), key=True),
        Column("activity", "Activité", Reference("activities", "slug"), key=True),
        Column("from_on", "Depuis le", Day(), key=True, also=("Début",)),
        Column("to_on", "Jusqu’au", Day(), also=("Fin",)),
        Column("status", "État", Choice(models.EnrolmentStatus), also=("Statut",)),
    ),
)

ALIASES = Table(
    "aliases",
    "Pseudonymes",
    models.Alias,
    (
        Column("key", "Code", Text(80), key=True, also=("Clé",)),
        Column("activity", "Activité", Reference("activities", "slug"), required=True),
        Column("year", "Année", YEAR, required=True),
        Column("group", "Groupe", Choice(models.Group), required=True),
        Column("sex", "Sexe", Choice(Sex)),
    ),
    key_field="key",
)

ATTENDANCES = Table(
    "attendances",
    "Présences",
    models.Attendance,
    (
        Column("session", "Séance", Reference("sessions"), key=True),
        Column("person", "Personne", Reference("people"), key=True),
        Column("alias", "Pseudonyme", Reference("aliases"), key=True),
        Column("status", "État", Choice(models.AttendanceStatus), also=("Statut", "Présence")),
        Column("household", "Foyer du jour", Reference("households"), also=("Foyer",)),
        Column("arrived_at", "Arrivée", HourOfSession()),
        Column("left_at", "Départ", HourOfSession()),
        Column("mode", "Mode", Choice(models.AttendanceMode)),
        Column("cases", "Dossiers traités", Number(), "case_count", also=("Dossiers",)),
    ),
)

TALLIES = Table(
    "tallies",
    "Comptages anonymes",
    models.Tally,
    (
        Column("session", "Séance", Reference("sessions"), key=True),
        Column("group", "Groupe", Choice(models.Group), key=True),
        Column("sex", "Sexe", Choice(Sex), key=True),
        Column("is_estimate", "Estimé", YesNo(), key=True),
        Column("count", "Nombre", Number(MOST), required=True),
    ),
)

SUPPORTS = Table(
    "supports",
    "Accompagnements",
    models.Support,
    (
        Column("key", "Clé", Text(80), key=True),
        Column("person", "Personne", Reference("people"), required=True),
        Column("activity", "Dispositif", Reference("activities", "slug"), required=True, also=("Activité",)),
        Column("entered_on", "Entrée le", Day(), required=True, also=("Entrée",)),
        Column("exited_on", "Fin d’accompagnement", Day(), also=("Fin",)),
        Column("household", "Foyer à l’entrée", Reference("households"), also=("Foyer",)),
        Column("qualification", "Qualification à l’entrée", Choice(models.Qualification), also=("Qualification",)),
        Column("barriers", "Freins", Words(models.Barrier)),
        Column("prescriber", "Prescripteur", Word(models.Prescriber)),
        Column("exit_reason", "Motif de fin", Word(models.ExitReason)),
        Column("referent", "Référent", Reference("staff")),
        Column("contract_from_on", "Contrat depuis le", Day(), extra=True),
        Column("contract_to_on", "Contrat jusqu’au", Day(), extra=True),
    ),
    key_field="key",
)

OUTCOMES = Table(
    "outcomes",
    "Résultats d’accompagnement",
    models.Outcome,
    (
        Column("support", "Accompagnement", Reference("supports"), key=True),
        Column("kind", "Résultat", Word(models.OutcomeKind), key=True, also=("Type",)),
        Column("on", "Le", Day(), key=True, also=("Date",)),
    ),
)

CHILDCARE_MONTHS = Table(
    "childcare_months",
    "Mois de garde",
    models.ChildcareMonth,
    (
        Column("person", "Enfant", Reference("people"), key=True, also=("Personne",)),
        Column("activity", "Halte-garderie", Reference("activities", "slug"), key=True, also=("Activité",)),
        Column("month", "Mois", Month(), key=True),
        Column("attended_hours", "Heures réalisées", Amount(7)),
        Column("invoiced_hours", "Heures facturées", Amount(7)),
        Column("amount", "Payé par la famille", Amount(8), also=("Montant",)),
    ),
)
