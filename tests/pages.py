"""A small house with one account a role, and the arguments that fill each address: for sweeps over every page.

A new route with arguments adds itself to `ARGUMENTS`; until then the sweeps fail and say so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from activities.models import Activity, Session
from centre.access import Role
from centre.models import User
from centre.operations import leave_trace
from members.models import Household, Person
from reporting.models import BuildState, Report, ReportBuild
from tests.factories import (
    make_activity,
    make_address,
    make_alias,
    make_attendance,
    make_centre,
    make_consent,
    make_district,
    make_emergency_contact,
    make_enrolment,
    make_health_alert,
    make_household,
    make_indicator,
    make_membership,
    make_outcome,
    make_person,
    make_pickup,
    make_quotient,
    make_report,
    make_roll_change,
    make_roll_operation,
    make_schedule,
    make_schooling,
    make_season,
    make_sector,
    make_session,
    make_situation,
    make_staff,
    make_support,
    make_support_step,
    make_tally,
    make_user,
    move_in,
)


@dataclass(frozen=True)
class House:
    users: dict[Role, User]
    person: Person
    provisional: Person  # opened in two words
    household: Household
    activity: Activity
    session: Session
    build: ReportBuild  # a report and its PDF
    newcomer: User  # who has not set a password yet


def make_house() -> House:
    """One record of each kind; whoever works there reaches them."""
    make_centre()
    sector = make_sector("jeunesse", name="Jeunesse", color="#2463A8")
    users = {role: make_user(role, sectors=[sector], staff_member=make_staff()) for role in Role}
    # A desk: the front desk calls its roll too.
    activity = make_activity("dynamik-ados", sector=sector, kind="drop_in_desk")
    activity.team.add(users[Role.ANIMATOR].staff_member)
    person = make_person(birth_date="2006-05-04", sex="F")
    provisional = make_person(first_name="Lila", last_name="", is_to_complete=True)
    household = make_household(person, role="child")
    # Today: the volunteer's list is that of the day.
    session = make_session(activity, starts_at=timezone.now(), is_roll_open=True)
    session.staff.add(users[Role.VOLUNTEER].staff_member)
    make_attendance(session, person, household=household)
    make_enrolment(person, activity)
    make_enrolment(provisional, activity)
    make_membership(make_season(), household=household)
    make_situation(household)
    scheme = make_activity("rsa", sector=sector, kind="support")
    make_support(person, scheme, referent=users[Role.SUPPORT_WORKER].staff_member)
    return House(users, person, provisional, household, activity, session, make_build(), make_newcomer())


def make_build() -> ReportBuild:
    file = ContentFile(b"%PDF-1.7", name="rapport.pdf")
    report = Report.objects.create(year=timezone.localdate().year)
    return ReportBuild.objects.create(
        report=report, state=BuildState.DONE, percent=100, file=file, finished_at=timezone.now()
    )


def fill(house: House, rank: int):
    """One record more of each kind, wherever a page of the house lists some; `rank` is 1, 2, then 3."""
    sector, years = house.activity.sector, f"{2000 + rank}-{2001 + rank}"
    season = make_season(years)
    person, other = make_person(birth_date="2010-05-04", sex="M"), make_person()
    move_in(house.household, person, role="child")
    home = make_household(other, district=make_district())
    for household in (house.household, home):
        make_address(household, from_on=f"{2000 + rank}-01-01", district=make_district())
        make_situation(household, kind=f"situation-{rank}")
        make_quotient(household, on=f"{2000 + rank}-01-15")
        make_membership(season, household=household)
    make_membership(house.household.memberships.first().season, household=home)
    activity = make_activity(sector=sector, parent=house.activity)
    session = make_session(house.activity, starts_at=timezone.now(), also=[activity])
    make_session(activity, starts_at=timezone.now() - timedelta(days=2), status="planned")
    make_schedule(house.activity, weekday=rank)
    for place in (house.session, session):
        place.staff.add(make_staff())
        place.also_activities.add(activity)
        make_attendance(place, person, household=house.household)
        make_attendance(place, other, household=home)
        make_attendance(place, alias=make_alias(house.activity))
        make_tally(place, group=("child", "adult", "")[rank - 1])
        make_roll_change(make_roll_operation(place), subject="person", person=person, is_applied=False)
    house.activity.team.add(session.staff.get())
    make_attendance(session, house.person, household=house.household)
    make_attendance(session, house.provisional, status="absent")
    for member in (house.person, person):
        make_enrolment(member, activity)
        make_schooling(member, school_year=years, school=f"École {rank}")
        make_consent(member, from_on=f"{2000 + rank}-01-01")
        make_emergency_contact(member)
        make_pickup(member)
        make_health_alert(member)
    support = make_support(
        house.person,
        make_activity(sector=sector, kind="support"),
        referent=house.users[Role.SUPPORT_WORKER].staff_member,
    )
    make_support_step(support)
    make_outcome(support, kind=f"issue-{rank}")
    make_user(Role.RECEPTION, Role.VOLUNTEER, sectors=[sector])
    make_indicator(where={"sector": [sector.slug]}, by=["sex"])
    make_report(year=2000 + rank)
    leave_trace(by=house.newcomer, action="read", record=person)


def read(response):
    """The answer, a file read to its end: that closes it."""
    if response.streaming:
        response.getvalue()
    return response


def make_newcomer() -> User:
    newcomer = make_user()
    newcomer.set_unusable_password()
    newcomer.save()
    return newcomer


def by_key(record: str) -> Callable[[House], dict[str, Any]]:
    return lambda house: {"key": getattr(house, record).key}


ARGUMENTS: dict[str, Callable[[House], dict[str, Any]]] = {
    "person": by_key("person"),
    "complete_person": by_key("provisional"),
    "match_candidates": by_key("provisional"),
    "match": lambda house: {"key": house.provisional.key, "other": house.person.key},
    "care": by_key("person"),
    "supports": by_key("person"),
    "household": by_key("household"),
    "situations": by_key("household"),
    "session": by_key("session"),
    "roll": by_key("session"),
    "roll_operations": by_key("session"),
    "walk_ins": by_key("session"),
    "roll_person": lambda house: {"key": house.session.key, "person": house.person.key},
    "roll_session": by_key("session"),
    "roll_history": by_key("session"),
    "roll_print": by_key("session"),
    "roll_present": by_key("session"),
    "activity": lambda house: {"slug": house.activity.slug},
    "month": lambda house: {"slug": house.activity.slug},
    "month_mark": lambda house: {"slug": house.activity.slug},
    "figure": lambda house: {"measure": "people"},
    "report": lambda house: {"year": house.build.report.year},
    "build": lambda house: {"year": house.build.report.year},
    "build_progress": lambda house: {"year": house.build.report.year, "pk": house.build.pk},
    "report_pdf": lambda house: {"year": house.build.report.year},
    "account": lambda house: {"pk": house.newcomer.pk},
    "confirm_account": lambda house: {"pk": house.newcomer.pk},
    "new_password_link": lambda house: {"pk": house.newcomer.pk},
    "account_confirm_email": lambda house: {"key": "aucune"},
    "account_reset_password_from_key": lambda house: {"uidb36": "1", "key": "aucune-cle"},
}

# What a page needs after its « ? » to have something to show.
QUERIES = {"figure": f"?year={timezone.localdate().year}&by=sex", "walk_ins": "?q=Nom"}

# Pages that are not there in a house that lives: they have tests of their own.
ABSENT = frozenset({"welcome", "password_link"})


@dataclass(frozen=True)
class Route:
    name: str
    view: Callable
    takes: tuple[str, ...]

    def address(self, house: House) -> str:
        if not self.takes:
            return reverse(self.name)
        assert self.name in ARGUMENTS, f"say in tests/pages.py what fills the address of « {self.name} »"
        return reverse(self.name, kwargs=ARGUMENTS[self.name](house)) + QUERIES.get(self.name, "")


def routes(urlconf=None) -> list[Route]:
    """Every address that the resolver knows."""
    return list(walk(get_resolver(urlconf).url_patterns))


def walk(patterns) -> Iterator[Route]:
    for entry in patterns:
        if isinstance(entry, URLPattern):
            assert entry.name, f"{entry.pattern} has no name"
            yield Route(entry.name, entry.callback, tuple(entry.pattern.regex.groupindex))
        else:
            yield from walk(entry.url_patterns)
