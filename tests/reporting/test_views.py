"""The dashboard of a year, the figures and their explanations, the reports, the page of an activity."""

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from centre.models import AuditEntry
from reporting.models import BuildState, Indicator, Report, ReportBuild
from tests.factories import (
    make_activity,
    make_attendance,
    make_centre,
    make_district,
    make_household,
    make_person,
    make_sector,
    make_session,
    make_situation,
    make_staff,
    make_support,
    make_tally,
    make_user,
)
from tests.reading import links, rows, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    make_centre()
    with time_machine.travel("2022-01-15T10:00:00+01:00", tick=False):
        yield


@pytest.fixture
def house():
    """2021: seven teenagers, two of them girls, at the youth club; six adults at sewing. 2020: one visit."""
    youth = make_sector("jeunesse", name="Jeunesse", position=1)
    adults = make_sector("adultes", name="Adultes", position=2)
    ados, sewing = make_activity("ados", youth, name="Dynamik’Ados"), make_activity("couture", adults, name="Couture")
    home = make_household(district=make_district("alma", name="L’Alma"))
    club = make_session(ados, "2021-03-10T14:00", key="club")
    for number, sex in enumerate("FFMMMMM"):
        child = make_person(last_name=f"Ado{number}", key=f"ado{number}", sex=sex, birth_date="2007-05-04")
        make_attendance(club, child, household=home)
    lesson = make_session(sewing, "2021-04-12T14:00", key="lecon", hours=1.5)
    for number in range(6):
        adult = make_person(last_name=f"Adulte{number}", key=f"adulte{number}", sex="F", birth_date="1980-05-04")
        make_attendance(lesson, adult, household=home)
    make_attendance(make_session(sewing, "2020-04-12T14:00"), make_person())
    return {"youth": youth, "adults": adults, "ados": ados, "sewing": sewing, "club": club, "lesson": lesson}


@pytest.fixture
def director(client):
    user = make_user("director")
    client.force_login(user)
    return user


@pytest.fixture
def board_member(client):
    user = make_user("board_member")
    client.force_login(user)
    return user


@pytest.fixture
def youth_head(client, house):
    user = make_user("sector_head", sectors=[house["youth"]])
    client.force_login(user)
    return user


def statements(client, address) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


# The dashboard


def test_the_dashboard_opens_on_the_last_year_and_says_the_difference(client, house, director):
    page = text(client.get("/dashboard/"))

    assert "L’année 2021 Toute la maison" in page
    assert "Personnes venues 13 personnes 12 de plus qu’en 2020" in page
    assert "Présences 13 présences 12 de plus qu’en 2020" in page
    assert "Séances 2 séances 1 de plus qu’en 2020" in page
    assert "Heures avec le public 3,5 heures 1,5 de plus qu’en 2020" in page


def test_the_dashboard_opens_on_the_year_in_progress_once_it_has_begun(client, house, director):
    make_session(house["ados"], "2022-01-08T14:00")

    assert "L’année 2022 Toute la maison" in text(client.get("/dashboard/"))


def test_after_the_last_year_the_dashboard_opens_on_the_last_report(client, house, director):
    Report.objects.create(year=2020)

    assert "L’année 2020 Toute la maison" in text(client.get("/dashboard/"))


def test_a_year_in_progress_is_compared_up_to_the_same_day(client, house, director):
    for day in ("2021-01-15", "2021-01-16", "2022-01-08"):
        make_session(house["ados"], f"{day}T10:00")

    page = text(client.get("/dashboard/", {"year": "2022"}))

    assert "Séances 1 séance autant qu’en 2021 à la même date" in page


def test_the_board_compares_years_that_are_over(client, house, board_member):
    make_session(house["ados"], "2022-01-08T14:00")

    page = text(client.get("/dashboard/", {"year": "2022"}))

    assert "La comparaison avec 2021 viendra quand l’année 2022 sera finie." in page
    assert "qu’en 2021" not in page


def test_a_first_year_that_began_late_is_said(client, house, director):
    page = text(client.get("/dashboard/", {"year": "2021"}))

    assert "Les séances notées commencent le 12 avril 2020" in page


def test_the_first_year_has_no_year_beside(client, house, director):
    page = text(client.get("/dashboard/", {"year": "2020"}))

    assert ("Personnes venues 1 personne" in page, "2019" in page) == (True, False)


