"""The agenda, activities, one session, and the page of a person. Today has its own tests."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from centre.models import AuditEntry
from members.models import Consent
from tests.factories import (
    as_day,
    make_activity,
    make_alias,
    make_attendance,
    make_centre,
    make_enrolment,
    make_facility,
    make_household,
    make_membership,
    make_outcome,
    make_person,
    make_schooling,
    make_season,
    make_sector,
    make_session,
    make_staff,
    make_support,
    make_tally,
    make_user,
)
from tests.reading import links, rows, text, without_tokens

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 12


@pytest.fixture(autouse=True)
def _today():
    make_centre()
    with time_machine.travel("2021-10-15T10:00:00+02:00", tick=False):
        yield


@pytest.fixture
def director(client):
    user = make_user("director")
    client.force_login(user)
    return user


def same_statements(client, address, add_one, count=rows):
    """The page asks the same questions when two more rows stand on it."""
    with CaptureQueriesContext(connection) as one:
        before = len(count(client.get(address)))
    add_one()
    add_one()
    with CaptureQueriesContext(connection) as three:
        after = len(count(client.get(address)))
    assert after > before
    return (len(one), len(one) <= MOST_STATEMENTS) == (len(three), True)


# Activities


def test_activities_stand_under_their_sector_in_its_order(client, director):
    childhood = make_sector("enfance", name="Enfance", position=2)
    youth = make_sector("jeunesse", name="Jeunesse", position=1)
    ados = make_activity("ados", youth, name="Dynamik’Ados", kind="youth_drop_in", facility=make_facility(name="Local"))
    make_activity("musique", youth, name="Musique", status="trial", parent=ados)
    make_activity("loisirs", childhood, name="Accueil du mercredi", kind="leisure_centre")

    page = client.get("/activities/")

    assert rows(page) == [
        ["Dynamik’Ados", "Accueil jeunes", "Local", "En cours"],
        ["Musique dans Dynamik’Ados", "Atelier", "–", "À l’essai"],
        ["Accueil du mercredi", "Accueil de loisirs (ALSH)", "–", "En cours"],
    ]


def test_activities_may_be_narrowed_to_a_status(client, director):
    make_activity("ados")
    make_activity("ancienne", status="ended")

    page = client.get("/activities/", {"status": "ended"})

    assert [row[0] for row in rows(page)] == ["Ancienne"]


def test_activities_ask_the_same_questions_for_one_row_and_three(client, director):
    make_activity()

    assert same_statements(client, "/activities/", lambda: make_activity(facility=make_facility()))


# The agenda


def session_names(page):
    return [link for link in links(page) if link.startswith("/sessions/")]


def test_the_agenda_holds_the_week_of_a_day_from_monday_to_sunday(client, director):
    activity = make_activity(name="Couture")
    for key, day in {"dimanche-avant": "07", "lundi": "08", "dimanche": "14", "lundi-apres": "15"}.items():
        make_session(activity, f"2021-03-{day}T14:00", key=key)

    page = client.get("/sessions/", {"week": "2021-03-10"})

    assert session_names(page) == ["/sessions/", "/sessions/lundi/", "/sessions/dimanche/"]
    assert "Semaine du 8 mars 2021" in text(page)
    assert [link for link in links(page) if "week" in link] == ["?week=2021-03-01", "?week=2021-03-15"]


def test_an_empty_week_leads_to_the_nearest_ones(client, director):
    make_session(starts_at="2021-03-10T14:00")
    make_session(starts_at="2021-05-13T14:00")

    page = client.get("/sessions/", {"week": "2021-04-14"})

    assert "Aucune séance cette semaine-là." in text(page)
    assert "Avant : la semaine du 8 mars 2021 Après : la semaine du 10 mai 2021" in text(page)
    assert links(page).count("?week=2021-03-08") == links(page).count("?week=2021-05-10") == 2


def test_the_agenda_asks_the_same_questions_for_one_session_and_three(client, director):
    make_session(starts_at="2021-10-14T14:00")

    def add_one():
        make_session(starts_at="2021-10-15T14:00").staff.add(make_staff())

    assert same_statements(client, "/sessions/", add_one, session_names)


# A session


@pytest.fixture
def session():
    session = make_session(make_activity(name="Couture"), "2021-03-08T14:00", key="lundi")
    ines = make_person(key="ines", last_name="Benali", first_name="Inès")
    make_attendance(session, ines, mode="appointment", arrived_at="14:05", left_at="15:30", case_count=2)
    make_attendance(session, make_person(last_name="Zola", first_name="Rémi"), status="absent")
    make_attendance(session, make_person(last_name="Adam", first_name="Luc"), status="")
    make_attendance(session, alias=make_alias(session.activity, key="lune"))
    make_tally(session, 12, group="adult", sex="F")
    make_tally(session, 60, is_estimate=True)
    return session


ROLL = [
    ["Adam Luc", "Pas encore pointé", "–", "–", "–"],
    ["Benali Inès", "Présent", "Sur rendez-vous", "14 h 05 – 15 h 30", "2"],
    ["Zola Rémi", "Absent", "–", "–", "–"],
    ["lune", "Enfants", "Présent"],
    ["Non renseigné", "Non renseigné", "60 (estimation)"],
    ["Adultes", "Féminin", "12"],
]


def test_the_roll_tells_names_aliases_and_head_counts(client, director, session):
    page = client.get("/sessions/lundi/")

    assert rows(page) == ROLL
    assert "2 présents, 1 absent, 1 pas encore pointé." in text(page)


def test_the_roll_leaves_out_the_columns_that_say_nothing(client, director):
    session = make_session(key="simple")
    make_attendance(session, make_person(last_name="Zola", first_name="Rémi"))

    page = client.get("/sessions/simple/")

    assert rows(page) == [["Zola Rémi", "Présent"]]


def test_reception_reads_the_session_without_its_roll(client, session):
    client.force_login(make_user("reception"))

    page = client.get("/sessions/lundi/")

    assert "Lundi 8 mars 2021, de 14 h à 16 h." in text(page)
    assert (rows(page), "Benali" in text(page)) == ([], False)


def test_a_volunteer_reads_the_names_of_the_day_and_opens_no_file(client, session):
    staff = make_staff()
    session.staff.add(staff)
    client.force_login(make_user("volunteer", staff_member=staff))

    with time_machine.travel("2021-03-08T12:00:00+01:00", tick=False):
        of_the_day = client.get("/sessions/lundi/")
    later = client.get("/sessions/lundi/")

    assert rows(of_the_day) == ROLL
    assert [link for link in links(of_the_day) if link.startswith("/people/")] == []
    assert later.status_code == 404


@time_machine.travel("2021-03-09T12:00:00+01:00", tick=False)
def test_a_substitute_reads_the_session_they_are_named_in(client, session):
    staff = make_staff()
    session.staff.add(staff)
    make_session(session.activity, key="mardi")
    client.force_login(make_user("animator", staff_member=staff))

    answers = [client.get(f"/sessions/{key}/") for key in ("lundi", "mardi", "absent")]

    assert [answer.status_code for answer in answers] == [200, 404, 404]
    assert without_tokens(answers[1]) == without_tokens(answers[2])
    assert "/people/ines/" in links(answers[0])


def test_a_held_session_without_anyone_says_that_it_counts(client, director):
    make_session(key="vide")

    page = client.get("/sessions/vide/")

    assert "elle compte comme une séance" in text(page)


def test_a_session_asks_the_same_questions_for_one_person_and_three(client, director, session):
    assert same_statements(client, "/sessions/lundi/", lambda: make_attendance(session, make_person()))


# A person


@pytest.fixture
def person():
    """Known in two sectors: sewing, twice and once away, and individual support."""
    person = make_person(key="ines", last_name="Benali", first_name="Inès", birth_date="1990-10-16", sex="F")
    household = make_household(person, name="Foyer Benali")
    adults, integration = make_sector("adultes"), make_sector("insertion")
    sewing = make_activity("couture", adults, name="Couture")
    rsa = make_activity("rsa", integration, name="Accompagnement RSA", kind="support")
    for day, status in {"08": "present", "15": "present", "22": "absent"}.items():
        make_attendance(make_session(sewing, f"2021-03-{day}T14:00"), person, status=status)
    make_attendance(make_session(sewing, "2021-03-29T14:00", status="cancelled"), person)
    make_attendance(make_session(sewing, "2020-03-29T14:00"), person)
    make_attendance(make_session(rsa, "2021-04-05T14:00"), person)
    make_enrolment(person, sewing)
    make_enrolment(person, rsa, from_on="2021-01-01")
    make_membership(make_season(), household)
    make_schooling(person)
    Consent.objects.create(person=person, kind="image", given_by="elle-même", from_on=as_day("2021-01-01"))
    return person


def test_a_director_reads_the_whole_page_of_a_person(client, director, person):
    page = client.get("/people/ines/")

    assert rows(page) == [
        ["Couture", "2", "1", "15 mars 2021"],
        ["Accompagnement RSA", "1", "0", "5 avril 2021"],
        ["Accompagnement RSA", "Inscrit", "1er janvier 2021", "–"],
        ["Couture", "Inscrit", "1er septembre 2020", "–"],
        ["Foyer Benali", "Adulte", "1er janvier 2015", "–"],
        ["2020-2021", "CP", "École Voltaire"],
        ["2020-2021", "Familiale", "15 septembre 2020", "10 €"],
        ["Image", "elle-même", "1er janvier 2021", "–"],
    ]
    assert "Âge au 15 octobre 2021 30 ans Naissance 16 octobre 1990 Sexe Féminin" in text(page)
    assert not AuditEntry.objects.exists()


def test_another_year_of_a_person(client, director, person):
    page = client.get("/people/ines/", {"year": "2020"})

    assert rows(page)[0] == ["Couture", "1", "0", "29 mars 2020"]


def test_a_sector_head_reads_of_a_person_only_what_their_sector_knows(client, person):
    """That someone is supported towards work is nobody's business in the sewing room."""
    client.force_login(
        make_user("sector_head", sectors=[person.enrolments.get(activity__slug="couture").activity.sector])
    )

    page = client.get("/people/ines/")

    assert rows(page)[0] == ["Couture", "2", "1", "15 mars 2021"]
    assert "RSA" not in page.content.decode()


