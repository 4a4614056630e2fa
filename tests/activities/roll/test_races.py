"""Several devices at the same moment, on one session."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection

from activities.models import Attendance, RollOperation, Tally
from activities.roll.work import Refused
from tests.activities.roll.asking import ask, ask_together, asked, mark
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


def test_batches_that_overlap_act_once_each(session, user):
    people = [make_person() for _ in range(10)]
    marks = [asked("mark", person=person.key, status="present") for person in people]
    heads = [asked("count", group="child", step=1) for _ in range(10)]

    batches = [marks + heads, heads[::-1] + marks[::-1], marks[:5] + heads[:5], heads, marks]
    answers = at_once(*[lambda batch=batch: ask_together(session, user, *batch) for batch in batches])

    told = {}
    for answer in sum(answers, []):
        assert told.setdefault(answer["acknowledged"], answer) == answer
    assert (len(told), {answer["outcome"] for answer in told.values()}) == (20, {"applied"})
    assert (Attendance.objects.count(), Tally.objects.get().count, RollOperation.objects.count()) == (10, 10, 20)


def test_of_two_sessions_given_the_same_key_among_others_the_others_are_done(session, user):
    other, people = make_session(session.activity, status="planned"), [make_person() for _ in range(3)]
    shared = asked("mark", person=people[0].key, status="present")

    answers = at_once(
        *[
            lambda place=place: ask_together(
                place, user, *[asked("mark", person=person.key, status="present") for person in people[1:]], shared
            )
            for place in (session, other)
        ]
    )

    outcomes = sorted([type(answer).__name__ for answer in batch] for batch in answers)
    assert outcomes == [["dict", "dict", "Refused"], ["dict", "dict", "dict"]]
    assert sorted(place.attendances.count() for place in (session, other)) == [2, 3]
