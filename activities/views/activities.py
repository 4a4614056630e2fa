from django.core.paginator import Paginator
from django.shortcuts import render

from activities import reach
from activities.models import ActivityStatus
from centre.access import Right, needs

ACTIVITIES_A_PAGE = 50


@needs(Right.SEE_ACTIVITIES)
def activities(request):
    status = request.GET.get("status", "")
    found = reach.activities(request.user).select_related("sector", "facility", "parent")
    if status in ActivityStatus.values:
        found = found.filter(status=status)
    found = found.order_by("sector__position", "sector__name", "name", "pk")
    page = Paginator(found, ACTIVITIES_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "activities/activities.html", {"page": page, "statuses": ActivityStatus.choices, "status": status}
    )
