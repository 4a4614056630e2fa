"""Every table of the bundle, in the order of reading: a table comes after those that its rows name."""

from reporting.bundle.tables.activities import (
    ACTIVITIES,
    ALIASES,
    ATTENDANCES,
    CHILDCARE_MONTHS,
    ENROLMENTS,
    GRANTS,
    OUTCOMES,
    SCHEDULES,
    SESSIONS,
    SUPPORTS,
    TALLIES,
)
from reporting.bundle.tables.centre import (
    ASSIGNMENTS,
    BODIES,
    CENTRE,
    FACILITIES,
    FUNDERS,
    MANDATES,
    MEETINGS,
    PARTNERS,
    SCHOOL_HOLIDAYS,
    SEASONS,
    SECTORS,
    STAFF,
    VOLUNTEER_HOURS,
)
from reporting.bundle.tables.members import (
    CONSENTS,
    DISTRICTS,
    FAMILY_QUOTIENTS,
    HOUSEHOLD_ADDRESSES,
    HOUSEHOLD_MEMBERS,
    HOUSEHOLD_SITUATIONS,
    HOUSEHOLDS,
    MEMBERSHIPS,
    PEOPLE,
    SCHOOLINGS,
)
from reporting.bundle.tables.reporting import INDICATORS
from reporting.bundle.tables.table import Column, Table, spelling

TABLES = {
    table.name: table
    for table in (
        CENTRE, SEASONS, SCHOOL_HOLIDAYS, SECTORS, FACILITIES, DISTRICTS, FUNDERS, PARTNERS, BODIES,
        HOUSEHOLDS, HOUSEHOLD_ADDRESSES, HOUSEHOLD_SITUATIONS, FAMILY_QUOTIENTS,
        PEOPLE, HOUSEHOLD_MEMBERS, SCHOOLINGS, MEMBERSHIPS, STAFF, MANDATES, MEETINGS,
        ACTIVITIES, GRANTS, ASSIGNMENTS, VOLUNTEER_HOURS, SCHEDULES, SESSIONS, ENROLMENTS,
        ALIASES, ATTENDANCES, TALLIES, SUPPORTS, OUTCOMES, CHILDCARE_MONTHS, CONSENTS, INDICATORS,
    )
}  # fmt: skip

__all__ = ["TABLES", "Column", "Table", "spelling"]
