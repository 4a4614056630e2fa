"""A month as a grid: which sessions, who down, what each cell says and lets one do."""

from datetime import date

import pytest

from activities.models import Session
from activities.roll.month import month_of
from centre.periods import Period
from tests.activities.roll.asking import mark
from tests.factories import (
    make_activity,
    make_alias,
    make_attendance,
    make_enrolment,
    make_person,
    make_session,
    make_user,
)

pytestmark = pytest.mark.django_db
NOVEMBER = Period(date(2020, 11, 1), date(2020, 12, 1))


@pytest.fixture
def activity():
    return make_activity("ados")


def planned(activity, day, hour="14:00", **fields):
    return make_session(activity, f"2020-11-{day:02}T{hour}", status="planned", **fields)


def enrol(activity, last_name, **fields):
    person = make_person(key=last_name.lower(), last_name=last_name, first_name="Inès")
    make_enrolment(person, activity, **fields)
    return person


def november(activity, *, finds_people=True, sessions=None):
    reached = (Session.objects.all() if sessions is None else sessions).of(activity)
    return month_of(activity, reached, NOVEMBER, finds_people=finds_people)


def names(month) -> list[str]:
    return [line.name for line in month.lines]


def cells(month) -> list[list[tuple]]:
    return [[(cell.status, cell.note, cell.is_open) for cell in line.cells] for line in month.lines]


# Columns


def test_the_sessions_of_the_month_stand_in_order_and_tell_their_hour_when_two_share_a_day(activity):
    for day, hour in ((30, "14:00"), (2, "17:30"), (2, "09:00")):
        planned(activity, day, hour)
    make_session(activity, "2020-10-31T14:00")
    make_session(activity, "2020-12-01T00:00")
    make_session(make_activity(), "2020-11-03T14:00")

    labels = [column.label for column in november(activity).columns]

    assert labels == ["lundi 2 novembre à 9\u00a0h", "lundi 2 novembre à 17\u00a0h\u00a030", "lundi 30 novembre"]


def test_a_shut_sheet_is_read_and_says_why(activity):
    planned(activity, 2)
    make_session(activity, "2020-11-03T14:00", is_roll_open=True)
    make_session(activity, "2020-11-04T14:00")
    planned(activity, 5)
    Session.objects.filter(day="2020-11-05").update(status="cancelled")
    enrol(activity, "Benali")

    month = november(activity)

    assert [column.shut for column in month.columns] == ["", "", "close", "annulée"]
    assert cells(month) == [[("", "", True), ("", "", True), ("", "close", False), ("", "annulée", False)]]


def test_a_joint_session_is_on_both_grids_with_the_people_of_both(activity):
    other = make_activity()
    planned(other, 2, also=[activity])
    enrol(activity, "Adam")
    enrol(other, "Benali")

    assert [names(november(each)) for each in (activity, other)] == [["Adam Inès", "Benali Inès"]] * 2


# Rows


def test_the_order_is_that_of_the_sheet(activity):
    planned(activity, 2)
    for name in ("Zola", "Élie", "Dupont"):
        enrol(activity, name)

    assert names(november(activity)) == ["Dupont Inès", "Élie Inès", "Zola Inès"]


def test_whoever_a_sheet_of_the_month_lists_is_listed(activity):
    first, last = planned(activity, 2), planned(activity, 23)
    enrol(activity, "Arrive", from_on="2020-11-20")
    enrol(activity, "Part", to_on="2020-11-03")
    enrol(activity, "Avant", to_on="2020-11-02")
    enrol(activity, "Après", from_on="2020-11-24")
    enrol(activity, "Attend", status="waiting")
    make_attendance(last, make_person(last_name="Vient", first_name="Luc"), status="absent")
    make_attendance(make_session(activity, "2020-10-26T14:00"), make_person(last_name="Régulier"))

    month = november(activity)

    assert names(month) == ["Arrive Inès", "Part Inès", "Vient Luc"]
    assert [column.session for column in month.columns] == [first, last]


def test_a_walk_in_that_was_taken_back_goes_away(activity):
    session, user = planned(activity, 2), make_user("director")
    person = make_person()
    key = mark(session, user, person, made_at="2020-11-02T14:00")["acknowledged"]
    before = names(november(activity))

    mark(session, user, person, "", base=key, made_at="2020-11-02T14:01")

    assert (len(before), names(november(activity))) == (1, [])


def test_where_nobody_is_enrolled_the_regulars_are_listed_and_nothing_is_hatched(activity):
    planned(activity, 9)
    make_attendance(make_session(activity, "2020-09-28T14:00"), make_person(last_name="Adam", first_name="Luc"))
    make_attendance(make_session(activity, "2020-09-27T14:00"), make_person(last_name="Ancien"))
    make_attendance(make_session(make_activity(), "2020-11-02T14:00"), make_person(last_name="Ailleurs"))

    month = november(activity)

    assert (names(month), month.is_enrolled) == (["Adam Luc"], False)
    assert cells(month) == [[("", "", True)]]


