"""How long each page takes the server, and how many statements."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from activities.models import Activity, Session
from centre.access import Role
from centre.models import User
from centre.periods import Period
from members.models import Household, Person
from reporting.bench.club import make_club
from reporting.figures import Request, measure_all
from reporting.figures.measures import MEASURES

TIMES = 3  # the quickest counts: the others waited for something else


@dataclass(frozen=True)
class Reading:
    name: str
    milliseconds: float
    statements: int


def read_all(year: int) -> Iterator[Reading]:
    client = signed_in()
    for name, address in addresses(year).items():
        yield read(name, lambda address=address: fetch(client, address))
    requests = whole_year(year)
    yield read(f"{len(requests)} chiffres de l’année", lambda: measure_all(requests))


def read(name: str, work: Callable) -> Reading:
    took = []
    for _ in range(TIMES):
        with CaptureQueriesContext(connection) as queries:
            start = time.perf_counter()
            work()
            took.append(time.perf_counter() - start)
    return Reading(name, 1000 * min(took), len(queries))


def fetch(client: Client, address: str):
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} : {response.status_code}")


def signed_in(role: Role = Role.DIRECTOR, **fields) -> Client:
    user = User.objects.create_user(f"{role}@bench.invalid", **fields)
    user.role_set.create(role=role, is_confirmed=True)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def addresses(year: int) -> dict[str, str]:
    person, household = Person.objects.order_by("key").first(), Household.objects.order_by("key").first()
    first = Session.objects.earliest("starts_at").day.year  # nothing to compare it with, whatever the years
    activity, session = Activity.objects.order_by("slug").first(), Session.objects.order_by("starts_at").last()
    club, month = make_club(year)
    return {
        "Aujourd’hui": reverse("today"),
        "Tableau de bord": reverse("dashboard") + f"?year={first}",
        "Tableau de bord, année comparée": reverse("dashboard") + f"?year={year}",
        "Agenda": reverse("agenda") + f"?week={year}-06-07",
        "Personnes": reverse("people"),
        "Personnes, recherche": reverse("people") + "?q=ines",
        "Une personne": reverse("person", args=[person.key]),
        "Foyers": reverse("households"),
        "Un foyer": reverse("household", args=[household.key]),
        "Adhésions": reverse("memberships"),
        "Activités": reverse("activities"),
        "Une activité": reverse("activity", args=[activity.slug]) + f"?year={year}",
        "Une séance": reverse("session", args=[session.key]),
        "Une feuille de présence": reverse("roll", args=[session.key]),
        "Une grille du mois": reverse("month", args=[club.slug]) + f"?month={month.start:%Y-%m}",
        "Un chiffre expliqué": reverse("figure", args=["people"]) + f"?year={year}&by=age_band&by=sex",
    }


def whole_year(year: int) -> list[Request]:
    """As many questions as a report asks: each measure alone and by its first splits."""
    period = Period.year(year)
    alone = [Request(name, period) for name in MEASURES]
    split = [Request(name, period, {}, [split]) for name, measure in MEASURES.items() for split in measure.takes[:2]]
    return alone + split
