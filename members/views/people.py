from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.shortcuts import render
from django.utils import timezone

from centre.access import Right, needs
from members import reach
from members.models import HouseholdMember

PEOPLE_A_PAGE = 50


@needs(Right.SEE_PEOPLE)
def people(request):
    today, words = timezone.localdate(), request.GET.get("q", "").strip()
    readable = reach.households(request.user, today=today).filter(pk=OuterRef("household"))
    homes = HouseholdMember.objects.on(today).select_related("household").annotate(is_readable=Exists(readable))
    found = reach.people(request.user, today=today).filter(named(words))
    found = found.prefetch_related(Prefetch("homes", homes.order_by("-is_main", "from_on"), to_attr="homes_today"))
    page = Paginator(found, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "members/people.html", {"page": page, "words": words, "today": today})


def named(words: str) -> Q:
    """Every word somewhere in the names, in any order: « samira ben » finds Samira Benali."""
    found = Q()
    for word in words.split():
        found &= Q(last_name__icontains=word) | Q(first_name__icontains=word) | Q(usual_name__icontains=word)
    return found
