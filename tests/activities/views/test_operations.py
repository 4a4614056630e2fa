import json
from uuid import uuid4

import pytest
import time_machine

from activities.models import Attendance, RollOperation, Session
from centre.access import Role
from tests.activities.roll.asking import mark
from tests.activities.views.conftest import MONDAY_AT_THREE
from tests.activities.views.sheets import OPERATIONS, SHEET, ask, enrol
from tests.factories import (
    as_instant,
    make_staff,
    make_user,
)
from tests.reading import text


def test_an_operation_is_acknowledged_under_its_key(client, director, session):
    enrol(session, "Benali")
    key = uuid4()

    answer = ask(client, key, kind="mark", person="benali", status="present")

    assert (answer.status_code, answer.json()["acknowledged"]) == (200, str(key))
    assert Attendance.objects.get().status == "present"


def test_a_conflict_is_acknowledged_too(client, director, session):
    enrol(session, "Benali")
    ask(client, kind="mark", person="benali", status="present")

    answer = ask(client, kind="mark", person="benali", status="absent")

    assert (answer.status_code, answer.json()["outcome"]) == (409, "conflict")


@pytest.mark.parametrize("body", ["{", "[]", "3", "{}", '{"kind": "dance"}', '{"kind": "mark", "key": "x"}'])
def test_what_does_not_read_is_refused_in_french(client, director, session, body):
    answer = client.post(OPERATIONS, body, content_type="application/json")

    assert (answer.status_code, RollOperation.objects.count()) == (422, 0)
    assert set(answer.json()) == {"refused", "message"}


def test_what_is_not_ones_right_is_held_until_it_is_given_up(client, session):
    animator = make_user(Role.ANIMATOR, staff_member=make_staff())
    session.activity.team.add(animator.staff_member)
    Session.objects.update(status="held")
    client.force_login(animator)
    key = uuid4()

    answer = ask(client, key, kind="reopen")

    told = answer.json()
    assert (answer.status_code, told["held"], told["is_hopeless"]) == (403, str(key), True)


def send(client, operations):
    return client.post(OPERATIONS, json.dumps({"operations": operations}), content_type="application/json")


def test_several_operations_get_as_many_answers_in_their_order(client, director, session):
    enrol(session, "Benali"), enrol(session, "Cohen")
    keys = [str(uuid4()) for _ in range(4)]
    marks = [("benali", "present"), ("cohen", "present"), ("personne", "present"), ("benali", "absent")]
    operations = [
        {"key": key, "kind": "mark", "person": person, "status": status}
        for key, (person, status) in zip(keys, marks, strict=True)
    ]

    answer = send(client, operations)

    told = [(said.get("acknowledged") or said.get("refused"), *said) for said in answer.json()["answers"]]
    acknowledged = ("acknowledged", "outcome", "messages", "rows", "at", "session")
    assert answer.status_code == 200
    assert told == [
        (keys[0], *acknowledged),
        (keys[1], *acknowledged),
        (keys[2], "refused", "message"),
        (keys[3], *acknowledged),
    ]
    assert answer.json()["answers"][3]["outcome"] == "conflict"
    alone = ask(client, **operations[2])
    assert (alone.status_code, alone.json()) == (422, answer.json()["answers"][2])


def test_what_is_not_an_operation_is_refused_among_others(client, director, session):
    enrol(session, "Benali")
    mark = {"key": str(uuid4()), "kind": "mark", "person": "benali", "status": "present"}

    answers = send(client, [None, mark, "dance", {"key": 3}]).json()["answers"]

    assert [answer.get("refused") for answer in answers] == ["", None, "", 3]
    assert answers[1]["acknowledged"] == mark["key"]


@pytest.mark.parametrize("operations", [[], None, {}, "x", [{}] * 101])
def test_neither_none_nor_more_than_a_hundred_at_once(client, director, session, operations):
    answer = send(client, operations)

    assert (answer.status_code, set(answer.json())) == (422, {"refused", "message"})


def test_the_roll_of_a_session_out_of_reach_takes_nothing(client, session):
    enrol(session, "Benali")
    client.force_login(make_user(Role.ANIMATOR, staff_member=make_staff()))

    alone, together = ask(client, kind="mark", person="benali", status="present"), send(client, [{}, {}])

    assert (alone.status_code, "held" in alone.json()) == (404, True)
    assert ["held" in answer for answer in together.json()["answers"]] == [True, True]
    assert not session.attendances.exists()


