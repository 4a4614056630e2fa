import pytest

from centre.access import Role
from centre.models import AuditEntry
from tests.factories import (
    make_activity,
    make_alias,
    make_attendance,
    make_consent,
    make_enrolment,
    make_facility,
    make_health_alert,
    make_person,
    make_session,
    make_staff,
    make_tally,
    make_user,
)
from tests.reading import rows, text

PRINT, PRESENT = "/sessions/lundi/roll/print/", "/sessions/lundi/roll/present/"
BLANKS = 8


def planned(**fields):
    return make_session(make_activity(**fields), "2021-03-08T14:00", key="lundi", status="planned")


def enrol(session, last_name, **fields):
    person = make_person(last_name=last_name, first_name="Inès", **fields)
    make_enrolment(person, session.activity)
    return person


def printed(response, most: int) -> list[list[str]]:
    return rows(response)[:most]


def test_the_paper_is_in_the_order_of_the_sheet(client, director):
    session = planned(name="Ados")
    enrol(session, "Zola", birth_year=2010)
    pictured = enrol(session, "Élie", birth_date="2009-03-09")
    make_consent(pictured, from_on="2021-01-01")

    page = client.get(PRINT)

    names = [row.name for row in client.get("/sessions/lundi/roll/").context["sheet"].rows]
    # A tfoot, read first, closes each page.
    assert rows(page)[:3] == [
        ["Ados, lundi 8 mars 2021, 14 h"],
        ["1", "Élie Inès", "11 ans", "", "", "", ""],
        ["2", "Zola Inès", "11 ans", "pas de photo", "", "", ""],
    ]
    assert [row[1] for row in rows(page)[1:3]] == names
    assert [row[0] for row in rows(page)[3:]] == [str(number) for number in range(3, 3 + BLANKS)]


def test_what_is_marked_is_ticked(client, director):
    session = planned()
    make_attendance(session, make_person(last_name="Noui", first_name=""), status="excused")

    page = client.get(PRINT)

    assert rows(page)[1] == ["1", "Noui", "–", "", "", "oui"]
    assert page.content.decode().count("box--ticked") == 1


def test_the_paper_says_what_where_when_and_with_whom(client, director):
    session = planned(name="Ados", facility=make_facility(name="La Ruche"))
    session.staff.add(make_staff(name="Karim Haddad"))

    words = text(client.get(PRINT))

    assert "Feuille de présence, lundi 8 mars 2021, de 14 h à 16 h." in words
    assert f"Pôle {session.activity.sector} Endroit La Ruche Équipe Karim Haddad" in words
    assert "La feuille à l’écran : http://testserver/sessions/lundi/roll/" in words


def test_a_nursery_has_columns_for_hours(client, director):
    session = planned(kind="nursery")
    make_attendance(session, make_person(last_name="Noui", first_name=""), arrived_at="08:05", left_at="11:30")

    assert rows(client.get(PRINT))[1] == ["1", "Noui", "–", "oui", "", "", "8 h 05", "11 h 30"]


def test_a_column_to_sign_is_shown_or_hidden_as_asked(client, director):
    planned(kind="meeting")

    columns = {asked: len(rows(client.get(PRINT + asked))[1]) for asked in ("", "?signature=non", "?signature=oui")}

    assert columns == {"": 7, "?signature=non": 6, "?signature=oui": 7}


def test_an_anonymous_place_prints_codes_and_never_a_name(client, director):
    session = planned(kind="parent_child_drop_in", counting="alias")
    enrol(session, "Jamais")
    make_attendance(session, make_person(last_name="Jamais"), status="present")
    make_attendance(session, alias=make_alias(session.activity, key="hibou"), status="present")
    make_tally(session, 2, group="adult")

    page = client.get(PRINT + "?signature=oui")

    assert rows(page)[1] == ["1", "hibou", "enfant", "oui", "", ""]
    assert rows(page)[-2:] == [["Compté", "", "", "", "", "", "2", ""], ["Estimé", *[""] * 7]]
    assert "Jamais" not in page.content.decode()
    assert "Signature" not in page.content.decode()


def test_heads_alone_print_no_line_for_a_name(client, director):
    planned(counting="tally")

    assert rows(client.get(PRINT)) == [["Compté", *[""] * 7], ["Estimé", *[""] * 7]]


def test_a_health_alert_is_one_word_for_whom_it_concerns(client):
    session = planned(kind="drop_in_desk")
    person = enrol(session, "Diallo")
    make_health_alert(person, instruction="Stylo d’adrénaline")
    answers = {}

    for role in (Role.DIRECTOR, Role.RECEPTION):
        client.force_login(make_user(role))
        answers[role] = client.get(PRINT).content.decode()

    assert {role: "alerte santé" in answer for role, answer in answers.items()} == {
        Role.DIRECTOR: True,
        Role.RECEPTION: False,
    }
    assert "adrénaline" not in "".join(answers.values())
    assert AuditEntry.objects.filter(action="read_health_marks", record_id=person.key).count() == 1


@pytest.mark.parametrize("address", [PRINT, PRESENT])
def test_to_print_leaves_a_trace(client, director, address):
    planned()

    client.get(address)

    traces = AuditEntry.objects.filter(action="printed").values_list("user_id", "record_type", "record_id")
    assert list(traces) == [(director.pk, "activities.session", "lundi")]


@pytest.mark.parametrize("address", [PRINT, PRESENT])
def test_paper_reaches_as_far_as_the_roll(client, address):
    planned()
    client.force_login(make_user(Role.ANIMATOR, staff_member=make_staff()))

    assert client.get(address).status_code == 404
    assert AuditEntry.objects.filter(action="printed").count() == 0


def test_those_present_are_listed_without_a_script(client, director):
    session = planned(kind="nursery", name="Halte")
    make_attendance(session, make_person(last_name="Zola", first_name="", birth_year=2019), arrived_at="08:05")
    make_attendance(session, make_person(last_name="Parti", first_name=""), arrived_at="08:00", left_at="09:00")
    make_tally(session, 3, group="adult", sex="F")

    page = client.get(PRESENT)

    assert rows(page)[0] == ["1", "Zola", "2 ans", "8 h 05", ""]
    assert "Présents maintenant – Halte – lundi 8 mars 2021, 15 h" in text(page)
    assert "Un présent (1)" in text(page)
    assert "Femmes : 3" in text(page)
    assert "Parti" not in text(page)
