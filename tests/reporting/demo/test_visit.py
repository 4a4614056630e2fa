"""The day of the visitor: something to call today, in every way of calling, and not a figure of the year moved."""

import json
from datetime import date, timedelta
from hashlib import sha256
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from activities.models import Attendance, AttendanceStatus, Enrolment, Session, Tally
from activities.roll.sheet import sheet_of
from centre.models import User
from members.models import EmergencyContact, HealthAlert, Person, Pickup
from reporting.demo.accounts import DOMAIN
from reporting.demo.days import at
from reporting.demo.ledger import TABLES
from reporting.demo.newcomers import Newcomers
from reporting.demo.visit import plan_day
from tests.reporting.demo.test_indicators import EXPECTED
from tests.reporting.demo.test_loading import REAL_NAMES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("alma")]

DAY, NEXT_DAY = date(2026, 11, 28), date(2026, 11, 29)
LATER = date(2051, 6, 1)  # nobody of the year is a child any more
LEISURE, NURSERY = "accueil-de-loisirs", "halte-garderie-polichinelle"


def figures(year) -> str:
    output = StringIO()
    call_command("figures", year=str(year), format="json", stdout=output)
    return output.getvalue()


def counts() -> dict:
    return {table: table.objects.count() for table in TABLES}


def sheet(slug: str, day: date = DAY):
    return sheet_of(Session.objects.filter(day=day, activity__slug=slug).earliest("starts_at"), with_alerts=True)


def call(session: Session) -> Session:
    person = Person.objects.earliest("key")
    Attendance.objects.create(session=session, person=person, status=AttendanceStatus.PRESENT)
    return session


@pytest.mark.parametrize("day", [DAY, LATER])
def test_no_figure_moves(day):
    before = [figures(year) for year in (2020, 2021, 2022, day.year)]

    plan_day(day)

    after = [figures(year) for year in (2020, 2021, 2022, day.year)]
    assert after == before
    assert {figure["id"]: figure["value"] for figure in json.loads(after[1])} == EXPECTED


def test_only_planned_sessions_of_that_day():
    attendances, tallies = Attendance.objects.count(), Tally.objects.count()
    known = set(Session.objects.values_list("pk", flat=True))

    planned = plan_day(DAY)

    new = Session.objects.exclude(pk__in=known)
    assert sorted(session.pk for session in planned) == sorted(session.pk for session in new)
    assert set(new.values_list("status", "day")) == {("planned", DAY)}
    assert (Attendance.objects.count(), Tally.objects.count()) == (attendances, tallies)
    assert not Enrolment.objects.filter(from_on__gt=date(2021, 12, 31)).exclude(from_on=DAY).exists()


@pytest.mark.parametrize("day", [DAY, date(2027, 3, 28), date(2027, 10, 31)])  # the last two change their hour
def test_one_is_running_whatever_the_hour(day):
    sessions = plan_day(day)

    quarters = [at(day, f"{quarter // 4}:{quarter % 4 * 15}") for quarter in range(96)]
    assert [
        quarter for quarter in quarters if not any(one.starts_at <= quarter < one.ends_at for one in sessions)
    ] == []


def test_the_same_day_again_changes_nothing():
    plan_day(DAY)
    before = counts()
    Session.objects.filter(day=DAY, activity__slug=LEISURE).update(topic="Pâte à sel")

    plan_day(DAY)

    assert counts() == before
    assert Session.objects.get(day=DAY, activity__slug=LEISURE).topic == "Pâte à sel"


def test_the_next_day_forgets_what_nobody_called():
    january = Session.objects.filter(status="planned", day__year=2022)
    assert january.exists()
    called, *others = plan_day(DAY)
    call(called)

    planned = plan_day(NEXT_DAY)

    assert list(Session.objects.filter(day=DAY)) == [called]
    assert Session.objects.filter(day=NEXT_DAY).count() == len(planned) == len(others) + 1
    assert not january.exists()
    assert Enrolment.objects.on(NEXT_DAY).filter(from_on__gt=date(2021, 12, 31)).count() == 40


