"""The records of the house themselves: activities, places, partners open in the period."""

from django.db.models import Count, Q

from activities.models import Activity
from centre.models import Facility, Partner
from reporting.figures.cube import Facts, Reader, Source
from reporting.figures.readers import OWNERS, each, plain, where_it_happens

WHERE = where_it_happens(shared=False)

ACTIVITIES = Facts(
    "activities",
    (
        Source(
            "activity",
            lambda period: Activity.objects.open_in(period.start, period.end),
            {"record": "id", "activity": "id"},
            {"n": Count("pk")},
        ),
    ),
    {name: WHERE[name] for name in ("sector", "theme", "kind")},
    OWNERS,
)


def _of_activities(position, without):
    """A facility stands in the sectors and themes of its activities."""

    def values(cube):
        nothing = (set(), set())
        return [
            tuple(cube.house.facilities.get(slug, nothing)[position]) or (without,) for slug in cube.columns["facility"]
        ]

    return Reader(("facility",), values)


FACILITIES = Facts(
    "facilities",
    (
        Source(
            "facility",
            lambda period: Facility.objects.filter(Q(opened_on=None) | Q(opened_on__lt=period.end)),
            {"record": "id", "facility": "slug", "kind": "kind__slug"},
            {"n": Count("pk")},
        ),
    ),
    {"sector": _of_activities(0, None), "theme": _of_activities(1, "none"), "kind": plain("kind")},
    OWNERS,
)

PARTNERS = Facts(
    "partners",
    (
        Source(
            "partner",
            lambda period: Partner.objects.all(),
            {"record": "id", "kind": "kind__slug"},
            {"n": Count("pk")},
        ),
    ),
    {
        "sector": each("record", lambda record, cube: None),
        "theme": each("record", lambda record, cube: "none"),
        "kind": plain("kind"),
    },
    OWNERS,
)
