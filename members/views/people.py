from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from centre.access import WRITING, Right, needs
from members import reach
from members.forms.people import CompletePersonForm
from members.models import HouseholdMember
from members.operations import complete_person

PEOPLE_A_PAGE = 50


@needs(Right.SEE_PEOPLE)
def people(request):
    today, words = timezone.localdate(), request.GET.get("q", "").strip()
    readable = reach.households(request.user, today=today).filter(pk=OuterRef("household"))
    homes = HouseholdMember.objects.on(today).select_related("household").annotate(is_readable=Exists(readable))
    reached = reach.people(request.user, today=today)
    to_complete = reached.filter(is_to_complete=True)
    is_to_complete = "a-completer" in request.GET
    found = (to_complete if is_to_complete else reached).filter(named(words))
    found = found.prefetch_related(Prefetch("homes", homes.order_by("-is_main", "from_on"), to_attr="homes_today"))
    page = Paginator(found, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "words": words,
        "today": today,
        "is_to_complete": is_to_complete,
        "to_complete_count": to_complete.count(),
    }
    return render(request, "members/people.html", context)


def named(words: str) -> Q:
    """Every word somewhere in the names, in any order: « samira ben » finds Samira Benali."""
    found = Q()
    for word in words.split():
        found &= Q(last_name__icontains=word) | Q(first_name__icontains=word) | Q(usual_name__icontains=word)
    return found


@needs(Right.COMPLETE_PEOPLE, methods=WRITING)
def complete(request, key):
    reached = reach.to_complete(request.user, today=timezone.localdate())
    person = get_object_or_404(reached, key=key)
    form = CompletePersonForm(request.POST or None, instance=person)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        # The names as they are kept, whatever the form holds.
        context = {"form": form, "person": reached.get(pk=person.pk)}
        return render(request, "members/complete_person.html", context, status=status)
    complete_person(person=person, by=request.user, **form.cleaned_data)
    messages.success(request, f"La fiche de {person} est à jour.")
    return redirect("person", key=person.key)
