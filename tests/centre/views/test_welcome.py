from centre.models import Centre, User
from tests.factories import make_user

CENTRE = {"name": "Centre social Alma", "address": "51 rue de la Tuilerie, Roubaix", "holiday_zone": "B"}
DIRECTOR = {"name": "Aïcha Belkacem", "email": "aicha@alma.example", "password": "quatre mots sans rapport"}
SECOND_STEP = "/bienvenue/?etape=direction"


def test_an_empty_house_shows_its_first_visitor_in(client, db):
    answers = client.get("/", follow=True)

    assert [url for url, _ in answers.redirect_chain] == ["/accounts/login/?next=/", "/bienvenue/"]
    assert "Bienvenue. Présentez votre centre." in answers.content.decode()


def test_two_steps_open_the_centre_and_let_its_director_in(client, db):
    client.post("/bienvenue/", CENTRE)

    answer = client.post(SECOND_STEP, DIRECTOR, follow=True)

    assert (Centre.objects.get().name, Centre.objects.get().address) == (CENTRE["name"], CENTRE["address"])
    assert User.objects.get().roles == {"director"}
    assert answer.context["user"] == User.objects.get()
    assert "Votre centre est ouvert." in answer.content.decode()


def test_each_step_shows_its_own_answers_again(client, db):
    client.post("/bienvenue/", CENTRE)

    steps = [client.get(address).context["form"] for address in ("/bienvenue/", SECOND_STEP)]

    assert [form["name"].value() for form in steps] == [CENTRE["name"], None]


def test_the_second_step_waits_for_the_first(client, db):
    answer = client.post(SECOND_STEP, DIRECTOR)

    assert answer.status_code == 422
    assert not User.objects.exists()


def test_a_weak_password_is_refused_in_words(client, db):
    client.post("/bienvenue/", CENTRE)

    answer = client.post(SECOND_STEP, DIRECTOR | {"password": "123456"})

    assert answer.status_code == 422
    assert "Ce mot de passe est trop court" in answer.content.decode()
    assert not User.objects.exists()


def test_the_page_is_gone_once_an_account_exists(client, db):
    make_user()

    answers = [client.get("/bienvenue/"), client.post("/bienvenue/", CENTRE), client.post(SECOND_STEP, DIRECTOR)]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
