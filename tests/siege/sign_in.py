"""What a browser holds once it is signed in, made in the database."""

from dataclasses import dataclass

from django.conf import settings
from django.test import Client

from centre.models import User

# A browser is given one with its first form, and sends it back in a header.
TOKEN = "0123456789abcdefABCDEF0123456789"


@dataclass(frozen=True)
class SignedIn:
    session: str

    @property
    def headers(self) -> dict[str, str]:
        cookies = {settings.SESSION_COOKIE_NAME: self.session, settings.CSRF_COOKIE_NAME: TOKEN}
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()), "X-CSRFToken": TOKEN}


def signed_in(user: User) -> SignedIn:
    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return SignedIn(client.cookies[settings.SESSION_COOKIE_NAME].value)
