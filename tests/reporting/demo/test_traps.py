"""One trap of each kind lives in the demo year, so that a wrong count shows there first."""

from collections import Counter
from datetime import date

import pytest
from django.db.models import Count, F

from activities.models import (
    Alias,
    Attendance,
    ChildcareMonth,
    Enrolment,
    Outcome,
    Payment,
    Session,
    Support,
    Tally,
    local_day,
)
from centre.models import Mandate, StaffMember
from members.models import HouseholdAddress, HouseholdMember, Membership, Person, Schooling

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("alma")]


def held():
    return Session.objects.filter(status="held")


def test_the_day_of_each_session_is_its_local_day():
    assert [session.key for session in Session.objects.all() if session.day != local_day(session.starts_at)] == []


def test_midnight_on_new_year_belongs_to_2022():
    wishes = Session.objects.get(topic="Vœux du quartier")

    assert (wishes.starts_at.date(), wishes.day) == (date(2021, 12, 31), date(2022, 1, 1))


def test_some_sessions_were_cancelled_and_say_why():
    cancelled = Session.objects.filter(status="cancelled")

    assert cancelled.count() > 20
    assert not cancelled.filter(cancellation_reason="").exists()
    assert not Attendance.objects.filter(session__in=cancelled).exists()


def test_some_sessions_were_held_with_nobody():
    empty = held().filter(day__year=2021, attendances=None, tallies=None)

    assert sorted(empty.values_list("activity__slug", flat=True)) == ["dynamik-ados", "kassoumai"]


def test_january_is_planned_and_nobody_is_marked():
    planned = Session.objects.filter(status="planned")

    assert {day.year for day in planned.values_list("day", flat=True)} == {2022}
    assert not Attendance.objects.filter(session__in=planned).exists()


def test_the_drop_in_opened_twice_on_one_day():
    openings = Counter(held().filter(activity__slug="kassoumai", day__year=2021).values_list("day", flat=True))

    assert (len(openings), sum(openings.values()), max(openings.values())) == (127, 128, 2)


def test_aliases_last_one_year_and_meet_nobody():
    assert Counter(Alias.objects.values_list("year", flat=True)) == {2020: 19, 2021: 54}
    assert not Attendance.objects.filter(alias__isnull=False, session__day__year__gt=F("alias__year")).exists()


def test_people_were_absent_or_excused():
    statuses = Counter(Attendance.objects.values_list("status", flat=True))

    assert statuses["present"] > statuses["excused"] > statuses["absent"] > 100


def test_a_child_of_the_orchestra_never_came():
    marked = set(Attendance.objects.filter(session__activity__slug="demos").values_list("person", "status"))
    came = {person for person, status in marked if status == "present"}

    assert len(came) == 15
    assert len({person for person, _ in marked} - came) == 1


def test_children_of_separated_parents_have_two_homes_one_of_them_the_main_one():
    second = HouseholdMember.objects.filter(is_main=False)
    from_there = Attendance.objects.filter(household__in=second.values("household"), person__in=second.values("person"))

    assert second.count() == 2
    assert from_there.exists()
    assert not Person.objects.annotate(homes_count=Count("homes")).filter(homes_count__gt=2).exists()
    assert HouseholdMember.objects.filter(is_main=True).values("person").distinct().count() == Person.objects.count()


def test_families_moved_during_the_year():
    moves = HouseholdAddress.objects.filter(to_on__year=2021)

    assert moves.count() == 6
    for before in moves:
        after = HouseholdAddress.objects.get(household=before.household, from_on=before.to_on)
        assert after.district != before.district


def test_birth_dates_and_sexes_are_missing_here_and_there():
    assert Person.objects.filter(birth_date=None, birth_year=None).exists()
    assert Person.objects.filter(birth_date=None, birth_year__isnull=False, is_birth_year_estimated=True).exists()
    assert Person.objects.filter(sex="", attendances__session__activity__kind="nursery").exists()


def test_one_day_parts_two_age_bands():
    births = set(
        Support.objects.filter(activity__slug="prevention-individuelle").values_list("person__birth_date", flat=True)
    )

    assert {date(2005, 12, 31), date(2006, 1, 1)} < births


def test_a_support_over_on_new_year_is_not_one_of_the_year():
    gone = Support.objects.get(exited_on=date(2021, 1, 1))

    assert gone.activity.slug == "prevention-individuelle"
    assert not Support.objects.filter(person=gone.person, activity=gone.activity).exclude(pk=gone.pk).exists()


def test_some_have_two_supports_and_some_two_outcomes():
    twice = Support.objects.filter(activity__slug="rsa").values("person").annotate(n=Count("pk")).filter(n__gt=1)
    both = Outcome.objects.filter(on__year=2021, support__activity__slug="synergie-jeunes").values("support")

    assert twice.count() == 3
    assert both.annotate(n=Count("pk")).filter(n__gt=1).count() == 2


def test_heads_are_counted_or_estimated():
    assert Counter(Tally.objects.values_list("is_estimate", flat=True))[True] > 5
    party = Tally.objects.get(session__topic="Fête de la rue de l’Alma")
    assert (party.count, party.is_estimate, party.group, party.sex) == (60, True, "", "")


def test_newcomers_of_the_homework_club_wait():
    waiting = Enrolment.objects.filter(activity__slug="clas-enfance", status="waiting")

    assert waiting.count() == 12
    assert not Attendance.objects.filter(
        session__activity__slug="clas-enfance", person__in=waiting.values("person")
    ).exists()


def test_children_have_a_class_for_each_school_year():
    classes = {
        year: dict(Schooling.objects.filter(school_year=year).values_list("person", "school__name"))
        for year in ("2020-2021", "2021-2022")
    }
    both = classes["2020-2021"].keys() & classes["2021-2022"].keys()
    primary = {"École Elsa-Triolet", "École Blaise-Pascal", "École Voltaire"}
    changes = [{classes[year][child] for year in classes} for child in both]

    assert len(both) > 200
    assert any(len(schools) == 2 and schools <= primary for schools in changes)


def test_hours_of_the_nurseries_are_known_by_month_then_by_check_in():
    noted = Attendance.objects.filter(session__activity__kind="nursery", arrived_at__isnull=False)

    assert {day.month for day in noted.values_list("session__day", flat=True)} == {9, 10, 11, 12}
    assert not ChildcareMonth.objects.filter(month__lt=date(2021, 9, 1), attended_hours=None).exists()
    assert not ChildcareMonth.objects.filter(month__gte=date(2021, 9, 1), attended_hours__isnull=False).exists()


def test_three_people_sit_as_two_observers():
    observers = Mandate.objects.filter(holds_as="observer")

    assert observers.count() == 3
    assert observers.filter(substitute_of=None).count() == 2


def test_workers_of_the_site_hold_posts_of_the_nurseries():
    workers = Support.objects.filter(activity__slug="chantier-insertion").values("person")
    members = StaffMember.objects.filter(person__in=workers)

    assert set(members.values_list("assignments__profession__slug", flat=True)) == {"assistante-maternelle"}


def test_fewer_members_in_the_second_season():
    seasons = Counter(Membership.objects.values_list("season__name", flat=True))

    assert seasons["2020-2021"] > seasons["2021-2022"] > 0


def test_a_receipt_was_reversed():
    reversal = Payment.objects.get(reverses__isnull=False)

    assert reversal.amount == -reversal.reverses.amount