def test_the_charts_hold_the_same_numbers_in_a_table(client, house, director):
    page = client.get("/dashboard/", {"year": "2021"})

    assert [row[1:] for row in rows(page) if row[0] in ("Jeunesse", "Adultes", "L’Alma", "mars 2021")] == [
        ["7"],  # March
        ["7"],  # youth
        ["6"],  # adults
        ["13"],  # from the Alma
    ]


def test_a_dashboard_narrowed_to_a_sector(client, house, director):
    page = client.get("/dashboard/", {"year": "2021", "sector": "jeunesse"})

    assert "Le pôle Jeunesse" in text(page)
    assert "Personnes venues 7 personnes" in text(page)
    assert ("Adhésions" in text(page), ["Couture", "6"] in rows(page)) == (False, False)


def test_a_sector_head_reads_their_sectors_only(client, house, youth_head):
    own, other = client.get("/dashboard/"), client.get("/dashboard/", {"sector": "adultes"})

    assert "Personnes venues 7 personnes" in text(own)
    assert "Couture" not in text(own)
    assert other.status_code == 404


def test_every_number_of_the_dashboard_leads_to_its_explanation(client, house, director):
    found = [link for link in links(client.get("/dashboard/")) if link.startswith("/figures/") and "?" in link]

    answers = {client.get(link).status_code for link in found}

    assert (len(found) >= 15, answers) == (True, {200})


def test_small_counts_are_hidden_from_the_board_with_one_more_that_would_tell(client, house, board_member):
    """Two girls among the teenagers: hidden; the five boys too, for seven less five is two."""
    page = client.get("/dashboard/", {"year": "2021"})

    assert ["11-14 ans", "< 5", "n. c."] in rows(page)
    assert "Personnes venues 13 personnes" in text(page)
    assert "ne sont pas montrés hors de la maison" in text(page)


def test_the_board_meets_no_record(client, house, board_member):
    pages = [client.get(address) for address in ("/dashboard/", "/figures/people/?year=2021&by=age_band&by=sex")]

    for page in pages:
        assert [link for link in links(page) if link.startswith(("/people/", "/sessions/", "/households/"))] == []
        assert "Ado0" not in page.content.decode()


def test_an_empty_house_says_what_to_do(client, director):
    page = client.get("/dashboard/")

    assert "notez une première feuille de présence" in text(page)


def test_the_dashboard_asks_as_little_whatever_the_size(client, house, director):
    few = statements(client, "/dashboard/")
    for number in range(30):
        session = make_session(make_activity(sector=house["youth"]), f"2021-05-{number + 1:02}T14:00")
        make_attendance(session, make_person(), household=make_household(district=make_district()))
        make_tally(session, 5)

    many = statements(client, "/dashboard/")

    assert (many, many <= 30) == (few, True)


# A figure explained


def test_an_explanation_tells_everything_in_french(client, house, director):
    page = client.get("/figures/people/?year=2021&activity=ados&by=sex")

    words = text(page)
    assert "Combien de personnes différentes sont venues ?" in words
    assert "En 2021 ; activité : Dynamik’Ados." in words
    assert "7 personnes" in words
    assert "Chaque personne compte une fois" in words
    assert "Non renseigné aucun" in words
    assert rows(page)[:2] == [["Filles et femmes", "2"], ["Garçons et hommes", "5"]]


def test_an_unknown_part_is_said(client, house, director):
    make_attendance(house["club"], make_person(sex=""))

    page = client.get("/figures/people/?year=2021&activity=ados&by=sex")

    assert "Non renseigné 1, compris dans le total" in text(page)


def test_a_part_leads_to_the_figure_that_it_is(client, house, director):
    page = client.get("/figures/people/?year=2021&activity=ados&by=sex")

    part = next(link for link in links(page) if "sex=F" in link)
    assert "2 personnes" in text(client.get(part))


def test_a_percentage_keeps_its_two_numbers(client, house, director):
    page = client.get("/figures/share/?of=people&part=sex:F&year=2021")

    assert "Quelle part ? Sexe : Filles et femmes En 2021." in text(page)
    assert "62 % 8 sur 13 personnes" in text(page)
    assert "Parmi Combien de personnes différentes sont venues ?" in text(page)


