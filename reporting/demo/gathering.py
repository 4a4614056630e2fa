"""Sessions, and who came to them."""

from collections.abc import Iterable, Sequence
from datetime import date
from random import Random

from activities.models import Activity, Attendance, AttendanceStatus, Enrolment, Session, SessionStatus, Tally
from centre.models import StaffMember
from reporting.demo.days import at
from reporting.demo.ledger import Ledger
from reporting.demo.people import Resident

Hours = tuple[str, str]  # ("14:00", "16:30"), local


def plan(ledger: Ledger, activity: Activity, day: date, hours: Hours, **fields) -> Session:
    session = Session(
        key=ledger.key(),
        activity=activity,
        starts_at=at(day, hours[0]),
        ends_at=at(day, hours[1]),
        day=day,
        **{"status": SessionStatus.HELD, **fields},
    )
    return ledger.add(session)


def hold(ledger: Ledger, activity: Activity, some_days: Iterable[date], hours: Hours, **fields) -> list[Session]:
    return [plan(ledger, activity, day, hours, **fields) for day in some_days]


def cancel(ledger: Ledger, activity: Activity, some_days: Iterable[date], hours: Hours, reason: str) -> None:
    for day in some_days:
        plan(ledger, activity, day, hours, status=SessionStatus.CANCELLED, cancellation_reason=reason)


def attend(ledger: Ledger, session: Session, resident: Resident, **fields) -> Attendance:
    """Present, from the home of the day, unless the fields say otherwise."""
    fields = {"status": AttendanceStatus.PRESENT, "household": resident.home, **fields}
    return ledger.add(Attendance(session=session, person=resident.person, **fields))


def miss(ledger: Ledger, session: Session, resident: Resident, *, excused: bool) -> None:
    status = AttendanceStatus.EXCUSED if excused else AttendanceStatus.ABSENT
    attend(ledger, session, resident, status=status)


def pairs(dice: Random, people: int, sessions: int, total: int) -> list[tuple[int, int]]:
    """``(person, session)``: so many in all, everybody at least once and no session empty; some come often."""
    if not max(people, sessions) <= total <= people * sessions:
        raise ValueError(f"{total} visits of {people} people to {sessions} sessions")
    order = dice.sample(range(people), people)
    chosen = {(order[n % people], n % sessions) for n in range(max(people, sessions))}
    fidelity = [min(dice.paretovariate(1.6), 6) for _ in range(people)]
    while len(chosen) < total:
        missing = total - len(chosen)
        chosen.update(
            zip(dice.choices(range(people), fidelity, k=missing), dice.choices(range(sessions), k=missing), strict=True)
        )
    return sorted(chosen, key=lambda pair: (pair[1], pair[0]))


def gather(
    ledger: Ledger, dice: Random, sessions: Sequence[Session], residents: Sequence[Resident], total: int
) -> list[Attendance]:
    """All of them came, at least once each, so many times in all; one or two sent word or did not come."""
    chosen = pairs(dice, len(residents), len(sessions), total)
    present = [attend(ledger, sessions[when], residents[who]) for who, when in chosen]
    taken = set(chosen)
    for who, when in pairs(dice, len(residents), len(sessions), max(len(residents), len(sessions))):
        if (who, when) not in taken and dice.random() < 0.3:
            miss(ledger, sessions[when], residents[who], excused=dice.random() < 0.6)
    return present


def enrol(ledger: Ledger, activity: Activity, residents: Iterable[Resident], from_on: date, **fields) -> None:
    for resident in residents:
        ledger.add(Enrolment(person=resident.person, activity=activity, from_on=from_on, **fields))


def count_heads(ledger: Ledger, session: Session, heads: dict[tuple[str, str], int], *, estimated: bool) -> None:
    """``{("adult", "F"): 12, ("", ""): 60}``: nobody is named."""
    for (group, sex), count in heads.items():
        ledger.add(Tally(session=session, group=group, sex=sex, count=count, is_estimate=estimated))


def staff_with(ledger: Ledger, sessions: Iterable[Session], members: Iterable[StaffMember]) -> None:
    for session in sessions:
        for member in members:
            ledger.add(Session.staff.through(session=session, staffmember=member))
