"""Facts about the house itself: staff, volunteers, bodies, money, and the records open in the period.

Each is (key, amount, splits).
"""

from activities.models import ActionSheet, Activity
from centre.models import (
    Assignment,
    Body,
    Facility,
    FacilityKind,
    Funder,
    FunderKind,
    Grant,
    Mandate,
    Meeting,
    Mission,
    Partner,
    PartnerKind,
    Profession,
    Sector,
    StaffMember,
    VolunteerHours,
)
from tests.reporting.figures.records import is_open


def of_measure(records, measure, said, first_day, last_day):
    return MEASURES[measure](records, measure, said, first_day, last_day)


def assignments(records, measure, said, first_day, last_day):
    for row in records.all(Assignment):
        member = records.get(StaffMember, row.staff_member_id)
        if not is_open(row, last_day, last_day):
            continue
        if member.employment != "employee" and "employment" not in said:
            continue
        activity = records.get(Activity, row.activity_id)
        splits = {
            "profession": [records.slug(Profession, row.profession_id)],
            "sector": [records.slug(Sector, row.sector_id)],
            "facility": [records.slug(Facility, row.facility_id)],
            "activity": records.line_of(activity) or [None],
            "employment": [member.employment],
        }
        yield (member.pk, 1, splits) if measure == "staff" else (row.pk, row.fte or 0, splits)


def volunteering(records, measure, said, first_day, last_day):
    for row in records.all(VolunteerHours):
        if first_day <= row.on <= last_day:
            splits = {
                "mission": [records.slug(Mission, row.mission_id)],
                "sector": [records.slug(Sector, row.sector_id)],
                "month": [f"{row.on:%Y-%m}"],
            }
            yield (row.staff_member_id, 1, splits) if measure == "volunteers" else (row.pk, row.hours, splits)


def meetings(records, measure, said, first_day, last_day):
    for row in records.all(Meeting):
        if first_day <= row.on <= last_day:
            yield row.pk, 1, {"body": [records.slug(Body, row.body_id)]}


def seats(records, measure, said, first_day, last_day):
    for row in records.all(Mandate):
        if not is_open(row, last_day, last_day) or row.substitute_of_id:
            continue
        if row.holds_as == "member" or "holds_as" in said:
            yield row.pk, 1, {"body": [records.slug(Body, row.body_id)], "holds_as": [row.holds_as]}


def grants(records, measure, said, first_day, last_day):
    for row in records.all(Grant):
        if first_day.year <= row.year <= last_day.year:
            funder = records.get(Funder, row.funder_id)
            splits = {
                "funder": [funder.slug],
                "funder_kind": [records.slug(FunderKind, funder.kind_id)],
                "action_sheet": [records.slug(ActionSheet, row.action_sheet_id)],
            }
            if measure == "funders":
                yield funder.pk, 1, splits
            else:
                yield row.pk, getattr(row, measure.removeprefix("grants_")) or 0, splits


def open_activities(records, first_day, last_day):
    return [
        a
        for a in records.all(Activity)
        if (a.from_on is None or a.from_on <= last_day) and (a.to_on is None or a.to_on > first_day)
    ]


def activities(records, measure, said, first_day, last_day):
    for row in open_activities(records, first_day, last_day):
        sector = [records.slug(Sector, row.sector_id)]
        yield row.pk, 1, {"sector": sector, "theme": records.themes(row), "kind": [row.kind]}


def facilities(records, measure, said, first_day, last_day):
    for row in records.all(Facility):
        if row.opened_on is None or row.opened_on <= last_day:
            inside = [activity for activity in records.all(Activity) if activity.facility_id == row.pk]
            kind = [records.slug(FacilityKind, row.kind_id)]
            themes = sorted({theme for activity in inside for theme in records.themes(activity)} - {"none"}) or ["none"]
            sectors = [records.slug(Sector, activity.sector_id) for activity in inside] or [None]
            yield row.pk, 1, {"sector": sectors, "theme": themes, "kind": kind}


def partners(records, measure, said, first_day, last_day):
    for row in records.all(Partner):
        yield row.pk, 1, {"sector": [None], "theme": ["none"], "kind": [records.slug(PartnerKind, row.kind_id)]}


MEASURES = {
    "staff": assignments,
    "fte": assignments,
    "volunteers": volunteering,
    "volunteer_hours": volunteering,
    "meetings": meetings,
    "seats": seats,
    **dict.fromkeys(["funders", "grants_asked", "grants_granted", "grants_received"], grants),
    "activities": activities,
    "facilities": facilities,
    "partners": partners,
}
