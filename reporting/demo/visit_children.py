"""The children whom the day of the visitor expects, and what matters most of some of them.

Those of the year who are of that age today come first; made-up newcomers make up the number.
"""

from collections.abc import Sequence
from datetime import date
from random import Random

from activities.models import Activity, Enrolment, EnrolmentStatus
from members.models import HealthAlert, HouseholdRole, Person, Pickup, PickupRule
from reporting.demo.care import ALERTS
from reporting.demo.newcomers import Ages, Newcomers

# The enrolments of the year end with its season.
SEASON_OVER = date(2022, 9, 1)
SEED = "alma visit"
WITH_ALERT, ALONE = 2, 3


def end_the_year() -> None:
    """Who was enrolled in 2021 has grown up since: the sheet of today does not wait for them."""
    Enrolment.objects.filter(from_on__lt=SEASON_OVER, to_on=None).update(to_on=SEASON_OVER)


def enrol(activity: Activity, count: int, ages: Ages, newcomers: Newcomers) -> None:
    """From the day on, until so many are enrolled; unsaved, like the newcomers."""
    day, ledger = newcomers.day, newcomers.ledger
    missing = count - expected(activity, day).count()
    if missing <= 0:
        return
    known = _of_age(ages, day)
    chosen = Random(f"{SEED} {activity.slug}").sample(known, min(missing, len(known)))
    for child in chosen + newcomers.children(missing - len(chosen), ages):
        ledger.add(Enrolment(person=child, activity=activity, from_on=day))


def expected(activity: Activity, day: date):
    """Enrolled on that day, in the order of their keys."""
    enrolled = Enrolment.objects.on(day).filter(activity=activity, status=EnrolmentStatus.ENROLLED)
    return Person.objects.filter(pk__in=enrolled.values("person")).order_by("key")


def _of_age(ages: Ages, day: date) -> list[Person]:
    """Children of the house whom nothing expects on that day."""
    children = Person.objects.filter(birth_date__isnull=False, is_to_complete=False, homes__role=HouseholdRole.CHILD)
    free = children.exclude(pk__in=Enrolment.objects.on(day).values("person"))
    return [child for child in free.order_by("key").distinct() if ages[0] <= child.age_on(day) <= ages[1]]


def mark(children: Sequence[Person], day: date) -> None:
    """Among them: health alerts, somebody who must not come, and the eldest who go home alone."""
    alerts = HealthAlert.objects.on(day).filter(person__in=children)
    without = [child for child in children if child.pk not in set(alerts.values_list("person", flat=True))]
    missing = WITH_ALERT - (len(children) - len(without))
    for child, instruction in zip(without[: max(missing, 0)], ALERTS, strict=False):
        HealthAlert.objects.create(person=child, instruction=instruction, from_on=day)

    pickups = Pickup.objects.on(day).filter(person__in=children)
    if not pickups.filter(rule=PickupRule.MUST_NOT).exists():
        child = min(children, key=lambda child: child.age_on(day))
        name = f"Thierry {child.last_name}"
        Pickup.objects.create(person=child, rule=PickupRule.MUST_NOT, name=name, from_on=day)
    if not pickups.filter(rule=PickupRule.ALONE).exists():
        for child in sorted(children, key=lambda child: child.birth_date)[:ALONE]:
            Pickup.objects.create(person=child, rule=PickupRule.ALONE, from_on=day)
