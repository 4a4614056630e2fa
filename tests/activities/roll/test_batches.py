"""Several operations in one request: each is answered and kept as if it had come alone."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from activities.models import Attendance, RollChange, RollOperation
from activities.roll.work import Refused
from members.models import Person
from tests.activities.roll.asking import ask, ask_together, asked, mark
from tests.factories import make_activity, make_alias, make_centre, make_enrolment, make_person, make_session, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return make_user("director", name="Nadia Kaya")


@pytest.fixture
def session():
    return make_session(make_activity("ados"), status="planned")


@pytest.fixture
def people(session):
    people = [make_person(key=key) for key in ("adam", "ines", "zoe")]
    for person in people:
        make_enrolment(person, session.activity)
    return people


def statuses(session) -> dict[str, str]:
    return dict(session.attendances.order_by("person__key").values_list("person__key", "status"))


def present(person, status="present", **fields) -> dict:
    return asked("mark", person=person if isinstance(person, str) else person.key, status=status, **fields)


def kept(session) -> list[tuple]:
    """What a request leaves, but for what differs from one session to another."""
    operations = RollOperation.objects.filter(session=session)
    changes = RollChange.objects.filter(operation__session=session).order_by("pk")
    return [
        sorted((operation.kind, operation.outcome, operation.answer["messages"]) for operation in operations),
        [(change.subject, change.person_id, change.before, change.after, change.is_applied) for change in changes],
        list(session.attendances.order_by("person").values_list("person", "status", "arrived_at", "household")),
        list(session.tallies.values_list("group", "count")),
        list(type(session).objects.filter(pk=session.pk).values_list("status", "is_roll_open", "topic")),
    ]


def test_together_or_one_by_one_the_same_is_kept_and_answered(session, user, people):
    other = make_session(session.activity, status="planned")
    for place in (session, other):
        mark(place, make_user("director", name="Karim Haddad"), people[0], "excused")

    def requests():
        first = present("ines", "absent", arrived_at="14:10")
        return [
            first,
            present("adam"),  # on an old state: set aside
            present("ines", base=first["key"]),
            asked("count", group="child", step=1),
            present("personne"),  # refused
            asked("count", group="child", step=1),
            asked("describe", topic="Théâtre", starts_at="14:00", ends_at="16:00", staff=[]),
            present("zoe", arrived_at="15:00", left_at="14:00"),  # refused
            asked("close"),
            present("zoe"),  # too late: set aside
        ]

    together, apart = requests(), requests()
    first = ask_together(session, user, *together)
    second = [ask_together(other, user, request)[0] for request in apart]

    assert [type(reply) for reply in first] == [type(reply) for reply in second]
    assert [type(reply).__name__ for reply in first].count("Refused") == 2
    assert nameless(first, together) == nameless(second, apart)
    assert kept(session) == kept(other)


def nameless(replies: list, requests: list[dict]) -> list[str]:
    """The answers without the keys of their operations."""
    words = str([reply if isinstance(reply, dict) else str(reply) for reply in replies])
    for rank, request in enumerate(requests):
        words = words.replace(request["key"], f"opération {rank}")
    # Who marked before, in each session.
    for row in Attendance.objects.filter(person__key="adam"):
        words = words.replace(str(row.last_operation_id), "avant")
    return words


def test_a_key_sent_twice_in_one_request_acts_once(session, user):
    once = asked("count", group="child", step=1)

    first, again, other = ask_together(session, user, once, once, once | {"step": -1})

    assert (first, again, isinstance(other, Refused)) == (again, first, True)
    assert session.tallies.get().count == 1


def test_sent_again_in_another_company_each_gets_its_first_answer(session, user, people):
    requests = [present(person) for person in people]
    first = ask_together(session, user, *requests[:2])

    again = ask_together(session, user, *reversed(requests))

    assert again[1:] == [first[1], first[0]]
    assert (statuses(session), RollOperation.objects.count()) == (dict.fromkeys(("adam", "ines", "zoe"), "present"), 3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "dance"},
        {"kind": "mark", "person": "zoe", "status": "late"},
        {"kind": "mark", "person": "personne", "status": "present"},
        {"kind": "mark", "person": "zoe", "status": "present", "arrived_at": "15:00", "left_at": "14:00"},
        {"kind": "mark", "alias": "ailleurs", "status": "present"},
        {"kind": "add_person", "first_name": "Lila", "age_band": 99},
        {"kind": "add_alias", "code": "ailleurs", "group": "child"},
        {"kind": "describe", "topic": "x", "starts_at": "16:00", "ends_at": "15:00"},
        {"kind": "cancel", "reason": " "},
        {"kind": "mark", "person": "z\0", "status": "present"},
        {"kind": "all_present", "people": ["z\0"]},
        {"kind": "mark", "person": "\ud800", "status": "present"},
        {"kind": ["mark"]},
    ],
)
def test_one_that_is_refused_leaves_nothing_and_hinders_nobody(session, user, people, wrong):
    make_centre()
    make_alias(make_activity(), key="ailleurs")
    before = Person.objects.count()

    first, refusal, last = ask_together(
        session, user, present("adam"), {"key": str(uuid4()), "made_at": "2021-03-08T14:05", **wrong}, present("ines")
    )

    assert ([first["outcome"], last["outcome"]], type(refusal)) == (["applied"] * 2, Refused)
    assert statuses(session) == {"adam": "present", "ines": "present"}
    assert (RollOperation.objects.count(), RollChange.objects.filter(subject="person").count()) == (2, 2)
    assert Person.objects.count() == before


def test_what_is_not_ones_right_hinders_nobody(session, people):
    make_person(key="stranger")

    replies = ask_together(
        session, make_user("volunteer"), present("adam"), present("stranger"), asked("reopen"), present("ines")
    )

    assert [type(reply) for reply in replies] == [dict, PermissionDenied, PermissionDenied, dict]
    assert statuses(session) == {"adam": "present", "ines": "present"}


def test_who_was_just_added_can_be_marked(session, user):
    make_centre()
    person, alias = asked("add_person", first_name="Lila"), asked("add_alias", code="lune", group="child")

    replies = ask_together(
        session,
        user,
        person,
        present(person["key"], "excused", base=person["key"]),
        alias,
        asked("mark", alias="lune", status="absent", base=alias["key"]),
    )

    assert [reply["outcome"] for reply in replies] == ["applied"] * 4
    assert set(session.attendances.values_list("person__first_name", "alias__key", "status")) == {
        ("Lila", None, "excused"),
        (None, "lune", "absent"),
    }


def test_a_presence_noted_and_taken_back_leaves_the_session_planned(session, user, people):
    first = present("adam")

    replies = ask_together(session, user, first, present("adam", "absent", base=first["key"]))

    assert [reply["session"]["status"] for reply in replies] == ["held", "planned"]
    session.refresh_from_db()
    assert (session.status, session.is_roll_open) == ("planned", False)
    assert [change.after for change in RollChange.objects.filter(subject="session").order_by("pk")] == [
        {"status": "held", "is_roll_open": True},
        {"status": "planned", "is_roll_open": False},
    ]


def test_to_close_settles_those_whom_the_same_request_left_unmarked(session, user, people):
    ask_together(session, user, present("adam"), asked("close"))

    assert statuses(session) == {"adam": "present", "ines": "absent", "zoe": "absent"}


@pytest.mark.parametrize("made_at", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "hier"])
def test_a_clock_that_is_out_of_its_mind_is_not_believed(session, user, people, made_at):
    [reply] = ask_together(session, user, present("adam", arrived_at="now") | {"made_at": made_at})

    assert reply["rows"][0]["arrived_at"] == "2021-03-08T13:05:00Z"


def test_several_answers_agree_with_what_is_told_later(session, user, people):
    mine = ask(session, user, "all_present", people=["adam", "ines"])

    replies = ask_together(
        session,
        user,
        present("adam", "absent", base=mine["acknowledged"]),
        present("ines", "excused", base=mine["acknowledged"]),
    )

    told = {reply["rows"][0]["row"]: reply["rows"][0]["base"] for reply in replies}
    rows = session.attendances.select_related("person")
    assert told == {f"person:{row.person.key}": str(row.last_operation_id) for row in rows}
