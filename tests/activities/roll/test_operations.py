"""The roll call as the server keeps it: each operation once, nothing overwritten in silence."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from activities.models import Attendance, RollChange, RollOperation
from activities.roll.work import Refused
from centre.models import AppendOnly, AuditEntry
from members.models import Person
from tests.activities.roll.asking import ask, mark
from tests.factories import (
    as_instant,
    make_activity,
    make_alias,
    make_attendance,
    make_centre,
    make_enrolment,
    make_household,
    make_person,
    make_session,
    make_staff,
    make_user,
)

pytestmark = pytest.mark.django_db
DAY = "2021-03-08"


@pytest.fixture
def user():
    return make_user("director", name="Nadia Kaya")


@pytest.fixture
def session():
    return make_session(make_activity("ados"), status="planned")


@pytest.fixture
def ines(session):
    person = make_person(key="ines", last_name="Benali", first_name="Inès")
    make_enrolment(person, session.activity)
    return person


def statuses(session) -> dict[str, str]:
    return dict(session.attendances.order_by("person__key").values_list("person__key", "status"))


def is_held(session) -> tuple[str, bool]:
    session.refresh_from_db()
    return session.status, session.is_roll_open


def history(session) -> list[tuple]:
    changes = RollChange.objects.filter(operation__session=session).exclude(subject="session")
    return [(change.before, change.after, change.is_applied) for change in changes]


# Marks


def test_a_first_presence_makes_a_planned_session_held(session, user, ines):
    answer = mark(session, user, ines)

    row = {"status": "present", "arrived_at": None, "left_at": None, "mode": "", "case_count": 0}
    assert answer["rows"] == [{"row": "person:ines", **row, "base": answer["acknowledged"]}]
    assert answer["session"] == {"status": "held", "is_roll_shut": False}
    assert (statuses(session), is_held(session)) == ({"ines": "present"}, ("held", True))


def test_an_absence_says_nothing_of_the_session(session, user, ines):
    mark(session, user, ines, "absent")

    assert (statuses(session), is_held(session)) == ({"ines": "absent"}, ("planned", False))


def test_a_presence_taken_back_leaves_the_session_planned(session, user, ines):
    first = mark(session, user, ines)

    mark(session, user, ines, "", base=first["acknowledged"])

    assert (statuses(session), is_held(session)) == ({"ines": ""}, ("planned", False))


def test_the_household_is_that_of_the_day_and_stays(session, user, ines):
    then = make_household(name="Chez son père")
    then.members.create(person=ines, role="child", from_on=date(2015, 1, 1), to_on=date(2021, 3, 9))
    make_household(ines, from_on="2021-03-09", name="Chez sa mère")
    first = mark(session, user, ines)

    mark(session, user, ines, "absent", base=first["acknowledged"], made_at="2021-04-01T10:00")

    assert Attendance.objects.get().household == then


def test_hours_mode_and_cases_are_noted_in_one_operation(session, user, ines):
    answer = mark(session, user, ines, arrived_at="14:10", left_at="15:30", mode="appointment", case_count=2)

    row = Attendance.objects.get()
    assert (row.arrived_at, row.left_at) == (as_instant(f"{DAY}T14:10"), as_instant(f"{DAY}T15:30"))
    assert (row.mode, row.case_count, answer["rows"][0]["case_count"]) == ("appointment", 2, 2)


def test_now_is_the_minute_of_the_tap_on_the_day_itself_only(session, user, ines):
    other = make_session(session.activity, "2021-03-01T14:00", status="planned")

    mark(session, user, ines, arrived_at="now", made_at=f"{DAY}T14:03:40")
    mark(other, user, ines, arrived_at="now", made_at=f"{DAY}T14:03:40")

    arrivals = [row.arrived_at for row in Attendance.objects.order_by("session__day")]
    assert arrivals == [None, as_instant(f"{DAY}T14:03")]


def test_a_device_whose_clock_is_ahead_does_not_write_in_the_future(session, user, ines):
    mark(session, user, ines, arrived_at="now", made_at=f"{DAY}T23:00", now=f"{DAY}T14:05")

    assert Attendance.objects.get().arrived_at == as_instant(f"{DAY}T14:05")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"arrived_at": "15:00", "left_at": "14:00"}, "Le départ doit venir après l’arrivée"),
        ({"status": "late"}, "late"),
        ({"arrived_at": "25:00"}, "heure"),
        ({"case_count": -1}, "Dossiers"),
    ],
)
def test_what_makes_no_sense_is_refused_and_leaves_nothing(session, user, ines, fields, words):
    with pytest.raises(Refused, match=words):
        mark(session, user, ines, **fields)

    assert (Attendance.objects.count(), RollOperation.objects.count()) == (0, 0)


# Once


def test_an_operation_sent_again_acts_once_and_gets_the_same_answer(session, user, ines):
    key = uuid4()
    first = mark(session, user, ines, key=key)
    mark(session, user, ines, "absent", base=str(key))

    again = mark(session, user, ines, key=key)

    assert again == first
    assert (statuses(session), RollOperation.objects.count()) == ({"ines": "absent"}, 2)


def test_a_refusal_kept_in_the_history_is_answered_the_same_again(session, user, ines):
    mark(session, user, ines)
    key = uuid4()
    first = mark(session, user, ines, "absent", key=key)

    again = mark(session, user, ines, "absent", key=key)

    assert (first["outcome"], again) == ("conflict", first)


@pytest.mark.parametrize("other", ["body", "user", "session"])
def test_something_else_under_the_same_key_is_refused(session, user, ines, other):
    key = uuid4()
    mark(session, user, ines, key=key)
    by = make_user("director") if other == "user" else user
    place = make_session(session.activity) if other == "session" else session

    with pytest.raises(Refused, match="déjà servi"):
        mark(place, by, ines, "absent" if other != "user" else "present", key=key)

    assert statuses(session) == {"ines": "present"}


def test_what_was_done_is_written_once(session, user, ines):
    mark(session, user, ines)

    for record in (RollOperation.objects.get(), RollChange.objects.first()):
        with pytest.raises(AppendOnly):
            record.save()
        with pytest.raises(AppendOnly):
            record.delete()


# Conflicts


def test_a_change_based_on_an_old_state_is_kept_and_told_with_names_and_hours(session, user, ines):
    karim = make_user("director", name="Karim Haddad")
    mark(session, karim, ines, "excused", made_at=f"{DAY}T14:03")

    answer = mark(session, user, ines, made_at=f"{DAY}T14:01", now=f"{DAY}T14:20")

    assert answer["outcome"] == "conflict"
    assert answer["messages"] == [
        "Karim Haddad a noté «\u00a0excusé\u00a0» à 14\u00a0h\u00a003\u00a0: "
        "votre «\u00a0présent\u00a0» est gardé dans l’historique, sans effet."
    ]
    assert answer["rows"][0]["status"] == "excused"
    assert statuses(session) == {"ines": "excused"}
    assert history(session) == [
        ({"status": ""}, {"status": "excused"}, True),
        ({"status": "excused"}, {"status": "present"}, False),
    ]


def test_a_conflict_of_another_day_tells_the_day(session, user, ines):
    """A month of paper is typed in long after."""
    karim = make_user("director", name="Karim Haddad")
    mark(session, karim, ines, "excused", made_at="2021-04-01T10:00")

    answer = mark(session, user, ines, made_at="2021-04-01T10:05")

    assert answer["messages"][0].startswith(
        "Karim Haddad a noté «\u00a0excusé\u00a0» le 1er avril 2021 à 10\u00a0h\u00a0: "
    )


def test_two_devices_that_say_the_same_agree(session, user, ines):
    mark(session, user, ines)

    answer = mark(session, make_user("director"), ines)

    assert (answer["outcome"], answer["messages"]) == ("applied", [])


def test_what_follows_a_change_that_was_set_aside_is_set_aside_too(session, user, ines):
    mark(session, user, ines, "absent")
    mine = mark(session, make_user("director"), ines, "present")

    next_tap = mark(session, user, ines, "excused", base=mine["acknowledged"])

    assert (next_tap["outcome"], statuses(session)) == ("conflict", {"ines": "absent"})


def test_whoever_saw_the_conflict_may_decide(session, user, ines):
    mark(session, user, ines, "absent")
    told = mark(session, user, ines)

    answer = mark(session, user, ines, base=told["rows"][0]["base"])

    assert (answer["outcome"], statuses(session)) == ("applied", {"ines": "present"})


def test_different_rows_merge(session, user, ines):
    adam = make_person(key="adam")

    outcomes = [mark(session, user, person)["outcome"] for person in (ines, adam)]

    assert (outcomes, statuses(session)) == (["applied", "applied"], {"adam": "present", "ines": "present"})


def test_a_change_made_before_the_sheet_was_closed_is_kept(session, user, ines):
    mark(session, user, make_person())
    ask(session, user, "close")

    answer = mark(session, user, ines, made_at=f"{DAY}T14:01")

    assert answer["outcome"] == "conflict"
    assert answer["messages"][0].startswith("La feuille est close")
    assert statuses(session)["ines"] == "absent"
    assert history(session)[-1] == ({"status": "absent"}, {"status": "present"}, False)


# Everyone


def test_everyone_of_the_list_is_present_but_who_was_marked(session, user, ines):
    make_person(key="adam")
    away = make_person(key="away")
    mark(session, user, away, "absent")

    answer = ask(session, user, "all_present", people=["adam", "away", "ines"])

    assert statuses(session) == {"adam": "present", "away": "absent", "ines": "present"}
    assert {row["row"]: row["status"] for row in answer["rows"]} == {
        "person:adam": "present",
        "person:away": "absent",
        "person:ines": "present",
    }


def test_an_exception_follows_everyone(session, user, ines):
    everyone = ask(session, user, "all_present", people=["ines"])

    answer = mark(session, user, ines, "absent", base=everyone["acknowledged"])

    assert (answer["outcome"], statuses(session)) == ("applied", {"ines": "absent"})


def test_everyone_asks_as_many_questions_for_three_people_as_for_thirty(session, user, django_assert_max_num_queries):
    people = [make_person() for _ in range(33)]
    for person in people:
        make_household(person)
    mark(session, user, people[0])

    with django_assert_max_num_queries(12) as few:
        ask(session, user, "all_present", people=[person.key for person in people[:3]])
    with django_assert_max_num_queries(len(few)):
        ask(session, user, "all_present", people=[person.key for person in people])

    assert Attendance.objects.exclude(household=None).count() == 33


# Walk-ins


def test_a_person_whom_nobody_knows_is_opened_in_short(session, user):
    make_centre()
    key = uuid4()

    answer = ask(session, user, "add_person", key=key, first_name="Lila", age_band=2, sex="F")

    person = Person.objects.get()
    assert (person.key, str(person), person.sex, person.is_to_complete) == (str(key), "Lila", "F", True)
    assert (person.birth_year, person.is_birth_year_estimated) == (2021 - 12, True)
    assert (answer["rows"][0]["status"], is_held(session)) == ("present", ("held", True))
    assert AuditEntry.objects.get().action == "person_opened_in_short"


def test_an_unknown_age_stays_unknown(session, user):
    ask(session, user, "add_person", first_name="Lila")

    person = Person.objects.get()
    assert (person.birth_year, person.is_birth_year_estimated, person.sex) == (None, False, "")


def test_a_volunteer_marks_the_list_and_nobody_else(session, ines):
    volunteer, stranger = make_user("volunteer"), make_person()
    mark(session, volunteer, ines)

    with pytest.raises(PermissionDenied):
        mark(session, volunteer, stranger)
    ask(session, volunteer, "all_present", people=[stranger.key, ines.key])

    assert statuses(session) == {"ines": "present"}


def test_a_regular_of_the_last_six_weeks_is_on_the_list(session):
    volunteer, regular, former = make_user("volunteer"), make_person(key="regular"), make_person()
    make_attendance(make_session(session.activity, "2021-01-25T14:00"), regular)
    make_attendance(make_session(session.activity, "2021-01-24T14:00"), former)
    mark(session, volunteer, regular)

    with pytest.raises(PermissionDenied):
        mark(session, volunteer, former)

    assert statuses(session) == {"regular": "present"}


# Aliases


def test_an_alias_is_opened_once_and_marked(session, user):
    ask(session, user, "add_alias", code="lune", group="child", sex="F")
    ask(session, user, "add_alias", code="lune", group="child", sex="F")

    row = Attendance.objects.get()
    assert (row.alias.key, row.alias.year, row.alias.group, row.status) == ("lune", 2021, "child", "present")
    assert (row.person, row.household) == (None, None)


def test_an_alias_of_another_place_or_year_is_refused(session, user):
    make_alias(make_activity(), key="lune")
    make_alias(session.activity, year=2020, key="soleil")

    for code in ("lune", "soleil"):
        with pytest.raises(Refused, match="déjà pris"):
            ask(session, user, "add_alias", code=code, group="child")
        with pytest.raises(Refused, match="pas de cette activité"):
            ask(session, user, "mark", alias=code, status="present")


# Head counts


def counted(session) -> list[tuple]:
    return list(session.tallies.order_by("pk").values_list("group", "sex", "is_estimate", "count"))


def test_heads_add_up_whoever_counts(session, user):
    for by in (user, make_user("director"), user):
        ask(session, by, "count", group="child", sex="F", step=1)
    ask(session, user, "count", group="child", sex="F", step=-1)

    assert (counted(session), is_held(session)) == ([("child", "F", False, 2)], ("held", True))


def test_a_count_never_goes_under_zero(session, user):
    ask(session, user, "count", group="adult", step=1)
    ask(session, user, "count", group="adult", step=-1)
    assert is_held(session) == ("planned", False)

    answer = ask(session, user, "count", group="adult", step=-1)

    assert (answer["outcome"], answer["messages"]) == ("conflict", ["Le compte est déjà à zéro."])
    assert counted(session) == [("adult", "", False, 0)]


def test_a_number_replaces_what_was_seen_and_nothing_newer(session, user):
    first = ask(session, user, "count", number=60, is_estimate=True)
    ask(session, user, "count", number=80, is_estimate=True, base=first["acknowledged"])

    late = ask(session, user, "count", number=50, is_estimate=True, base=first["acknowledged"])

    assert (late["outcome"], counted(session)) == ("conflict", [("", "", True, 80)])


# The session


def test_to_close_settles_whom_nobody_marked(session, user, ines):
    came = make_person(key="came")
    taken_back = mark(session, user, make_person(key="walk-in"))
    mark(session, user, Person.objects.get(key="walk-in"), "", base=taken_back["acknowledged"])
    mark(session, user, came)

    answer = ask(session, user, "close")

    assert statuses(session) == {"came": "present", "ines": "absent", "walk-in": ""}
    assert (answer["outcome"], is_held(session)) == ("applied", ("held", False))


def test_that_nobody_came_must_be_said(session, user, ines):
    with pytest.raises(Refused, match="Personne n’est noté présent"):
        ask(session, user, "close")
    assert is_held(session) == ("planned", False)

    ask(session, user, "close", nobody_came=True)

    assert (statuses(session), is_held(session)) == ({"ines": "absent"}, ("held", False))


def test_a_session_is_cancelled_with_a_reason_unless_someone_came(session, user, ines):
    with pytest.raises(Refused, match="pourquoi"):
        ask(session, user, "cancel", reason=" ")
    first = mark(session, user, ines)
    assert ask(session, user, "cancel", reason="Neige")["outcome"] == "conflict"
    mark(session, user, ines, "", base=first["acknowledged"])

    ask(session, user, "cancel", reason="Neige")

    session.refresh_from_db()
    assert (session.status, session.cancellation_reason) == ("cancelled", "Neige")
    assert AuditEntry.objects.get().action == "session_cancelled"


def test_to_reopen_is_a_right_of_its_own(session, user, ines):
    mark(session, user, ines)
    ask(session, user, "close")

    with pytest.raises(PermissionDenied):
        ask(session, make_user("animator"), "reopen")
    assert is_held(session) == ("held", False)
    ask(session, user, "reopen")

    assert is_held(session) == ("held", True)


def test_a_cancelled_session_reopens_planned_without_its_reason(session, user):
    ask(session, user, "cancel", reason="Neige")

    ask(session, user, "reopen")

    session.refresh_from_db()
    assert (session.status, session.cancellation_reason) == ("planned", "")


def describe(session, user, **fields):
    said = {"topic": "", "note": "", "starts_at": "14:00", "ends_at": "16:00", "staff": [], **fields}
    return ask(session, user, "describe", **said)


def test_topic_hours_team_and_note_are_said_together(session, user):
    nadia = make_staff("Nadia")

    describe(session, user, topic="Court métrage", starts_at="14:10", ends_at="16:30", staff=[nadia.key], note="Pluie")

    session.refresh_from_db()
    change = RollChange.objects.get()
    assert (session.topic, session.note, [*session.staff.all()]) == ("Court métrage", "Pluie", [nadia])
    assert (session.starts_at, session.ends_at) == (as_instant(f"{DAY}T14:10"), as_instant(f"{DAY}T16:30"))
    assert change.before["topic"] == ""
    assert change.after["staff"] == "Nadia"


def test_a_description_based_on_an_old_one_is_kept_aside(session, user):
    describe(session, user, topic="Court métrage")

    answer = describe(session, user, topic="Théâtre")

    session.refresh_from_db()
    assert (answer["outcome"], session.topic) == ("conflict", "Court métrage")


def test_an_end_before_the_start_is_refused(session, user):
    with pytest.raises(Refused, match="fin de la séance"):
        describe(session, user, starts_at="16:00", ends_at="15:00")