def test_without_its_script_the_sheet_is_a_form(client, director, session):
    enrol(session, "Benali")
    row = client.get(SHEET).context["sheet"].rows[0]

    answer = client.post(OPERATIONS, {"key": str(uuid4()), "operation": row.tap}, follow=True)

    assert answer.context["sheet"].rows[0].attendance.status == "present"
    assert "1 présent" in text(answer)


def test_a_form_tells_a_conflict_and_a_refusal_on_the_sheet(client, director, session):
    person = enrol(session, "Benali")
    stale = client.get(SHEET).context["sheet"].rows[0].tap
    mark(session, director, person, "absent", made_at="2021-03-08T14:00")

    conflict = client.post(OPERATIONS, {"key": str(uuid4()), "operation": stale}, follow=True)
    refusal = client.post(OPERATIONS, {"key": str(uuid4()), "kind": "cancel", "reason": ""}, follow=True)

    assert "votre « présent » est gardé dans l’historique" in text(conflict)
    assert "Dites en quelques mots pourquoi elle est annulée." in text(refusal)


def test_what_somebody_else_has_tapped_is_held_and_not_done(client, director, session):
    person = enrol(session, "Durand")
    body = {"key": str(uuid4()), "kind": "mark", "person": person.key, "status": "present"}

    theirs = client.post(OPERATIONS, json.dumps(body | {"by": "0"}), content_type="application/json")
    own = client.post(OPERATIONS, json.dumps(body | {"by": str(director.pk)}), content_type="application/json")

    assert (theirs.status_code, theirs.json()["held"]) == (403, body["key"])
    assert (own.status_code, own.json()["acknowledged"]) == (200, body["key"])
    assert session.attendances.count() == RollOperation.objects.count() == 1


def test_a_session_out_of_reach_holds_what_a_device_sends(client, session):
    client.force_login(make_user(Role.ANIMATOR, staff_member=make_staff()))
    body = {"key": str(uuid4()), "kind": "count", "group": "child", "sex": "F", "is_estimate": False, "step": 1}

    asked = [
        client.post(address, json.dumps(body), content_type="application/json")
        for address in (OPERATIONS, OPERATIONS.replace("lundi", "nullepart"))
    ]

    assert [(each.status_code, each.json()["held"], each.json()["is_hopeless"]) for each in asked] == [
        (404, body["key"], True)
    ] * 2
    assert asked[0].content == asked[1].content
    assert not RollOperation.objects.exists()


@pytest.mark.parametrize(
    ("made_at", "arrives", "answer"),
    [
        ("2021-03-08T15:00", "2021-03-09T09:00", "acknowledged"),
        ("2021-03-08T15:00", "2021-03-11T09:00", "held"),  # three days after
        ("2021-03-09T08:00", "2021-03-09T09:00", "held"),  # tapped on another day
    ],
)
def test_a_volunteer_s_taps_of_the_day_may_come_late(client, session, made_at, arrives, answer):
    volunteer = make_user(Role.VOLUNTEER, staff_member=make_staff())
    session.staff.add(volunteer.staff_member)
    person = enrol(session, "Durand")
    body = {"key": str(uuid4()), "made_at": as_instant(made_at).isoformat(), "kind": "mark", "person": person.key}
    body |= {"status": "present", "base": None}

    with time_machine.travel(as_instant(arrives), tick=False):
        client.force_login(volunteer)
        replied = client.post(OPERATIONS, json.dumps(body), content_type="application/json")
        page = client.get(SHEET)

    assert replied.json().get(answer) == body["key"]
    assert session.attendances.count() == (answer == "acknowledged")
    assert page.status_code == 404


def test_nobody_comes_late_to_a_sheet_that_was_never_theirs(client, session):
    person = enrol(session, "Durand")
    body = {"key": str(uuid4()), "made_at": MONDAY_AT_THREE, "kind": "mark", "person": person.key, "status": "present"}

    with time_machine.travel("2021-03-09T09:00:00+00:00", tick=False):
        client.force_login(make_user(Role.VOLUNTEER, staff_member=make_staff()))
        replied = client.post(OPERATIONS, json.dumps(body), content_type="application/json")

    assert (replied.status_code, replied.json()["held"]) == (404, body["key"])
    assert not RollOperation.objects.exists()
