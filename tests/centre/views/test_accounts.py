import re

import pytest

from centre.access import Role
from centre.models import AuditEntry, User
from tests.factories import make_centre, make_sector, make_staff, make_user

NEW = {"name": "Paul Delvoye", "email": "paul@alma.example", "roles": ["animator"]}


@pytest.fixture
def director(client, db):
    make_centre()
    user = make_user(Role.DIRECTOR, name="Aïcha Belkacem")
    client.force_login(user)
    return user


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_accounts_are_listed_with_their_roles(client, director):
    make_user(Role.ANIMATOR, Role.RECEPTION, name="Nadia Ferhat", email="nadia@alma.example")

    text = text_of(client.get("/users/"))

    assert "Nadia Ferhat nadia@alma.example Animation, Accueil du public – jamais" in text


def test_the_list_costs_the_same_with_one_account_and_three(client, director, django_assert_num_queries):
    with django_assert_num_queries(7):
        client.get("/users/")
    for _ in range(2):
        make_user(Role.ANIMATOR, sectors=[make_sector()])

    with django_assert_num_queries(7):
        client.get("/users/")


def test_an_account_is_opened_and_its_owner_sets_a_password(client, director):
    sector, staff = make_sector(), make_staff()

    response = client.post("/users/new/", NEW | {"sectors": [sector.pk], "staff_member": staff.pk}, follow=True)

    user = User.objects.get(email="paul@alma.example")
    assert (user.roles, list(user.sectors.all()), user.staff_member) == ({"animator"}, [sector], staff)
    link = re.search(r'value="(http://testserver/accounts/password/reset/key/[^"]+)"', response.content.decode())[1]
    client.logout()
    form = client.get(link, follow=True)
    client.post(
        form.redirect_chain[-1][0], {"password1": "quatre mots sans rapport", "password2": "quatre mots sans rapport"}
    )
    user.refresh_from_db()
    assert user.check_password("quatre mots sans rapport")


def test_the_link_serves_once(client, director):
    response = client.post("/users/new/", NEW, follow=True)
    link = re.search(r'value="(http://testserver/[^"]+)"', response.content.decode())[1]
    user = User.objects.get(email="paul@alma.example")
    user.set_password("déjà choisi par elle")
    user.save()
    client.logout()

    again = client.get(link, follow=True)

    assert "Ce lien ne sert plus." in text_of(again)


def test_a_taken_address_is_refused_whatever_its_case(client, director):
    make_user(email="paul@alma.example")

    response = client.post("/users/new/", NEW | {"email": "PAUL@alma.example"})

    assert response.status_code == 422
    assert "Un compte porte déjà cette adresse." in text_of(response)


def test_only_a_director_names_a_director(client, db):
    make_centre()
    client.force_login(make_user(Role.ADMINISTRATOR))

    response = client.post("/users/new/", NEW | {"roles": ["director"]})

    assert response.status_code == 422
    assert not User.objects.filter(email="paul@alma.example").exists()


def test_no_link_without_a_new_account(client, director):
    assert client.get("/users/password-link/").status_code == 404


def test_opening_an_account_leaves_a_trace(client, director):
    client.post("/users/new/", NEW)

    assert list(AuditEntry.objects.values_list("user_id", "action")) == [(director.pk, "account_opened")]


def test_a_lost_link_is_made_again_while_there_is_no_password(client, director):
    client.post("/users/new/", NEW)
    user = User.objects.get(email="paul@alma.example")

    first = client.post(f"/users/{user.pk}/password-link/", follow=True)
    user.set_password("quatre mots sans rapport")
    user.save()
    second = client.post(f"/users/{user.pk}/password-link/")

    assert "Transmettez ce lien à Paul Delvoye" in text_of(first)
    assert second.status_code == 404
    assert AuditEntry.objects.filter(action="password_link_made").count() == 1


def test_the_link_of_a_director_is_made_again_by_a_director(client, director):
    client.post("/users/new/", NEW | {"roles": ["director"]})
    address = f"/users/{User.objects.get(email='paul@alma.example').pk}/password-link/"
    client.force_login(make_user(Role.ADMINISTRATOR))

    listed = "refaire son lien" in text_of(client.get("/users/"))
    by_administrator = client.post(address)
    client.force_login(director)
    by_director = client.post(address)

    assert (listed, by_administrator.status_code, by_director.status_code) == (False, 404, 302)


