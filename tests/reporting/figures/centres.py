"""Small, nasty centres: every trap of the domain in a few dozen records, drawn from a source of chance."""

from datetime import date, datetime, timedelta
from decimal import Decimal
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
    local_day,
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
# Local times that are easily counted on the wrong day, in the wrong year, or for the wrong length.
NASTY_INSTANTS = [
    "2020-12-31T23:30",
    "2021-01-01T00:00",
    "2021-12-31T23:59",
    "2022-01-01T00:00",
    "2021-03-28T01:30",
    "2021-10-31T01:30",
    "2021-08-31T23:30",
    "2021-09-01T00:15",
    "2021-02-20T10:00",
    "2021-03-07T14:00",
    "2021-03-08T09:00",
    "2021-03-10T14:00",
    "2021-12-18T09:00",
    "2022-01-03T09:00",
    "2020-10-16T15:00",
]
HOLIDAYS = [("2020-10-17", "2020-11-02"), ("2021-02-20", "2021-03-08"), ("2021-12-18", "2022-01-03")]
LENGTHS = [timedelta(minutes=m) for m in (20, 50, 90, 120, 185)]


class Builder:
    """Each method makes the rows of some tables; `draw` is a `random.Random`."""

    def __init__(self, draw):
        self.draw = draw

    def build(self):
        self.the_house()
        self.people()
        self.households()
        self.activities()
        self.sessions()
        self.presences()
        self.supports()
        self.money()

    # Chance

    def some(self, low, high):
        return range(self.draw.randint(low, high))

    def one_of(self, values):
        return self.draw.choice(values)

    def maybe(self, values):
        return self.one_of([None, *values])

    def often(self):
        return self.draw.random() < 0.75

    def day(self, first="2020-06-01", last="2022-03-01"):
        first, last = date.fromisoformat(first), date.fromisoformat(last)
        return first + timedelta(days=self.draw.randint(0, (last - first).days))

    def stretch(self, **bounds):
        """Half-open dates, the end often empty, sometimes on an edge of the year."""
        from_on = self.one_of([date(2021, 1, 1), date(2022, 1, 1), self.day(**bounds), self.day(**bounds)])
        to_on = self.maybe([date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1), from_on + timedelta(days=40)])
        return {"from_on": from_on, "to_on": to_on if to_on and to_on > from_on else None}

    def cents(self, most):
        return Decimal(self.draw.randint(0, most * 100)).scaleb(-2)

    def terms(self, model, *slugs, **fields):
        return model.objects.bulk_create(model(slug=slug, name=slug, **fields) for slug in slugs)

    # The house

    def the_house(self):
        Centre.objects.create(name="Essai", holiday_zone="B")
        SchoolHoliday.objects.bulk_create(
            SchoolHoliday(zone=zone, first_day=first, return_day=back)
            for zone, periods in (("B", HOLIDAYS), ("A", [("2021-04-10", "2021-04-26")]))
            for first, back in periods
        )
        self.sectors = Sector.objects.bulk_create(
            Sector(slug=slug, name=slug, position=position)
            for position, slug in enumerate(["youth", "childhood", "adults"])
        )
        kinds = self.terms(FacilityKind, "eaje", "garden")
        self.facilities = Facility.objects.bulk_create(
            Facility(
                slug=slug,
                name=slug,
                kind=self.maybe(kinds),
                capacity=self.maybe([10, 15]),
                opened_on=self.maybe([date(2020, 1, 1), date(2021, 6, 1), date(2022, 1, 1)]),
            )
            for slug in ("nursery-a", "nursery-b", "hall")
        )
        self.seasons = Season.objects.bulk_create(
            Season(name=f"{year}-{year + 1}", starts_on=date(year, 9, 1), ends_on=date(year + 1, 8, 31))
            for year in (2020, 2021)
        )
        kinds = self.terms(PartnerKind, "school", "town")
        Partner.objects.bulk_create(
            Partner(slug=f"p{n}", name=f"p{n}", kind=self.maybe(kinds)) for n in self.some(0, 3)
        )
        self.boards()

    def boards(self):
        bodies = Body.objects.bulk_create(Body(slug=slug, name=slug, kind="board") for slug in ("board", "bureau"))
        mandates = []
        for n in self.some(2, 6):
            mandates.append(
                Mandate(
                    body=self.one_of(bodies),
                    holder=f"h{n}",
                    holds_as=self.one_of(["member", "member", "observer", "associated"]),
                    **self.stretch(),
                )
            )
        Mandate.objects.bulk_create(mandates)
        Mandate.objects.create(body=mandates[0].body, holder="sub", substitute_of=mandates[0], from_on="2020-01-01")
        days = {(self.draw.randint(0, 1), self.day()) for _ in self.some(1, 5)} | {(0, date(2021, 12, 31))}
        Meeting.objects.bulk_create(Meeting(body=bodies[n], on=day) for n, day in sorted(days))

    # Members

    def people(self):
        births = [date(2003, 12, 31), date(2004, 1, 1), date(2021, 1, 20), date(2016, 2, 29), date(1960, 5, 5)]
        self.persons = Person.objects.bulk_create(
            Person(
                key=f"p{n}",
                last_name=f"N{n}",
                birth_date=self.maybe(births),
                birth_year=self.maybe([1990, 2010, 2003]),
                sex=self.one_of(["F", "M", "M", ""]),
            )
            for n in self.some(4, 8)
        )
        schools = School.objects.bulk_create([School(name="Ader"), School(name="Voltaire")])
        Schooling.objects.bulk_create(
            Schooling(person=person, school_year=year, school=self.maybe(schools), grade=self.one_of(grades))
            for person in self.persons
            for year, grades in (("2020-2021", ["CP", "CM2", ""]), ("2021-2022", ["CE1", "6e", "Segpa"]))
            if self.often()
        )

    def districts(self):
        return District.objects.bulk_create(
            [
                District(slug="alma", name="alma", is_priority_area=True),
                District(slug="new", name="new", is_priority_area=True, priority_from_on=date(2021, 6, 1)),
                District(slug="old", name="old", is_priority_area=True, priority_to_on=date(2021, 6, 1)),
                District(slug="pile", name="pile", is_priority_area=False),
            ]
        )

    def where(self, districts):
        return {"district": self.maybe(districts), "municipality": self.one_of(["Roubaix", "Lille", ""])}

    def households(self):
        districts = self.districts()
        self.homes = Household.objects.bulk_create(
            Household(key=f"h{n}", name=f"F{n}", **self.where(districts)) for n in self.some(2, 4)
        )
        moves = []
        for home in self.homes:
            if self.often():
                left = self.day("2021-01-01", "2021-12-31")
                moves.append(
                    HouseholdAddress(household=home, from_on="2021-01-01", to_on=None, **self.where(districts))
                )
                if self.often() and left > date(2021, 1, 1):
                    moves[-1].to_on = left
                    moves.append(HouseholdAddress(household=home, from_on=left, **self.where(districts)))
        HouseholdAddress.objects.bulk_create(moves)
        kinds = self.terms(SituationKind, "newcomer", "rsa", "back-to-work")
        HouseholdSituation.objects.bulk_create(
            [
                HouseholdSituation(household=home, kind=kind, **self.stretch())
                for home in self.homes
                for kind in kinds
                if not self.often()
            ]
        )
        self.places()

    def places(self):
        """A main home, another after it, and for some a second home besides."""
        rows = []
        for person in self.persons:
            role = self.one_of(["child", "adult"])
            first, second = self.one_of(self.homes), self.one_of(self.homes)
            moved_on = self.maybe([date(2021, 1, 1), date(2022, 1, 1), self.day()])
            rows.append(
                HouseholdMember(person=person, household=first, role=role, from_on="2010-01-01", to_on=moved_on)
            )
            if moved_on and self.often():
                rows.append(HouseholdMember(person=person, household=second, role=role, from_on=moved_on))
            elif second != first and not self.often():
                rows.append(
                    HouseholdMember(person=person, household=second, role=role, is_main=False, **self.stretch())
                )
        HouseholdMember.objects.bulk_create(rows)

    def homes_of(self, person):
        return [row.household for row in person.homes.all()]

    # Activities

    def activities(self):
        self.themes = self.terms(Theme, "health", "parenting")
        sheets = ActionSheet.objects.bulk_create(ActionSheet(slug=slug, title=slug) for slug in ("fa1", "fa2"))
        self.sheets = sheets
        kinds = ["workshop", "outing", "nursery", "nursery", "parent_child_drop_in", "support"]
        self.acts = Activity.objects.bulk_create(
            Activity(
                slug=f"a{n}",
                name=f"a{n}",
                sector=self.one_of(self.sectors),
                facility=self.maybe(self.facilities),
                kind=kind,
                from_on=self.maybe([date(2020, 1, 1), date(2021, 12, 31), date(2022, 1, 1)]),
                to_on=self.maybe([date(2023, 1, 1)]),
            )
            for n, kind in enumerate(kinds)
        )
        for child in self.acts[1:]:
            if not self.often():
                child.parent = self.one_of(self.acts[: self.acts.index(child)])
        Activity.objects.bulk_update(self.acts, ["parent"])
        through = Activity.themes.through
        through.objects.bulk_create(
            through(activity=activity, theme=theme)
            for activity in self.acts
            for theme in self.themes
            if not self.often()
        )
        self.nurseries = [activity for activity in self.acts if activity.kind == "nursery"]

    def sessions(self):
        rows = []
        for n in self.some(8, 18):
            starts_at = datetime.fromisoformat(
                self.one_of([*NASTY_INSTANTS, *(f"{self.day('2021-01-01', '2021-12-31')}T14:00" for _ in range(15))])
            ).replace(tzinfo=PARIS)
            kind = self.one_of(["session"] * 5 + ["outing", "event", "stay"])
            # Added in universal time: an hour is an hour even in the night when clocks change.
            ends_at = starts_at.astimezone(ZoneInfo("UTC")) + self.one_of([*LENGTHS, timedelta(hours=26)])
            rows.append(
                Session(
                    key=f"s{n}",
                    activity=self.one_of(self.acts),
                    kind=kind,
                    starts_at=starts_at,
                    ends_at=ends_at,
                    day=local_day(starts_at),
                    setup_minutes=self.one_of([0, 10, 45]),
                    status=self.one_of(["held"] * 5 + ["planned", "cancelled"]),
                )
            )
        self.meetings = Session.objects.bulk_create(rows)
        through = Session.also_activities.through
        others = [activity for activity in self.acts if activity.kind != "nursery"]
        through.objects.bulk_create(
            through(session=session, activity=activity)
            for session in self.meetings
            for activity in others
            if activity != session.activity and self.draw.random() < 0.12
        )

    # Attendance

    def presences(self):
        codes = Alias.objects.bulk_create(
            Alias(key=f"c{n}", activity=self.acts[4], year=2021, group=group, sex=self.one_of(["F", "M", ""]))
            for n, group in enumerate(["child", "child", "adult"])
        )
        rows, counts = [], []
        for session in self.meetings:
            rows += [self.named(session, person) for person in self.persons if self.draw.random() < 0.4]
            if not self.often():
                rows += [Attendance(session=session, alias=code, status="present") for code in codes if self.often()]
            if not self.often():
                counts += [
                    Tally(session=session, group=group, sex=sex, is_estimate=guess, count=self.draw.randint(0, 30))
                    for group, sex, guess in (("child", "F", False), ("", "", False), ("adult", "", True))
                    if self.often()
                ]
        Attendance.objects.bulk_create(rows)
        Tally.objects.bulk_create(counts)
        Enrolment.objects.bulk_create(
            Enrolment(
                person=person,
                activity=activity,
                status=self.one_of(["enrolled", "enrolled", "waiting"]),
                **self.stretch(),
            )
            for person in self.persons
            for activity in self.acts
            if self.draw.random() < 0.2
        )

    def named(self, session, person):
        times = {}
        if self.often():
            times["arrived_at"] = session.starts_at + timedelta(minutes=self.draw.randint(0, 9))
            if self.often():
                times["left_at"] = times["arrived_at"] + timedelta(minutes=self.draw.randint(1, 300))
        return Attendance(
            session=session,
            person=person,
            status=self.one_of(["present"] * 5 + ["absent", "excused", ""]),
            household=self.one_of(self.homes_of(person)) if self.often() else None,
            mode=self.one_of(["drop_in", "appointment", ""]),
            case_count=self.draw.randint(0, 2),
            **times,
        )

    # Supports

    def supports(self):
        barriers = self.terms(Barrier, "housing", "language")
        prescribers = self.terms(Prescriber, "ccas", "mission-locale")
        reasons = self.terms(ExitReason, "job", "moved")
        staff = [self.employee("Ana"), self.employee("Bob")]
        rows = [
            Support(
                key=f"u{n}",
                person=self.one_of(self.persons),
                activity=self.one_of(self.acts),
                household=self.maybe(self.homes),
                qualification=self.one_of(["none", "cap", "bac2", ""]),
                prescriber=self.maybe(prescribers),
                exit_reason=self.maybe(reasons),
                referent=self.maybe(staff),
                **{
                    name.replace("from", "entered").replace("to_", "exited_"): day
                    for name, day in self.stretch().items()
                },
            )
            for n in self.some(2, 7)
        ]
        Support.objects.bulk_create(rows)
        through = Support.barriers.through
        through.objects.bulk_create(
            through(support=support, barrier=barrier) for support in rows for barrier in barriers if not self.often()
        )
        kinds = self.terms(OutcomeKind, "hired", "trained")
        Outcome.objects.bulk_create(
            Outcome(support=support, kind=kind, on=self.day()) for support in rows for kind in kinds if self.often()
        )
        self.team(staff)

    def employee(self, name, employment="employee"):
        return StaffMember.objects.create(key=name.lower(), name=name, employment=employment)

    def team(self, staff):
        staff = [*staff, self.employee("Cy", "volunteer"), self.employee("Di", "civic_service")]
        jobs = self.terms(Profession, "cook", "doctor")
        Assignment.objects.bulk_create(
            Assignment(
                staff_member=member,
                profession=job,
                sector=self.maybe(self.sectors),
                facility=self.maybe(self.facilities),
                activity=self.maybe(self.acts),
                fte=self.one_of([Decimal("0.5"), Decimal("0.33"), None]),
                **self.stretch(),
            )
            for member in staff
            for job in jobs
            if self.often()
        )
        missions = self.terms(Mission, "help", "teach")
        VolunteerHours.objects.bulk_create(
            VolunteerHours(
                staff_member=member,
                on=day,
                mission=self.one_of(missions),
                sector=self.maybe(self.sectors),
                hours=self.cents(8) + Decimal("0.25"),
            )
            for member in staff[2:]
            for day in sorted({self.day() for _ in self.some(0, 3)} | {date(2021, 1, 1)})
        )

    # Money

    def money(self):
        kinds = self.terms(FunderKind, "state", "city")
        funders = Funder.objects.bulk_create(
            Funder(slug=slug, name=slug, kind=self.maybe(kinds), position=position)
            for position, slug in enumerate(["caf", "anct"])
        )
        Grant.objects.bulk_create(
            Grant(
                funder=funder,
                year=year,
                action_sheet=sheet,
                asked=self.cents(900),
                granted=self.maybe([self.cents(900)]),
                received=self.maybe([self.cents(900)]),
            )
            for funder in funders
            for year in (2020, 2021, 2022)
            for sheet in [None, *self.sheets]
            if not self.often()
        )
        self.childcare()
        self.memberships()

    def childcare(self):
        months = [date(2020, 12, 1), date(2021, 1, 1), date(2021, 3, 1), date(2021, 12, 1), date(2022, 1, 1)]
        ChildcareMonth.objects.bulk_create(
            ChildcareMonth(
                person=person,
                activity=nursery,
                month=month,
                attended_hours=self.maybe([self.cents(60)]),
                invoiced_hours=self.maybe([self.cents(60)]),
                amount=self.maybe([self.cents(90)]),
            )
            for person in self.persons[:3]
            for nursery in self.nurseries
            for month in months
            if not self.often()
        )

    def memberships(self):
        rows = {}
        for _ in self.some(1, 7):
            person, home = self.one_of(self.persons), self.one_of(self.homes)
            season, day = self.one_of(self.seasons), self.one_of([self.day(), date(2021, 12, 31), date(2021, 9, 1)])
            covered = self.one_of(
                [
                    {"kind": "household", "household": home},
                    {"kind": "individual", "person": person},
                    {"kind": "individual", "person": person, "household": home},
                ]
            )
            row = Membership(season=season, paid_on=day, amount=self.maybe([self.cents(20)]), **covered)
            rows[season.pk, row.kind, row.household_id, row.person_id, day] = row
        Membership.objects.bulk_create(rows.values())
