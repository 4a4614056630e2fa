"""Individual support: those open in the period, those that begin, those that end, their outcomes."""

from django.db.models import Count

from activities.models import Outcome, Support
from reporting.figures.cube import Facts, Source
from reporting.figures.readers import OWNERS, PERSONAL, plain, several, where_it_happens


def columns(prefix=""):
    at = prefix and f"{prefix}__"
    return {
        "support": f"{at}id",
        "activity": f"{at}activity_id",
        "person": f"{at}person_id",
        "household": f"{at}household_id",
        "day": f"{at}entered_on",
        "sex": f"{at}person__sex",
        "birth_date": f"{at}person__birth_date",
        "birth_year": f"{at}person__birth_year",
        "qualification": f"{at}qualification",
        "barrier": f"{at}barriers__slug",
        "prescriber": f"{at}prescriber__slug",
        "exit_reason": f"{at}exit_reason__slug",
        "referent": f"{at}referent__key",
    }


def facts(name, rows, columns, readers=()):
    return Facts(
        name,
        (Source(name, rows, columns, {"n": Count("pk")}),),
        {
            **where_it_happens(shared=False),
            **PERSONAL,
            "qualification": plain("qualification"),
            "barrier": several("barrier"),
            "prescriber": plain("prescriber"),
            "exit_reason": plain("exit_reason"),
            "referent": plain("referent"),
            **dict(readers),
        },
        OWNERS,
    )


SUPPORTS = facts("supports", lambda period: Support.objects.open_in(period), columns())
ENTRIES = facts(
    "entries",
    lambda period: Support.objects.filter(entered_on__gte=period.start, entered_on__lt=period.end),
    columns(),
)
EXITS = facts(  # the last day of support is the day before `exited_on`
    "exits",
    lambda period: Support.objects.filter(exited_on__gt=period.start, exited_on__lte=period.end),
    columns(),
)
OUTCOMES = facts(
    "outcomes",
    lambda period: Outcome.objects.filter(on__gte=period.start, on__lt=period.end),
    {**columns("support"), "support": "support_id", "outcome": "kind__slug"},
    {"outcome": plain("outcome")},
)