@pytest.fixture
def administrator(client, db):
    make_centre()
    user = make_user(Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def link_on(response) -> str:
    return re.search(r'value="(http://testserver/[^"]+)"', response.content.decode())[1]


def test_a_receptionist_whom_an_administrator_names_reads_nothing_before_a_director_confirms(client, administrator):
    client.post("/users/new/", NEW | {"roles": ["reception"]})
    paul = User.objects.get(email="paul@alma.example")
    listed = text_of(client.get("/users/"))

    answers = []
    for by in (administrator, make_user(Role.DIRECTOR)):
        client.force_login(User.objects.get(pk=paul.pk))
        answers.append(client.get("/people/").status_code)
        client.force_login(by)
        answers.append(client.post(f"/users/{paul.pk}/confirm/").status_code)
    client.force_login(User.objects.get(pk=paul.pk))

    assert "À confirmer par la direction" in listed
    assert "confirmer les rôles de Paul" not in listed
    assert answers == [403, 403, 403, 302]
    assert client.get("/people/").status_code == 200


def test_the_link_that_an_administrator_saw_is_void_once_the_roles_are_confirmed(client, administrator):
    seen = link_on(client.post("/users/new/", NEW | {"roles": ["reception"]}, follow=True))
    paul = User.objects.get(email="paul@alma.example")
    client.force_login(make_user(Role.DIRECTOR))
    handed = link_on(client.post(f"/users/{paul.pk}/confirm/", follow=True))
    client.force_login(administrator)

    again = client.post(f"/users/{paul.pk}/password-link/").status_code

    client.logout()
    assert again == 404
    assert "Ce lien ne sert plus." in text_of(client.get(seen, follow=True))
    assert "Ce lien ne sert plus." not in text_of(client.get(handed, follow=True))


def test_roles_of_an_account_in_use_are_confirmed_in_a_click(client, director):
    user = make_user(name="Nadia Ferhat")
    user.role_set.create(role="reception")

    listed = text_of(client.get("/users/"))
    answer = client.post(f"/users/{user.pk}/confirm/", follow=True)

    assert "confirmer les rôles de Nadia Ferhat" in listed
    assert "Les rôles de Nadia Ferhat sont confirmés." in text_of(answer)
    assert User.objects.get(pk=user.pk).roles == {"reception"}


def test_an_account_is_changed_and_closed(client, director):
    sector, user = make_sector(), make_user("animator", name="Nadia Ferhat")

    page = client.get(f"/users/{user.pk}/").content.decode()
    changed = client.post(
        f"/users/{user.pk}/", {"roles": ["sector_head"], "sectors": [sector.pk], "is_active": "on"}, follow=True
    )
    kept = User.objects.get(pk=user.pk)
    client.post(f"/users/{user.pk}/", {"roles": ["sector_head"], "sectors": [sector.pk]})

    assert re.findall(r'value="(\w+)"[^>]*checked', page) == ["animator"]
    assert "Le compte de Nadia Ferhat est à jour." in text_of(changed)
    assert (kept.roles, list(kept.sectors.all()), kept.is_active) == ({"sector_head"}, [sector], True)
    assert not User.objects.get(pk=user.pk).is_active
    assert "Nadia Ferhat fermé" in text_of(client.get("/users/"))


def test_the_last_director_is_told_why_they_stay(client, director):
    answer = client.post(f"/users/{director.pk}/", {"roles": ["animator"], "is_active": "on"})

    assert answer.status_code == 422
    assert "C’est le dernier compte de la direction" in text_of(answer)
    assert User.objects.get(pk=director.pk).roles == {"director"}


def test_an_account_keeps_a_role_at_least(client, director):
    user = make_user("animator")

    answer = client.post(f"/users/{user.pk}/", {"is_active": "on"})

    assert (answer.status_code, User.objects.get(pk=user.pk).roles) == (422, {"animator"})


def test_an_administrator_changes_no_director(client, administrator):
    director = make_user(Role.DIRECTOR)

    answers = [client.get(f"/users/{director.pk}/"), client.post(f"/users/{director.pk}/", {"roles": ["animator"]})]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert f"/users/{director.pk}/" not in client.get("/users/").content.decode()
    assert User.objects.get(pk=director.pk).roles == {"director"}


def test_an_administrator_does_not_open_files_to_themselves(client, administrator):
    client.post(f"/users/{administrator.pk}/", {"roles": ["administrator", "reception"], "is_active": "on"})

    assert client.get("/people/").status_code == 403
    assert User.objects.get(pk=administrator.pk).roles == {"administrator"}
