from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from activities.models import Session
from activities.roll.sheet import clock_sent
from centre.access import Role
from centre.models import AuditEntry
from tests.activities.roll.asking import mark
from tests.activities.views.sheets import OPERATIONS, SHEET, ask, enrol, planned
from tests.factories import (
    as_instant,
    make_activity,
    make_alias,
    make_attendance,
    make_consent,
    make_emergency_contact,
    make_enrolment,
    make_health_alert,
    make_person,
    make_pickup,
    make_session,
    make_staff,
    make_user,
)
from tests.reading import links, rows, text


def shown(page) -> list[tuple]:
    return [(row.name, row.age, row.attendance.status, row.marks) for row in page.context["sheet"].rows]


# The sheet


def test_the_enrolled_stand_in_name_order_and_blank(client, director, session):
    enrol(session, "Zola", birth_date="2009-03-09")
    enrol(session, "Élie", birth_year=2010)
    make_enrolment(make_person(), session.activity, status="waiting")
    make_enrolment(make_person(), session.activity, to_on="2021-03-08")

    page = client.get(SHEET)

    assert shown(page) == [("Élie Inès", "11\u00a0ans", "", []), ("Zola Inès", "11\u00a0ans", "", [])]
    assert "2 pas encore pointés" in text(page)


def test_without_enrolments_the_regulars_of_six_weeks_are_listed(client, director, session):
    regular, former = make_person(last_name="Adam", first_name="Luc"), make_person()
    make_attendance(make_session(session.activity, "2021-01-25T14:00"), regular)
    make_attendance(make_session(session.activity, "2021-01-24T14:00"), former)
    make_attendance(make_session(starts_at="2021-03-01T14:00"), make_person())

    page = client.get(SHEET)

    assert [name for name, *_ in shown(page)] == ["Adam Luc"]
    assert "Tous présents" not in text(page)
    assert "Personne n’est inscrit ici" in text(page)


def test_once_closed_a_sheet_without_enrolments_lists_who_was_marked(client, director):
    desk = planned(kind="drop_in_desk")
    regular, came = make_person(last_name="Adam", first_name="Luc"), make_person(last_name="Benali", first_name="Inès")
    for person in (regular, came):
        make_attendance(make_session(desk.activity, "2021-03-01T14:00"), person)
    make_attendance(desk, came, mode="appointment", case_count=2)
    Session.objects.filter(pk=desk.pk).update(status="held")

    page = client.get(SHEET)

    assert [name for name, *_ in shown(page)] == ["Benali Inès"]
    assert "Sur rendez-vous, 2 dossiers" in text(page)
    assert [
        word for word in ("Présents maintenant", "six dernières semaines", "Un dossier de plus") if word in text(page)
    ] == []


def test_marks_tell_who_may_not_be_pictured_and_who_has_an_alert(client, director, session):
    for name in ("Adam", "Benali", "Cohen"):
        enrol(session, name)
    people = {row.key: row.attendance.person for row in client.get(SHEET).context["sheet"].rows}
    make_consent(people["adam"])
    make_consent(people["benali"], withdrawn_on="2021-03-08")
    make_health_alert(people["cohen"])

    page = client.get(SHEET)

    assert [marks for *_, marks in shown(page)] == [[], ["pas de photo"], ["pas de photo", "alerte santé"]]
    trace = AuditEntry.objects.get()
    assert (trace.action, trace.record_id) == ("read_health_marks", "cohen")


def test_a_sheet_that_reads_itself_again_leaves_one_trace_an_hour(client, director, session):
    make_health_alert(enrol(session, "Cohen"))
    counts = []

    for minutes in (0, 1, 59, 61):
        with time_machine.travel(as_instant("2021-03-08T15:00") + timedelta(minutes=minutes), tick=False):
            client.get(SHEET)
        counts.append(AuditEntry.objects.count())

    assert counts == [1, 1, 1, 2]


def test_a_volunteer_sees_no_alert(client, session):
    volunteer = make_user(Role.VOLUNTEER, staff_member=make_staff())
    session.staff.add(volunteer.staff_member)
    make_health_alert(enrol(session, "Cohen"))
    client.force_login(volunteer)

    page = client.get(SHEET)

    assert ("alerte santé" in text(page), AuditEntry.objects.count()) == (False, 0)


def test_a_substitute_sees_the_alerts_of_the_session_that_names_them(client, session):
    animator = make_user(Role.ANIMATOR, staff_member=make_staff())
    session.staff.add(animator.staff_member)
    make_health_alert(enrol(session, "Cohen"))
    client.force_login(animator)

    assert "alerte santé" in text(client.get(SHEET))


