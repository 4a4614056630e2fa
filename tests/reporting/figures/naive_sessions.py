"""Facts of the held sessions and of who was there."""

from fractions import Fraction

from activities.models import (
    Activity,
    Alias,
    Session,
    Tally,
)
from tests.reporting.figures.naive_splits import (
    Fact,
    has_birth_date,
    hours_of,
    of_households,
    of_known_person,
    of_nobody,
    of_person,
    of_session,
)

# Sessions and who was there


def held_sessions(records, first_day, last_day):
    return [s for s in records.all(Session) if s.status == "held" and first_day <= records.days[s.pk] <= last_day]


def hours(session):
    return hours_of(session.ends_at - session.starts_at)


def presences(records, first_day, last_day):
    """(attendance, its session, the splits of both)."""
    held = {session.pk: session for session in held_sessions(records, first_day, last_day)}
    for row in records.presences:
        if row.session_id not in held:
            continue
        session = held[row.session_id]
        if row.person_id:
            day = records.days[session.pk]
            who = of_known_person(records, row.person_id, row.household_id, day, first_day, last_day)
        else:
            alias = records.get(Alias, row.alias_id)
            who = of_nobody(alias.sex, alias.group)
        how = {"mode": [row.mode or None], "counted": ["named" if row.person_id else "alias"]}
        yield row, session, {**of_session(records, session), **who, **how}


def head_counts(records, first_day, last_day):
    held = {session.pk: session for session in held_sessions(records, first_day, last_day)}
    for row in records.all(Tally):
        if row.session_id not in held:
            continue
        session = held[row.session_id]
        how = {"mode": [None], "counted": ["estimate" if row.is_estimate else "tally"]}
        yield row, session, {**of_session(records, session), **of_nobody(row.sex, row.group), **how}


def who_is(row):
    return ("person", row.person_id) if row.person_id else ("alias", row.alias_id)


def people(records, measure, first_day, last_day):
    return [Fact(who_is(row), 1, splits) for row, _, splits in presences(records, first_day, last_day)]


def average_age(records, measure, first_day, last_day):
    return [
        Fact(who_is(row), splits["age"][0], splits, is_known=has_birth_date(records, row.person_id))
        for row, _, splits in presences(records, first_day, last_day)
    ]


def attendances(records, measure, first_day, last_day):
    named = [Fact(("row", row.pk), 1, splits) for row, _, splits in presences(records, first_day, last_day)]
    anonymous = head_counts(records, first_day, last_day)
    return named + [Fact(("tally", row.pk), row.count, splits) for row, _, splits in anonymous]


def cases(records, measure, first_day, last_day):
    return [Fact(row.pk, row.case_count, splits) for row, _, splits in presences(records, first_day, last_day)]


def person_hours(records, measure, first_day, last_day):
    facts = []
    for row, session, splits in presences(records, first_day, last_day):
        if session.kind != "stay":
            timed = row.arrived_at and row.left_at
            spent = hours_of(row.left_at - row.arrived_at) if timed else hours(session)
            facts.append(Fact(("row", row.pk), spent, splits))
    for row, session, splits in head_counts(records, first_day, last_day):
        if session.kind != "stay":
            facts.append(Fact(("tally", row.pk), row.count * hours(session), splits))
    return facts


def households(records, measure, first_day, last_day):
    return [
        of_households(row.household_id, ("row", row.pk), row.household_id, splits)
        for row, _, splits in presences(records, first_day, last_day)
    ]


def children_of_households(records, measure, first_day, last_day):
    facts = []
    for row, session, splits in presences(records, first_day, last_day):
        for person_id in records.places_in(row.household_id, first_day, last_day) if row.household_id else []:
            school, grade = records.schooling(person_id, records.days[session.pk])
            child = {**of_person(records, person_id, last_day), "school": [school], "grade": [grade]}
            child["group"] = splits["group"]  # of whoever came: a child is always a child
            age = child["age"][0]
            if age is not None and age < 18:
                facts.append(Fact(person_id, 1, {**splits, **child}))
    return facts


KIND_OF = {"sessions": "session", "outings": "outing", "events": "event", "stays": "stay", "opening_days": "session"}


def sessions(records, measure, first_day, last_day):
    facts = []
    for session in held_sessions(records, first_day, last_day):
        if measure in KIND_OF and session.kind != KIND_OF[measure]:
            continue
        if measure in {"public_hours", "setup_hours"} and session.kind == "stay":
            continue
        key, amount = session.pk, 1
        if measure == "opening_days":
            own = records.get(Activity, session.activity_id)
            place = ("facility", own.facility_id) if own.facility_id else ("activity", own.pk)
            key = (place, records.days[session.pk])
        if measure == "public_hours":
            amount = hours(session)
        if measure == "setup_hours":
            amount = Fraction(session.setup_minutes, 60)
        facts.append(Fact(key, amount, of_session(records, session)))
    return facts


MEASURES = {
    "people": people,
    "average_age": average_age,
    "attendances": attendances,
    "cases": cases,
    "person_hours": person_hours,
    "households": households,
    "children_of_households": children_of_households,
    **dict.fromkeys([*KIND_OF, "public_hours", "setup_hours"], sessions),
}
