import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.messages import get_messages
from django.core import mail

from centre.access import Role
from centre.models import AuditEntry
from tests.factories import PASSWORD, make_centre, make_user


@pytest.fixture
def user(db):
    make_centre()
    return make_user(Role.VOLUNTEER, email="nadia@alma.example")


def sign_in(client, **fields):
    return client.post("/accounts/login/", {"login": "nadia@alma.example", "password": PASSWORD} | fields)


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_one_signs_in_by_address_and_password(client, user):
    answer = sign_in(client, login="Nadia@Alma.example")

    assert (answer.status_code, answer["Location"], is_signed_in(client)) == (302, "/", True)


def test_a_wrong_password_is_refused_without_telling_which_is_wrong(client, user):
    wrong = [sign_in(client, password="autre chose"), sign_in(client, login="personne@alma.example")]

    sentence = "L’adresse e-mail ou le mot de passe sont incorrects."
    assert [sentence in answer.content.decode().replace("&#x27;", "’").replace("'", "’") for answer in wrong] == [
        True,
        True,
    ]
    assert not is_signed_in(client)


def traces() -> list[tuple]:
    return list(AuditEntry.objects.order_by("pk").values_list("user_id", "action", "record_type", "record_id"))


def test_who_comes_in_and_who_is_refused_leave_a_trace_without_what_they_typed(client, user):
    sign_in(client, password="autre chose")
    sign_in(client, login="personne@alma.example")
    sign_in(client, login="NADIA@alma.example")

    assert traces() == [
        (None, "sign_in_refused", "centre.user", str(user.pk)),
        (None, "sign_in_refused", "", ""),
        (user.pk, "signed_in", "", ""),
    ]


def test_a_refused_second_factor_leaves_a_trace_and_no_sign_in(client, user):
    totp.TOTP.activate(user, totp.generate_totp_secret())
    sign_in(client)

    client.post("/accounts/2fa/authenticate/", {"code": "000000"})

    assert traces() == [(None, "code_refused", "centre.user", str(user.pk))]


def test_a_closed_account_stays_outside(client, user):
    user.is_active = False
    user.save()

    sign_in(client)

    assert not is_signed_in(client)


def test_signing_out_asks_first(client, user):
    client.force_login(user)

    client.get("/accounts/logout/")
    before = is_signed_in(client)
    client.post("/accounts/logout/")

    assert (before, is_signed_in(client)) == (True, False)


def test_nobody_signs_up(client, user):
    answers = [client.get("/accounts/signup/"), client.post("/accounts/signup/", {"email": "x@alma.example"})]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_the_session_ends_with_the_browser(client, user):
    sign_in(client)

    assert client.cookies["sessionid"]["expires"] == ""


def test_a_forgotten_password_is_set_again_by_mail(client, user):
    client.post("/accounts/password/reset/", {"email": "nadia@alma.example"})

    assert [(message.to, "/accounts/password/reset/key/" in message.body) for message in mail.outbox] == [
        (["nadia@alma.example"], True)
    ]


def test_a_second_factor_is_asked_for_once_added(client, user):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)

    first = sign_in(client)
    halfway = is_signed_in(client)
    code = totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))
    client.post("/accounts/2fa/authenticate/", {"code": code})

    assert (first["Location"], halfway, is_signed_in(client)) == ("/accounts/2fa/authenticate/", False, True)


def test_a_second_factor_is_added_with_a_code(client, user, django_capture_on_commit_callbacks):
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret
    code = totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))

    with django_capture_on_commit_callbacks(execute=True):
        added = client.post("/accounts/2fa/totp/activate/", {"code": code})

    assert [str(message) for message in get_messages(added.wsgi_request)] == [
        "Le second facteur protège votre compte.",
        "Vos codes de secours sont prêts.",
    ]
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    assert kinds == {"totp", "recovery_codes"}
