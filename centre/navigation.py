"""The places of the house, in the order of the rail; each is shown to those who may open it."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from centre.access import Right


@dataclass(frozen=True)
class Place:
    label: str
    url_name: str
    icon: str
    right: Right
    prefixes: tuple[str, ...] = ()  # other addresses that belong to it
    unless: Right | None = None  # this right already leads there by another place

    def is_for(self, user) -> bool:
        return bool(user.can(self.right) and not (self.unless and user.can(self.unless)) and self.url)

    @property
    def url(self) -> str | None:
        """None while the page does not exist."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return None


RAIL = (
    Place("Aujourd’hui", "today", "sun", Right.SEE_TODAY),
    Place("Agenda", "agenda", "calendar-days", Right.SEE_ACTIVITIES),
    Place("Personnes", "people", "users", Right.SEE_PEOPLE, ("/households/", "/memberships/")),
    Place("Adhésions", "memberships", "ticket", Right.SEE_MEMBERSHIPS, unless=Right.SEE_PEOPLE),
    Place("Activités", "activities", "squares-2x2", Right.SEE_ACTIVITIES),
    Place("Tableau de bord", "dashboard", "chart-bar", Right.SEE_FIGURES, ("/figures/",)),
    Place("Rapports", "reports", "book-open", Right.SEE_REPORT),
)
OFFICES = (
    Place("Comptes", "accounts", "key", Right.MANAGE_ACCOUNTS),
    Place("Rôles et droits", "roles", "identification", Right.SEE_ROLES),
    Place("Journal des accès", "audit", "eye", Right.SEE_AUDIT),
)
OWN_ACCOUNT = (
    Place("Mot de passe", "account_change_password", "lock-closed", Right.MANAGE_OWN_ACCOUNT),
    Place("Second facteur", "mfa_index", "device-phone-mobile", Right.MANAGE_OWN_ACCOUNT),
)


def links(places: tuple[Place, ...], user, path: str) -> list[dict]:
    return [
        {"label": place.label, "url": place.url, "icon": place.icon, "is_current": is_inside(place, path)}
        for place in places
        if place.is_for(user)
    ]


def is_inside(place: Place, path: str) -> bool:
    return path.startswith((place.url, *place.prefixes))


def front_page(user) -> str | None:
    """Where this user's day begins; None for someone who has no page but their own account."""
    return next((place.url for place in (*RAIL, *OFFICES) if place.is_for(user)), None)
