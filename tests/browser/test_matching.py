"""From a newcomer on the sheet to one real file, in a browser."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from activities.models import Attendance
from centre.access import Role
from members.models import Person
from tests.browser.test_axe import faults, too_wide
from tests.factories import make_activity, make_attendance, make_centre, make_person, make_session, make_user


@pytest.mark.parametrize("screen_name", ["phone", "page"])
def test_a_newcomer_is_matched_to_the_real_file(request, screen_name, transactional_db, sign_in):
    make_centre()
    screen, session = request.getfixturevalue(screen_name), make_session(make_activity(), timezone.now(), key="lundi")
    real = make_person(first_name="Lila", last_name="Durand", birth_date="2010-02-03")
    make_attendance(session, real, status="absent")
    type(session).objects.update(is_roll_open=True)
    sign_in(screen, make_user(Role.DIRECTOR))
    screen.goto("/sessions/lundi/roll/")
    screen.get_by_text("Une personne que la maison ne connaît pas").click()
    screen.get_by_label("Prénom", exact=True).fill("Lila")
    screen.get_by_role("button", name="Ajouter à la feuille").click()
    expect(screen.locator(".is-waiting")).to_have_count(0)

    screen.goto("/people/?a-completer=oui")
    screen.get_by_role("link", name="Lila").click()
    screen.get_by_role("link", name="La maison connaît déjà cette personne").click()
    screen.get_by_role("link", name="Durand Lila").click()
    seen = faults(screen) + too_wide(screen)
    screen.get_by_label("Présent (Lila)").check()
    screen.get_by_label("Oui, c’est la même personne").check()
    screen.get_by_role("button", name="Rapprocher les deux fiches").click()

    expect(screen.locator("h1")).to_have_text("Lila Durand")
    assert seen == []
    assert list(Attendance.objects.values_list("person", "status")) == [(real.pk, "present")]
    assert list(Person.objects.all()) == [real]
