"""Plain functions that make one record each, with the least that is true of it.

Days may be given as `date` or ISO text; instants as local text (``2021-03-08T14:00``).
"""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from uuid import uuid4
from zoneinfo import ZoneInfo

from activities.models import (
    ActionSheet,
    Activity,
    Alias,
    Attendance,
    ChildcareMonth,
    Enrolment,
    Outcome,
    OutcomeKind,
    Payment,
    RollChange,
    RollOperation,
    Schedule,
    Session,
    Support,
    SupportNote,
    SupportStep,
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
    Grant,
    Mandate,
    Meeting,
    Mission,
    Partner,
    Profession,
    SchoolHoliday,
    Season,
    Sector,
    StaffMember,
    User,
    UserRole,
    VolunteerHours,
)
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
from reporting.models import Block, Chapter, Indicator, Report, ReportBuild, ShownCell

PARIS = ZoneInfo("Europe/Paris")
PASSWORD = "un mot de passe d’essai"
_numbers = count(1)


def next_number() -> int:
    return next(_numbers)


def as_day(day) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def as_instant(text) -> datetime:
    instant = datetime.fromisoformat(text) if isinstance(text, str) else text
    return instant if instant.tzinfo else instant.replace(tzinfo=PARIS)


def term(model, slug):
    return model.objects.get_or_create(slug=slug, defaults={"name": slug.capitalize()})[0]


def make_centre(**fields):
    return Centre.objects.create(**{"name": "Centre social d’essai", **fields})


def make_sector(slug=None, **fields):
    slug = slug or f"pole-{next_number()}"
    return Sector.objects.create(**{"slug": slug, "name": slug.capitalize(), **fields})


def make_facility(slug=None, kind=None, **fields):
    slug = slug or f"lieu-{next_number()}"
    kind = term(FacilityKind, kind) if isinstance(kind, str) else kind
    return Facility.objects.create(**{"slug": slug, "name": slug.capitalize(), "kind": kind, **fields})


def make_user(*roles, email=None, sectors=(), **fields):
    email = email or f"compte{next_number()}@essai.example"
    user = User.objects.create_user(email, PASSWORD, **{"name": email.split("@")[0], **fields})
    UserRole.objects.bulk_create(UserRole(user=user, role=role, is_confirmed=True) for role in roles)
    user.sectors.set(sectors)
    return user


def make_staff(name=None, **fields):
    return StaffMember.objects.create(**{"name": name or f"Salarié {next_number()}", **fields})


def make_assignment(staff_member=None, profession="animateur", from_on="2020-01-01", to_on=None, **fields):
    return Assignment.objects.create(
        staff_member=staff_member or make_staff(),
        profession=term(Profession, profession),
        from_on=as_day(from_on),
        to_on=as_day(to_on),
        **fields,
    )


def make_volunteer_hours(staff_member=None, on="2021-03-01", mission="aide", hours="2", **fields):
    return VolunteerHours.objects.create(
        staff_member=staff_member or make_staff(employment="volunteer"),
        on=as_day(on),
        mission=term(Mission, mission),
        hours=Decimal(hours),
        **fields,
    )


def make_funder(slug=None, **fields):
    slug = slug or f"financeur-{next_number()}"
    return Funder.objects.create(**{"slug": slug, "name": slug.capitalize(), **fields})


def make_grant(funder=None, year=2021, **fields):
    return Grant.objects.create(funder=funder or make_funder(), year=year, **fields)


def make_partner(slug=None, **fields):
    slug = slug or f"partenaire-{next_number()}"
    return Partner.objects.create(**{"slug": slug, "name": slug.capitalize(), **fields})


def make_body(slug=None, kind="board", **fields):
    slug = slug or f"instance-{next_number()}"
    return Body.objects.create(**{"slug": slug, "name": slug.capitalize(), "kind": kind, **fields})


def make_mandate(body=None, holder=None, from_on="2020-01-01", to_on=None, **fields):
    return Mandate.objects.create(
        body=body or make_body(),
        holder=holder or f"Titulaire {next_number()}",
        from_on=as_day(from_on),
        to_on=as_day(to_on),
        **fields,
    )


def make_meeting(body=None, on="2021-06-11", **fields):
    return Meeting.objects.create(body=body or make_body(), on=as_day(on), **fields)


