from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activities.models import Attendance, RollOperation, Session
from centre.access import Role
from tests.activities.roll.asking import mark
from tests.factories import (
    make_activity,
    make_alias,
    make_attendance,
    make_centre,
    make_enrolment,
    make_health_alert,
    make_person,
    make_sector,
    make_session,
    make_staff,
    make_user,
)
from tests.reading import links, rows, text

NOVEMBER, MARKS = "/activities/ados/month/?month=2020-11", "/activities/ados/month/marks/"
MOST_STATEMENTS = 14


@pytest.fixture(autouse=True)
def _clock(db):
    make_centre()
    with time_machine.travel("2020-11-10T10:00:00+01:00", tick=False):
        yield


@pytest.fixture
def activity():
    return make_activity("ados", name="Ados")


def planned(activity, day, **fields):
    return make_session(activity, f"2020-11-{day:02}T14:00", status="planned", **fields)


def enrol(activity, last_name, **fields):
    person = make_person(key=last_name.lower(), last_name=last_name, first_name="Inès", **fields)
    make_enrolment(person, activity)
    return person


def labels(page) -> list[str]:
    return [f"{cell.label} : {cell.word}" for line in page.context["month"].lines for cell in line.cells]


# The grid


def test_people_stand_down_and_sessions_across(client, director, activity):
    first, second = planned(activity, 2), planned(activity, 9)
    adam, benali = enrol(activity, "Adam"), enrol(activity, "Benali")
    make_attendance(first, adam)
    make_attendance(second, benali, status="excused")
    make_health_alert(adam)

    page = client.get(NOVEMBER)

    assert rows(page) == [["Adam Inès", "", "", "1"], ["Benali Inès", "", "", "0"], ["Présents", "1", "0", "1"]]
    assert labels(page) == [
        "Adam Inès, lundi 2 novembre : présent",
        "Adam Inès, lundi 9 novembre : pas encore pointé",
        "Benali Inès, lundi 2 novembre : pas encore pointé",
        "Benali Inès, lundi 9 novembre : excusé",
    ]
    assert 'aria-label="Benali Inès, lundi 9 novembre\u00a0: excusé"' in page.content.decode()
    assert "lun 2" in text(page)
    assert "alerte" not in text(page)


def test_what_is_typed_by_hand_is_escaped(client, director, activity):
    planned(activity, 2)
    make_enrolment(make_person(last_name='<b>"x"</b>', first_name="&"), activity)

    words = client.get(NOVEMBER).content.decode()

    assert 'aria-label="&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp;, lundi 2 novembre' in words
    assert "<b>&quot;" not in words


def test_the_current_month_is_shown_unless_another_is_asked_for(client, director, activity):
    for starts_at in ("2020-09-07T14:00", "2020-11-02T14:00", "2021-01-04T14:00"):
        make_session(activity, starts_at)

    shown = {
        asked: str(client.get(reverse("month", args=["ados"]) + asked).context["period"].start)
        for asked in ("", "?month=2020-09", "?month=soon", "?month=9999-01", "?month=2020-13")
    }
    page = client.get(NOVEMBER)

    assert shown == {
        "": "2020-11-01",
        "?month=2020-09": "2020-09-01",
        "?month=soon": "2020-11-01",
        "?month=9999-01": "2020-11-01",
        "?month=2020-13": "2020-11-01",
    }
    assert [link for link in links(page) if link.startswith("?")] == ["?month=2020-09", "?month=2021-01"]


def test_a_shut_column_says_why_and_takes_nothing(client, director, activity):
    make_session(activity, "2020-11-02T14:00")
    enrol(activity, "Adam")

    page = client.get(NOVEMBER)

    assert "lun 2 close" in text(page)
    assert page.content.decode().count('type="button" aria-disabled="true"') == 1


def test_an_activity_that_counts_heads_says_so_and_leads_to_its_sheets(client, director):
    planned(make_activity("ados", counting="tally"), 2, key="lundi")

    page = client.get(NOVEMBER)

    assert "Cette activité compte des têtes, sans noms." in text(page)
    assert "/sessions/lundi/roll/" in links(page)


def test_a_month_without_sessions_leads_to_the_nearest(client, director, activity):
    make_session(activity, "2020-09-07T14:00")

    page = client.get(NOVEMBER)

    assert "Aucune séance ce mois-ci." in text(page)
    assert "?month=2020-09" in links(page)


def test_an_anonymous_place_shows_codes(client, director):
    place = make_activity("ados", counting="alias")
    make_attendance(planned(place, 2), alias=make_alias(place, 2020, key="lune"))

    page = client.get(NOVEMBER)

    assert rows(page) == [["lune", "", "1"], ["Présents", "1", "1"]]


