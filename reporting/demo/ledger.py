"""The records of the demo year, kept in memory until they are all there, then written a table at a time.

Nothing here asks the database, the clock or chance: the same seed makes the same records at each run.
"""

from random import Random

from django.db import models, transaction

from activities.models import (
    Activity,
    Alias,
    Attendance,
    Barrier,
    ChildcareMonth,
    Enrolment,
    ExitReason,
    Outcome,
    OutcomeKind,
    Payment,
    Prescriber,
    Schedule,
    Session,
    Support,
    SupportNote,
    SupportStep,
    Tally,
    Theme,
)
from centre.keys import ALPHABET
from centre.models import (
    Assignment,
    Body,
    Centre,
    Facility,
    FacilityKind,
    Funder,
    FunderKind,
    Grant,
    Mandate,
    Meeting,
    Mission,
    Partner,
    PartnerKind,
    Profession,
    SchoolHoliday,
    Season,
    Sector,
    StaffMember,
    VolunteerHours,
)
from centre.vocabularies import Term
from members.models import (
    Consent,
    District,
    EmergencyContact,
    FamilyQuotient,
    HealthAlert,
    Household,
    HouseholdAddress,
    HouseholdMember,
    HouseholdSituation,
    Membership,
    Person,
    Pickup,
    School,
    Schooling,
    SituationKind,
)
from reporting.models import Indicator

SEED = "alma 2021"
BATCH = 500

# A table stands after the tables that it points to.
TABLES = [
    Centre, SchoolHoliday, Season, Sector, FacilityKind, Facility, Theme, Profession, Mission, FunderKind, PartnerKind,
    SituationKind, Barrier, Prescriber, ExitReason, OutcomeKind, District, School, Person, Household, HouseholdAddress,
    HouseholdMember, HouseholdSituation, FamilyQuotient, Schooling, Consent, EmergencyContact, Pickup, HealthAlert,
    Membership, StaffMember, Activity, Activity.themes.through, Activity.team.through, Schedule,
    Assignment, VolunteerHours, Funder, Grant, Partner, Body, Mandate, Meeting, Enrolment, Session,
    Session.also_activities.through, Session.staff.through, Alias, Attendance, Tally, Support, Support.barriers.through,
    SupportStep, SupportNote, Outcome, ChildcareMonth, Payment, Indicator,
]  # fmt: skip
# A row that points to its own table is written after the others.
POINTS_TO_ITSELF = {Activity: "parent_id", Mandate: "substitute_of_id", Payment: "reverses_id"}
# What the database may know already: the words of an open list, the school holidays.
KNOWN_BY = {SchoolHoliday: ("zone", "first_day")}


class Ledger:
    def __init__(self, seed: str = SEED, keys: str = ""):
        """`keys` is a seed of their own, for records that join those of another ledger in the database."""
        self.seed = seed
        self.tables: dict[type[models.Model], list[models.Model]] = {table: [] for table in TABLES}
        self.named: dict[tuple[type[models.Model], str], models.Model] = {}
        self._keys = self.dice(f"keys {keys}".rstrip())

    def dice(self, name: str) -> Random:
        """Chance of its own for each idea, so that a change in one does not reshuffle the others."""
        return Random(f"{self.seed} {name}")

    def key(self) -> str:
        return "".join(self._keys.choice(ALPHABET) for _ in range(10))

    def add(self, record: models.Model) -> models.Model:
        self.tables[type(record)].append(record)
        if slug := getattr(record, "slug", ""):
            self.named[type(record), slug] = record
        return record

    def term(self, vocabulary: type[Term], slug: str, name: str = "") -> Term:
        """The word of this slug, written down the first time with its name."""
        return self.named.get((vocabulary, slug)) or self.add(vocabulary(slug=slug, name=name))

    def activity(self, slug: str) -> Activity:
        return self.named[Activity, slug]

    def all(self, table: type[models.Model]) -> list[models.Model]:
        return self.tables[table]

    def visits_of(self, person: Person) -> list[Attendance]:
        return [visit for visit in self.tables[Attendance] if visit.person is person]

    def visits_to(self, session: Session) -> list[Attendance]:
        return [visit for visit in self.tables[Attendance] if visit.session is session]

    @transaction.atomic
    def save(self) -> None:
        for table, rows in self.tables.items():
            for wave in _waves(table, _unknown(table, rows)):
                table.objects.bulk_create(wave, batch_size=BATCH)


def _unknown(table: type[models.Model], rows: list[models.Model]) -> list[models.Model]:
    """The rows that the database does not hold yet; the others take the number they have there."""
    fields = KNOWN_BY.get(table) or (("slug",) if issubclass(table, Term) else ())
    if not fields:
        return rows
    known = {tuple(row[1:]): row[0] for row in table.objects.values_list("pk", *fields)}
    for row in rows:
        row.pk = known.get(tuple(getattr(row, field) for field in fields))
    return [row for row in rows if row.pk is None]


def _waves(table: type[models.Model], rows: list[models.Model]) -> list[list[models.Model]]:
    if table not in POINTS_TO_ITSELF:
        return [rows]
    relation = POINTS_TO_ITSELF[table].removesuffix("_id")
    return [
        [row for row in rows if getattr(row, relation) is None],
        [row for row in rows if getattr(row, relation) is not None],
    ]
