"""A file opened in two words becomes the real one: nothing that was noted of it is lost."""

from uuid import uuid4

import pytest

from activities.matching import MatchRefused, match_person, shared_sheets, years_of_both
from activities.models import Attendance, RollChange, RollOperation
from centre.models import AuditEntry
from members.models import FormerKey, Person
from tests.activities.roll.asking import ask, mark
from tests.counting import count
from tests.factories import (
    as_instant,
    make_activity,
    make_attendance,
    make_centre,
    make_consent,
    make_enrolment,
    make_household,
    make_person,
    make_roll_change,
    make_roll_operation,
    make_session,
    make_user,
)

NOW = as_instant("2021-03-09T10:00")


@pytest.fixture(autouse=True)
def _centre(db):
    make_centre()


@pytest.fixture
def user():
    return make_user("director", name="Nadia Kaya")


@pytest.fixture
def lila():
    return make_person(first_name="Lila", last_name="", is_to_complete=True)


@pytest.fixture
def jules():
    return make_person(first_name="Lila", last_name="Durand", birth_date="2010-02-03", sex="F")


def match(lila, jules, user, **keep):
    return match_person(provisional=lila, real=jules, keep=keep, by=user, now=NOW)


def said(person) -> list[tuple]:
    rows = person.attendances.order_by("session__starts_at")
    return [(row.session.day.day, row.status) for row in rows.select_related("session")]


def test_every_attendance_moves_with_its_history(user, jules):
    key = uuid4()
    session = make_session(status="planned")
    ask(session, user, "add_person", key=key, first_name="Lila")
    lila = Person.objects.get(key=key)
    mark(session, user, lila, "absent", base=str(key))
    other = make_session(make_activity(), "2021-03-05T14:00")
    make_attendance(other, lila, status="excused")
    before = list(RollChange.objects.order_by("pk").values_list("before", "after", "operation"))

    match(lila, jules, user)

    assert said(jules) == [(5, "excused"), (8, "absent")]
    assert Attendance.objects.count() == 2
    assert list(RollChange.objects.order_by("pk").values_list("before", "after", "operation")) == before
    assert set(RollChange.objects.filter(person=jules).values_list("operation__kind", flat=True)) == {
        "add_person",
        "mark",
    }
    assert not Person.objects.filter(key=key).exists()


def test_the_household_of_the_day_is_captured(user, lila, jules):
    home = make_household(jules, role="child")
    make_attendance(make_session(), lila)
    own_home = make_household()
    make_attendance(make_session(starts_at="2021-03-05T14:00"), lila, household=own_home)

    match(lila, jules, user)

    rows = jules.attendances.order_by("session__starts_at")
    assert [row.household for row in rows] == [own_home, home]


def test_whatever_else_is_on_the_file_follows(user, lila, jules):
    activity = make_activity()
    make_enrolment(lila, activity)
    make_consent(lila)
    home = make_household(lila, role="child")

    match(lila, jules, user)

    assert [enrolment.activity for enrolment in jules.enrolments.all()] == [activity]
    assert jules.consents.count() == 1
    assert [place.household for place in jules.homes.all()] == [home]


@pytest.mark.parametrize(
    ("both_have", "words"),
    [
        (lambda person, activity: make_enrolment(person, activity), "Les deux fiches ont la même chose"),
        (lambda person, _: make_household(person, role="child"), "a déjà un foyer principal"),
    ],
)
def test_what_both_files_have_is_never_dropped(user, lila, jules, both_have, words):
    activity = make_activity()
    for person in (lila, jules):
        both_have(person, activity)
    make_attendance(make_session(), lila)

    with pytest.raises(MatchRefused, match=words):
        match(lila, jules, user)

    assert said(lila) == [(8, "present")]
    assert (lila.enrolments.count(), lila.homes.count()) == (jules.enrolments.count(), jules.homes.count())


def test_alike_on_one_sheet_they_are_one_row(user, lila, jules):
    session = make_session()
    make_attendance(session, lila)
    make_attendance(session, jules)

    match(lila, jules, user)

    assert said(jules) == [(8, "present")]
    assert RollOperation.objects.count() == 0


