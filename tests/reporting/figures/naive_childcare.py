"""Facts of the nurseries: hours attended, invoiced, paid and offered."""

from activities.models import (
    Activity,
    ChildcareMonth,
    Session,
)
from centre.models import Facility
from tests.reporting.figures.naive_sessions import held_sessions, hours
from tests.reporting.figures.naive_splits import Fact, hours_of, of_activity

# Childcare


def of_nursery(records, activity_id, day):
    splits = of_activity(records, records.get(Activity, activity_id))
    return {**splits, "month": [f"{day:%Y-%m}"]}


def check_ins(records):
    """Present in a session of a nursery, with both an arrival and a departure, on any day."""
    for row in records.presences:
        session = records.get(Session, row.session_id)
        nursery = records.get(Activity, session.activity_id)
        if nursery.kind == "nursery" and row.person_id and row.arrived_at and row.left_at:
            yield row, nursery, records.days[session.pk]


def attended_hours(records, measure, first_day, last_day):
    facts, clocked = [], set()
    for row, nursery, day in check_ins(records):
        clocked.add((row.person_id, nursery.pk, day.replace(day=1)))
        if first_day <= day <= last_day:
            splits = of_nursery(records, nursery.pk, day)
            facts.append(Fact(("check-in", row.pk), hours_of(row.left_at - row.arrived_at), splits))
    for row in childcare_months(records, first_day, last_day):
        if (row.person_id, row.activity_id, row.month) not in clocked:
            splits = of_nursery(records, row.activity_id, row.month)
            facts.append(Fact(("month", row.pk), row.attended_hours or 0, splits))
    return facts


def childcare_months(records, first_day, last_day):
    return [row for row in records.all(ChildcareMonth) if first_day <= row.month <= last_day]


def of_month(field):
    def facts(records, measure, first_day, last_day):
        return [
            Fact(row.pk, getattr(row, field) or 0, of_nursery(records, row.activity_id, row.month))
            for row in childcare_months(records, first_day, last_day)
        ]

    return facts


def of_rate(records, measure, first_day, last_day):
    """(facts above, facts below) the bar."""
    attended = attended_hours(records, measure, first_day, last_day)
    if measure == "billing_rate":
        return of_month("invoiced_hours")(records, measure, first_day, last_day), attended
    if measure == "family_payment_per_hour":
        months = (records, measure, first_day, last_day)
        return of_month("amount")(*months), of_month("invoiced_hours")(*months)
    return of_places(records, attended, first_day, last_day)


def of_places(records, attended, first_day, last_day):
    """Hours attended in the places that say how many children they take; public hours of those places."""
    nurseries = {a.facility_id for a in records.all(Activity) if a.kind == "nursery"}
    capacity = {f.slug: f.capacity for f in records.all(Facility) if f.capacity and f.pk in nurseries}
    offered = []
    for session in held_sessions(records, first_day, last_day):
        activity = records.get(Activity, session.activity_id)
        place = records.slug(Facility, activity.facility_id)
        if session.kind != "stay" and place in capacity:
            splits = of_nursery(records, activity.pk, records.days[session.pk])
            offered.append(Fact(session.pk, capacity[place] * hours(session), splits))
    return [fact for fact in attended if fact.splits["facility"][0] in capacity], offered


MEASURES = {
    "attended_hours": attended_hours,
    "invoiced_hours": of_month("invoiced_hours"),
    "family_payment": of_month("amount"),
}
