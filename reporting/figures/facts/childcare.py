"""Nurseries: check-ins, the months typed or imported, and the hours the place was open.

Three sources side by side; each row says by `source` which it is. A child's month in a nursery
counts its check-ins when it has any, and the typed hours otherwise.
"""

from datetime import timedelta

from django.db.models import Count, Sum

from activities.models import Attendance, ChildcareMonth, Session
from centre.models import Facility
from centre.periods import Period
from reporting.figures.cube import Facts, Reader, Source
from reporting.figures.facts.attendances import STAYED
from reporting.figures.facts.sessions import LENGTH
from reporting.figures.readers import MONTH, OWNERS, where_it_happens


def check_ins(period):
    """Of the whole months that the period touches: a month that has any is never counted twice;
    those outside the period are not added up (`counting.attended_hours`)."""
    first, last = period.start.replace(day=1), period.last_day
    months_end = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
    return (
        Attendance.objects.present()
        .held()
        .in_period(Period(first, months_end))
        .filter(
            session__activity__kind="nursery",
            person__isnull=False,
            arrived_at__isnull=False,
            left_at__isnull=False,
        )
    )


def openings(period):
    """The public hours of the facilities that hold a nursery."""
    nurseries = Facility.objects.filter(activities__kind="nursery")
    return Session.objects.held().in_period(period).filter(activity__facility__in=nurseries).exclude(kind="stay")


CHILDCARE = Facts(
    "childcare",
    (
        Source(
            "check_in",
            check_ins,
            {"person": "person_id", "activity": "session__activity_id", "day": "session__day"},
            {"n": Count("pk"), "time": Sum(STAYED)},
        ),
        Source(
            "month",
            lambda period: ChildcareMonth.objects.filter(month__gte=period.start, month__lt=period.end),
            {"person": "person_id", "activity": "activity_id", "day": "month"},
            {
                "n": Count("pk"),
                "attended": Sum("attended_hours"),
                "invoiced": Sum("invoiced_hours"),
                "amount": Sum("amount"),
            },
        ),
        Source(
            "opening",
            openings,
            {"activity": "activity_id", "day": "day"},
            {"n": Count("pk"), "time": Sum(LENGTH)},
        ),
    ),
    {
        name: Reader((*reader.columns, "source"), reader.values)
        for name, reader in {
            **{k: v for k, v in where_it_happens(shared=False).items() if k in ("activity", "facility", "sector")},
            "month": MONTH,
        }.items()
    },
    OWNERS,
)