def test_a_percentage_does_not_tell_how_few_are_not_recorded(client, house, board_member):
    """8 sur 17, beside 19 people: two whose sex is not recorded."""
    for number in range(6):
        make_attendance(house["lesson"], make_person(sex="M" if number < 4 else ""))
    Indicator.objects.create(code="E1", label="Femmes", measure="share", of="people", part={"sex": ["F"]})

    page = text(client.get("/figures/share/?of=people&part=sex:F&year=2021"))

    assert ("47 %" in page, "8 sur 17" in page, "Non renseigné < 5" in page) == (True, False, True)


def test_the_records_behind_a_figure(client, house, director):
    sessions = client.get("/figures/people/?year=2021&activity=ados")
    people = client.get("/figures/people/?year=2021&activity=ados&sex=F&records=people")

    assert rows(sessions) == [["mercredi 10 mars 2021", "Dynamik’Ados"]]
    assert [row[1] for row in rows(people)] == ["14 ans", "14 ans"]
    assert [link for link in links(people) if link.startswith("/people/")] == ["/people/ado0/", "/people/ado1/"]


def test_records_behind_a_figure_go_no_further_than_ones_reach(client, house, youth_head):
    """A joint outing of both sectors is in reach; the people of sewing alone are not."""
    page = client.get("/figures/people/?year=2021&sector=jeunesse&records=people")

    assert {link for link in links(page) if link.startswith("/people/")} == {f"/people/ado{n}/" for n in range(7)}


def test_fifty_records_a_page(client, house, director):
    for _ in range(51):
        make_attendance(house["club"], make_person())

    page = client.get("/figures/people/?year=2021&activity=ados&records=people")

    assert len(rows(page)) == 50


def test_names_behind_supports_ask_for_their_right_and_leave_a_trace(client, house):
    make_support(make_person(last_name="Suivie", key="suivie"), make_activity("rsa", house["youth"], kind="support"))
    address = "/figures/supported/?year=2021&sector=jeunesse"

    client.force_login(make_user("sector_head", sectors=[house["youth"]]))
    without_right = client.get(address)
    traces_before = AuditEntry.objects.count()
    director = make_user("director")
    client.force_login(director)
    with_right = client.get(address)

    assert ("/people/suivie/" in links(without_right), traces_before) == (False, 0)
    assert "/people/suivie/" in links(with_right)
    traces = AuditEntry.objects.values_list("user_id", "action", "record_type", "record_id")
    assert list(traces) == [(director.pk, "read_supports", "members.person", "suivie")]


@pytest.mark.parametrize(
    "address",
    [
        "/figures/people/?year=2021&sector=jeunesse&situation=rsa",
        "/figures/people/?year=2021&sector=jeunesse&sex=F&by=situation",
        "/figures/share/?year=2021&sector=jeunesse&of=people&part=situation:rsa",
        "/figures/supported/?year=2021&sector=jeunesse&by=qualification",
    ],
)
def test_a_sector_head_narrows_no_sensitive_figure(client, house, youth_head, address):
    """Two girls whose names are open to the head: a count by situation would tell theirs."""
    make_situation(house["club"].attendances.first().household, "rsa")

    page = client.get(address)

    assert (page.status_code, "n’est pas de ceux que la maison publie" in text(page)) == (400, True)


def test_a_sector_head_is_offered_no_sensitive_split(client, house, youth_head, director):
    address = "/figures/people/?year=2021&sector=jeunesse"

    client.force_login(youth_head)
    offered = links(client.get(address))
    client.force_login(director)
    offered_to_the_director = links(client.get(address))

    assert set(offered_to_the_director) - set(offered) == {f"{address}&by=situation"}


