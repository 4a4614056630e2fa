import pytest

from centre.access import Role
from centre.models import AuditEntry
from members.models import Person
from tests.factories import (
    make_activity,
    make_attendance,
    make_person,
    make_sector,
    make_session,
    make_staff,
    make_user,
)
from tests.reading import links, rows, text

SEARCH, MATCH, COMPLETE = "/people/lila/match/", "/people/lila/match/jules/", "/people/lila/complete/"
SAME = {"is_same": "on"}


@pytest.fixture
def lila():
    return make_person(key="lila", first_name="Lila", last_name="", birth_year=2010, is_to_complete=True)


@pytest.fixture
def jules():
    return make_person(key="jules", first_name="Lila", last_name="Durand", birth_date="2010-02-03")


def test_the_page_of_a_person_leads_to_both_ways(client, director, lila, jules):
    to_complete, complete = (links(client.get(f"/people/{key}/")) for key in ("lila", "jules"))

    assert {COMPLETE, SEARCH} <= set(to_complete)
    assert not any("complete" in link or "match" in link for link in complete)


def test_files_to_complete_are_listed(client, director, lila, jules):
    everyone = client.get("/people/")

    assert "1 fiche à compléter" in text(everyone)
    assert "?a-completer=oui" in links(everyone)
    assert [row[0] for row in rows(client.get("/people/?a-completer=oui"))] == ["Lila à compléter"]


def test_the_search_begins_with_the_name_that_is_known(client, director, lila, jules):
    make_person(first_name="Karim", last_name="Haddad")

    first, other = rows(client.get(SEARCH)), rows(client.get(SEARCH + "?q=hadadd"))

    assert first == [["Durand Lila", "11 ans", "2010"]]
    assert other == [["Haddad Karim", "–", "non renseignée"]]


def test_the_attendances_pass_to_the_real_file(client, director, lila, jules):
    for day in (5, 8):
        make_attendance(make_session(starts_at=f"2021-03-0{day}T14:00"), lila)
    make_attendance(make_session(starts_at="2021-03-01T14:00"), jules)

    page = client.get(MATCH)
    answer = client.post(MATCH, SAME, follow=True)

    assert "2 lignes de feuille de présence passent sur la fiche de Lila Durand, avec leur historique." in text(page)
    assert "Dans les chiffres de 2021, ces deux fiches comptaient pour deux personnes" in text(page)
    assert answer.redirect_chain == [("/people/jules/", 302)]
    assert "Les présences notées sous « Lila » sont maintenant celles de Lila Durand." in text(answer)
    assert jules.attendances.count() == 3


def test_nobody_matches_by_mistake(client, director, lila, jules):
    answer = client.post(MATCH)

    assert answer.status_code == 422
    assert "un rapprochement ne se défait pas" in text(answer)
    assert Person.objects.filter(key="lila").exists()


def test_sheets_that_disagree_are_asked_about_in_words(client, director, lila, jules):
    session = make_session(make_activity(name="Devoirs"), "2021-03-08T14:00", key="lundi")
    make_attendance(session, lila, arrived_at="14:05")
    make_attendance(session, jules, status="absent")

    page = client.get(MATCH)
    refused = client.post(MATCH, SAME)
    client.post(MATCH, SAME | {"keep-lundi": "provisional"})

    assert "Devoirs, lundi 8 mars 2021, 14 h" in text(page)
    assert "Présent, arrivée 14 h 05 (Lila) Absent (Durand Lila)" in text(page)
    assert "Choisissez ce qui est vrai." in text(refused)
    assert list(jules.attendances.values_list("status", flat=True)) == ["present"]


