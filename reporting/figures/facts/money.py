"""Grants, by the year they are for."""

from django.db.models import Count, Sum

from centre.models import Grant
from reporting.figures.cube import Facts, Source
from reporting.figures.readers import OWNERS, plain

GRANTS = Facts(
    "grants",
    (
        Source(
            "grant",
            lambda period: Grant.objects.filter(year__gte=period.start.year, year__lte=period.last_day.year),
            {
                "funder": "funder__slug",
                "funder_kind": "funder__kind__slug",
                "action_sheet": "action_sheet__slug",
            },
            {
                "n": Count("pk"),
                "asked": Sum("asked"),
                "granted": Sum("granted"),
                "received": Sum("received"),
            },
        ),
    ),
    {name: plain(name) for name in ("funder", "funder_kind", "action_sheet")},
    OWNERS,
)
