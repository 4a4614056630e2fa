from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from centre.models import AuditEntry
from members.models import EmergencyContact, HealthAlert, Pickup
from tests.factories import (
    make_activity,
    make_address,
    make_centre,
    make_district,
    make_enrolment,
    make_household,
    make_membership,
    make_person,
    make_quotient,
    make_season,
    make_sector,
    make_situation,
    make_staff,
    make_support,
    make_user,
    move_in,
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


@pytest.fixture
def sector_head(client):
    """Of the youth sector, which knows one person: Inès."""
    sector = make_sector("jeunesse")
    user = make_user("sector_head", sectors=[sector])
    make_enrolment(make_person(key="ines", last_name="Benali", first_name="Inès"), make_activity(sector=sector))
    client.force_login(user)
    return user


# Lists


def test_people_are_listed_by_name_with_age_household_and_telephone(client, director):
    person = make_person(last_name="Benali", first_name="Inès", birth_date="2010-10-16", phone="06 11 22 33 44")
    make_household(person, name="Foyer Benali")
    make_person(last_name="Adam", first_name="Luc", usual_name="", birth_year=1980)
    make_person(last_name="Zola", first_name="Rémi")

    page = client.get("/people/")

    assert rows(page) == [
        ["Adam Luc", "41 ans", "–", "–"],
        ["Benali Inès", "10 ans", "Foyer Benali", "06 11 22 33 44"],
        ["Zola Rémi", "–", "–", "–"],
    ]


@pytest.mark.parametrize("words", ["ben", "inès ben", "BENALI", "  benali "])
def test_a_search_finds_every_word_in_the_names(client, director, words):
    make_person(last_name="Benali", first_name="Inès")
    make_person(last_name="Bento", first_name="Luc", usual_name="Adam")

    page = client.get("/people/", {"q": words})

    assert "Benali Inès" in [row[0] for row in rows(page)]
    assert ("Adam Luc" in [row[0] for row in rows(page)]) == (words == "ben")


def test_a_search_without_answer_says_what_to_do(client, director):
    make_person(last_name="Benali")

    page = client.get("/people/", {"q": "zzz"})

    assert "Essayez avec moins de lettres." in text(page)


def test_a_search_for_markup_is_written_back_as_text(client, director):
    page = client.get("/people/", {"q": "<b>x</b>"})

    assert "<b>x</b>" not in page.content.decode()


def test_fifty_people_a_page(client, director):
    for number in range(51):
        make_person(last_name=f"Nom{number:02}")

    first, second = client.get("/people/"), client.get("/people/", {"page": 2})

    assert (len(rows(first)), len(rows(second))) == (50, 1)


def test_a_sector_head_lists_only_the_people_of_the_sector(client, sector_head):
    make_person(last_name="Ailleurs")

    page = client.get("/people/")

    assert [row[0] for row in rows(page)] == ["Benali Inès"]


def test_an_animator_lists_no_household(client):
    staff, activity = make_staff(), make_activity()
    activity.team.add(staff)
    person = make_person(last_name="Benali", first_name="Inès", phone="06 11 22 33 44")
    make_household(person, name="Foyer Benali")
    make_enrolment(person, activity)
    client.force_login(make_user("animator", staff_member=staff))

    page = client.get("/people/")

    assert rows(page) == [["Benali Inès", "–", "06 11 22 33 44"]]


def test_households_are_listed_with_who_and_where_today(client, director):
    household = make_household(make_person(first_name="Inès"), name="Foyer Benali", municipality="Lille")
    move_in(household, make_person(first_name="Parti"), from_on="2015-01-01", to_on="2020-01-01")
    make_address(household, from_on="2021-01-01", municipality="Roubaix", district=make_district(name="L’Alma"))
    make_household(name="Foyer vide", municipality="Croix")

    page = client.get("/households/")

    assert rows(page) == [["Foyer Benali", "Inès", "Roubaix", "L’Alma"], ["Foyer vide", "–", "Croix", "–"]]


def test_memberships_of_the_last_season_with_their_amounts(client, director):
    make_membership(make_season("2019-2020", "2019-09-01", "2020-08-31"), person=make_person(), number="A1")
    household = make_household(name="Foyer Benali")
    make_membership(make_season(), household, paid_on="2020-09-15", number="B1", method="cash", amount="10.50")

    page = client.get("/memberships/")

    assert rows(page) == [["B1", "Familiale", "Foyer Benali", "15 septembre 2020", "Espèces", "10,50 €"]]


def test_the_accounts_read_amounts_without_names(client):
    household = make_household(name="Foyer Benali")
    make_membership(make_season(), household, number="B1")
    client.force_login(make_user("accountant"))

    page = client.get("/memberships/")

    assert rows(page) == [["B1", "Familiale", "15 septembre 2020", "–", "10 €"]]
    assert "Benali" not in page.content.decode()


@pytest.mark.parametrize("address", ["/people/", "/households/", "/memberships/"])
@pytest.mark.parametrize("role", ["director", "sector_head"])
def test_lists_ask_the_same_questions_for_one_row_and_three(client, address, role, django_assert_max_num_queries):
    sector, season = make_sector(), make_season()
    client.force_login(make_user(role, sectors=[sector]))
    fill(sector, season)

    with django_assert_max_num_queries(MOST_STATEMENTS) as one:
        assert len(rows(client.get(address))) == 1
    fill(sector, season)
    fill(sector, season)

    with django_assert_max_num_queries(len(one)) as three:
        assert len(rows(client.get(address))) == 3
    assert len(three) == len(one)


def fill(sector, season):
    person = make_person()
    make_enrolment(person, make_activity(sector=sector))
    household = make_household(person, district=make_district())
    make_address(household, district=make_district())
    make_membership(season, household)


# A household


@pytest.fixture
def household():
    household = make_household(
        make_person(last_name="Benali", first_name="Inès", birth_date="2010-10-16"), key="benali", name="Foyer Benali"
    )
    move_in(household, make_person(last_name="Parti", first_name="Luc"), from_on="2015-01-01", to_on="2020-01-01")
    make_address(household, address="1 rue de l’Alma", postcode="59100", municipality="Roubaix", from_on="2018-05-01")
    make_membership(make_season(), household)
    make_situation(household, "primo-arrivante")
    make_quotient(household, "2021-01-15", 450)
    return household


def test_a_household_tells_who_lives_and_lived_there_and_where(client, director, household):
    page = client.get("/households/benali/")

    assert rows(page) == [
        ["Benali Inès", "Adulte", "10 ans", "1er janvier 2015"],
        ["Parti Luc", "Adulte", "1er janvier 2015", "1er janvier 2020"],
        ["1 rue de l’Alma, 59100 Roubaix", "–", "1er mai 2018", "–"],
        ["2020-2021", "Familiale", "15 septembre 2020", "10 €"],
    ]


def test_a_household_page_holds_no_sensitive_record(client, director, household):
    page = client.get("/households/benali/").content.decode()

    assert ("Primo-arrivante" in page, "450" in page) == (False, False)
    assert not AuditEntry.objects.exists()


def test_reading_a_situation_leaves_a_trace_without_its_content(client, director, household):
    page = client.get("/households/benali/situations/")

    trace = AuditEntry.objects.get()
    assert rows(page) == [["Primo-arrivante", "1er janvier 2020", "–"], ["15 janvier 2021", "450 €"]]
    assert (trace.user_id, trace.action, trace.record_type, trace.record_id, trace.reason) == (
        director.pk,
        "read_situations",
        "members.household",
        "benali",
        "",
    )


def test_a_household_asks_the_same_questions_for_one_person_and_three(client, director, household):
    assert_same_statements(client, "/households/benali/", lambda: move_in(household, make_person()))


# To look after someone


@pytest.fixture
def child():
    child = make_person(key="ines", last_name="Benali", first_name="Inès")
    HealthAlert.objects.create(person=child, instruction="Arachide : stylo dans le sac", from_on=date(2021, 1, 1))
    EmergencyContact.objects.create(person=child, name="Samira Benali", relation="mère", phone="06 11 22 33 44")
    Pickup.objects.create(person=child, rule="must_not", name="Jean Dupont", from_on=date(2021, 1, 1))
    return child


def test_an_animator_reads_what_to_do_for_their_group_and_leaves_a_trace(client, child):
    staff, activity = make_staff(), make_activity()
    activity.team.add(staff)
    make_enrolment(child, activity)
    user = make_user("animator", staff_member=staff)
    client.force_login(user)

    page = client.get("/people/ines/care/")

    traces = list(AuditEntry.objects.values_list("user_id", "action", "record_type", "record_id", "reason"))
    assert "Arachide : stylo dans le sac" in text(page)
    assert "Ne doit pas venir chercher : Jean Dupont" in text(page)
    assert rows(page) == [["Samira Benali", "mère", "06 11 22 33 44"]]
    assert traces == [(user.pk, "read_health_alerts", "members.person", "ines", "")]


def test_an_alert_that_is_over_is_no_longer_shown(client, director, child):
    child.health_alerts.update(to_on=date(2021, 10, 15))

    page = client.get("/people/ines/care/")

    assert "Arachide" not in text(page)


# Who may not


@pytest.mark.parametrize("address", ["/people/", "/households/", "/people/ines/care/", "/households/benali/"])
@pytest.mark.parametrize("role", ["administrator", "accountant", "volunteer", "board_member"])
def test_roles_without_people_are_refused(client, household, child, address, role):
    client.force_login(make_user(role))

    assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    "address", ["/people/ines/care/", "/households/benali/situations/", "/people/ines/supports/", "/memberships/"]
)
def test_sensitive_records_and_amounts_ask_for_their_own_right(client, household, child, address):
    """Who may open the file may still not open these: reception, animator, support worker, in turn."""
    role = {
        "/people/ines/care/": "reception",
        "/households/benali/situations/": "reception",
        "/people/ines/supports/": "sector_head",
        "/memberships/": "support_worker",
    }[address]
    client.force_login(make_user(role))

    assert client.get(address).status_code == 403
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("address", ["/people/{}/", "/people/{}/care/", "/households/{}/"])
def test_out_of_reach_answers_like_nobody(client, sector_head, address, household):
    make_person(key="secret")
    make_household(key="secret")

    hidden, missing = client.get(address.format("secret")), client.get(address.format("absent"))

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert without_tokens(hidden) == without_tokens(missing)
    assert not AuditEntry.objects.exists()


