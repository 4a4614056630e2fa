"""The first visit: the centre, then its first director. Gone as soon as an account exists."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import redirect, render

from centre.access import WRITING, open_to_all
from centre.forms.welcome import CentreForm, DirectorForm
from centre.models import User
from centre.operations import AlreadyOpen, open_centre

STEPS = {"centre": CentreForm, "direction": DirectorForm}


# Nobody can sign in yet.
@open_to_all(methods=WRITING)
def welcome(request):
    if User.objects.exists():
        raise Http404
    step = asked_step(request)
    said = request.session.get("welcome") if step == "centre" else None
    form = STEPS[step](request.POST or None, initial=said)
    if not form.is_valid():
        context = {"form": form, "step": step}
        return render(request, "centre/welcome.html", context, status=422 if form.is_bound else 200)
    if step == "centre":
        request.session["welcome"] = form.cleaned_data
        return redirect(f"{request.path}?etape=direction")
    return open_and_enter(request, form)


def asked_step(request) -> str:
    """The second step only once the first is answered."""
    wanted = request.GET.get("etape")
    return "direction" if wanted == "direction" and request.session.get("welcome") else "centre"


def open_and_enter(request, form):
    try:
        director = open_centre(centre=request.session["welcome"], **form.answers())
    except AlreadyOpen:
        raise Http404 from None
    login(request, director, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.pop("welcome", None)
    messages.success(request, "Votre centre est ouvert. Donnez maintenant un compte à votre équipe.")
    return redirect("accounts")
