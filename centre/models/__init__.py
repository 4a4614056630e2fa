from centre.models.audit import AppendOnly, AuditEntry
from centre.models.funding import Funder, FunderKind, Grant, Partner, PartnerKind
from centre.models.governance import Body, BodyKind, HoldsAs, Mandate, Meeting
from centre.models.identity import Centre, HolidayZone, SchoolHoliday, Season
from centre.models.sectors import Facility, FacilityKind, Sector
from centre.models.staff import (
    Assignment,
    Employment,
    Mission,
    Profession,
    StaffMember,
    VolunteerHours,
)
from centre.models.users import Role, User, UserRole

__all__ = [
    "AppendOnly",
    "Assignment",
    "AuditEntry",
    "Body",
    "BodyKind",
    "Centre",
    "Employment",
    "Facility",
    "FacilityKind",
    "Funder",
    "FunderKind",
    "Grant",
    "HoldsAs",
    "HolidayZone",
    "Mandate",
    "Meeting",
    "Mission",
    "Partner",
    "PartnerKind",
    "Profession",
    "Role",
    "SchoolHoliday",
    "Season",
    "Sector",
    "StaffMember",
    "User",
    "UserRole",
    "VolunteerHours",
]
