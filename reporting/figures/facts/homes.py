"""Expressions about a household on a day, and a child's class in a school year."""

from datetime import date

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.lookups import LessThan

from centre.periods import SCHOOL_YEAR_START, Period, school_year_of
from members.models import Household, HouseholdAddress, HouseholdMember, Schooling

YES, NO = Value("yes", CharField()), Value("no", CharField())


def _priority(day):
    begun = Q(district__priority_from_on=None) | Q(district__priority_from_on__lte=day)
    lasts = Q(district__priority_to_on=None) | Q(district__priority_to_on__gt=day)
    return Case(
        When(district=None, then=None),
        When(begun & lasts & Q(district__is_priority_area=True), then=YES),
        default=NO,
        output_field=CharField(),
    )


def home_columns(household: str, day: str) -> dict:
    """district, municipality and priority_area of the household at path `household` on the day at
    path `day`: the address that covers the day, else the household's own."""
    covering = HouseholdAddress.objects.filter(
        Q(to_on=None) | Q(to_on__gt=OuterRef(day)),
        household=OuterRef(household),
        from_on__lte=OuterRef(day),
    ).order_by("-from_on")
    own = Household.objects.filter(pk=OuterRef(household))

    def column(read):
        return Case(
            When(Exists(covering), then=Subquery(covering.annotate(a=read(OuterRef(day))).values("a")[:1])),
            default=Subquery(own.annotate(a=read(OuterRef(day))).values("a")[:1]),
            output_field=CharField(),
        )

    return {
        "district": column(lambda _: F("district__slug")),
        "municipality": column(lambda _: F("municipality")),
        "priority_area": column(_priority),
    }


def schooling_columns(person: str, day: str) -> dict:
    """school and grade of the school year that holds the day: functions of the period."""

    def column(read):
        def expression(period: Period, house):
            schoolings = Schooling.objects.filter(
                person=OuterRef(person), school_year=school_year_case(OuterRef(day), period)
            )
            return Subquery(schoolings.values(read)[:1], output_field=CharField())

        return expression

    return {"school": column("school__name"), "grade": column("grade")}


def school_year_case(day, period: Period):
    """The school year of `day`, for the days of `period`."""
    last = Value(school_year_of(period.last_day), CharField())
    branches = [
        When(LessThan(day, Value(date(year, *SCHOOL_YEAR_START))), then=Value(f"{year - 1}-{year}", CharField()))
        for year in range(period.start.year, period.last_day.year + 1)
        if period.start < date(year, *SCHOOL_YEAR_START) < period.end
    ]
    return Case(*branches, default=last, output_field=CharField()) if branches else last


def main_home_on(person: str, day: str):
    """The household that was the person's main home that day."""
    homes = HouseholdMember.objects.filter(
        Q(to_on=None) | Q(to_on__gt=OuterRef(day)),
        person=OuterRef(person),
        is_main=True,
        from_on__lte=OuterRef(day),
    ).order_by("-from_on")
    return Subquery(homes.values("household_id")[:1])
