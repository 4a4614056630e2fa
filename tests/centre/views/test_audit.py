from centre.access import Role
from centre.middleware import is_allauths
from centre.models import AuditEntry, User
from centre.operations import leave_trace
from centre.traces import ACTIONS
from tests.factories import make_centre, make_person, make_user
from tests.pages import make_house, read, routes
from tests.reading import rows


def test_the_trail_says_who_did_what_to_which_record(client, db):
    make_centre()
    reader, person = make_user(name="Nadia Ferhat"), make_person(last_name="Benali")
    leave_trace(by=reader, action="read", record=person, reason="Demande de la famille")
    client.force_login(make_user(Role.DATA_PROTECTION_OFFICER))

    page = client.get("/audit/").content.decode()

    shown = ["Nadia Ferhat", "a lu", f"personne {person.key}", "Demande de la famille"]
    assert [words for words in shown if words not in page] == []
    assert "Benali" not in page


def test_every_page_that_leaves_a_trace_says_it_in_words(client, db):
    house = make_house()
    client.force_login(house.users[Role.DIRECTOR])

    for route in routes():
        if not is_allauths(route.view) and "GET" in route.view.methods:
            read(client.get(route.address(house)))

    left = set(AuditEntry.objects.values_list("action", flat=True))
    assert left >= {"read_health_alerts", "read_situations", "read_supports", "report_downloaded"}
    assert left - set(ACTIONS) == set()


def test_reading_the_trail_leaves_a_line(client, db):
    make_centre()
    reader = make_user(Role.DATA_PROTECTION_OFFICER, name="Nadia Ferhat")
    client.force_login(reader)

    page = client.get("/audit/")

    assert [row[1:] for row in rows(page)] == [["Nadia Ferhat", "a lu le journal des accès", "–", "–"]]
    assert list(AuditEntry.objects.values_list("user_id", "action")) == [(reader.pk, "read_audit")]


def test_a_trace_outlives_its_account_and_its_words(client, db):
    make_centre()
    gone = make_user()
    leave_trace(by=gone, action="unheard_of")
    User.objects.filter(pk=gone.pk).delete()
    client.force_login(make_user(Role.DIRECTOR))

    page = client.get("/audit/").content.decode()

    assert ("compte supprimé" in page, "unheard_of" in page) == (True, True)


def test_the_page_costs_the_same_with_one_trace_and_three(client, db, django_assert_num_queries):
    make_centre()
    client.force_login(make_user(Role.DIRECTOR))
    leave_trace(by=make_user(), action="read")
    with django_assert_num_queries(7):
        client.get("/audit/")
    for _ in range(2):
        leave_trace(by=make_user(), action="read", record=make_person())

    with django_assert_num_queries(7):
        client.get("/audit/")
