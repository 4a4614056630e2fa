from datetime import date

from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from centre.access import Right, needs
from centre.operations import leave_trace
from members import reach
from members.models import HouseholdAddress, HouseholdMember

HOUSEHOLDS_A_PAGE = 50


@needs(Right.SEE_HOUSEHOLDS)
def households(request):
    today, words = timezone.localdate(), request.GET.get("q", "").strip()
    found = reach.households(request.user, today=today).filter(named(words)).select_related("district")
    found = found.prefetch_related(
        Prefetch("members", HouseholdMember.objects.on(today).select_related("person"), to_attr="members_today"),
        Prefetch("addresses", HouseholdAddress.objects.on(today).select_related("district"), to_attr="addresses_today"),
    )
    page = Paginator(found, HOUSEHOLDS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "members/households.html", {"page": page, "words": words})


def named(words: str) -> Q:
    found = Q()
    for word in words.split():
        found &= Q(name__icontains=word)
    return found


@needs(Right.SEE_HOUSEHOLDS)
def household(request, key):
    today = timezone.localdate()
    reached = (
        reach.households(request.user, today=today)
        .select_related("district")
        .prefetch_related(
            Prefetch("members", HouseholdMember.objects.select_related("person").order_by("role", "from_on")),
            Prefetch("addresses", HouseholdAddress.objects.select_related("district").order_by("-from_on")),
        )
    )
    found = get_object_or_404(reached, key=key)
    memberships = reach.memberships(request.user, today=today).filter(household=found).select_related("season")
    members = list(found.members.all())
    readable = reach.people(request.user, today=today).filter(pk__in={member.person_id for member in members})
    return render(
        request,
        "members/household.html",
        {
            "household": found,
            "today": today,
            "members_now": [member for member in members if not has_left(member, today)],
            "members_before": [member for member in members if has_left(member, today)],
            "readable": set(readable.values_list("pk", flat=True)),
            "memberships": memberships,
        },
    )


def has_left(member: HouseholdMember, today: date) -> bool:
    return member.to_on is not None and member.to_on <= today


@needs(Right.SEE_SITUATIONS)
def situations(request, key):
    """Sensitive, on a page of its own: to open it is an act, and leaves a trace."""
    reached = reach.households(request.user, Right.SEE_SITUATIONS, today=timezone.localdate())
    found = get_object_or_404(reached, key=key)
    leave_trace(by=request.user, action="read_situations", record=found)
    dated = found.situations.select_related("kind").order_by("-from_on")
    return render(
        request,
        "members/situations.html",
        {"household": found, "situations": dated, "quotients": found.family_quotients.all()},
    )