def make_season(name="2020-2021", starts_on="2020-09-01", ends_on="2021-08-31"):
    return Season.objects.create(name=name, starts_on=as_day(starts_on), ends_on=as_day(ends_on))


def make_holiday(first_day, return_day, zone="B", name="Vacances"):
    return SchoolHoliday.objects.create(
        zone=zone, name=name, first_day=as_day(first_day), return_day=as_day(return_day)
    )


def make_person(**fields):
    number = next_number()
    fields = {"last_name": f"Nom{number}", "first_name": f"Prénom{number}", **fields}
    fields["birth_date"] = as_day(fields.get("birth_date"))
    return Person.objects.create(**fields)


def make_district(slug=None, **fields):
    slug = slug or f"quartier-{next_number()}"
    return District.objects.create(**{"slug": slug, "name": slug.capitalize(), **fields})


def make_household(*people, role="adult", from_on="2015-01-01", **fields):
    """A household and, in it, the people given: all of them with `role`, their main home."""
    household = Household.objects.create(**{"name": f"Foyer {next_number()}", **fields})
    for person in people:
        move_in(household, person, role=role, from_on=from_on)
    return household


def move_in(household, person, role="adult", from_on="2015-01-01", to_on=None, is_main=True):
    return HouseholdMember.objects.create(
        household=household,
        person=person,
        role=role,
        from_on=as_day(from_on),
        to_on=as_day(to_on),
        is_main=is_main,
    )


def make_address(household, from_on="2015-01-01", to_on=None, **fields):
    return HouseholdAddress.objects.create(household=household, from_on=as_day(from_on), to_on=as_day(to_on), **fields)


def make_situation(household, kind="primo-arrivante", from_on="2020-01-01", to_on=None):
    return HouseholdSituation.objects.create(
        household=household,
        kind=term(SituationKind, kind),
        from_on=as_day(from_on),
        to_on=as_day(to_on),
    )


def make_quotient(household, on="2021-01-15", value=450):
    return FamilyQuotient.objects.create(household=household, on=as_day(on), value=value)


def make_schooling(person, school_year="2020-2021", school="École Voltaire", grade="CP"):
    school = School.objects.get_or_create(name=school)[0] if school else None
    return Schooling.objects.create(person=person, school_year=school_year, school=school, grade=grade)


def make_membership(season, household=None, person=None, paid_on="2020-09-15", **fields):
    return Membership.objects.create(
        season=season,
        kind="household" if household else "individual",
        household=household,
        person=person,
        paid_on=as_day(paid_on),
        **{"amount": Decimal("10"), **fields},
    )


def make_consent(person=None, kind="image", from_on="2020-09-01", to_on=None, **fields):
    return Consent.objects.create(
        person=person or make_person(), kind=kind, from_on=as_day(from_on), to_on=as_day(to_on), **fields
    )


def make_emergency_contact(person=None, **fields):
    return EmergencyContact.objects.create(
        person=person or make_person(), **{"name": "Sa grand-mère", "phone": "03 00 00 00 00", **fields}
    )


def make_pickup(person=None, rule="may", name="Sa tante", from_on="2020-09-01", to_on=None, **fields):
    return Pickup.objects.create(
        person=person or make_person(), rule=rule, name=name, from_on=as_day(from_on), to_on=as_day(to_on), **fields
    )


def make_health_alert(person=None, instruction="Pas d’arachide", from_on="2020-09-01", to_on=None):
    return HealthAlert.objects.create(
        person=person or make_person(), instruction=instruction, from_on=as_day(from_on), to_on=as_day(to_on)
    )


def make_activity(slug=None, sector=None, themes=(), **fields):
    slug = slug or f"activite-{next_number()}"
    activity = Activity.objects.create(
        slug=slug,
        sector=sector or make_sector(),
        **{"name": slug.replace("-", " ").capitalize(), **fields},
    )
    activity.themes.set(term(Theme, theme) for theme in themes)
    return activity


def make_action_sheet(slug=None, **fields):
    slug = slug or f"fiche-{next_number()}"
    return ActionSheet.objects.create(**{"slug": slug, "title": slug.capitalize(), **fields})


def make_schedule(activity=None, weekday=2, starts_at="14:00", ends_at="16:00", from_on=None, to_on=None, **fields):
    return Schedule.objects.create(
        activity=activity or make_activity(),
        weekday=weekday,
        starts_at=time.fromisoformat(starts_at),
        ends_at=time.fromisoformat(ends_at),
        from_on=as_day(from_on),
        to_on=as_day(to_on),
        **fields,
    )


