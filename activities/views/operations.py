"""What a sheet is sent: by a device, operation by operation; without its script, a form."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from activities import reach
from activities.forms.roll import read_each
from activities.models import OperationOutcome, Session
from activities.models.sessions import local_day
from activities.roll.operations import Asked, Reply, operate
from activities.roll.work import Refused
from centre.access import Right, needs
from centre.models import User

OPERATIONS_A_REQUEST = 100
COMES_LATE = timedelta(days=2)


@dataclass(frozen=True)
class Held:
    """Neither done nor refused: the device keeps it; a hopeless one, until its owner gives it up."""

    message: str
    status: int
    is_hopeless: bool = False


OUT_OF_REACH = Held(
    "La séance n’est pas, ou n’est plus, à votre portée. Parlez-en à la direction avant d’y renoncer.",
    status=404,
    is_hopeless=True,
)
SOMEBODY_ELSES = Held(
    "Ils ont été notés sous un autre compte, qui doit se reconnecter ici pour les envoyer.", status=403
)


@needs(Right.CALL_ROLL, methods=("POST",))
def operations(request, key):
    """JSON is answered by JSON, which names the operation that it acknowledges, refuses or holds: a device forgets
    what it sent on nothing else. Several operations get as many answers, in their order. A form is answered by the
    sheet."""
    if request.content_type != "application/json":
        return operation_of_form(request, key)
    asked, is_batch = from_json(request)
    replies = replies_to_device(request.user, key, asked, timezone.now())
    answers = [said_to_device(*pair) for pair in zip(asked, replies, strict=True)]
    if is_batch:
        return JsonResponse({"answers": answers})
    return JsonResponse(answers[0], status=status_of(replies[0]))


def operation_of_form(request, key):
    now = timezone.now()
    try:
        [reply] = operate(
            sessions=within_reach(request.user, key),
            asked=read_each([from_form(request)], now),
            by=request.user,
            now=now,
        )
    except Session.DoesNotExist:
        raise Http404 from None
    tell(request, reply)
    return redirect("roll", key=key)


def tell(request, reply: Reply) -> None:
    """What a form's page says of its operation. Raises PermissionDenied."""
    match reply:
        case PermissionDenied():
            raise reply
        case Refused():
            messages.error(request, str(reply))
        case {"messages": kept}:
            for message in kept:
                messages.warning(request, message)


def replies_to_device(user: User, key: str, asked: list, now: datetime) -> list[Reply | Held]:
    """Whoever is signed in sends nothing of what somebody else has tapped on the same device."""
    own = [one for one in asked if is_by(user, one)]
    replies = iter(replies_to(user, key, read_each(own, now), now) if own else ())
    return [next(replies) if is_by(user, one) else SOMEBODY_ELSES for one in asked]


def is_by(user: User, asked) -> bool:
    return not isinstance(asked, dict) or asked.get("by", str(user.pk)) == str(user.pk)


def replies_to(user: User, key: str, asked: Sequence[Asked | Refused], now: datetime) -> list[Reply | Held]:
    try:
        return operate(sessions=within_reach(user, key), asked=asked, by=user, now=now)
    except Session.DoesNotExist:
        return replies_to_latecomer(user, key, asked, now)


def replies_to_latecomer(user: User, key: str, asked: Sequence[Asked | Refused], now: datetime) -> list[Reply | Held]:
    """A volunteer's list is that of the day, and the network may come back the day after: what was tapped on the day
    of the session, by whoever could call its roll then, is still taken."""
    session = Session.objects.filter(key=key, day__gte=local_day(now - COMES_LATE), day__lt=local_day(now)).first()
    if session is None:
        return [OUT_OF_REACH] * len(asked)
    in_time = [one for one in asked if is_of_the_day(one, session)]
    try:
        sessions = reach.sessions(user, Right.CALL_ROLL, today=session.day).filter(pk=session.pk)
        replies = iter(operate(sessions=sessions, asked=in_time, by=user, now=now) if in_time else ())
    except Session.DoesNotExist:
        return [OUT_OF_REACH] * len(asked)
    return [next(replies) if is_of_the_day(one, session) else OUT_OF_REACH for one in asked]


def is_of_the_day(asked: Asked | Refused, session: Session) -> bool:
    return isinstance(asked, Asked) and local_day(asked.made_at) == session.day


def within_reach(user: User, key: str) -> QuerySet[Session]:
    return reach.sessions(user, Right.CALL_ROLL, today=timezone.localdate()).filter(key=key)


def said_to_device(asked, reply: Reply | Held) -> dict:
    key = asked.get("key", "") if isinstance(asked, dict) else ""
    match reply:
        case Held():
            return {"held": key, "message": reply.message, "is_hopeless": reply.is_hopeless}
        case Refused():
            return {"refused": key, "message": str(reply)}
        case PermissionDenied():
            return {"held": key, "message": "Vous n’en avez pas, ou plus, le droit.", "is_hopeless": True}
        case _:
            return reply


def status_of(reply: Reply | Held) -> int:
    match reply:
        case Held():
            return reply.status
        case PermissionDenied():
            return 403
        case Refused():
            return 422
        case {"outcome": OperationOutcome.CONFLICT}:
            return 409
        case _:
            return 200


def from_json(request) -> tuple[list, bool]:
    """The operations, and whether they came in a list; what does not read is an operation that does not read."""
    try:
        body = json.loads(request.body)
    except ValueError:
        return [None], False
    match body:
        case {"operations": [_, *_] as asked} if len(asked) <= OPERATIONS_A_REQUEST:
            return asked, True
        case _:
            return [body], False


def from_form(request) -> dict | None:
    """A button holds its operation; a form gives its fields."""
    fields = request.POST.dict()
    fields.pop("csrfmiddlewaretoken", None)
    if "operation" not in fields:
        return fields | ({"staff": request.POST.getlist("staff")} if "describe" in fields.values() else {})
    try:
        return {**json.loads(fields["operation"]), "key": fields.get("key", "")}
    except (TypeError, ValueError):
        return None