def test_an_anonymous_place_never_shows_nor_takes_a_name(client, director):
    session = planned(counting="alias", kind="parent_child_drop_in")
    person = enrol(session, "Benali")
    make_attendance(make_session(session.activity, "2021-03-01T14:00"), person)
    make_attendance(make_session(session.activity, "2021-03-01T14:00"), alias=make_alias(session.activity, key="lune"))

    page, answer = client.get(SHEET), ask(client, kind="mark", person="benali", status="present")

    assert [row.name for row in page.context["sheet"].rows] == ["lune"]
    assert "Benali" not in text(page)
    assert (answer.status_code, "jamais un nom" in answer.json()["message"]) == (422, True)
    assert not session.attendances.exists()


def test_a_conflict_stays_on_its_row_until_somebody_decides(client, director, session):
    person = enrol(session, "Benali")
    mark(session, make_user("director", name="Karim Haddad"), person, "excused", made_at="2021-03-08T14:03")
    late = mark(session, director, person, made_at="2021-03-08T14:01", now="2021-03-08T14:10")
    before = client.get(SHEET)

    mark(session, director, person, base=late["rows"][0]["base"], now="2021-03-08T14:11", made_at="2021-03-08T14:11")
    after = client.get(SHEET)

    told = "Nadia Kaya voulait « présent » (14 h 01) ; Karim Haddad a noté « excusé » à 14 h 03."
    assert (told in text(before), told in text(after)) == (True, False)
    assert "Garder « excusé » Noter « présent »" in text(before)


def test_the_session_is_described_on_a_page_of_its_own(client, director, session):
    nadia = make_staff("Nadia")
    base = client.get("/sessions/lundi/roll/session/").context["session"].last_operation_id or ""
    said = {"topic": "Théâtre", "starts_at": "14:00", "ends_at": "15:45", "staff": [nadia.key], "note": "Au soleil"}

    client.post(OPERATIONS, {"key": str(uuid4()), "kind": "describe", "base": base, **said})

    session.refresh_from_db()
    assert (session.topic, session.note, [*session.staff.all()]) == ("Théâtre", "Au soleil", [nadia])
    assert f"{session.ends_at:%H:%M}" == "14:45"


# Walk-ins, one row, the history


def test_a_walk_in_is_found_in_the_whole_house_and_added_in_one_tap(client, director, session):
    make_person(key="jules", last_name="Durand", first_name="Jules", birth_year=2009)

    found = client.get("/sessions/lundi/roll/walk-ins/", {"q": "jules durnad"})
    ask(client, kind="mark", person="jules", status="present")

    assert "Durand Jules 12 ans, né(e) en 2009" in text(found)
    assert [name for name, *_ in shown(client.get(SHEET))] == ["Durand Jules"]


def test_a_volunteer_searches_nobody(client, session):
    volunteer = make_user(Role.VOLUNTEER, staff_member=make_staff())
    session.staff.add(volunteer.staff_member)
    make_person(last_name="Durand")
    client.force_login(volunteer)

    found = client.get("/sessions/lundi/roll/walk-ins/", {"q": "durand"})

    assert "Durand" not in text(found)


def test_a_row_opens_whom_to_call_who_collects_and_leaves_a_trace(client, director, session):
    child = enrol(session, "Benali")
    make_emergency_contact(child, name="Sa grand-mère", phone="03 20 00 00 00")
    make_pickup(child, rule="must_not", name="Monsieur X")
    make_health_alert(child, "Pas d’arachide")

    page = client.get("/sessions/lundi/roll/people/benali/")

    assert "tel:0320000000" in links(page)
    for words in ("Sa grand-mère", "Ne doit pas venir chercher : Monsieur X", "Pas d’arachide"):
        assert words in text(page)
    traces = AuditEntry.objects.values_list("action", "record_id")
    assert set(traces) == {("read_pickups", "benali"), ("read_health_alerts", "benali")}


def test_who_must_not_come_is_told_first(client, director, session):
    child = enrol(session, "Benali")
    make_pickup(child, rule="alone", name="")
    make_pickup(child, rule="may", name="Sa tante", phone="+33 6 00 00 00 01")
    make_pickup(child, rule="must_not", name="Monsieur X")

    page = client.get("/sessions/lundi/roll/people/benali/")

    told = "Ne doit pas venir chercher : Monsieur X Peut venir chercher : Sa tante, +33 6 00 00 00 01 Rentre seul"
    assert told in text(page)
    assert "tel:+33600000001" in links(page)


