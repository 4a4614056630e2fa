"""A file to complete, and the real file it may be: search, compare, match."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from activities import reach
from activities.forms.matching import MatchForm
from activities.matching import MatchRefused, match_person, shared_sheets, years_of_both
from centre.access import WRITING, Right, needs
from members import reach as members_reach
from members.models import Person
from members.search import find


@needs(Right.COMPLETE_PEOPLE)
def candidates(request, key):
    """Of the whole house, as for a walk-in: the name, the age, nothing else."""
    today = timezone.localdate()
    person = get_object_or_404(members_reach.to_complete(request.user, today=today), key=key)
    words = request.GET.get("q", str(person)).strip()
    found = find(Person.objects.exclude(pk=person.pk), words)
    context = {"person": person, "words": words, "found": found, "today": today}
    return render(request, "activities/match_candidates.html", context)


@needs(Right.COMPLETE_PEOPLE, methods=WRITING)
def match(request, key, other):
    today = timezone.localdate()
    person = get_object_or_404(members_reach.to_complete(request.user, today=today), key=key)
    real = get_object_or_404(Person.objects.exclude(pk=person.pk), key=other)
    clashes = [pair for pair in shared_sheets(person, real) if pair.is_clash]
    # Who comes to a session is not told to who may not open its sheet.
    is_hidden = not may_open(request.user, {pair.session.pk for pair in clashes}, today)
    form = MatchForm(request.POST if request.method == "POST" else None, clashes=[] if is_hidden else clashes)
    if form.is_valid() and matched(form, request.user, person, real):
        messages.success(request, f"Les présences notées sous «\u00a0{person}\u00a0» sont maintenant celles de {real}.")
        is_readable = members_reach.people(request.user, today=today).filter(pk=real.pk).exists()
        return redirect("person", key=real.key) if is_readable else redirect("people")
    context = {
        "person": person,
        "real": real,
        "form": form,
        "is_hidden": is_hidden,
        "attendance_count": person.attendances.count(),
        "years": years_of_both(person, real),
        "today": today,
    }
    return render(request, "activities/match.html", context, status=422 if form.is_bound else 200)


def may_open(user, sessions: set[int], today) -> bool:
    opened = reach.sessions(user, Right.CALL_ROLL, today=today).filter(pk__in=sessions)
    return len(set(opened.values_list("pk", flat=True))) == len(sessions)


def matched(form: MatchForm, user, person: Person, real: Person) -> bool:
    try:
        match_person(provisional=person, real=real, keep=form.keep, by=user, now=timezone.now())
    except MatchRefused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
