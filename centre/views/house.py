"""The front door, the sectors' colours, and who may do what."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control

from centre.access import ACCESS, EVERYONE, Right, Role, needs, open_to_all
from centre.colors import sector_rules
from centre.models import Sector
from centre.navigation import front_page


@needs(Right.MANAGE_OWN_ACCOUNT)
def home(request):
    url = front_page(request.user)
    return redirect(url) if url else render(request, "centre/home.html")


# The pages before signing in wear the same colours.
@open_to_all()
@cache_control(max_age=3600, public=True)
def sectors_css(request):
    rules = sector_rules(Sector.objects.values_list("slug", "color"))
    return HttpResponse(rules, content_type="text/css; charset=utf-8")


@needs(Right.SEE_ROLES)
def roles(request):
    described = [
        {"label": role.label, "sentence": ACCESS[role].sentence, "rights": in_order(ACCESS[role].rights)}
        for role in Role
    ]
    return render(request, "centre/roles.html", {"roles": described, "everyone": in_order(EVERYONE)})


def in_order(rights: frozenset[Right]) -> list[str]:
    return [right.label for right in Right if right in rights]
