import pytest

from activities.models import Session
from activities.roll.paper import Paper, PresentNow, is_signed
from activities.roll.sheet import sheet_of
from tests.factories import (
    make_activity,
    make_alias,
    make_attendance,
    make_enrolment,
    make_health_alert,
    make_person,
    make_session,
    make_tally,
)

ADDRESS = "https://trame.example/sessions/lundi/roll/"


@pytest.fixture(autouse=True)
def _database(db):
    pass


def paper_of(session: Session, *, signed=False) -> Paper:
    return Paper(sheet_of(session, with_alerts=True), signed, ADDRESS)


def test_blank_rows_are_numbered_after_the_others():
    session = make_session()
    for _ in range(3):
        make_enrolment(make_person(), session.activity)

    assert list(paper_of(session).blank_numbers) == [4, 5, 6, 7, 8, 9, 10, 11]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "meeting"}, True),
        ({"kind": "support"}, True),
        ({"kind": "workshop", "age_min": 18}, True),
        ({"kind": "workshop", "age_min": 6}, False),
        ({"kind": "workshop"}, False),
        ({"kind": "leisure_centre"}, False),
        ({"kind": "meeting", "counting": "alias"}, False),
    ],
)
def test_a_signature_is_asked_where_it_is_of_use(fields, expected):
    session = make_session(make_activity(**fields))

    assert is_signed(sheet_of(session, with_alerts=False)) is expected


@pytest.mark.parametrize(("counting", "expected"), [("named", False), ("alias", True), ("tally", True)])
def test_heads_are_counted_where_the_activity_counts_them(counting, expected):
    session = make_session(make_activity(counting=counting))

    assert paper_of(session).counts_heads is expected


def test_heads_already_counted_are_printed_anywhere():
    session = make_session(make_activity())
    make_tally(session, 3)

    assert paper_of(session).counts_heads is True


def test_a_place_that_counts_heads_alone_has_no_lines_for_names():
    session = make_session(make_activity(counting="tally"))

    assert paper_of(session).lists_people is False


def test_the_foot_is_as_wide_as_the_columns():
    session = make_session(make_activity(kind="nursery"))
    person = make_person()
    make_enrolment(person, session.activity)
    make_health_alert(person)

    # Number, name, age, what to know, three boxes, arrival, departure, signature.
    assert paper_of(session, signed=True).column_count == 10


def test_the_code_asks_nothing_of_the_content_policy():
    code = paper_of(make_session()).code

    assert code.startswith('<svg aria-hidden="true" viewBox=')
    assert "style" not in code


def test_who_is_there_now():
    session = make_session()
    for name, fields in {
        "Zola": {"arrived_at": "08:05"},
        "Adam": {},
        "Parti": {"arrived_at": "08:00", "left_at": "09:00"},
        "Absent": {"status": "absent"},
        "Blanc": {"status": ""},
    }.items():
        make_attendance(session, make_person(last_name=name, first_name=""), **fields)
    make_tally(session, 4, group="child", sex="F", is_estimate=True)
    make_tally(session, 0, group="child", sex="M")

    present = PresentNow(sheet_of(session, with_alerts=False))

    assert [row.name for row in present.rows] == ["Adam", "Zola"]
    assert present.counted == "Deux présents (2)"
    assert [(head.label, head.tally.count) for head in present.heads] == [("Filles", 4)]


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "Personne n’est noté présent (0)"), (1, "Un présent (1)"), (21, "Vingt et un présents (21)")],
)
def test_those_present_are_counted_in_words_and_figures(count, words):
    session = make_session(make_activity(counting="alias"))
    for _ in range(count):
        make_attendance(session, alias=make_alias(session.activity))

    assert PresentNow(sheet_of(session, with_alerts=False)).counted == words
