from types import ModuleType

import pytest
from django.urls import path

from centre import urls
from centre.access import ACCESS, Right, Role, open_to_all
from tests.factories import make_centre, make_sector, make_user


@pytest.fixture(autouse=True)
def _centre(db):
    make_centre()


def test_the_colours_of_the_sectors_are_a_stylesheet(client):
    make_sector("enfance", color="#B4530F")

    answer = client.get("/sectors.css")

    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "max-age=3600, public"
    assert ".sector-enfance { --sector: #B4530F;" in answer.content.decode()


def test_an_account_without_a_role_is_told_what_to_do(client):
    client.force_login(make_user())

    answer = client.get("/")

    assert "Votre compte n’ouvre encore aucune page." in answer.content.decode()


def test_each_role_and_right_is_a_sentence_on_the_page(client):
    client.force_login(make_user(Role.DIRECTOR))

    page = client.get("/roles/").content.decode()

    sentences = [*Right.labels, *Role.labels, *(access.sentence for access in ACCESS.values())]
    assert [sentence for sentence in sentences if sentence not in page] == []


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/rien/", 404, "Cette page n’existe pas."),
        ("/users/", 403, "Cette page n’est pas ouverte à votre rôle."),
    ],
)
def test_refusals_wear_the_same_look(client, address, status, words):
    client.force_login(make_user(Role.VOLUNTEER))

    answer = client.get(address)

    page = answer.content.decode()
    assert answer.status_code == status
    assert (words in page, "Aujourd’hui" in page) == (True, True)


def test_nothing_is_inline_and_the_policy_says_so(client):
    policy = client.get("/accounts/login/", follow=True)["Content-Security-Policy"]

    assert "'unsafe-inline'" not in policy
    assert "default-src 'none'" in policy


def broken(request):
    raise RuntimeError("une panne")


def test_a_failure_is_told_in_french_and_written_on_standard_error(client, settings, caplog):
    urlconf = ModuleType("broken_urls")
    urlconf.urlpatterns = [*urls.urlpatterns, path("broken/", open_to_all()(broken), name="broken")]
    settings.ROOT_URLCONF = urlconf
    client.raise_request_exception = False

    answer = client.get("/broken/")

    assert (answer.status_code, "La page n’a pas pu s’ouvrir." in answer.content.decode()) == (500, True)
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [RuntimeError]
    assert settings.LOGGING["root"]["handlers"] == ["standard_error"]


def test_a_stranger_at_the_wrong_address_is_told_in_french(client):
    answer = client.get("/rien/")

    assert (answer.status_code, "Cette page n’existe pas." in answer.content.decode()) == (404, True)


@pytest.mark.parametrize("address", ["/users/", "/audit/", "/rien/", "/people/rien/"])
def test_a_shared_machine_keeps_no_page_of_the_house(client, address):
    visitor = client.get(address)
    client.force_login(make_user(Role.DIRECTOR))
    signed_in = client.get(address)

    assert "Cache-Control" not in visitor
    assert signed_in["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