def test_who_may_not_open_the_sheet_is_not_told_of_it(client, lila, jules):
    session = make_session(make_activity(name="Appui santé", kind="support"), "2021-03-08T14:00", key="lundi")
    make_attendance(session, lila)
    make_attendance(session, jules, status="absent")
    client.force_login(make_user(Role.RECEPTION))

    page = client.get(MATCH)
    answer = client.post(MATCH, SAME | {"keep-lundi": "provisional"})

    assert "que vous ne pouvez pas ouvrir" in text(page)
    assert "Appui santé" not in text(page)
    assert "Choisissez" in text(answer) or "que vous ne pouvez pas ouvrir" in text(answer)
    assert Person.objects.filter(key="lila").exists()


def test_the_old_address_leads_to_the_real_file(client, director, lila, jules):
    session = make_session(key="lundi")
    make_attendance(session, lila)
    client.post(MATCH, SAME)

    titles = [text(client.get(address)) for address in ("/people/lila/", "/sessions/lundi/roll/people/lila/")]

    assert ["Lila Durand" in title for title in titles] == [True, True]


@pytest.mark.parametrize("address", [SEARCH, MATCH, COMPLETE])
@pytest.mark.parametrize(
    ("role", "is_of_sector", "status"),
    [
        (Role.RECEPTION, False, 200),
        (Role.SECTOR_HEAD, True, 200),
        (Role.SECTOR_HEAD, False, 404),
        (Role.ANIMATOR, True, 403),
        (Role.VOLUNTEER, True, 403),
    ],
)
def test_who_may_complete_a_file(client, lila, jules, role, is_of_sector, status, address):
    sector = make_sector("jeunesse")
    make_attendance(make_session(make_activity(sector=sector)), lila)
    client.force_login(make_user(role, sectors=[sector] if is_of_sector else [], staff_member=make_staff()))

    assert client.get(address).status_code == status


def test_a_complete_file_is_neither_completed_nor_matched(client, director, lila, jules):
    addresses = [
        "/people/jules/complete/",
        "/people/jules/match/",
        "/people/jules/match/lila/",
        "/people/lila/match/lila/",
    ]

    assert [client.get(address).status_code for address in addresses] == [404] * 4


# Completing the file itself

FIELDS = {"last_name": "Durand", "first_name": "Lila", "usual_name": "", "birth_year": "", "sex": "F"}


def test_a_file_is_completed(client, director, lila):
    answer = client.post(COMPLETE, FIELDS | {"birth_date": "2010-02-03"})

    lila.refresh_from_db()
    assert answer["Location"] == "/people/lila/"
    assert (str(lila), str(lila.birth_date), lila.birth_year, lila.sex, lila.is_to_complete) == (
        "Lila Durand",
        "2010-02-03",
        None,
        "F",
        False,
    )
    assert AuditEntry.objects.filter(action="person_completed", record_id="lila", user_id=director.pk).count() == 1


@pytest.mark.parametrize(("year", "is_estimate"), [("2010", True), ("2011", False), ("", False)])
def test_an_estimated_year_stays_one_until_it_is_written_again(client, director, lila, year, is_estimate):
    Person.objects.update(is_birth_year_estimated=True)

    client.post(COMPLETE, FIELDS | {"birth_year": year, "is_to_complete": "on"})

    lila.refresh_from_db()
    assert (lila.birth_year, lila.is_birth_year_estimated, lila.is_to_complete) == (
        int(year) if year else None,
        is_estimate,
        True,
    )


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"last_name": ""}, "Ce champ est obligatoire."),
        ({"first_name": ""}, "Ce champ est obligatoire."),
        ({"birth_date": "2021-03-09"}, "Ce jour n’est pas encore venu"),
        ({"birth_year": "2022"}, "Cette année n’est pas encore venue"),
        ({"birth_year": "1700"}, "entre 1890 et 2100"),
        ({"sex": "X"}, "Sélectionnez un choix valide"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client, director, lila, changed, words):
    answer = client.post(COMPLETE, FIELDS | changed)

    lila.refresh_from_db()
    assert answer.status_code == 422
    assert words in text(answer)
    assert (lila.last_name, lila.is_to_complete) == ("", True)