def test_conflicts_are_told_under_the_grid(client, director, activity):
    session, person = planned(activity, 2), enrol(activity, "Adam")
    mark(session, make_user("director", name="Karim Haddad"), person, "excused", made_at="2020-11-02T14:03")
    mark(session, director, person, made_at="2020-11-02T14:01", now="2020-11-02T14:10")

    page = client.get(NOVEMBER)

    told = "Nadia Kaya voulait « présent » (14 h 01) ; Karim Haddad a noté « excusé » à 14 h 03."
    assert f"Adam Inès, lundi 2 novembre . {told} Garder « excusé » Noter « présent »" in text(page)
    assert "excusé, à trancher" in page.content.decode()


# Whose


def grid_of(client, user) -> tuple:
    client.force_login(user)
    page = client.get(NOVEMBER)
    if page.status_code != 200:
        return (page.status_code,)
    month = page.context["month"]
    return [column.session.day.day for column in month.columns], [line.name for line in month.lines]


def test_the_grid_reaches_as_far_as_the_sheets(client):
    sector = make_sector()
    activity = make_activity("ados", sector=sector)
    team, substitute, volunteer, stranger = (make_staff() for _ in range(4))
    activity.team.add(team)
    planned(activity, 2)
    yesterday, today = planned(activity, 9), planned(activity, 10)
    yesterday.staff.add(substitute)
    today.staff.add(volunteer)
    enrol(activity, "Adam")
    make_enrolment(make_person(last_name="Parti", first_name="Luc"), activity, to_on="2020-11-09")
    whole = ([2, 9, 10], ["Adam Inès", "Parti Luc"])

    seen = {
        "director": grid_of(client, make_user(Role.DIRECTOR)),
        "sector head": grid_of(client, make_user(Role.SECTOR_HEAD, sectors=[sector])),
        "other sector head": grid_of(client, make_user(Role.SECTOR_HEAD, sectors=[make_sector()])),
        "team": grid_of(client, make_user(Role.ANIMATOR, staff_member=team)),
        "substitute": grid_of(client, make_user(Role.ANIMATOR, staff_member=substitute)),
        "stranger": grid_of(client, make_user(Role.ANIMATOR, staff_member=stranger)),
        "volunteer": grid_of(client, make_user(Role.VOLUNTEER, staff_member=volunteer)),
        "reception": grid_of(client, make_user(Role.RECEPTION)),
        "board": grid_of(client, make_user(Role.BOARD_MEMBER)),
    }

    assert seen == {
        "director": whole,
        "sector head": whole,
        "other sector head": (404,),
        "team": whole,
        "substitute": ([9], ["Adam Inès"]),
        "stranger": (404,),
        "volunteer": ([10], ["Adam Inès"]),
        "reception": (404,),
        "board": (403,),
    }


def test_reception_types_the_month_of_a_desk(client):
    planned(make_activity("ados", kind="drop_in_desk"), 2)

    assert grid_of(client, make_user(Role.RECEPTION)) == ([2], [])


def test_whoever_shares_a_session_reads_that_column_alone(client):
    sharing = make_activity()
    activity = make_activity("ados")
    sharing.team.add(staff := make_staff())
    planned(activity, 2, also=[sharing])
    planned(activity, 9)
    make_enrolment(make_person(last_name="Plus", first_name="Tard"), activity, from_on="2020-11-09")
    enrol(activity, "Adam")

    assert grid_of(client, make_user(Role.ANIMATOR, staff_member=staff)) == ([2], ["Adam Inès"])


def test_the_ways_in_stand_where_one_may_call_the_roll(client, activity):
    activity.team.add(staff := make_staff())
    session = planned(activity, 2)
    pages = ["/activities/ados/", f"/sessions/{session.key}/", f"/sessions/{session.key}/roll/"]

    def ways(user):
        client.force_login(user)
        return [[link for link in links(client.get(page)) if "/month/" in link] for page in pages]

    of_the_month = "/activities/ados/month/?month=2020-11"
    animator = make_user(Role.ANIMATOR, staff_member=staff)
    assert ways(animator) == [["/activities/ados/month/"], [of_the_month], [of_the_month]]
    assert ways(make_user(Role.RECEPTION)) == [[], [], []]


# Without its script


def asked(page, line=0, column=0) -> str:
    return page.context["month"].lines[line].cells[column].asked


