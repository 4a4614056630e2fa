"""The page of a person: who they are, where they live, what they do here. It stands in `activities`, which
sees both; what it tells of activities goes no further than the reader's own reach."""

from datetime import date

from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from activities import reach
from activities.models import Attendance, AttendanceStatus
from activities.years import chosen_year, last_year
from centre.access import Right, needs
from members import reach as members_reach


@needs(Right.SEE_PEOPLE)
def person(request, key):
    today = timezone.localdate()
    reached = members_reach.people(request.user, today=today)
    found = reached.filter(key=key).first() or get_object_or_404(reached.formerly([key]))
    known = attendances_by_year(found, request.user, today)
    years = sorted(known, reverse=True)
    year = chosen_year(request.GET.get("year"), last_year(years, today))
    return render(
        request,
        "activities/person.html",
        {
            "person": found,
            "may_complete": members_reach.to_complete(request.user, today=today).filter(pk=found.pk).exists(),
            "today": today,
            "homes": homes_of(found, request.user, today),
            "schoolings": found.schoolings.select_related("school"),
            "consents": found.consents.order_by("kind", "-from_on"),
            "memberships": memberships_covering(found, request.user, today),
            "enrolments": enrolments_of(found, request.user),
            "year": year,
            "years": years,
            "attended": known.get(year, []),
        },
    )


def homes_of(person, user, today: date):
    readable = members_reach.households(user, today=today).filter(pk=OuterRef("household"))
    homes = person.homes.select_related("household").annotate(is_readable=Exists(readable))
    return homes.order_by("-from_on", "pk")


def enrolments_of(person, user):
    enrolments = person.enrolments.filter(activity__in=reach.activities(user)).select_related("activity")
    return enrolments.order_by("-from_on", "activity__name")


def attendances_by_year(person, user, today: date) -> dict[int, list[dict]]:
    """Held sessions by year and activity, the most attended first. One SQL statement."""
    present = Q(status=AttendanceStatus.PRESENT)
    seen = reach.sessions(user, Right.SEE_ATTENDANCES, today=today)
    rows = (
        Attendance.objects.filter(person=person, session__in=seen)
        .held()
        .values("session__day__year", "session__activity__slug", "session__activity__name")
        .annotate(
            year=F("session__day__year"),
            slug=F("session__activity__slug"),
            name=F("session__activity__name"),
            present=Count("pk", filter=present),
            absent=Count("pk", filter=~present & ~Q(status="")),
            last_seen_on=Max("session__day", filter=present),
        )
        .order_by("-present", "name")
    )
    years = {}
    for row in rows:
        years.setdefault(row["year"], []).append(row)
    return years


def memberships_covering(person, user, today: date):
    """Their own, and those of their household while they lived there."""
    lived_there = Q(household__members__person=person, household__members__from_on__lte=F("paid_on")) & (
        Q(household__members__to_on=None) | Q(household__members__to_on__gt=F("paid_on"))
    )
    reached = members_reach.memberships(user, today=today)
    return reached.filter(Q(person=person) | lived_there).select_related("season", "household").distinct()