@pytest.mark.parametrize(("lila_was", "jules_was"), [("present", ""), ("", "present")])
def test_who_is_marked_wins_over_who_is_not(user, lila, jules, lila_was, jules_was):
    session = make_session(status="planned")
    make_attendance(session, lila, status=lila_was)
    make_attendance(session, jules, status=jules_was)

    match(lila, jules, user)

    assert said(jules) == [(8, "present")]


@pytest.mark.parametrize(("kept", "status", "changes"), [("provisional", "present", 1), ("real", "absent", 0)])
def test_when_they_disagree_someone_says_which_is_true(user, lila, jules, kept, status, changes):
    session = make_session(key="lundi", is_roll_open=True)
    make_attendance(session, lila, arrived_at="14:05")
    make_attendance(session, jules, status="absent")

    with pytest.raises(MatchRefused, match="Choisissez"):
        match(lila, jules, user)
    assert [pair.is_clash for pair in shared_sheets(lila, jules)] == [True]
    match(lila, jules, user, lundi=kept)

    assert said(jules) == [(8, status)]
    change = RollChange.objects.filter(person=jules, operation__user=user).first()
    assert RollChange.objects.count() == changes
    assert change is None or (change.before["status"], change.after["status"]) == ("absent", "present")


def test_a_closed_sheet_is_matched_too(user, lila, jules):
    session = make_session(key="lundi", is_roll_open=False)
    make_attendance(session, lila)
    make_attendance(session, jules, status="absent")

    match(lila, jules, user, lundi="provisional")

    session.refresh_from_db()
    assert (said(jules), session.status, session.is_roll_open) == ([(8, "present")], "held", False)


def test_a_device_that_still_says_the_old_key_is_understood(user, lila, jules):
    session = make_session(status="planned")
    operation = mark(session, user, lila)["acknowledged"]
    match(lila, jules, user)

    answer = mark(session, user, lila, "absent", base=operation)
    mark(make_session(key="mardi", status="planned", starts_at="2021-03-09T14:00"), user, lila)
    ask(make_session(status="planned", starts_at="2021-03-10T14:00"), user, "all_present", people=[lila.key])

    assert (answer["outcome"], answer["rows"][0]["row"]) == ("applied", f"person:{jules.key}")
    assert said(jules) == [(8, "absent"), (9, "present"), (10, "present")]


def test_a_key_follows_from_file_to_file(user, lila, jules):
    other = make_person(first_name="Lilla", last_name="", is_to_complete=True)
    match(lila, other, user)

    match(other, jules, user)

    assert sorted(FormerKey.objects.values_list("key", "person")) == sorted(
        [(lila.key, jules.pk), (other.key, jules.pk)]
    )
    assert list(Person.objects.formerly([lila.key, other.key])) == [jules]


def test_to_match_leaves_a_trace_without_a_name(user, lila, jules):
    match(lila, jules, user)

    trace = AuditEntry.objects.get(action="person_matched")
    assert (trace.user_id, trace.record_type, trace.record_id, trace.reason) == (
        user.pk,
        "members.person",
        jules.key,
        lila.key,
    )


def test_a_file_that_is_complete_is_not_matched_away(user, jules):
    other = make_person()

    with pytest.raises(MatchRefused, match="n’est plus à rapprocher"):
        match(other, jules, user)

    assert Person.objects.filter(pk=other.pk).exists()


def test_only_the_distinct_people_of_a_year_move(user, lila, jules):
    for day, people in {5: [lila], 8: [lila, jules], 9: [jules]}.items():
        session = make_session(starts_at=f"2021-03-0{day}T14:00")
        for person in people:
            make_attendance(session, person)
    make_attendance(make_session(starts_at="2020-03-05T14:00"), lila)
    before = (count("people"), count("sessions"))
    told = years_of_both(lila, jules)

    match(lila, jules, user)

    assert told == [2021]
    assert (before, (count("people"), count("sessions"))) == ((2, 3), (1, 3))


def test_the_words_of_the_history_are_kept(user, lila, jules):
    """What was kept without effect stays so."""
    make_roll_change(make_roll_operation(), subject="person", person=lila, is_applied=False, after={"status": "absent"})

    match(lila, jules, user)

    assert list(jules.roll_changes.values_list("is_applied", "after")) == [(False, {"status": "absent"})]
