"""A roll call and a match of the same file, at the same moment."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, OperationalError, connection

from activities.matching import MatchRefused, match_person
from activities.models import Attendance
from members.models import Person
from tests.activities.roll.asking import mark
from tests.activities.roll.test_races import at_once
from tests.factories import make_activity, make_attendance, make_centre, make_person, make_session, make_user

pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_marked_while_files_are_matched_is_lost():
    make_centre()
    user, activity = make_user("director"), make_activity()
    lila, real = make_person(first_name="Lila", is_to_complete=True), make_person()
    sessions = [make_session(activity, f"2021-03-0{day}T14:00", status="planned") for day in range(1, 6)]
    make_attendance(sessions[0], lila, status="absent")

    def matching():
        for _ in range(20):
            try:
                return match_person(provisional=lila, real=real, keep={}, by=user, now=datetime.now(UTC))
            except MatchRefused:
                continue
        raise AssertionError("never matched")

    def marking(session):
        def tap():
            try:
                return mark(session, user, lila)
            except (IntegrityError, OperationalError):
                connection.close()
                return mark(session, user, lila)  # as a device does: it sends again what was not acknowledged

        return tap

    at_once(matching, *[marking(session) for session in sessions[1:]])

    assert not Person.objects.filter(pk=lila.pk).exists()
    rows = Attendance.objects.filter(person=real).order_by("session__starts_at")
    assert [row.status for row in rows] == ["absent", *["present"] * 4]