def make_session(activity=None, starts_at="2021-03-08T14:00", hours=2, also=(), **fields):
    """Held unless said otherwise; `hours` long."""
    starts_at = as_instant(starts_at)
    session = Session.objects.create(
        activity=activity or make_activity(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        **{"status": "held", **fields},
    )
    session.also_activities.set(also)
    return session


def make_enrolment(person, activity, from_on="2020-09-01", to_on=None, **fields):
    return Enrolment.objects.create(
        person=person, activity=activity, from_on=as_day(from_on), to_on=as_day(to_on), **fields
    )


def make_alias(activity, year=2021, group="child", **fields):
    return Alias.objects.create(activity=activity, year=year, group=group, **fields)


def make_attendance(session, person=None, alias=None, status="present", **fields):
    """`household` as given: nothing is captured here."""
    for name in ("arrived_at", "left_at"):
        if isinstance(fields.get(name), str):
            fields[name] = as_instant(f"{session.day}T{fields[name]}")
    return Attendance.objects.create(session=session, person=person, alias=alias, status=status, **fields)


def make_tally(session, count=10, **fields):
    return Tally.objects.create(session=session, count=count, **fields)


def make_roll_operation(session=None, user=None, kind="mark", **fields):
    session = session or make_session()
    return RollOperation.objects.create(
        key=uuid4(),
        session=session,
        user=user or make_user(),
        kind=kind,
        **{
            "made_at": session.starts_at,
            "received_at": session.starts_at,
            "fingerprint": "0" * 64,
            "outcome": "applied",
            "answer": {},
            **fields,
        },
    )


def make_roll_change(operation=None, **fields):
    return RollChange.objects.create(
        operation=operation or make_roll_operation(), **{"subject": "session", "before": {}, "after": {}, **fields}
    )


def make_support(person=None, activity=None, entered_on="2021-02-01", exited_on=None, **fields):
    return Support.objects.create(
        person=person or make_person(),
        activity=activity or make_activity(kind="support"),
        entered_on=as_day(entered_on),
        exited_on=as_day(exited_on),
        **fields,
    )


def make_outcome(support, kind="emploi", on="2021-06-01"):
    return Outcome.objects.create(support=support, kind=term(OutcomeKind, kind), on=as_day(on))


def make_support_step(support=None, kind="appointment", on="2021-03-01", **fields):
    return SupportStep.objects.create(support=support or make_support(), kind=kind, on=as_day(on), **fields)


def make_support_note(support=None, text="Note d’essai", on="2021-03-01", author=None):
    return SupportNote.objects.create(
        support=support or make_support(), text=text, on=as_day(on), author=author or make_staff()
    )


def make_payment(amount="10", on="2021-03-01", method="cash", **fields):
    """For an activity unless `fields` say for what."""
    paid_for = fields.keys() & {"activity", "session", "membership"}
    return Payment.objects.create(
        amount=Decimal(amount),
        on=as_day(on),
        method=method,
        **{"number": f"R{next_number()}", **({} if paid_for else {"activity": make_activity()}), **fields},
    )


def make_childcare_month(person, activity, month="2021-03", **fields):
    return ChildcareMonth.objects.create(person=person, activity=activity, month=as_day(f"{month}-01"), **fields)


def make_indicator(code=None, measure="people", **fields):
    code = code or f"I{next_number()}"
    return Indicator.objects.create(code=code, measure=measure, **{"label": f"Indicateur {code}", **fields})


def make_report(year=2021, **fields):
    return Report.objects.create(year=year, **fields)


def make_chapter(report=None, slug=None, **fields):
    slug = slug or f"chapitre-{next_number()}"
    return Chapter.objects.create(report=report or make_report(), slug=slug, **{"title": slug.capitalize(), **fields})


def make_block(chapter=None, kind="text", **fields):
    return Block.objects.create(chapter=chapter or make_chapter(), kind=kind, **fields)


def make_shown_cell(report=None, cell="people", reason="Dit en assemblée générale", **fields):
    return ShownCell.objects.create(report=report or make_report(), cell=cell, reason=reason, **fields)


def make_build(report=None, **fields):
    return ReportBuild.objects.create(report=report or make_report(), **fields)
