"""Individual supports: sensitive, on a page of their own. To open it is an act, and leaves a trace."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from activities import reach
from centre.access import Right, needs
from centre.operations import leave_trace
from members import reach as members_reach


@needs(Right.SEE_SUPPORTS)
def supports(request, key):
    today = timezone.localdate()
    person = get_object_or_404(members_reach.people(request.user, Right.SEE_SUPPORTS, today=today), key=key)
    leave_trace(by=request.user, action="read_supports", record=person)
    found = (
        reach.supports(request.user, today=today)
        .filter(person=person)
        .select_related("activity", "referent", "prescriber", "exit_reason")
        .prefetch_related("barriers", "outcomes__kind", "steps")
    )
    return render(request, "activities/supports.html", {"person": person, "supports": found})
