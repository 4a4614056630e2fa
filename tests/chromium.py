"""Debian's Chromium for the journeys, at the sizes that people have: a laptop and a telephone."""

import shutil

import pytest
from django.conf import settings
from django.test import Client

LAPTOP = {"width": 1366, "height": 900}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
]
# A page refused on purpose (403, 404) is an answer like another.
ANSWERS = ("the server responded with a status of 4",)
NO_NETWORK = ("net::ERR_",)


def how_to_launch():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        raise pytest.UsageError("Chromium is not installed. Type: sudo apt-get install -y chromium")
    return {"executable_path": chromium, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return how_to_launch()


@pytest.fixture(scope="session")
def browser_context_args(live_server):
    """A relative address is one of the live server: `page.goto("/")`."""
    return {
        "base_url": live_server.url,
        "viewport": LAPTOP,
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "reduced_motion": "reduce",
        # Only the journeys without network want one: it would fetch the files of each new browser twice.
        "service_workers": "block",
    }


@pytest.fixture
def page(new_context):
    """A laptop. What the browser complains about (scripts, content policy) fails the test."""
    yield from open_page(new_context())


@pytest.fixture
def phone(browser, browser_context_args):
    """A telephone, under the same rules."""
    context = browser.new_context(**(browser_context_args | PHONE))
    yield from open_page(context)
    context.close()


def open_page(context, *, expecting=ANSWERS):
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if is_complaint(message, expecting) else None)
    yield page
    assert complaints == []


def is_complaint(message, expecting) -> bool:
    return message.type == "error" and not any(words in message.text for words in expecting)


@pytest.fixture
def sign_in():
    """`sign_in(page, user)` opens the user's session in the browser, without the form."""

    def sign_in(page, user):
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/", "httpOnly": True}]
        )

    return sign_in