def test_reception_reads_enrolments_without_individual_support(client, person):
    client.force_login(make_user("reception"))

    page = client.get("/people/ines/")

    assert ["Couture", "Inscrit", "1er septembre 2020", "–"] in rows(page)
    assert ("RSA" in page.content.decode(), "protégées" in text(page)) == (False, False)


def test_a_person_asks_the_same_questions_for_one_activity_and_three(client, director, person):
    def add_one():
        activity = make_activity()
        make_enrolment(person, activity)
        make_attendance(make_session(activity), person)

    assert same_statements(client, "/people/ines/", add_one)


def test_reading_supports_leaves_a_trace_without_their_content(client, director, person):
    support = make_support(person, make_activity(name="Chantier", kind="support"), qualification="cap")
    make_outcome(support, "emploi")

    page = client.get("/people/ines/supports/")

    trace = AuditEntry.objects.get()
    assert "Entrée 1er février 2021 Fin d’accompagnement en cours" in text(page)
    assert "Résultats Emploi le 1er juin 2021" in text(page)
    assert (trace.user_id, trace.action, trace.record_id, trace.reason) == (director.pk, "read_supports", "ines", "")


def test_a_support_worker_reads_their_own_supports_only(client, person):
    referent = make_staff()
    make_support(person, make_activity(name="Le mien", kind="support"), referent=referent)
    make_support(person, make_activity(name="D’une autre", kind="support"), referent=make_staff())
    client.force_login(make_user("support_worker", staff_member=referent))

    page = client.get("/people/ines/supports/")

    assert ("Le mien" in text(page), "D’une autre" in text(page)) == (True, False)
