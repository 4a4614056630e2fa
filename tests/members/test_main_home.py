"""One main home at a time, even when two desks save at the same moment."""

from contextlib import suppress
from datetime import date
from threading import Barrier, BrokenBarrierError, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models.signals import pre_save

from centre.models import AuditEntry
from members.models import HouseholdMember
from members.operations import capture_household, end_stay, main_home_on, move_in
from tests.factories import make_household, make_person, make_user

SEPTEMBER = date(2021, 9, 1)


def spans(person):
    places = person.homes.order_by("from_on", "household__name")
    return [(p.household.name, p.from_on, p.to_on, p.is_main) for p in places]


def enter(person, household, from_on=SEPTEMBER, **fields):
    return move_in(
        **{"person": person, "household": household, "role": "child", "from_on": from_on, "by": None, **fields}
    )


@pytest.mark.django_db
def test_a_child_moves_in_and_the_trail_says_who_recorded_it():
    child, home, desk = make_person(), make_household(name="Diallo", key="h1"), make_user("reception")

    place = enter(child, home, by=desk)

    assert spans(child) == [("Diallo", SEPTEMBER, None, True)]
    assert place.role == "child"
    traces = AuditEntry.objects.values_list("user_id", "action", "record_type", "record_id")
    assert list(traces) == [(desk.pk, "changed", "members.household", "h1")]


@pytest.mark.django_db
def test_a_second_main_home_is_refused_with_the_name_of_the_first_and_what_to_do():
    child = make_person(first_name="Aya", last_name="Diallo")
    make_household(child, name="Foyer Diallo", from_on="2015-01-01")

    with pytest.raises(ValidationError) as refusal:
        enter(child, make_household(name="Foyer Benali"))

    assert refusal.value.messages == [
        "Aya Diallo a déjà un foyer principal sur ces jours\u00a0: «\u00a0Foyer Diallo\u00a0», depuis le 01/01/2015. "
        "Notez d’abord son départ de ce foyer, ou ajoutez le nouveau foyer comme second foyer."
    ]
    assert spans(child) == [("Foyer Diallo", date(2015, 1, 1), None, True)]
    assert not AuditEntry.objects.exists()


@pytest.mark.django_db
def test_a_second_home_beside_the_main_one_is_one_person_in_two_households():
    child, father = make_person(), make_household(name="Père")
    make_household(child, name="Mère")

    enter(child, father, is_main=False)

    assert [name for name, *_ in spans(child)] == ["Mère", "Père"]
    assert capture_household(child, SEPTEMBER).name == "Mère"


@pytest.mark.django_db
def test_the_next_home_may_begin_on_the_day_the_first_one_ends():
    child, mother, father = make_person(), make_household(name="Mère"), make_household(name="Père")
    first = enter(child, mother, from_on=date(2020, 1, 1))

    end_stay(place=first, to_on=SEPTEMBER, by=None)
    enter(child, father)

    assert spans(child) == [("Mère", date(2020, 1, 1), SEPTEMBER, True), ("Père", SEPTEMBER, None, True)]
    assert main_home_on(child, date(2021, 8, 31)).household == mother
    assert capture_household(child, SEPTEMBER) == father
    assert capture_household(child, date(2019, 12, 31)) is None


@pytest.mark.django_db
def test_a_home_that_ends_before_the_next_one_begins_may_be_recorded_afterwards():
    child = make_person()
    make_household(child, name="Père", from_on=SEPTEMBER)

    enter(child, make_household(name="Mère"), from_on=date(2020, 1, 1), to_on=SEPTEMBER)

    assert [name for name, *_ in spans(child)] == ["Mère", "Père"]


@pytest.mark.django_db
def test_an_end_that_reaches_the_next_main_home_is_refused():
    child = make_person()
    first = enter(child, make_household(name="Mère"), from_on=date(2020, 1, 1), to_on=SEPTEMBER)
    enter(child, make_household(name="Père"))

    with pytest.raises(ValidationError, match="Père.*, depuis le 01/09/2021"):
        end_stay(place=first, to_on=date(2021, 9, 2), by=None)

    assert spans(child)[0] == ("Mère", date(2020, 1, 1), SEPTEMBER, True)


@pytest.mark.django_db
def test_a_place_that_ends_before_it_begins_is_refused():
    child = make_person()

    with pytest.raises(ValidationError) as refusal:
        enter(child, make_household(), to_on=SEPTEMBER)

    assert refusal.value.messages == ["La fin doit venir après le début."]
    assert spans(child) == []


@pytest.mark.django_db(transaction=True)
def test_of_two_desks_that_give_a_main_home_at_the_same_moment_one_is_refused():
    child, homes = make_person(), [make_household(name="Mère"), make_household(name="Père")]
    outcomes = []

    def desk(home):
        try:
            enter(child, home)
            outcomes.append("moved in")
        except ValidationError as refusal:
            outcomes.append(refusal.error_list[0].code)
        finally:
            connection.close()

    with both_reach_the_write():
        desks = [Thread(target=desk, args=[home]) for home in homes]
        [thread.start() for thread in desks]
        [thread.join() for thread in desks]

    assert sorted(outcomes) == ["moved in", "two_main_homes"]
    assert HouseholdMember.objects.filter(person=child).count() == 1


class both_reach_the_write:
    """Holds whoever has passed the check until the other has too: without a lock, both then write.

    With it the second waits before the check, so the first gives up waiting and goes on.
    """

    def __enter__(self):
        self.barrier = Barrier(2, timeout=1)
        pre_save.connect(self.wait, sender=HouseholdMember)

    def __exit__(self, *exception):
        pre_save.disconnect(self.wait, sender=HouseholdMember)

    def wait(self, **kwargs):
        with suppress(BrokenBarrierError):
            self.barrier.wait()