def test_only_the_sheets_within_reach_say_who(activity):
    seen = planned(activity, 2)
    planned(activity, 23)
    enrol(activity, "Benali")
    enrol(activity, "Arrive", from_on="2020-11-20")

    month = november(activity, sessions=Session.objects.filter(pk=seen.pk))

    assert (len(month.columns), names(month)) == (1, ["Benali Inès"])


# Cells


def test_a_day_without_enrolment_is_told_and_marked_by_who_finds_people(activity):
    planned(activity, 2)
    planned(activity, 9)
    make_attendance(planned(activity, 3), enrol(activity, "Benali", from_on="2020-11-09"), status="present")

    all_found, none_found = (cells(november(activity, finds_people=finds)) for finds in (True, False))

    out = "non inscrit ce jour-là"
    assert all_found == [[("", out, True), ("present", out, True), ("", "", True)]]
    assert none_found == [[("", out, False), ("present", out, True), ("", "", True)]]


def test_sums_count_who_came(activity):
    sessions = [planned(activity, day) for day in (2, 9)]
    adam, benali = enrol(activity, "Adam"), enrol(activity, "Benali")
    for session, person, status in (
        (0, adam, "present"),
        (1, adam, "present"),
        (0, benali, "absent"),
        (1, benali, "present"),
    ):
        make_attendance(sessions[session], person, status=status)

    month = november(activity)

    assert ([line.present_count for line in month.lines], month.totals, month.total) == ([2, 1], [1, 2], 3)


def test_a_cell_asks_for_what_a_tap_means_from_what_was_seen(activity):
    session, user = planned(activity, 2, key="lundi"), make_user("director")
    person = enrol(activity, "Benali")
    before = november(activity).lines[0].cells[0].asked

    key = mark(session, user, person, made_at="2020-11-02T14:00")["acknowledged"]

    after = november(activity).lines[0].cells[0].asked
    assert before == "session=lundi&person=benali&base=&status=present"
    assert after == f"session=lundi&person=benali&base={key}&status=absent"


def test_a_conflict_stays_until_somebody_decides(activity):
    session, nadia = planned(activity, 2), make_user("director", name="Nadia Kaya")
    person = enrol(activity, "Benali")
    mark(session, make_user("director", name="Karim Haddad"), person, "excused", made_at="2020-11-09T10:00")
    late = mark(session, nadia, person, made_at="2020-11-09T09:59", now="2020-11-09T10:05")
    before = november(activity)

    mark(session, nadia, person, base=late["rows"][0]["base"], made_at="2020-11-09T10:06")
    after = november(activity)

    (conflict,) = before.conflicts
    assert (conflict.label, conflict.row.disagreement) == (
        "Benali Inès, lundi 2 novembre",
        "Nadia Kaya voulait «\u00a0présent\u00a0» (le 9 novembre 2020 à 9\u00a0h\u00a059)\u00a0; "
        "Karim Haddad a noté «\u00a0excusé\u00a0» le 9 novembre 2020 à 10\u00a0h.",
    )
    assert [label for label, _ in conflict.sides] == ["Garder «\u00a0excusé\u00a0»", "Noter «\u00a0présent\u00a0»"]
    assert [line.cells[0].has_conflict for month in (before, after) for line in month.lines] == [True, False]
    assert after.conflicts == []


# Anonymous places


def test_an_anonymous_place_lists_the_codes_of_its_year_and_no_name():
    place = make_activity(counting="alias", kind="parent_child_drop_in")
    session = planned(place, 2)
    enrol(place, "Benali")
    make_attendance(session, alias=make_alias(place, 2020, key="lune"))
    make_alias(place, 2020, key="étoile")
    make_alias(place, 2019, key="soleil")
    make_alias(make_activity(), 2020, key="mars")

    month = november(place)

    assert [line.id for line in month.lines] == ["alias:étoile", "alias:lune"]
    assert cells(month) == [[("", "", True)], [("present", "", True)]]


def test_a_session_shared_with_an_anonymous_place_shows_neither_its_codes_nor_its_names():
    named, anonymous = make_activity(), make_activity(counting="alias")
    theirs = planned(anonymous, 2, also=[named])
    make_attendance(theirs, alias=make_alias(anonymous, 2020, key="lune"))
    ours = planned(named, 3, also=[anonymous])
    make_attendance(ours, make_person(last_name="Adam", first_name="Luc"))
    enrol(anonymous, "Secret", to_on="2020-11-03")

    on_named, on_anonymous = november(named), november(anonymous)

    assert (names(on_named), [column.shut for column in on_named.columns]) == (["Adam Luc"], ["partagée", ""])
    assert (names(on_anonymous), [column.shut for column in on_anonymous.columns]) == (["lune"], ["", "partagée"])
