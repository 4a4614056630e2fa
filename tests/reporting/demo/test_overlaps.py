"""What the printed totals imply about one another, read from the records themselves, without the figures' engine."""

from collections import Counter
from datetime import date

import pytest

from activities.models import Attendance, Session, Support
from centre.models import Assignment
from members.models import HouseholdMember, Schooling
from reporting.demo.days import CALENDAR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("alma")]

WORKSHOPS = [
    "relations-familles-ecoles-quartier",
    "eveil-musical-demos",
    "jeux-fabrique",
    "rencontres-ludiques",
    "parents-outillez-vous",
    "un-pied-dans-le-vert",
    "du-temps-avec-mon-enfant",
]


def present():
    return Attendance.objects.filter(status="present", session__status="held", session__day__year=2021)


def places(*slugs) -> set[tuple[str, int]]:
    """``(activity, household)`` of everyone who came, through any activity of the session."""
    named = present().exclude(household=None)
    return {
        *named.filter(session__activity__slug__in=slugs).values_list("session__activity__slug", "household"),
        *named.filter(session__also_activities__slug__in=slugs).values_list(
            "session__also_activities__slug", "household"
        ),
    }


def test_young_people_of_the_holidays_and_of_the_term_overlap():
    visits = present().filter(session__activity__slug__in=["dynamik-ados", "court-metrage"])
    came = {"holiday": set(), "term": set()}
    for person, day in visits.values_list("person", "session__day"):
        came["holiday" if CALENDAR.period_of(day) == "holiday" else "term"].add(person)

    assert {period: len(people) for period, people in came.items()} == {"holiday": 97, "term": 82}
    assert len(came["holiday"] & came["term"]) == 69
    assert len(came["holiday"] | came["term"]) == 110


def test_prevention_brings_the_youth_sector_to_120():
    supports = Support.objects.filter(activity__sector__slug="jeunesse", exited_on=None) | Support.objects.filter(
        activity__sector__slug="jeunesse", exited_on__gt=date(2021, 1, 1)
    )
    supported = set(supports.values_list("person", flat=True))
    came = set(present().filter(session__activity__sector__slug="jeunesse").values_list("person", flat=True))

    assert (len(supported), len(came), len(supported & came)) == (42, 115, 37)
    assert len(supported | came) == 120


def test_164_places_in_seven_workshops_are_113_families():
    families = places(*WORKSHOPS)

    assert Counter(slug for slug, _ in families) == {
        "relations-familles-ecoles-quartier": 36,
        "eveil-musical-demos": 14,
        "jeux-fabrique": 22,
        "rencontres-ludiques": 14,
        "parents-outillez-vous": 18,
        "un-pied-dans-le-vert": 12,
        "du-temps-avec-mon-enfant": 48,
    }
    assert len(families) == 164
    assert len({household for _, household in families}) == 113


def test_the_outing_to_the_museum_is_shared():
    outings = Session.objects.filter(kind="outing", activity__themes__slug="parentalite").order_by("day")

    assert [
        (outing.place, outing.activity.slug, [also.slug for also in outing.also_activities.all()]) for outing in outings
    ] == [
        ("Bray-Dunes", "eveil-musical-demos", []),
        ("La Mer de sable", "du-temps-avec-mon-enfant", []),
        ("Musée Grévin", "eveil-musical-demos", ["du-temps-avec-mon-enfant"]),
    ]


def test_no_family_uses_both_nurseries():
    families = places("halte-garderie-polichinelle", "halte-garderie-pimprenelle-et-nicolas")
    by_nursery = Counter(slug for slug, _ in families)

    assert by_nursery == {"halte-garderie-polichinelle": 49, "halte-garderie-pimprenelle-et-nicolas": 75}
    assert len({household for _, household in families}) == 124


def test_visits_people_and_cases_of_the_desk_are_three_counts():
    visits = present().filter(session__activity__slug="ecrivains-publics")
    cases = visits.values_list("case_count", flat=True)

    assert (visits.count(), visits.values("person").distinct().count(), sum(cases)) == (1488, 664, 1463)
    assert set(visits.values_list("mode", flat=True)) == {"drop_in", "appointment"}
    assert min(cases) == 0
    assert max(cases) > 1


def test_ages_of_the_recipients_leave_65_people_outside_the_printed_bands():
    last_day = date(2021, 12, 31)
    recipients = {support.person for support in Support.objects.filter(activity__slug="rsa").select_related("person")}
    ages = Counter(
        "25-44" if 25 <= person.age_on(last_day) <= 44 else "45-54" if 45 <= person.age_on(last_day) <= 54 else "other"
        for person in recipients
    )

    assert ages == {"25-44": 130, "45-54": 65, "other": 65}


def test_four_diplomas_are_among_seven_trainings_among_thirteen_people():
    of_site = Support.objects.filter(activity__slug="chantier-insertion")
    trained = set(of_site.filter(outcomes__kind__slug="entree-en-formation").values_list("person", flat=True))
    graduates = set(of_site.filter(outcomes__kind__slug="cap-aepe").values_list("person", flat=True))

    assert (of_site.count(), len(trained), len(graduates)) == (13, 7, 4)
    assert graduates < trained


def test_one_doctor_serves_both_nurseries():
    doctors = Assignment.objects.filter(profession__slug="medecin")

    assert doctors.count() == 2
    assert doctors.values("staff_member").distinct().count() == 1


def test_the_homework_club_had_its_63_children_before_the_summer():
    visits = present().filter(session__activity__slug="clas-enfance", session__day__lt=date(2021, 9, 1))
    children = set(visits.values_list("person", flat=True))
    schoolings = Schooling.objects.filter(person__in=children, school_year="2020-2021")
    grades = Counter(schoolings.values_list("grade", flat=True))

    assert len(children) == 63
    assert grades == {"CP": 14, "CE1": 15, "CE2": 13, "CM1": 12, "CM2": 9}


def test_206_children_live_in_the_families_of_the_workshops():
    homes = {household for _, household in places(*WORKSHOPS)}
    children = HouseholdMember.objects.filter(household__in=homes, role="child")

    assert children.values("person").distinct().count() == 206
