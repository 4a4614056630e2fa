"""The records behind a figure, as far as the reader reaches: sessions, and people where their rights open names."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from activities import reach as activities_reach
from activities.models import Session
from centre.access import Right
from centre.operations import leave_traces
from members import reach as members_reach
from members.models import Person
from reporting.figures import Request, records

RECORDS_A_PAGE = 50
# Who is supported is itself sensitive, and so is the situation of a household.
SUPPORT_MEASURES = {
    *("supported", "households_supported", "entries", "exits", "outcomes", "age_at_entry"),
    *("reached", "households_reached"),
}
TRACES = {Right.SEE_SUPPORTS: "read_supports", Right.SEE_SITUATIONS: "read_situations"}
SESSIONS, PEOPLE = "sessions", "people"


@dataclass(frozen=True)
class Records:
    kind: str
    counts: dict[str, int]
    page: Page


def records_behind(request: Request, user, query, today: date) -> Records | None:
    """None when the figure has no record that this reader may open."""
    found = records(request)
    reached = {
        SESSIONS: reached_sessions(user, found[SESSIONS], today),
        PEOPLE: reached_people(request, user, found[PEOPLE], today),
    }
    counts = {kind: len(ids) for kind, ids in reached.items() if ids}
    if not counts:
        return None
    kind = query.get("records") if query.get("records") in counts else next(iter(counts))
    page = Paginator(reached[kind], RECORDS_A_PAGE).get_page(query.get("page"))
    page.object_list = load(kind, page.object_list)
    if kind == PEOPLE:
        for right in sensitive_rights(request):
            leave_traces(by=user, action=TRACES[right], records=page.object_list)
    return Records(kind, counts, page)


def reached_sessions(user, ids: set[int], today: date) -> list[int]:
    if not ids or not user.can(Right.SEE_ACTIVITIES):
        return []
    reached = activities_reach.sessions(user, Right.SEE_ACTIVITIES, today=today)
    return within(reached.order_by("starts_at", "pk"), ids)


def reached_people(request: Request, user, ids: set[int], today: date) -> list[int]:
    if not ids:
        return []
    reached = members_reach.people(user, today=today)
    for right in sensitive_rights(request):
        reached = reached.filter(pk__in=members_reach.people(user, right, today=today).values("pk"))
    return within(reached, ids)


def within(reached: QuerySet, ids: set[int]) -> list[int]:
    """In the order of `reached`. A database takes only so many parameters: the ids are compared here."""
    return [pk for pk in reached.values_list("pk", flat=True) if pk in ids]


def sensitive_rights(request: Request) -> list[Right]:
    measures, splits = {request.measure, request.of}, {*request.where, *request.part, *request.by}
    return [
        *([Right.SEE_SUPPORTS] if measures & SUPPORT_MEASURES else []),
        *([Right.SEE_SITUATIONS] if "situation" in splits else []),
    ]


def load(kind: str, ids: list[int]) -> list:
    if kind == SESSIONS:
        found = Session.objects.select_related("activity__sector").in_bulk(ids)
    else:
        found = Person.objects.in_bulk(ids)
    return [found[pk] for pk in ids]
