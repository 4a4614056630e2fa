"""The month grid. Without its script each cell is a button that sends its mark and comes back to the grid."""

from datetime import date
from urllib.parse import parse_qsl
from uuid import uuid4

from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from activities import reach
from activities.day import nearest_outside
from activities.forms.roll import UNREADABLE, read_each
from activities.models import Activity, OperationKind, Session
from activities.roll.month import month_of
from activities.roll.operations import operate
from activities.views.operations import tell
from activities.views.today import asked_day
from centre.access import Right, needs
from centre.periods import Period


@needs(Right.CALL_ROLL)
def month(request, slug):
    is_open = Exists(reach.activities(request.user).filter(pk=OuterRef("pk")))
    activity = get_object_or_404(Activity.objects.annotate(is_page_open=is_open), slug=slug)
    today = timezone.localdate()
    sessions = reached(activity, request.user, today)
    period = Period.month_of(asked_day(f"{request.GET.get('month')}-01", today))
    shown = month_of(activity, sessions, period, finds_people=request.user.can(Right.FIND_PEOPLE))
    others = nearest_outside(sessions, period)
    if not (shown.columns or others["before"] or others["after"]):
        raise Http404
    context = {"activity": activity, "period": period, "month": shown, "key": uuid4(), **others}
    return render(request, "activities/roll/month.html", context)


@needs(Right.CALL_ROLL, methods=("POST",))
def month_mark(request, slug):
    """The mark of one cell, from the form."""
    activity = get_object_or_404(Activity, slug=slug)
    fields = dict(parse_qsl(request.POST.get("cell", ""), keep_blank_values=True))
    sessions = reached(activity, request.user, timezone.localdate())
    if not sessions.exists():
        raise Http404
    session = sessions.filter(key=fields.pop("session", "")).first()
    if not session:
        messages.error(request, UNREADABLE)
        return redirect("month", slug=slug)
    now = timezone.now()
    asked = {**fields, "kind": OperationKind.MARK, "key": request.POST.get("key", "")}
    [reply] = operate(sessions=sessions.filter(pk=session.pk), asked=read_each([asked], now), by=request.user, now=now)
    tell(request, reply)
    return redirect(f"{reverse('month', args=[slug])}?month={session.day:%Y-%m}")


def reached(activity: Activity, user, today: date) -> QuerySet[Session]:
    """Whose sheets are this user's to call; of an activity with none of them, nothing is said."""
    return reach.sessions(user, Right.CALL_ROLL, today=today).of(activity)
