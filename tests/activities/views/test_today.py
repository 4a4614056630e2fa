import re

import pytest

from centre.access import Role
from tests.factories import (
    make_activity,
    make_attendance,
    make_person,
    make_sector,
    make_session,
    make_staff,
    make_user,
)
from tests.reading import links, text


def text_of(response) -> str:
    main = response.content.decode().split("<main")[1]
    return " ".join(re.sub(r"<[^>]+>", " ", main).replace("\u00a0", " ").split())


def titles(response) -> list[str]:
    return [line.session.activity.name for line in response.context["lines"]]


def test_the_running_session_comes_first(client, director):
    for name, start in [("Matin", "09:00"), ("En ce moment", "14:00"), ("Soir", "18:00")]:
        make_session(make_activity(name=name), starts_at=f"2021-03-08T{start}", status="planned")

    answer = client.get("/today/")

    assert titles(answer) == ["En ce moment", "Matin", "Soir"]
    assert [line.word for line in answer.context["lines"]] == ["En cours", "Attend sa feuille de présence", "Prévue"]
    assert "Lundi 8 mars 2021. 3 séances." in text_of(answer)


def test_a_cancelled_session_never_runs(client, director):
    make_session(starts_at="2021-03-08T14:00", status="cancelled", cancellation_reason="Neige")

    text = text_of(client.get("/today/"))

    assert "Annulée" in text
    assert "Neige" in text
    assert "En cours" not in text


def test_every_line_opens_its_sheet_in_one_tap(client, director):
    for key, fields in {
        "en-cours": {"starts_at": "2021-03-08T14:00", "status": "planned"},
        "prevue": {"starts_at": "2021-03-08T18:00", "status": "planned"},
        "close": {"starts_at": "2021-03-08T09:00", "status": "held"},
        "a-clore": {"starts_at": "2021-03-08T10:00", "status": "held", "is_roll_open": True},
        "annulee": {"starts_at": "2021-03-08T11:00", "status": "cancelled"},
        "hier": {"starts_at": "2021-03-07T11:00", "status": "planned"},
    }.items():
        make_session(key=key, **fields)

    opened = [link for link in links(client.get("/today/")) if link.endswith("/roll/")]

    in_order = ["en-cours", "close", "a-clore", "annulee", "prevue", "hier"]
    assert opened == [f"/sessions/{key}/roll/" for key in in_order]


def test_open_sessions_of_the_past_are_told_in_words(client, director):
    for day in range(1, 6):
        make_session(starts_at=f"2021-03-0{day}T10:00", status="planned")
    make_session(starts_at="2021-03-01T10:00", status="held")
    make_session(starts_at="2021-03-01T10:00", status="cancelled")

    answer = client.get("/today/")

    assert "5 séances attendent leur feuille de présence." in text_of(answer)
    assert [line.session.day.day for line in answer.context["waiting"]] == [5, 4, 3, 2, 1]


def test_one_open_session_is_told_in_the_singular(client, director):
    make_session(starts_at="2021-03-05T10:00", status="planned")

    assert "Une séance attend sa feuille de présence." in text_of(client.get("/today/"))


def test_another_day_is_picked_in_the_address(client, director):
    make_session(make_activity(name="Hier"), starts_at="2021-03-07T23:30", hours=1)
    make_session(make_activity(name="Aujourd’hui même"), starts_at="2021-03-08T00:00", hours=1)

    answer = client.get("/today/", {"jour": "2021-03-07"})

    assert titles(answer) == ["Hier"]
    assert "Dimanche 7 mars 2021" in text_of(answer)
    assert (str(answer.context["previous"]), str(answer.context["next"])) == ("2021-03-06", "2021-03-08")


@pytest.mark.parametrize("text", ["demain", "2021-02-30", "0001-01-01", "9999-12-31", "", "2021-03-08x"])
def test_a_day_that_does_not_read_is_today(client, director, text):
    assert str(client.get("/today/", {"jour": text}).context["shown"]) == "2021-03-08"


def test_an_empty_day_leads_to_the_nearest_ones(client, director):
    make_session(starts_at="2021-02-26T10:00")
    make_session(starts_at="2021-02-26T14:00")
    make_session(starts_at="2021-02-19T14:00")
    make_session(starts_at="2021-03-12T10:00", status="planned")

    text = text_of(client.get("/today/"))

    assert "Aucune séance n’est prévue aujourd’hui." in text
    assert "Avant&nbsp;: vendredi 26 février 2021, 2 séances" in text
    assert "Après&nbsp;: vendredi 12 mars 2021, une séance" in text


def test_each_sees_the_sessions_within_reach(client):
    sector, staff = make_sector(), make_staff()
    mine, theirs = make_activity(name="La mienne", sector=sector), make_activity(name="La leur")
    mine.team.add(staff)
    make_session(mine, starts_at="2021-03-08T16:00")
    substituted = make_session(theirs, starts_at="2021-03-08T17:00")
    make_session(make_activity(name="Ailleurs"), starts_at="2021-03-08T18:00")
    volunteer_staff = make_staff()
    substituted.staff.add(staff, volunteer_staff)
    past = make_session(mine, starts_at="2021-03-07T16:00")
    past.staff.add(volunteer_staff)
    users = {
        "animator": make_user(Role.ANIMATOR, staff_member=staff),
        "sector_head": make_user(Role.SECTOR_HEAD, sectors=[sector]),
        "volunteer": make_user(Role.VOLUNTEER, staff_member=volunteer_staff),
    }

    seen = {}
    for name, user in users.items():
        client.force_login(user)
        seen[name] = titles(client.get("/today/"))
    yesterday = titles(client.get("/today/", {"jour": "2021-03-07"}))

    assert seen == {"animator": ["La mienne", "La leur"], "sector_head": ["La mienne"], "volunteer": ["La leur"]}
    assert yesterday == []


def test_a_volunteer_without_a_session_learns_when_their_list_opens(client, db):
    client.force_login(make_user(Role.VOLUNTEER, staff_member=make_staff()))

    page = client.get("/today/")

    assert "votre liste s’ouvre le jour où votre nom y est inscrit" in text(page)
    assert "Veille" not in text(page)


def test_the_page_costs_the_same_with_one_session_and_three(client, director, django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(20) as captured:
            client.get("/today/")
        return len(captured)

    def fill(hour):
        session = make_session(starts_at=f"2021-03-08T{hour}:00")
        session.staff.add(make_staff())
        make_attendance(session, make_person())
        make_session(starts_at=f"2021-03-05T{hour}:00", status="planned").staff.add(make_staff())

    fill("10")
    one = queries()
    fill("11")
    fill("12")

    assert queries() == one
