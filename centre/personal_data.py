"""What each field tells about a living person. A field in no class fails a test.

- not personal: says nothing of anyone, or only of the house;
- personal: names, describes or points to someone;
- sensitive: its own right to read, and each reading leaves a trace.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Classed:
    """Names of fields, separated by spaces."""

    not_personal: str = ""
    personal: str = ""
    sensitive: str = ""

    def names(self) -> list[str]:
        return f"{self.not_personal} {self.personal} {self.sensitive}".split()


TERM = Classed("id slug name")

FIELDS = {
    "AuditEntry": Classed("id at action record_type", personal="user_id record_id reason"),
    "FunderKind": TERM,
    "Funder": Classed("id slug name kind position logo"),
    "Grant": Classed("id funder year action_sheet asked granted received"),
    "PartnerKind": TERM,
    "Partner": Classed("id slug name kind"),
    "Body": Classed("id slug name kind quorum"),
    "Mandate": Classed("id body holds_as", personal="from_on to_on holder person substitute_of role"),
    "Meeting": Classed("id body on agenda present_count represented_count"),
    "Centre": Classed(
        "id name address phone email website logo holiday_zone season_start_month small_cell_threshold age_bands "
        "volunteer_hour_rate"
    ),
    "Season": Classed("id name starts_on ends_on"),
    "SchoolHoliday": Classed("id zone name first_day return_day"),
    "Sector": Classed("id slug name position color aims age_min age_max"),
    "FacilityKind": TERM,
    "Facility": Classed("id slug name kind capacity opened_on"),
    "Profession": TERM,
    "Mission": TERM,
    "StaffMember": Classed("id", personal="key name employment person"),
    "Assignment": Classed("id sector facility activity", personal="from_on to_on staff_member profession fte"),
    "VolunteerHours": Classed("id sector", personal="staff_member on mission hours"),
    "User": Classed("id is_active created_at", personal="email name password last_login staff_member sectors"),
    "UserRole": Classed("id", personal="user role is_confirmed"),
}