@pytest.mark.parametrize("day", [DAY, LATER])
def test_children_are_of_the_age_of_their_activity(day):
    plan_day(day)

    ages = {}
    for slug in (LEISURE, NURSERY):
        children = [row.attendance.person for row in sheet(slug, day).rows]
        ages[slug] = [child.age_on(day) for child in children]
        assert EmergencyContact.objects.filter(person__in=children).values("person").distinct().count() == len(children)
    assert (len(ages[LEISURE]), len(ages[NURSERY])) == (28, 12)
    assert set(ages[LEISURE]) <= set(range(3, 12))
    assert set(ages[NURSERY]) <= set(range(4))


def test_children_of_the_year_who_grew_up_come_first():
    known = set(Person.objects.values_list("pk", flat=True))

    plan_day(DAY)

    assert {row.attendance.person_id for row in sheet(LEISURE).rows} <= known


@pytest.mark.parametrize("day", [DAY, LATER])
def test_the_sheet_of_the_leisure_centre_tells_what_matters(day):
    plan_day(day)

    rows = sheet(LEISURE, day).rows
    marks = [mark for row in rows for mark in row.marks]
    children = [row.attendance.person for row in rows]
    rules = Pickup.objects.on(day).filter(person__in=children).values_list("rule", flat=True)
    assert HealthAlert.objects.on(day).filter(person__in=children).count() >= 2
    assert marks.count("alerte santé") >= 2
    assert 0 < marks.count("pas de photo") < len(rows) / 2
    assert {"may", "must_not", "alone"} <= set(rules)


def test_each_way_of_calling_has_its_sheet():
    plan_day(DAY)

    assert sheet(NURSERY).is_nursery
    assert sheet("ecrivains-publics").is_desk
    assert sheet("kassoumai").is_anonymous
    assert sheet("fete-de-quartier").counts_heads_first
    assert (sheet("dynamik-ados").is_enrolled, sheet("dynamik-ados").rows) == (False, [])
    assert sheet(LEISURE).is_enrolled


@pytest.mark.parametrize(
    ("mailbox", "slugs"),
    [
        ("benevole", [LEISURE]),
        ("animation", [LEISURE, "dynamik-ados", "fete-de-quartier"]),
        ("accueil", ["ecrivains-publics"]),
        ("jeunesse", ["dynamik-ados"]),
    ],
)
def test_accounts_have_a_roll_to_call_today(client, mailbox, slugs):
    plan_day(timezone.localdate())
    client.force_login(User.objects.get(email=f"{mailbox}@{DOMAIN}"))

    lines = client.get(reverse("today")).context["lines"]

    called = [line.session for line in lines if line.session.has_roll]
    assert sorted(session.activity.slug for session in called) == sorted(slugs)
    assert {client.get(reverse("roll", args=[session.key])).status_code for session in called} == {200}


def test_nothing_of_the_past_waits_on_the_page_of_the_director(client):
    sessions = plan_day(timezone.localdate())
    client.force_login(User.objects.get(email=f"direction@{DOMAIN}"))

    page = client.get(reverse("today"))

    assert sorted(line.session.pk for line in page.context["lines"]) == sorted(one.pk for one in sessions)
    assert page.context["waiting"] == []


def test_newcomers_are_nobody_and_the_same_whatever_the_day():
    """As many as will ever be asked for, and more."""
    names = []
    for day in (DAY, LATER):
        newcomers = Newcomers(day)
        newcomers.children(60, (0, 11))
        tables = newcomers.ledger.tables
        texts = [f"{one.first_name} {one.last_name}" for one in tables[Person]]
        texts += [one.name for table in (EmergencyContact, Pickup) for one in tables[table]]
        names.append(texts)
        born = [one.birth_date for one in tables[Person]]
        assert max(born) <= day - timedelta(days=90)

    words = {word.casefold() for text in names[0] for word in text.split()}
    assert names[0] == names[1]
    assert [word for word in words if sha256(word.encode()).hexdigest()[:16] in REAL_NAMES] == []