def test_names_behind_a_situation_leave_a_trace(client, house, director):
    make_situation(house["club"].attendances.first().household, "rsa")

    page = client.get("/figures/people/?year=2021&sector=jeunesse&situation=rsa&records=people")

    traces = AuditEntry.objects.filter(user_id=director.pk, action="read_situations", record_type="members.person")
    read = set(traces.values_list("record_id", flat=True))
    assert "/people/ado0/" in links(page)
    assert (read, AuditEntry.objects.count()) == ({f"ado{number}" for number in range(7)}, 7)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/figures/peuple/?year=2021", "La mesure « peuple » n’existe pas."),
        ("/figures/people/?year=2021&activity=adoss", "« adoss » n’est pas une réponse connue à « activité »."),
        ("/figures/people/?year=2021&profession=x", "ne se filtre ni ne se répartit par « profession »"),
        ("/figures/people/?year=MMXXI", "« MMXXI » n’est pas une année : écrivez 2021."),
        ("/figures/people/?from=2021-01-01&to=hier", "« hier » n’est pas un jour"),
        ("/figures/people/?from=2021-01-01&to=9999-12-31", "La période va trop loin"),
        ("/figures/people/?from=2021-02-01&to=2021-01-01", "La période finit avant de commencer"),
        ("/figures/people/", "Dites sur quelle période"),
        ("/figures/share/?of=people&part=F&year=2021", "« F » ne dit pas de quelle part il s’agit"),
        ("/figures/people/?year=2021&by=sex&by=sex", "On répartit par une chose"),
    ],
)
def test_a_question_without_answer_is_refused_in_words(client, house, director, address, words):
    page = client.get(address)

    assert (page.status_code, words in text(page)) == (400, True)


def test_the_board_opens_published_figures_only(client, house, board_member):
    """Any other question could be asked twice to work out what is hidden."""
    published = client.get("/figures/people/?year=2021&by=age_band&by=sex")
    other = client.get("/figures/people/?year=2021&activity=ados&sex=F")

    assert published.status_code == 200
    assert (other.status_code, "n’est pas de ceux que la maison publie" in text(other)) == (400, True)


def test_an_indicator_is_published(client, house, board_member):
    Indicator.objects.create(code="E1", label="Jeunes", measure="people", where={"activity": ["ados"]})

    page = client.get("/figures/people/?year=2021&activity=ados")

    assert "7 personnes" in text(page)


def test_a_sector_head_reads_other_sectors_as_outsiders_do(client, house, youth_head):
    own = client.get("/figures/people/?year=2021&activity=ados&by=sex")
    other = client.get("/figures/people/?year=2021&activity=couture")

    assert rows(own)[:2] == [["Filles et femmes", "2"], ["Garçons et hommes", "5"]]
    assert other.status_code == 400


def test_a_mean_over_few_is_not_told_to_the_board(client, house, board_member, director):
    Indicator.objects.create(code="A1", label="Âge des filles", measure="average_age", where={"sex": ["F"]})
    Indicator.objects.create(
        code="A2", label="Âge des jeunes", measure="average_age", where={"activity": ["ados"]}, by=["sex"]
    )
    girls = "/figures/average_age/?year=2021&activity=ados&by=sex"

    told = {}
    for user in (board_member, director):
        client.force_login(user)
        told[user] = [row[2] for row in rows(client.get("/figures/"))], text(client.get(girls))

    assert [told[user][0] for user in (board_member, director)] == [["34,3", "14"], ["34,3", "14"]]
    assert told[board_member][1].count("n. c.") >= 2
    assert "n. c." not in told[director][1]


def test_an_indicator_over_one_girl_tells_her_age_to_nobody_outside(client, house, board_member):
    Indicator.objects.create(code="A1", label="Âge", measure="average_age", where={"activity": ["ados"], "sex": ["F"]})

    listed = client.get("/figures/")
    explained = client.get("/figures/average_age/?year=2021&activity=ados&sex=F")

    assert [row[2] for row in rows(listed)] == ["n. c."]
    assert ("14" in text(explained), "n. c." in text(explained)) == (False, True)
    assert all("porte sur trop peu de personnes" in text(page) for page in (listed, explained))


def test_an_indicator_with_its_own_period_is_masked_in_the_year_of_its_last_day(client, house, board_member):
    """Seven came in the first half of 2021, two of them girls."""
    club = {"activity": ["ados"]}
    Indicator.objects.create(
        code="E1", label="Filles", measure="people", where=club | {"sex": ["F"]}, period="2021-01-01/2021-06-30"
    )
    Indicator.objects.create(code="E2", label="Tous", measure="people")

    lists = [[row[2] for row in rows(client.get(f"/figures/?year={year}"))] for year in (2020, 2021)]
    explained = client.get("/figures/people/?from=2021-01-01&to=2021-06-30&activity=ados&sex=F")

    assert lists == [["< 5", "< 5"], ["< 5", "13"]]
    assert "< 5" in text(explained)


