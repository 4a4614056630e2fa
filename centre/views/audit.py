from django.core.paginator import Paginator
from django.shortcuts import render

from centre.access import Right, needs
from centre.models import AuditEntry, User
from centre.operations import leave_trace
from centre.traces import action_label, record_label

TRACES_A_PAGE = 100


@needs(Right.SEE_AUDIT)
def audit(request):
    leave_trace(by=request.user, action="read_audit")
    page = Paginator(AuditEntry.objects.all(), TRACES_A_PAGE).get_page(request.GET.get("page"))
    names = {user.pk: str(user) for user in User.objects.filter(pk__in={entry.user_id for entry in page})}
    rows = [
        {
            "at": entry.at,
            "who": names.get(entry.user_id, "compte supprimé" if entry.user_id else "le logiciel"),
            "action": action_label(entry),
            "record": record_label(entry),
            "reason": entry.reason,
        }
        for entry in page
    ]
    return render(request, "centre/audit.html", {"page": page, "rows": rows})