def test_a_support_worker_opens_the_situation_of_their_caseload_only(client, household):
    referent = make_staff()
    make_support(household.people.get(last_name="Benali"), referent=referent)
    other = make_household(make_person(), key="other")
    make_support(other.people.get(), referent=make_staff())
    client.force_login(make_user("support_worker", staff_member=referent))

    answers = [client.get(f"/households/{key}/situations/").status_code for key in ("benali", "other")]

    assert answers == [200, 404]


def test_a_list_links_no_household_out_of_reach(client):
    """The animator's rights open the person, the support worker's the households of other people."""
    staff = make_staff()
    group = make_activity()
    group.team.add(staff)
    led, supported = make_person(last_name="Benali"), make_person(last_name="Costa")
    make_enrolment(led, group)
    make_support(supported, referent=staff)
    homes = [make_household(person, name=person.last_name) for person in (led, supported)]
    client.force_login(make_user("animator", "support_worker", staff_member=staff))

    page = client.get("/people/")

    assert [f"/households/{home.key}/" in links(page) for home in homes] == [False, True]


def test_links_lead_only_where_the_reader_may_go(client, household):
    """A support worker reads the household of their caseload, not the files of the others who live there."""
    referent = make_staff()
    make_support(household.people.get(last_name="Benali"), referent=referent)
    client.force_login(make_user("support_worker", staff_member=referent))

    page = client.get("/households/benali/")

    benali = household.people.get(last_name="Benali")
    assert [link for link in links(page) if link.startswith("/people/")] == [f"/people/{benali.key}/"]


def assert_same_statements(client, address, add_one):
    with CaptureQueriesContext(connection) as one:
        before = len(rows(client.get(address)))
    add_one()
    add_one()
    with CaptureQueriesContext(connection) as three:
        after = len(rows(client.get(address)))
    assert after == before + 2
    assert (len(one), len(one) <= MOST_STATEMENTS) == (len(three), True)
