"""The sheet to print, and the list of those who are there now. Both leave a trace: paper leaves the house."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from activities.models import Session
from activities.roll.paper import Paper, PresentNow, is_signed
from activities.roll.sheet import sheet_of
from activities.views.roll import reached, read_sheet
from centre.access import Right, needs
from centre.operations import leave_trace

SIGNATURES = {"oui": True, "non": False}


@needs(Right.CALL_ROLL)
def roll_print(request, key):
    session = found(request.user, key)
    sheet = read_sheet(request.user, session)
    signed = SIGNATURES.get(request.GET.get("signature"), is_signed(sheet)) and not sheet.is_anonymous
    address = request.build_absolute_uri(reverse("roll", args=[session.key]))
    leave_trace(by=request.user, action="printed", record=session)
    return render(request, "activities/roll/print.html", {"session": session, "paper": Paper(sheet, signed, address)})


@needs(Right.CALL_ROLL)
def roll_present(request, key):
    """For a browser without scripts; with them, the sheet prints this list by itself, without network."""
    session = found(request.user, key)
    present = PresentNow(sheet_of(session, with_alerts=False))
    leave_trace(by=request.user, action="printed", record=session)
    context = {"session": session, "present": present, "now": timezone.localtime()}
    return render(request, "activities/roll/present.html", context)


def found(user, key) -> Session:
    return get_object_or_404(reached(user).select_related("activity__facility"), key=key)
