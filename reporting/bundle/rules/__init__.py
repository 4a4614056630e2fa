"""Which rules each table follows; the others keep only their dates in order."""

from reporting.bundle.rules.activities import ActivityRules, AttendanceRules, ScheduleRules, SessionRules, SupportRules
from reporting.bundle.rules.centre import (
    BodyRules,
    CentreRules,
    MandateRules,
    SchoolHolidayRules,
    SeasonRules,
    SectorRules,
    StaffRules,
)
from reporting.bundle.rules.members import (
    ConsentRules,
    DistrictRules,
    HouseholdAddressRules,
    HouseholdMemberRules,
    MembershipRules,
    PersonRules,
)
from reporting.bundle.rules.reporting import IndicatorRules
from reporting.bundle.rules.rules import Refusal, Rules
from reporting.bundle.tables import Table

RULES = {
    "activities": ActivityRules,
    "attendances": AttendanceRules,
    "bodies": BodyRules,
    "centre": CentreRules,
    "consents": ConsentRules,
    "districts": DistrictRules,
    "household_addresses": HouseholdAddressRules,
    "household_members": HouseholdMemberRules,
    "indicators": IndicatorRules,
    "mandates": MandateRules,
    "memberships": MembershipRules,
    "people": PersonRules,
    "schedules": ScheduleRules,
    "school_holidays": SchoolHolidayRules,
    "seasons": SeasonRules,
    "sectors": SectorRules,
    "sessions": SessionRules,
    "staff": StaffRules,
    "supports": SupportRules,
}


def rules_of(table: Table) -> Rules:
    return RULES.get(table.name, Rules)(table)


__all__ = ["Refusal", "Rules", "rules_of"]
