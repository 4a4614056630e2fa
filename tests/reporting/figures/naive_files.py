"""Facts of the files of people: supports, enrolments, memberships."""

from datetime import timedelta

from activities.models import (
    Activity,
    Barrier,
    Enrolment,
    ExitReason,
    Outcome,
    OutcomeKind,
    Prescriber,
    Support,
)
from centre.models import Season, StaffMember
from members.models import Membership
from tests.reporting.figures.naive_sessions import households, people
from tests.reporting.figures.naive_splits import (
    Fact,
    has_birth_date,
    of_activity,
    of_households,
    of_known_person,
    of_person,
)
from tests.reporting.figures.records import is_open

# Supports


def of_support(records, support, last_day):
    referent = records.get(StaffMember, support.referent_id)
    return {
        **of_activity(records, records.get(Activity, support.activity_id)),
        **of_person(records, support.person_id, last_day),
        "qualification": [support.qualification or None],
        "barrier": [records.slug(Barrier, pk) for pk in records.barriers_of.get(support.pk, [])] or [None],
        "prescriber": [records.slug(Prescriber, support.prescriber_id)],
        "exit_reason": [records.slug(ExitReason, support.exit_reason_id)],
        "referent": [referent.key if referent else None],
    }


def open_supports(records, first_day, last_day):
    """Open on at least one day of the period."""
    for support in records.all(Support):
        if support.entered_on <= last_day and (support.exited_on is None or support.exited_on > first_day):
            yield support, of_support(records, support, last_day)


def supported(records, measure, first_day, last_day):
    return [Fact(support.person_id, 1, splits) for support, splits in open_supports(records, first_day, last_day)]


def households_supported(records, measure, first_day, last_day):
    return [
        of_households(support.household_id, ("support", support.pk), support.household_id, splits)
        for support, splits in open_supports(records, first_day, last_day)
    ]


def entered(records, first_day, last_day):
    return [s for s in records.all(Support) if first_day <= s.entered_on <= last_day]


def entries(records, measure, first_day, last_day):
    return [Fact(s.pk, 1, of_support(records, s, last_day)) for s in entered(records, first_day, last_day)]


def age_at_entry(records, measure, first_day, last_day):
    facts = []
    for support in entered(records, first_day, last_day):
        age = records.age(support.person_id, support.entered_on)
        is_known = has_birth_date(records, support.person_id)
        facts.append(Fact(support.pk, age, of_support(records, support, last_day), is_known))
    return facts


def exits(records, measure, first_day, last_day):
    """The last day of a support is the day before `exited_on`."""
    return [
        Fact(s.pk, 1, of_support(records, s, last_day))
        for s in records.all(Support)
        if s.exited_on and first_day <= s.exited_on - timedelta(days=1) <= last_day
    ]


def outcomes(records, measure, first_day, last_day):
    facts = []
    for outcome in records.all(Outcome):
        if first_day <= outcome.on <= last_day:
            support = records.get(Support, outcome.support_id)
            splits = {**of_support(records, support, last_day), "outcome": [records.slug(OutcomeKind, outcome.kind_id)]}
            facts.append(Fact(support.person_id, 1, splits))
    return facts


def reached(records, measure, first_day, last_day):
    helped = open_supports(records, first_day, last_day)
    return people(records, measure, first_day, last_day) + [
        Fact(("person", support.person_id), 1, splits) for support, splits in helped
    ]


def households_reached(records, measure, first_day, last_day):
    return households(records, measure, first_day, last_day) + households_supported(
        records, measure, first_day, last_day
    )


# Enrolments and memberships


def enrolled(records, measure, first_day, last_day):
    facts = []
    for row in records.all(Enrolment):
        if row.status == "enrolled" and is_open(row, first_day, last_day):
            day = max(row.from_on, first_day)
            home = records.main_home(row.person_id, day)
            who = of_known_person(records, row.person_id, home, day, first_day, last_day)
            where = of_activity(records, records.get(Activity, row.activity_id))
            facts.append(Fact(row.person_id, 1, {**where, **who, "session_kind": [None]}))
    return facts


def of_membership(records, row):
    home = row.household_id or records.main_home(row.person_id, row.paid_on)
    district, municipality, priority = records.residence(home, row.paid_on)
    return {
        "season": [records.get(Season, row.season_id).name],
        "membership_kind": [row.kind],
        "district": [district],
        "municipality": [municipality],
        "priority_area": [priority],
    }


def paid(records, first_day, last_day):
    return [row for row in records.all(Membership) if first_day <= row.paid_on <= last_day]


def memberships(records, measure, first_day, last_day):
    return [Fact(row.pk, 1, of_membership(records, row)) for row in paid(records, first_day, last_day)]


def memberships_amount(records, measure, first_day, last_day):
    return [Fact(row.pk, row.amount or 0, of_membership(records, row)) for row in paid(records, first_day, last_day)]


def members(records, measure, first_day, last_day):
    facts = []
    for row in paid(records, first_day, last_day):
        if row.kind == "individual":
            covered = {row.person_id}
        else:
            covered = records.places_in(row.household_id, row.paid_on, row.paid_on)
        for person_id in covered:
            splits = {**of_membership(records, row), **of_person(records, person_id, last_day)}
            facts.append(Fact(person_id, 1, splits))
    return facts


MEASURES = {
    "supported": supported,
    "households_supported": households_supported,
    "entries": entries,
    "age_at_entry": age_at_entry,
    "exits": exits,
    "outcomes": outcomes,
    "reached": reached,
    "households_reached": households_reached,
    "enrolled": enrolled,
    "memberships": memberships,
    "memberships_amount": memberships_amount,
    "members": members,
}
