"""Who works here, who gives hours, who sits and meets."""

from django.db.models import Count, Sum

from centre.models import Assignment, Mandate, Meeting, VolunteerHours
from reporting.figures.cube import Facts, Source
from reporting.figures.readers import MONTH, OWNERS, plain, where_it_happens

# An assignment has a sector and a facility of its own; only its activity is read in the tree.
STAFF = Facts(
    "staff",
    (
        Source(
            "assignment",
            lambda period: Assignment.objects.on(period.last_day),
            {
                "staff_member": "staff_member_id",
                "profession": "profession__slug",
                "sector": "sector__slug",
                "facility": "facility__slug",
                "activity": "activity_id",
                "employment": "staff_member__employment",
            },
            {"n": Count("pk"), "fte": Sum("fte")},
        ),
    ),
    {
        "profession": plain("profession"),
        "sector": plain("sector"),
        "facility": plain("facility"),
        "activity": where_it_happens(shared=False)["activity"],
        "employment": plain("employment"),
    },
    OWNERS,
)

VOLUNTEERS = Facts(
    "volunteers",
    (
        Source(
            "hours",
            lambda period: VolunteerHours.objects.filter(on__gte=period.start, on__lt=period.end),
            {
                "staff_member": "staff_member_id",
                "mission": "mission__slug",
                "sector": "sector__slug",
                "day": "on",
            },
            {"n": Count("pk"), "hours": Sum("hours")},
        ),
    ),
    {"mission": plain("mission"), "sector": plain("sector"), "month": MONTH},
    OWNERS,
)

MEETINGS = Facts(
    "meetings",
    (
        Source(
            "meeting",
            lambda period: Meeting.objects.filter(on__gte=period.start, on__lt=period.end),
            {"body": "body__slug"},
            {"n": Count("pk")},
        ),
    ),
    {"body": plain("body")},
    OWNERS,
)

SEATS = Facts(
    "seats",
    (
        Source(
            "mandate",
            lambda period: Mandate.objects.on(period.last_day).filter(substitute_of=None),
            {"body": "body__slug", "holds_as": "holds_as"},
            {"n": Count("pk")},
        ),
    ),
    {"body": plain("body"), "holds_as": plain("holds_as")},
    OWNERS,
)
