"""The sheet and a save ask the database as much for sixty people as for three, signing in included."""

import json
from itertools import count
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from centre.access import Role
from tests.activities.roll.asking import mark
from tests.factories import (
    make_activity,
    make_alias,
    make_attendance,
    make_consent,
    make_enrolment,
    make_health_alert,
    make_household,
    make_person,
    make_session,
    make_staff,
    make_tally,
    make_user,
)

MOST = 12
SIZES = (3, 20, 60)
SHEET, OPERATIONS = "/sessions/lundi/roll/", "/sessions/lundi/roll/operations/"
CALLERS = [Role.DIRECTOR, Role.SECTOR_HEAD, Role.ANIMATOR, Role.RECEPTION, Role.VOLUNTEER]
# In a test the transaction is a savepoint: begun and ended like it, by two statements that count.
pytestmark = pytest.mark.django_db


@pytest.fixture(params=CALLERS)
def user(client, request):
    user = make_user(request.param, staff_member=make_staff())
    client.force_login(user)
    return user


@pytest.fixture
def session(user):
    activity = make_activity(kind="drop_in_desk")
    user.sectors.add(activity.sector)
    activity.team.add(user.staff_member)
    session = make_session(activity, "2021-03-08T14:00", key="lundi", status="planned")
    session.staff.add(user.staff_member)
    return session


def one_more(session, number: int, *, is_enrolled=True):
    person = make_person(key=f"p{number}", last_name=f"N{number}", birth_year=2010)
    make_household(person)
    make_health_alert(person)
    make_consent(person)
    if is_enrolled:
        make_enrolment(person, session.activity)
    else:
        make_attendance(make_session(session.activity, "2021-03-01T14:00"), person)
    return person


def statements_of(work) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


@pytest.mark.parametrize("is_enrolled", [True, False])
def test_the_sheet(client, session, user, is_enrolled):
    other, numbers, asked = make_user("director"), count(), []
    make_tally(session, group="child", sex="F")

    for size in SIZES:
        while (number := next(numbers)) < size - 1:
            person = one_more(session, number, is_enrolled=is_enrolled)
            if number % 2:
                mark(session, other, person)  # applied
            if number % 4 == 1:
                mark(session, other, person, "absent")  # set aside
        one_more(session, number, is_enrolled=is_enrolled)
        asked.append(statements_of(lambda: client.get(SHEET)))

    assert len(client.get(SHEET).context["sheet"].rows) == 60
    assert asked == [asked[0]] * len(SIZES)
    # Outside a test, the traces of what was read begin and end a transaction.
    assert asked[0] + 2 <= MOST


def send(client, *requests) -> list[dict]:
    answer = client.post(OPERATIONS, json.dumps({"operations": requests}), content_type="application/json")
    return answer.json()["answers"]


def marks(people, status, **fields) -> list[dict]:
    return [
        {"key": str(uuid4()), "kind": "mark", "person": person.key, "status": status, **fields} for person in people
    ]


@pytest.mark.parametrize("size", SIZES)
def test_a_save(client, session, user, size):
    people = [one_more(session, number) for number in range(size)]
    known, new = people[::2], people[1::2]
    for person in known:
        mark(session, make_user("director", name="Nadia"), person, "absent")
    stale = marks(known[::2], "excused")
    fresh = marks(known[1::2], "present")
    for operation, person in zip(fresh, known[1::2], strict=True):
        operation["base"] = str(session.attendances.get(person=person).last_operation_id)
    answers = []

    # Rows known and new, conflicts, and a first presence that makes the session held.
    asked = statements_of(lambda: answers.extend(send(client, *stale, *fresh, *marks(new, "present"))))

    assert [answer["outcome"] for answer in answers] == ["conflict"] * len(stale) + ["applied"] * (size - len(stale))
    assert session.attendances.present().count() == size - len(stale)
    assert asked <= MOST


@pytest.mark.parametrize("size", SIZES)
def test_everyone_present(client, session, user, size):
    people = [one_more(session, number) for number in range(size)]
    everyone = {"key": str(uuid4()), "kind": "all_present", "people": [person.key for person in people]}

    assert statements_of(lambda: send(client, everyone)) <= MOST
    assert session.attendances.present().exclude(household=None).count() == size


def test_one_mark_and_one_taken_back(client, session, user):
    person = one_more(session, 0)
    [first] = marks([person], "present")

    assert statements_of(lambda: send(client, first)) <= MOST
    assert statements_of(lambda: send(client, *marks([person], "", base=first["key"]))) <= MOST
    session.refresh_from_db()
    assert session.status == "planned"


def test_heads_and_aliases(client, session, user):
    aliases = [make_alias(session.activity, key=f"a{number}") for number in range(20)]
    fields = {"kind": "mark", "status": "present"}
    requests = [{"key": str(uuid4()), "alias": alias.key, **fields} for alias in aliases]
    requests += [{"key": str(uuid4()), "kind": "count", "group": "child", "sex": "F", "step": 1} for _ in range(20)]

    # A statement more than for people: they are read and written apart from the heads.
    assert statements_of(lambda: send(client, *requests)) <= MOST + 2
    assert (session.attendances.present().count(), session.tallies.get().count) == (20, 20)
