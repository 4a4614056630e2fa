"""What every page knows: the centre, the places that this user may open, and their rights by name."""

from django.utils.functional import SimpleLazyObject

from centre.access import Right
from centre.models import Centre
from centre.navigation import HOUSE, RAIL, links


def house(request):
    user = getattr(request, "user", None)
    context = {"centre": SimpleLazyObject(Centre.current), "can": {}, "rail": [], "house_links": []}
    if user and user.is_authenticated:
        context["can"] = {right.value: user.can(right) for right in Right}
        context["rail"] = links(RAIL, user, request.path)
        context["house_links"] = links(HOUSE, user, request.path)
    return context
