"""Every record of the house in plain lists, and the small questions a clerk would ask of them."""

from datetime import date
from zoneinfo import ZoneInfo

from activities.models import (
    ActionSheet,
    Activity,
    Alias,
    Attendance,
    Barrier,
    ChildcareMonth,
    Enrolment,
    ExitReason,
    Outcome,
    OutcomeKind,
    Prescriber,
    Session,
    Support,
    Tally,
    Theme,
)
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
from members.models import (
    District,
    Household,
    HouseholdAddress,
    HouseholdMember,
    HouseholdSituation,
    Membership,
    Person,
    School,
    Schooling,
    SituationKind,
)

PARIS = ZoneInfo("Europe/Paris")
LOADED = [
    ActionSheet, Activity, Alias, Assignment, Attendance, Barrier, Body, ChildcareMonth, District, Enrolment,
    ExitReason, Facility, FacilityKind, Funder, FunderKind, Grant, Household, HouseholdAddress, HouseholdMember,
    HouseholdSituation, Mandate, Meeting, Membership, Mission, Outcome, OutcomeKind, Partner, PartnerKind, Person,
    Prescriber, Profession, School, SchoolHoliday, Schooling, Season, Sector, Session, SituationKind, StaffMember,
    Support, Tally, Theme, VolunteerHours,
]  # fmt: skip


def is_open(state, first_day: date, last_day: date) -> bool:
    """A dated state, on at least one of these days, both included."""
    return state.from_on <= last_day and (state.to_on is None or state.to_on > first_day)


def completed_years(born: date | None, birth_year: int | None, day: date) -> int | None:
    if born is not None:
        years = day.year - born.year
        return years if (day.month, day.day) >= (born.month, born.day) else years - 1
    return None if birth_year is None else day.year - birth_year


def group_of(age: int | None) -> str | None:
    if age is None:
        return None
    return "child" if age < 18 else "adult"


def school_year_of(day: date) -> str:
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}-{first + 1}"


class Records:
    """Loaded once with `.objects.all()`, then never asks the database again."""

    def __init__(self):
        self.rows = {model: {row.pk: row for row in model.objects.all()} for model in LOADED}
        self.centre = Centre.objects.first() or Centre(name="")
        self.also = self._pairs(Session.also_activities.through, "session_id", "activity_id")
        self.themes_of = self._pairs(Activity.themes.through, "activity_id", "theme_id")
        self.barriers_of = self._pairs(Support.barriers.through, "support_id", "barrier_id")
        zone = self.centre.holiday_zone
        self.holidays = [h for h in self.all(SchoolHoliday) if h.zone == zone]
        self.presences = [
            row
            for row in self.all(Attendance)
            if row.status == "present" and self.get(Session, row.session_id).status == "held"
        ]
        self.days = {s.pk: s.starts_at.astimezone(PARIS).date() for s in self.all(Session)}

    @staticmethod
    def _pairs(model, left, right):
        pairs = {}
        for row in model.objects.all():
            pairs.setdefault(getattr(row, left), []).append(getattr(row, right))
        return pairs

    def all(self, model):
        return list(self.rows[model].values())

    def get(self, model, pk):
        return None if pk is None else self.rows[model][pk]

    def slug(self, model, pk):
        row = self.get(model, pk)
        return None if row is None else row.slug

    # activities

    def activities_of(self, session):
        """The session's own activity first, then those it is shared with."""
        own = [session.activity_id, *self.also.get(session.pk, [])]
        return [self.get(Activity, pk) for pk in dict.fromkeys(own)]

    def line_of(self, activity):
        """The activity, the one it is part of, the one that one is part of…"""
        line = []
        while activity is not None:
            line.append(activity.slug)
            activity = self.get(Activity, activity.parent_id)
        return line

    def themes(self, activity):
        return [self.slug(Theme, pk) for pk in self.themes_of.get(activity.pk, [])] or ["none"]

    def school_period(self, day):
        if not self.holidays:
            return None
        if day < min(h.first_day for h in self.holidays) or day >= max(h.return_day for h in self.holidays):
            return None
        if any(h.first_day <= day < h.return_day for h in self.holidays):
            return "holiday"
        return "term_wednesday" if day.weekday() == 2 else "term_other"

    # people

    def age(self, person_id, day):
        person = self.get(Person, person_id)
        age = completed_years(person.birth_date, person.birth_year, day)
        return None if age is None else max(age, 0)  # enrolled before being born

    def age_band(self, age):
        if age is None:
            return None
        for low, high in self.centre.age_bands:
            if low <= age and (high is None or age <= high):
                return band_label(low, high)
        return None

    def schooling(self, person_id, day):
        """(school, grade) of the school year that holds the day."""
        for row in self.all(Schooling):
            if row.person_id == person_id and row.school_year == school_year_of(day):
                school = self.get(School, row.school_id)
                return (school.name if school else None), row.grade or None
        return None, None

    def came_before(self, person_id, day):
        return any(row.person_id == person_id and self.days[row.session_id] < day for row in self.presences)

    # households

    def residence(self, household_id, day):
        """(district, municipality, priority area) where the household lived that day."""
        if household_id is None:
            return None, None, None
        dated = [
            address
            for address in self.all(HouseholdAddress)
            if address.household_id == household_id and is_open(address, day, day)
        ]
        home = max(dated, key=lambda a: a.from_on, default=None) or self.get(Household, household_id)
        district = self.get(District, home.district_id)
        if district is None:
            return None, home.municipality or None, None
        priority = (
            district.is_priority_area
            and (district.priority_from_on is None or district.priority_from_on <= day)
            and (district.priority_to_on is None or day < district.priority_to_on)
        )
        return district.slug, home.municipality or None, "yes" if priority else "no"

    def situations(self, household_id, first_day, last_day):
        if household_id is None:
            return [None]
        found = {
            self.slug(SituationKind, row.kind_id)
            for row in self.all(HouseholdSituation)
            if row.household_id == household_id and is_open(row, first_day, last_day)
        }
        return sorted(found) or ["none"]

    def places_in(self, household_id, first_day, last_day):
        """The ids of the people who have a place in the household on one of these days."""
        return {
            row.person_id
            for row in self.all(HouseholdMember)
            if row.household_id == household_id and is_open(row, first_day, last_day)
        }

    def main_home(self, person_id, day):
        for row in self.all(HouseholdMember):
            if row.person_id == person_id and row.is_main and is_open(row, day, day):
                return row.household_id
        return None


def band_label(low, high):
    return f"{low}+" if high is None else f"{low}-{high}"
