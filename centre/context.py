"""What every page knows: the centre, the places that this user may open, and their rights by name."""

from django.utils.functional import SimpleLazyObject

from centre.access import Right
from centre.models import Centre
from centre.navigation import OFFICES, OWN_ACCOUNT, RAIL, links

WORDS_ON_A_TELEPHONE = 4


def house(request):
    user = getattr(request, "user", None)
    context = {"centre": SimpleLazyObject(Centre.current), "can": {}}
    if user and user.is_authenticated:
        context["can"] = {right.value: user.can(right) for right in Right}
        context |= rail_and_menu(user, request.path)
    return context


def rail_and_menu(user, path: str) -> dict:
    """The offices stand under the user's name, and in the rail for who has nothing else."""
    places, offices, own = (links(group, user, path) for group in (RAIL, OFFICES, OWN_ACCOUNT))
    rail = places or offices
    menu = offices + own if places else own
    return {"rail": rail, "rail_overflow": rail[WORDS_ON_A_TELEPHONE:], "house_links": menu}
