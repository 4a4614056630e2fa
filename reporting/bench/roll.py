"""How long the roll call takes the server, from the request to the answer, on a centre of 10,000 people."""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, quantiles
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from activities.models import Activity, AttendanceStatus, Counting, Enrolment, OperationKind, Session
from centre.access import Role
from centre.models import StaffMember
from members.models import HealthAlert, Person
from reporting.bench.misspelling import Query, made_up_people, misspelt_queries
from reporting.bench.pages import signed_in

PEOPLE, QUERIES, TIMES = 10_000, 200, 20
SHEET_GOAL, SEARCH_GOAL = "≤ 40 ms et 12 requêtes", "≤ 50 ms, et 95 % dans les trois premiers"


@dataclass(frozen=True)
class RollReading:
    name: str
    median: float  # in milliseconds, as is the next
    p95: float
    statements: int
    goal: str
    percent_found: float | None = None


def read_rolls(people: int = PEOPLE, queries: int = QUERIES) -> Iterator[RollReading]:
    staff = StaffMember.objects.create(name="Banc d’essai")
    caller = signed_in(Role.ANIMATOR, staff_member=staff)
    last = Person.objects.latest("pk").pk
    Person.objects.bulk_create(made_up_people(people - Person.objects.count()), batch_size=500)
    # The names of the others are shared by twenty.
    misspelt = list(misspelt_queries(Person.objects.filter(pk__gt=last), queries))
    twenty, sixty = (Call(caller, staff, rank, size) for rank, size in enumerate((20, 60)))
    yield reading("Feuille de 20", [twenty.read(twenty.half_marked())] * TIMES)
    yield reading("Feuille de 60", [sixty.read(sixty.half_marked())] * TIMES)
    yield reading("Enregistrer un pointage", [twenty.save(twenty.marks(1)) for _ in range(TIMES)])
    yield reading("Enregistrer 20 pointages", [twenty.save(twenty.marks(20)) for _ in range(TIMES)])
    yield reading("« Tous présents » de 20", [twenty.save([twenty.everyone()]) for _ in range(TIMES)])
    yield search_reading(caller, twenty.session(), misspelt)


class Call:
    """Some people enrolled in one activity, each with a health alert, and its sessions of today."""

    def __init__(self, client: Client, staff: StaffMember, rank: int, size: int):
        self.client = client
        self.activity = Activity.objects.filter(counting=Counting.NAMED).order_by("slug")[rank]
        self.activity.team.add(staff)
        self.people = list(Person.objects.order_by("key")[:size])
        today = timezone.localdate()
        Enrolment.objects.bulk_create(
            Enrolment(person=person, activity=self.activity, from_on=today) for person in self.people
        )
        HealthAlert.objects.bulk_create(
            HealthAlert(person=person, instruction="Allergie", from_on=today) for person in self.people
        )

    def session(self) -> Session:
        now = timezone.now()
        return Session.objects.create(
            activity=self.activity, starts_at=now, ends_at=now + timedelta(hours=1), status="planned"
        )

    def half_marked(self) -> Session:
        """One in two, of whom two have a conflict that waits."""
        session = self.session()
        half = self.marks(len(self.people) // 2)
        self.save([*half, *self.marks(2, AttendanceStatus.ABSENT)], session)()
        return session

    def marks(self, count: int, status=AttendanceStatus.PRESENT) -> list[dict]:
        return [
            {"key": str(uuid4()), "kind": OperationKind.MARK, "person": person.key, "status": status}
            for person in self.people[:count]
        ]

    def everyone(self) -> dict:
        people = [person.key for person in self.people]
        return {"key": str(uuid4()), "kind": OperationKind.ALL_PRESENT, "people": people}

    def read(self, session: Session) -> Callable:
        return lambda: accepted(self.client.get(reverse("roll", args=[session.key])))

    def save(self, operations: list[dict], session: Session | None = None) -> Callable:
        address = reverse("roll_operations", args=[(session or self.session()).key])
        body = json.dumps({"operations": operations})
        return lambda: accepted(self.client.post(address, body, content_type="application/json"))


def search_reading(client: Client, session: Session, queries: list[Query]) -> RollReading:
    address, found = reverse("walk_ins", args=[session.key]), []

    def search(query):
        answer = accepted(client.get(address, {"q": query.words}))
        found.append(query.meant.key in re.findall('data-add="person:([^"]+)"', answer.content.decode())[:3])

    searches = [lambda query=query: search(query) for query in queries]
    read = reading("Recherche d’un nom, une faute", searches, goal=SEARCH_GOAL)
    return RollReading(**{**vars(read), "percent_found": 100 * sum(found) / len(found)})


def reading(name: str, works: list[Callable], goal: str = SHEET_GOAL) -> RollReading:
    """The first one is counted, and wakes what sleeps until it is asked for; the others are timed."""
    with CaptureQueriesContext(connection) as queries:
        works[0]()
        statements = len(queries)
    took = [milliseconds(work) for work in works[1:]]
    return RollReading(name, median(took), quantiles(took, n=20)[-1], statements, goal)


def milliseconds(work: Callable) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def accepted(answer):
    if answer.status_code != 200 or b'"refused"' in answer.content:
        raise RuntimeError(f"{answer.request['PATH_INFO']} : {answer.status_code} {answer.content[:200]}")
    return answer
