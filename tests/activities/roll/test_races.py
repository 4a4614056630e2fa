"""Several devices at the same moment, on one session."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from activities.models import Attendance, RollOperation, Tally
from activities.roll.work import Refused
from tests.activities.roll.asking import ask, mark
from tests.factories import make_activity, make_person, make_session, make_user

pytestmark = pytest.mark.django_db(transaction=True)
DEVICES = 6


@pytest.fixture
def user():
    return make_user("director")


@pytest.fixture
def session():
    return make_session(make_activity(), status="planned")


def at_once(*works) -> list:
    """What each of them answered, all started together."""
    barrier, answers = Barrier(len(works)), []

    def run(work):
        try:
            barrier.wait()
            answers.append(work())
        except Refused as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[work]) for work in works]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(answers) == len(works)
    return answers


def test_the_same_operation_sent_by_six_connections_acts_once(session, user):
    key = uuid4()

    answers = at_once(*[lambda: ask(session, user, "count", key=key, group="child", step=1)] * DEVICES)

    assert answers == [answers[0]] * DEVICES
    assert (Tally.objects.get().count, RollOperation.objects.count()) == (1, 1)


def test_heads_counted_at_six_doors_add_up(session, user):
    at_once(*[lambda: ask(session, user, "count", group="child", step=1)] * DEVICES)

    assert Tally.objects.get().count == DEVICES


def test_of_two_who_disagree_at_the_same_moment_one_is_told(session, user):
    person = make_person()

    answers = at_once(
        lambda: mark(session, user, person, "present"),
        lambda: mark(session, user, person, "absent"),
        lambda: mark(session, user, person, "excused"),
    )

    assert sorted(answer["outcome"] for answer in answers) == ["applied", "conflict", "conflict"]
    kept = next(answer for answer in answers if answer["outcome"] == "applied")
    assert Attendance.objects.get().status == kept["rows"][0]["status"]


def test_of_two_sessions_given_the_same_key_one_is_refused(session, user):
    key, other, person = uuid4(), make_session(session.activity, status="planned"), make_person()

    answers = at_once(*[lambda place=place: mark(place, user, person, key=key) for place in (session, other)])

    assert sorted(type(answer).__name__ for answer in answers) == ["Refused", "dict"]
    assert (Attendance.objects.count(), RollOperation.objects.count()) == (1, 1)