def test_the_accounts_open_money_in_full_and_people_as_the_board_does(client, house):
    client.force_login(make_user("accountant"))

    listed = links(client.get("/figures/?year=2021"))
    money = [client.get(f"{link}&by=sector") for link in listed if "family_payment" in link]
    people = client.get("/figures/people/?year=2021&by=activity")

    assert [page.status_code for page in money] == [200, 200]
    assert all("Voir autrement" in text(page) for page in money)
    assert "/figures/grants_asked/?year=2021" in listed
    assert people.status_code == 400


def test_the_board_is_offered_no_figure_of_money(client, house, board_member):
    page = client.get("/figures/?year=2021")

    assert "montants" not in text(page)
    assert client.get("/figures/grants_asked/?year=2021").status_code == 400


# The list of figures


@pytest.fixture
def indicators():
    Indicator.objects.create(
        code="E001", label="Jeunes", chapter="Jeunesse", measure="people", where={"activity": ["ados"]}, position=1
    )
    Indicator.objects.create(
        code="E002",
        label="Filles",
        chapter="Jeunesse",
        measure="people",
        where={"activity": ["ados"], "sex": ["F"]},
        position=2,
    )


def test_the_figures_of_a_year_with_code_label_value_and_unit(client, house, director, indicators):
    page = client.get("/figures/")

    assert rows(page) == [["E001", "Jeunes", "7", "personnes"], ["E002", "Filles", "2", "personnes"]]
    assert "/figures/people/?year=2021&activity=ados&sex=F" in links(page)


def test_the_list_hides_small_counts_from_the_board(client, house, board_member, indicators):
    page = client.get("/figures/")

    assert [row[2] for row in rows(page)] == ["7", "< 5"]


def test_a_broken_indicator_is_named(client, house, director):
    Indicator.objects.create(code="X1", label="Faux", measure="people", where={"activity": ["nulle-part"]})

    page = client.get("/figures/")

    assert (page.status_code, "Indicateur X1" in text(page)) == (400, True)


# An activity


def test_an_activity_tells_its_year_and_its_figures(client, house, director):
    house["ados"].team.add(make_staff("Andrée Foucher"))
    make_session(house["ados"], "2021-12-01T18:00", status="cancelled", key="annulee")
    make_session(
        house["sewing"], "2021-06-01T10:00", also=[house["ados"]], kind="outing", topic="Mer du Nord", key="mer"
    )

    page = client.get("/activities/ados/")

    assert rows(page) == [
        ["mercredi 1er décembre 2021", "18 h – 20 h", "Séance", "Annulée", "0"],
        ["mardi 1er juin 2021 partagée", "10 h – 12 h", "Mer du Nord", "Tenue", "0"],
        ["mercredi 10 mars 2021", "14 h – 16 h", "Séance", "Tenue", "7"],
    ]
    assert "Séances 1 séance" in text(page)
    assert "Personnes venues 7 personnes" in text(page)
    assert "Andrée Foucher" in text(page)
    assert "/figures/people/?year=2021&activity=ados" in links(page)


def test_reception_reads_an_activity_without_figures(client, house):
    client.force_login(make_user("reception"))

    page = client.get("/activities/ados/")

    assert ("Personnes venues" in text(page), len(rows(page))) == (False, 1)


def test_an_animator_at_the_front_desk_reads_the_figures_of_their_own_activities(client, house):
    staff = make_staff()
    house["ados"].team.add(staff)
    client.force_login(make_user("animator", "reception", staff_member=staff))

    own, other = client.get("/activities/ados/"), client.get("/activities/couture/")

    assert ("Personnes venues" in text(own), "Personnes venues" in text(other)) == (True, False)


def test_an_animator_reads_the_figures_of_their_activity_without_the_rest_of_the_house(client, house):
    staff = make_staff()
    house["ados"].team.add(staff)
    client.force_login(make_user("animator", staff_member=staff))

    own, other = client.get("/activities/ados/"), client.get("/activities/couture/")

    assert "Personnes venues 7 personnes" in text(own)
    assert [link for link in links(own) if link.startswith("/figures/")] == []
    assert other.status_code == 404


