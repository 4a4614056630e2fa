"""The pages of a roll call. The sheet is a form that works alone; with its script each tap sends its own operation."""

from uuid import uuid4

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from activities import reach
from activities.models import ActivityKind, Attendance, AttendanceMode, AttendanceStatus, Group, Session
from activities.roll.expected import enrolled, regulars
from activities.roll.history import changes_of, lines
from activities.roll.sheet import Row, Sheet, clock_sent, sheet_of
from centre.access import Right, needs
from centre.keeping import let_keep
from centre.models import StaffMember
from centre.operations import leave_trace, leave_traces_hourly
from members import reach as members_reach
from members.models import HealthAlert, Person, Pickup, PickupRule, Sex
from members.search import find
from members.templatetags.people import listed

CHANGES_A_PAGE = 100


@needs(Right.CALL_ROLL)
def roll(request, key):
    served_at = timezone.now()
    session = get_object_or_404(reached(request.user), key=key)
    sheet = read_sheet(request.user, session)
    words = request.GET.get("q", "").strip()
    response = render(
        request,
        "activities/roll/roll.html",
        {
            "session": session,
            "served_at": served_at,
            "sheet": sheet,
            "key": uuid4(),
            "blank": blank_row(session, sheet),
            "sexes": Sex.choices,
            "groups": Group.choices,
            "words": words,
            "found": walk_ins_of(request.user, words),
        },
    )
    return let_keep(response, session.day) if session.day == timezone.localdate() else response


def reached(user) -> QuerySet[Session]:
    today = timezone.localdate()
    with_alerts = reach.sessions(user, Right.SEE_HEALTH_ALERTS, today=today)
    return (
        reach.sessions(user, Right.CALL_ROLL, today=today)
        .select_related("activity__sector")
        .annotate(tells_alerts=Exists(with_alerts.filter(pk=OuterRef("pk"))))
    )


def read_sheet(user, session: Session) -> Sheet:
    """With the marks that this reader may see; those of health leave a trace."""
    sheet = sheet_of(session, with_alerts=session.tells_alerts)
    alerts = [row.attendance.person for row in sheet.rows if "alerte santé" in row.marks]
    if alerts:
        leave_traces_hourly(by=user, action="read_health_marks", records=alerts, now=timezone.now())
    return sheet


def blank_row(session: Session, sheet: Sheet) -> Row:
    """What the script copies for who is added."""
    return Row(Attendance(session=session, person=Person(pk=0, key="")), name="")


@needs(Right.CALL_ROLL)
def walk_ins(request, key):
    """A fragment: the people of the whole house whom these words may mean."""
    session = get_object_or_404(reached(request.user), key=key)
    words = request.GET.get("q", "").strip()
    context = {"session": session, "words": words, "found": walk_ins_of(request.user, words)}
    return render(request, "activities/roll/_walk_ins.html", context)


def walk_ins_of(user, words: str) -> list[Person]:
    if not user.can(Right.FIND_PEOPLE):
        return []
    return find(Person.objects.all(), words)


@needs(Right.CALL_ROLL)
def roll_person(request, key, person):
    """One row: whom to call, who collects the child, the hours, and what was changed. To open it leaves a trace."""
    session = get_object_or_404(reached(request.user), key=key)
    listed_people = on_the_sheet(session)
    found = listed_people.filter(key=person).first() or get_object_or_404(listed_people.formerly([person]))
    attendance = session.attendances.filter(person=found).first() or Attendance(session=session, person=found)
    alerts = HealthAlert.objects.on(session.day).filter(person=found) if session.tells_alerts else ()
    today = timezone.localdate()
    leave_trace(by=request.user, action="read_pickups", record=found)
    if session.tells_alerts:
        leave_trace(by=request.user, action="read_health_alerts", record=found)
    return render(
        request,
        "activities/roll/person.html",
        {
            "session": session,
            "person": found,
            "row": Row(attendance, listed(found)),
            "arrived": clock_sent(attendance.arrived_at),
            "left": clock_sent(attendance.left_at),
            "statuses": AttendanceStatus.choices,
            "modes": AttendanceMode.choices,
            "alerts": alerts,
            "contacts": found.emergency_contacts.all(),
            "pickups": sorted(Pickup.objects.on(session.day).filter(person=found), key=as_told),
            "is_desk": session.activity.kind == ActivityKind.DROP_IN_DESK,
            "may_leave": may_leave(session, attendance),
            "leave_key": uuid4(),
            "may_complete": members_reach.to_complete(request.user, today=today).filter(pk=found.pk).exists(),
            "lines": lines(session, changes_of(session, found)[:CHANGES_A_PAGE]),
            "key": uuid4(),
        },
    )


def as_told(pickup: Pickup) -> tuple[int, str]:
    """Who must not come, first."""
    return (PickupRule.MUST_NOT, PickupRule.MAY, PickupRule.ALONE).index(pickup.rule), pickup.name


def may_leave(session: Session, attendance: Attendance) -> bool:
    is_here = attendance.status == AttendanceStatus.PRESENT and not attendance.left_at
    return is_here and not session.is_roll_shut and session.day == timezone.localdate()


def on_the_sheet(session: Session) -> QuerySet[Person]:
    came = Person.objects.filter(pk__in=session.attendances.values("person"))
    return enrolled(session) | regulars(session) | came


@needs(Right.CALL_ROLL)
def roll_session(request, key):
    """What the session was about, its real hours, who led it, a note."""
    session = get_object_or_404(reached(request.user), key=key)
    here = Session.staff.through.objects.filter(session=session, staffmember=OuterRef("pk"))
    team = session.activity.team.through.objects.filter(activity=session.activity, staffmember=OuterRef("pk"))
    staff = list(StaffMember.objects.annotate(is_here=Exists(here), is_expected=Exists(here) | Exists(team)))
    return render(
        request,
        "activities/roll/session.html",
        {
            "session": session,
            "team": [member for member in staff if member.is_expected],
            "others": [member for member in staff if not member.is_expected],
            "starts": clock_sent(session.starts_at),
            "ends": clock_sent(session.ends_at),
            "key": uuid4(),
        },
    )


@needs(Right.CALL_ROLL)
def roll_history(request, key):
    session = get_object_or_404(reached(request.user), key=key)
    page = Paginator(changes_of(session), CHANGES_A_PAGE).get_page(request.GET.get("page"))
    context = {"session": session, "page": page, "lines": lines(session, page)}
    return render(request, "activities/roll/history.html", context)
