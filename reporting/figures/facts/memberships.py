"""Memberships paid in the period, and the people they cover on the day they were paid."""

from django.db.models import BigIntegerField, Count, F, Q, Sum
from django.db.models.functions import Coalesce

from members.models import Membership
from reporting.figures.cube import Facts, Source
from reporting.figures.facts.homes import home_columns, main_home_on
from reporting.figures.readers import HOME, OWNERS, PERSONAL, plain


def paid(period):
    """`home`: the household, or the main home of the person that day."""
    return Membership.objects.filter(paid_on__gte=period.start, paid_on__lt=period.end).annotate(
        home=Coalesce("household_id", main_home_on("person_id", "paid_on"), output_field=BigIntegerField())
    )


def covering_a_household(period):
    there = "household__members__"
    return paid(period).filter(
        Q(**{f"{there}to_on": None}) | Q(**{f"{there}to_on__gt": F("paid_on")}),
        **{"kind": "household", f"{there}from_on__lte": F("paid_on")},
    )


COLUMNS = {
    "membership": "id",
    "season": "season__name",
    "membership_kind": "kind",
    **home_columns("home", "paid_on"),
}
READERS = {"season": plain("season"), "membership_kind": plain("membership_kind"), **HOME}


def who(path):
    return {
        "person": f"{path}_id",
        "sex": f"{path}__sex",
        "birth_date": f"{path}__birth_date",
        "birth_year": f"{path}__birth_year",
    }


MEMBERSHIPS = Facts(
    "memberships",
    (Source("membership", paid, COLUMNS, {"n": Count("pk"), "amount": Sum("amount")}),),
    READERS,
    OWNERS,
)
MEMBERS = Facts(
    "members",
    (
        Source(
            "individual",
            lambda period: paid(period).filter(kind="individual"),
            {**COLUMNS, **who("person")},
            {"n": Count("pk")},
        ),
        Source(
            "household",
            covering_a_household,
            {**COLUMNS, **who("household__members__person")},
            {"n": Count("pk")},
        ),
    ),
    {**READERS, **PERSONAL},
    OWNERS,
)