def test_an_activity_asks_the_same_questions_for_one_session_and_three(client, house, director):
    one = statements(client, "/activities/ados/")
    for day in ("11", "12"):
        make_attendance(make_session(house["ados"], f"2021-03-{day}T14:00"), make_person())

    assert statements(client, "/activities/ados/") == one


# Reports


@pytest.fixture
def report():
    return Report.objects.create(year=2021, foreword="<p>Une année debout.</p>", foreword_signature="Malika Delannoy")


def test_the_report_is_read_on_screen(client, house, director, report):
    page = client.get("/reports/2021/")

    assert "Une année debout." in text(page)
    assert "Fabriquer le PDF" in text(page)


def test_the_button_asks_for_one_pdf_and_leads_to_its_progress(client, house, director, report):
    first = client.post("/reports/2021/build/")
    second = client.post("/reports/2021/build/")

    build = ReportBuild.objects.get()
    assert (first.status_code, first.url) == (302, f"/reports/2021/builds/{build.pk}/")
    assert second.url == first.url
    assert (build.requested_by, build.state) == (director, BuildState.WAITING)


def test_to_read_the_progress_changes_nothing(client, house, director, report):
    answer = client.get("/reports/2021/build/")

    assert (answer.status_code, answer.url, ReportBuild.objects.count()) == (302, "/reports/2021/", 0)


def test_progress_asks_for_itself_and_has_a_link_for_who_has_no_script(client, house, director, report):
    build = ReportBuild.objects.create(
        report=report, state=BuildState.RUNNING, step="Comptage des chiffres", percent=35, heartbeat_at=timezone.now()
    )
    address = f"/reports/2021/builds/{build.pk}/"

    page, fragment = client.get(address), client.get(address, headers={"HX-Request": "true"})

    for answer in (page, fragment):
        assert f'hx-get="{address}"' in answer.content.decode()
        assert "Comptage des chiffres…" in text(answer)
    assert address in links(page)
    assert "<html" not in fragment.content.decode()


def test_a_worker_that_died_is_said_and_can_be_started_again(client, house, director, report):
    an_hour_ago = timezone.now() - timezone.timedelta(hours=1)
    build = ReportBuild.objects.create(report=report, state=BuildState.RUNNING, heartbeat_at=an_hour_ago)

    page = client.get(f"/reports/2021/builds/{build.pk}/")
    again = client.post("/reports/2021/build/")

    assert "La fabrication s’est interrompue" in text(page)
    assert "Relancer la fabrication" in text(page)
    assert "hx-get" not in page.content.decode()
    assert again.url != f"/reports/2021/builds/{build.pk}/"


def test_the_board_downloads_the_pdf_and_leaves_a_trace(client, house, board_member, report):
    ReportBuild.objects.create(
        report=report,
        state=BuildState.DONE,
        file=ContentFile(b"%PDF-1.7 ancien", name="a.pdf"),
        finished_at=timezone.now(),
    )
    ReportBuild.objects.create(
        report=report,
        state=BuildState.DONE,
        file=ContentFile(b"%PDF-1.7 neuf", name="b.pdf"),
        finished_at=timezone.now(),
    )
    ReportBuild.objects.create(report=report, state=BuildState.FAILED, error="Panne")

    page, answer = client.get("/reports/2021/"), client.get("/reports/2021/pdf/")

    assert b"".join(answer.streaming_content) == b"%PDF-1.7 neuf"
    assert answer["Content-Disposition"] == 'attachment; filename="rapport-activite-2021.pdf"'
    assert ("Télécharger le PDF" in text(page), "Refaire le PDF" in text(page), "Panne" in text(page)) == (
        True,
        False,
        False,
    )
    assert AuditEntry.objects.get().action == "report_downloaded"


def test_no_pdf_yet(client, house, board_member, report):
    assert client.get("/reports/2021/pdf/").status_code == 404


@pytest.mark.parametrize("role", ["board_member", "sector_head", "accountant"])
def test_only_direction_makes_the_report(client, house, report, role):
    client.force_login(make_user(role))

    answer = client.post("/reports/2021/build/")

    assert (answer.status_code, ReportBuild.objects.count()) == (403, 0)
