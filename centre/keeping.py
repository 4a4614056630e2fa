"""What a device may keep of a page: nothing, unless the view says until the end of which day."""

from datetime import date

from django.http import HttpResponse


def let_keep(response: HttpResponse, day: date) -> HttpResponse:
    """The device may open this page without network until the end of `day` (Europe/Paris), for the account that read
    it. `templates/centre/service_worker.js` obeys."""
    response["X-Trame-Keep"] = day.isoformat()
    return response


def say_whose(response: HttpResponse, user) -> HttpResponse:
    """A device drops what it kept for another account, or for one that has signed out."""
    response["X-Trame-User"] = str(user.pk) if user.is_authenticated else "none"
    return response
