"""The demo year from end to end: planned in memory, written at once, told in a report."""

from django.db import transaction

from centre.models import Centre, StaffMember, User
from members.models import Household, Person
from reporting.demo import (
    accounts,
    adults,
    autumn_2020,
    care,
    catalogue,
    childhood,
    daily_life,
    desk,
    families,
    governance,
    health,
    house,
    indicators,
    integration,
    january_2022,
    memberships,
    nurseries,
    parenting,
    team,
    youth,
)
from reporting.demo.ledger import Ledger
from reporting.demo.people import Town
from reporting.demo.report import write_report

YEAR = 2021
MARK = "demo-alma-2021"  # the key of the first member of the staff tells our records from those of a real centre


class DatabaseTaken(Exception):
    """Another centre lives here: the demo must not mix with its records."""


def load() -> bool:
    """Writes the demo year; False when it is already there."""
    if StaffMember.objects.filter(key=MARK).exists():
        return False
    if any(model.objects.exists() for model in (Centre, User, Person, Household)):
        raise DatabaseTaken
    with transaction.atomic():
        ledger, staff = plan_year()
        ledger.save()
        accounts.open_accounts(staff)
        write_report(YEAR)
    return True


def plan_year() -> tuple[Ledger, team.Team]:
    """Every record of the year, unsaved, always the same."""
    ledger = Ledger()
    town = Town(ledger)
    house.build(ledger)
    catalogue.build(ledger)
    indicators.build(ledger)
    neighbourhood = families.build(ledger, town)
    adults.build(ledger, town, neighbourhood)
    staff = team.build(ledger, town, neighbourhood)
    ledger.all(StaffMember)[0].key = MARK
    governance.build(ledger, town)
    _plan_sectors(ledger, town, staff, neighbourhood)
    autumn_2020.build(ledger, neighbourhood)
    january_2022.build(ledger)
    memberships.build(ledger, neighbourhood)
    care.build(ledger, town, neighbourhood)
    return ledger, staff


def _plan_sectors(ledger: Ledger, town: Town, staff: team.Team, neighbourhood: families.Neighbourhood) -> None:
    nurseries.build(ledger, town, neighbourhood)
    childhood.build(ledger, town, staff, neighbourhood)
    youth.build(ledger, town, staff, neighbourhood)
    desk.build(ledger, staff, neighbourhood)
    daily_life.build(ledger, neighbourhood)
    health.build(ledger, staff, neighbourhood)
    integration.build(ledger, staff, neighbourhood)
    parenting.build(ledger, staff, neighbourhood)
