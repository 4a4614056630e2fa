"""The natural order of the parts: as a reader would list them, the unknown one last."""

from activities.models import (
    ActivityKind,
    AttendanceMode,
    Group,
    Qualification,
    SessionKind,
)
from centre.models import (
    Employment,
    HoldsAs,
    Sector,
)
from members.models import GRADES, MembershipKind
from tests.reporting.figures.records import band_label

CHOICES = {
    "sex": ["F", "M"],
    "group": Group.values,
    "kind": ActivityKind.values,
    "session_kind": SessionKind.values,
    "school_period": ["holiday", "term_wednesday", "term_other"],
    "new_or_returning": ["new", "returning"],
    "priority_area": ["yes", "no"],
    "counted": ["named", "alias", "tally", "estimate"],
    "mode": AttendanceMode.values,
    "qualification": Qualification.values,
    "membership_kind": MembershipKind.values,
    "employment": Employment.values,
    "holds_as": HoldsAs.values,
}


def natural_order(records, measure, split, value):
    if value is None:
        return (2, 0)
    if value == "none" and split in {"theme", "situation"}:
        return (1, 0)
    return (0, _place(records, measure, split, value))


def _place(records, measure, split, value):
    if split in CHOICES and value in CHOICES[split]:
        return CHOICES[split].index(value)
    return OTHERS.get(split, lambda records, value: value)(records, value)


def _sector(records, value):
    """As the house lists its sectors; every other record by its slug."""
    row = next(row for row in records.all(Sector) if row.slug == value)
    return row.position, value


def _age_band(records, value):
    return [band_label(*band) for band in records.centre.age_bands].index(value)


def _grade(records, value):
    return (GRADES.index(value), "") if value in GRADES else (len(GRADES), value)


OTHERS = {
    "sector": _sector,
    "age_band": _age_band,
    "grade": _grade,
}
