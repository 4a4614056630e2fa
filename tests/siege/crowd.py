"""A house where everybody calls a roll at the same moment: teams of four, one activity and one list of people a team,
a sheet of today for each of the four, and one sheet of which each has a part."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from activities.models import Activity, Enrolment, Session
from centre.access import Role
from centre.models import StaffMember, User
from members.models import HealthAlert, Person
from members.search import find
from reporting.bench.misspelling import misspelt_queries
from tests.factories import make_session, make_staff, make_user
from tests.siege.sign_in import SignedIn, signed_in

TEAM, LIST = 4, 24
ONE_HAS_AN_ALERT_IN = 4
ONE_IS_A_DIRECTOR_IN = 20
SEARCHES = 40


@dataclass(frozen=True)
class Search:
    words: str  # one letter wrong
    row: str  # of whom they mean


@dataclass(frozen=True)
class Caller:
    user: User
    signed_in: SignedIn
    activity: str
    sheets: dict[str, list[str]]  # session: the rows that nobody else marks


def make_callers(count: int) -> list[Caller]:
    """With the activities and the people who are there."""
    teams = -(-count // TEAM)
    activities = list(Activity.objects.filter(counting="named").order_by("slug")[:teams])
    people = list(Person.objects.order_by("pk")[: LIST * teams])
    assert (len(activities), len(people)) == (teams, LIST * teams), "the house is too small"
    make_alerts(people[::ONE_HAS_AN_ALERT_IN])
    users = [make_one(number) for number in range(count)]
    return [
        caller
        for rank, activity in enumerate(activities)
        for caller in make_team(
            activity, users[TEAM * rank : TEAM * (rank + 1)], people[LIST * rank : LIST * (rank + 1)]
        )
    ]


def make_one(number: int) -> User:
    role = Role.ANIMATOR if number % ONE_IS_A_DIRECTOR_IN else Role.DIRECTOR
    return make_user(role, name=f"Appel {number}", staff_member=make_staff())


def make_team(activity: Activity, users: list[User], people: list[Person]) -> list[Caller]:
    activity.team.set(StaffMember.objects.filter(user__in=users))
    Enrolment.objects.bulk_create(Enrolment(person=one, activity=activity, from_on=yesterday()) for one in people)
    rows = [f"person:{one.key}" for one in people]
    shared = sheet_of(activity)
    return [
        Caller(user, signed_in(user), activity.slug, {sheet_of(activity).key: rows, shared.key: rows[part::TEAM]})
        for part, user in enumerate(users)
    ]


def sheet_of(activity: Activity) -> Session:
    return make_session(activity, timezone.now(), status="planned")


def make_alerts(people: list[Person]) -> None:
    HealthAlert.objects.bulk_create(
        HealthAlert(person=person, instruction="Pas d’arachide", from_on=yesterday()) for person in people
    )


def yesterday() -> date:
    return timezone.localdate() - timedelta(days=1)


def searches() -> list[Search]:
    """That find whom they mean: how many do not is measured elsewhere."""
    asked = misspelt_queries(Person.objects.all(), SEARCHES)
    return [
        Search(query.words, f"person:{query.meant.key}")
        for query in asked
        if query.meant in find(Person.objects.all(), query.words)
    ]
