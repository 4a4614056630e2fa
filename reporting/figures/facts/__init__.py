"""The kinds of fact that measures count, each read by the columns of `reporting.figures.columns`."""

from reporting.figures.facts.attendances import ATTENDANCES, COUNTED_ATTENDANCES, REACHED
from reporting.figures.facts.childcare import CHILDCARE
from reporting.figures.facts.children import CHILDREN
from reporting.figures.facts.enrolments import ENROLMENTS
from reporting.figures.facts.memberships import MEMBERS, MEMBERSHIPS
from reporting.figures.facts.money import GRANTS
from reporting.figures.facts.records import ACTIVITIES, FACILITIES, PARTNERS
from reporting.figures.facts.sessions import SESSIONS
from reporting.figures.facts.staff import MEETINGS, SEATS, STAFF, VOLUNTEERS
from reporting.figures.facts.supports import ENTRIES, EXITS, OUTCOMES, SUPPORTS

__all__ = [
    "ACTIVITIES",
    "ATTENDANCES",
    "CHILDCARE",
    "CHILDREN",
    "COUNTED_ATTENDANCES",
    "ENROLMENTS",
    "ENTRIES",
    "EXITS",
    "FACILITIES",
    "GRANTS",
    "MEETINGS",
    "MEMBERS",
    "MEMBERSHIPS",
    "OUTCOMES",
    "PARTNERS",
    "REACHED",
    "SEATS",
    "SESSIONS",
    "STAFF",
    "SUPPORTS",
    "VOLUNTEERS",
]