def test_without_its_script_a_cell_is_a_button_that_comes_back_to_its_month(client, director, activity):
    session = make_session(activity, "2020-09-07T14:00", status="planned")
    enrol(activity, "Adam")
    address = "/activities/ados/month/?month=2020-09"
    cell = asked(client.get(address))

    answer = client.post(MARKS, {"key": str(uuid4()), "cell": cell})

    assert (answer.status_code, answer["Location"]) == (302, address)
    assert [(row.session, row.status) for row in Attendance.objects.all()] == [(session, "present")]
    assert "status=absent" in asked(client.get(address))


def test_a_form_sent_twice_marks_once(client, director, activity):
    planned(activity, 2)
    enrol(activity, "Adam")
    sent = {"key": str(uuid4()), "cell": asked(client.get(NOVEMBER))}

    for _ in range(2):
        client.post(MARKS, sent)

    assert RollOperation.objects.count() == 1


def test_a_side_of_a_conflict_is_a_button_too(client, director, activity):
    session, person = planned(activity, 2), enrol(activity, "Adam")
    mark(session, make_user("director"), person, "excused", made_at="2020-11-02T14:03")
    mark(session, director, person, made_at="2020-11-02T14:01", now="2020-11-02T14:10")
    (conflict,) = client.get(NOVEMBER).context["month"].conflicts
    (_, _), (_, theirs) = conflict.sides

    page = client.post(MARKS, {"key": str(uuid4()), "cell": theirs}, follow=True)

    assert (Attendance.objects.get().status, page.context["month"].conflicts) == ("present", [])


def test_a_form_tells_a_conflict_and_a_refusal_on_the_grid(client, director, activity):
    session, person = planned(activity, 2), enrol(activity, "Adam")
    stale = asked(client.get(NOVEMBER))
    mark(session, director, person, "absent", made_at="2020-11-02T14:00")

    conflict = client.post(MARKS, {"key": str(uuid4()), "cell": stale}, follow=True)
    refusal = client.post(MARKS, {"key": "rien", "cell": stale}, follow=True)

    assert "votre « présent » est gardé dans l’historique" in text(conflict)
    assert 'class="note note--error"' in refusal.content.decode()


@pytest.mark.parametrize("cell", ["", "x", "session=ailleurs&person=adam&status=present"])
def test_what_names_no_session_of_the_activity_marks_nothing(client, director, activity, cell):
    planned(activity, 2)
    enrol(activity, "Adam")
    planned(make_activity(), 2, key="ailleurs")

    page = client.post(MARKS, {"key": str(uuid4()), "cell": cell}, follow=True)

    assert "Cette demande ne se lit pas." in text(page)
    assert not RollOperation.objects.exists()


def test_a_form_does_nothing_but_mark(client, director, activity):
    session = planned(activity, 2, key="lundi")

    client.post(MARKS, {"key": str(uuid4()), "cell": "session=lundi&kind=cancel&reason=pluie"})

    session.refresh_from_db()
    assert (session.status, RollOperation.objects.count()) == ("planned", 0)


def test_out_of_reach_nothing_is_marked(client, activity):
    planned(activity, 2, key="lundi")
    enrol(activity, "Adam")
    client.force_login(make_user(Role.ANIMATOR, staff_member=make_staff()))

    answer = client.post(MARKS, {"key": str(uuid4()), "cell": "session=lundi&person=adam&base=&status=present"})

    assert (answer.status_code, RollOperation.objects.count()) == (404, 0)


# As many questions, however many rows and columns


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.ANIMATOR])
def test_the_grid_asks_as_many_questions_for_one_row_as_for_three_and_for_one_column_as_for_three(
    client, activity, role
):
    user = make_user(role, staff_member=make_staff())
    activity.team.add(user.staff_member)
    client.force_login(user)
    statements, sizes = [], []

    def conflict(session, person):
        mark(session, user, person, "excused", made_at="2020-11-02T14:03")
        mark(session, user, person, made_at="2020-11-02T14:01", now="2020-11-10T10:00")

    for people, days in ((["Adam"], [2]), (["Benali", "Cohen"], []), ([], [3, 4])):
        for day in days:
            planned(activity, day, also=[make_activity()])
        for name in people:
            conflict(Session.objects.first(), enrol(activity, name))
        with CaptureQueriesContext(connection) as captured:
            page = client.get(NOVEMBER)
        statements.append(len(captured))
        sizes.append((len(page.context["month"].lines), len(page.context["month"].columns)))

    assert sizes == [(1, 1), (3, 1), (3, 3)]
    assert statements == [statements[0]] * 3
    assert statements[0] <= MOST_STATEMENTS
