"""What one must know to look after someone. Each opening of a health alert leaves a trace."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from centre.access import Right, needs
from centre.operations import leave_trace
from members import reach
from members.models import HealthAlert, Pickup


@needs(Right.SEE_HEALTH_ALERTS)
def care(request, key):
    today = timezone.localdate()
    reached = reach.people(request.user, Right.SEE_HEALTH_ALERTS, today=today).prefetch_related(
        "emergency_contacts",
        Prefetch("pickups", Pickup.objects.on(today).order_by("rule", "name"), to_attr="pickups_today"),
        Prefetch("health_alerts", HealthAlert.objects.on(today), to_attr="alerts_today"),
    )
    person = get_object_or_404(reached, key=key)
    leave_trace(by=request.user, action="read_health_alerts", record=person)
    return render(request, "members/care.html", {"person": person, "today": today})
