"""A fact, and the values under which it may be found."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from centre.models import Facility, Sector
from members.models import Person
from tests.reporting.figures.records import group_of

WHO = ["sex", "age", "age_band", "group", "school", "grade", "district", "municipality", "priority_area"]
WHO += ["situation", "new_or_returning"]


@dataclass
class Fact:
    key: object
    amount: object
    splits: dict
    is_known: bool = True


# Splits


def of_activity(records, activity):
    return {
        "sector": [records.slug(Sector, activity.sector_id)],
        "theme": records.themes(activity),
        "activity": records.line_of(activity),
        "facility": [records.slug(Facility, activity.facility_id)],
        "kind": [activity.kind],
    }


def of_session(records, session):
    """Through any of its activities a session matches a filter and stands in a part."""
    day = records.days[session.pk]
    activities = [of_activity(records, activity) for activity in records.activities_of(session)]
    return {
        **{split: [value for found in activities for value in found[split]] for split in activities[0]},
        "session_kind": [session.kind],
        "month": [f"{day:%Y-%m}"],
        "weekday": [day.weekday()],
        "school_period": [records.school_period(day)],
    }


def of_person(records, person_id, last_day):
    age = records.age(person_id, last_day)
    sex = records.get(Person, person_id).sex
    return {"sex": [sex or None], "age": [age], "age_band": [records.age_band(age)], "group": [group_of(age)]}


def of_home(records, household_id, day, first_day, last_day):
    district, municipality, priority = records.residence(household_id, day)
    return {
        "district": [district],
        "municipality": [municipality],
        "priority_area": [priority],
        "situation": records.situations(household_id, first_day, last_day),
    }


def of_known_person(records, person_id, household_id, day, first_day, last_day):
    school, grade = records.schooling(person_id, day)
    return {
        **of_person(records, person_id, last_day),
        **of_home(records, household_id, day, first_day, last_day),
        "school": [school],
        "grade": [grade],
        "new_or_returning": ["returning" if records.came_before(person_id, first_day) else "new"],
    }


def of_nobody(sex, group):
    return {**{split: [None] for split in WHO}, "sex": [sex or None], "group": [group or None]}


def has_birth_date(records, person_id):
    """A year alone gives an age in years, too rough for a mean."""
    return person_id is not None and records.get(Person, person_id).birth_date is not None


def of_households(key, row_key, household_id, splits):
    """A household, or a row that has none and can only be said."""
    if household_id is None:
        return Fact(row_key, 1, splits, is_known=False)
    return Fact(key, 1, splits)


def hours_of(length):
    """Real time: the night when clocks go back is an hour longer."""
    return Fraction(length // timedelta(microseconds=1), 3_600_000_000)