def test_a_departure_is_noted_in_one_tap(client, director, session):
    child = enrol(session, "Benali")
    absent = enrol(session, "Absente")
    make_attendance(session, child, arrived_at="14:00")
    make_attendance(session, absent, status="absent")

    page = client.get("/sessions/lundi/roll/people/benali/")
    fields = {"key": str(uuid4()), "kind": "mark", "person": "benali", "base": "", "left_at": "now"}
    client.post(OPERATIONS, fields)

    pages = [text(client.get(f"/sessions/lundi/roll/people/{key}/")) for key in ("benali", "absente")]
    assert "Noter le départ maintenant" in text(page)
    assert [clock_sent(row.left_at) for row in session.attendances.filter(person=child)] == ["15:00"]
    assert ["Noter le départ maintenant" in page for page in pages] == [False, False]


def test_cases_are_asked_at_a_desk_alone(client, director):
    desk, workshop = planned(kind="drop_in_desk"), make_session(make_activity(), "2021-03-08T14:00", key="atelier")
    for session in (desk, workshop):
        make_attendance(session, make_person(key=f"personne-{session.key}"))
    Session.objects.update(status="held", is_roll_open=True)

    pages = [text(client.get(f"/sessions/{key}/roll/people/personne-{key}/")) for key in ("lundi", "atelier")]

    assert ["Dossiers traités" in page for page in pages] == [True, False]


def test_a_newcomer_s_row_leads_to_what_completes_the_file(client, director, session):
    ask(client, kind="add_person", key="11111111-2222-4333-8444-555555555555", first_name="Lila")

    opened = links(client.get("/sessions/lundi/roll/people/11111111-2222-4333-8444-555555555555/"))

    assert "/people/11111111-2222-4333-8444-555555555555/complete/" in opened
    assert "/people/11111111-2222-4333-8444-555555555555/match/" in opened


def test_volunteers_are_told_from_employees(client, director, session):
    make_staff("Karim Haddad")
    make_staff("Bernadette Roux", employment="volunteer")

    assert "Bernadette Roux , bénévole Karim Haddad" in text(client.get("/sessions/lundi/roll/session/"))


def test_a_row_opens_only_for_who_is_on_the_sheet(client, director, session):
    make_person(key="ailleurs")

    assert client.get("/sessions/lundi/roll/people/ailleurs/").status_code == 404


def test_the_history_tells_who_changed_what_from_what_to_what(client, director, session):
    person = enrol(session, "Benali")
    first = mark(session, director, person, made_at="2021-03-08T14:01")
    mark(session, director, person, "absent", base=first["acknowledged"], made_at="2021-03-08T14:02")

    whole, one = client.get("/sessions/lundi/roll/history/"), client.get("/sessions/lundi/roll/people/benali/")

    changed = [
        ["14 h 02", "Nadia Kaya", "présent", "absent", "enregistré"],
        ["14 h 01", "Nadia Kaya", "pas encore pointé", "présent", "enregistré"],
    ]
    assert rows(one) == changed
    assert [row for row in rows(whole) if row[1] == "Benali Inès"] == [
        [at, "Benali Inès", *row] for at, *row in changed
    ]


# Today


def test_today_leads_to_the_sheet_in_one_tap(client, director, session):
    page = client.get("/today/")

    assert SHEET in links(page)
    assert "Faire l’appel" in text(page)


def test_a_sheet_left_open_yesterday_waits_to_be_closed(client, director):
    make_session(starts_at="2021-03-07T14:00", is_roll_open=True)

    page = client.get("/today/")

    assert "Feuille à clore" in text(page)
    assert "Une séance attend sa feuille de présence." in text(page)


def test_reception_calls_the_roll_of_desks_only(client):
    planned(kind="drop_in_desk")
    make_session(make_activity(), "2021-03-08T14:00", key="atelier")
    client.force_login(make_user(Role.RECEPTION))

    answers = [client.get(f"/sessions/{key}/roll/").status_code for key in ("lundi", "atelier")]

    assert answers == [200, 404]


@pytest.mark.parametrize(("day", "kept"), [("2021-03-08", "2021-03-08"), ("2021-03-05", None)])
def test_a_device_keeps_the_sheets_of_the_day_alone(client, director, day, kept):
    make_session(make_activity(), f"{day}T14:00", key="lundi", status="planned")

    response = client.get(SHEET)

    assert (response.get("X-Trame-Keep"), response["X-Trame-User"]) == (kept, str(director.pk))
