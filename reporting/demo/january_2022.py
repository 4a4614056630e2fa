"""The first weeks of 2022, planned from the weekly rhythm: not held, so in no figure. The day of the visitor forgets
them, like any planned session that nobody called in time."""

from datetime import date

from activities.models import Schedule, ScheduleWhen, SessionStatus
from reporting.demo.days import days
from reporting.demo.gathering import plan
from reporting.demo.ledger import Ledger

FIRST, LAST = date(2022, 1, 3), date(2022, 1, 28)
HOLIDAYS = {ScheduleWhen.TERM: False, ScheduleWhen.HOLIDAYS: True, ScheduleWhen.ALL: None}


def build(ledger: Ledger) -> None:
    for schedule in ledger.all(Schedule):
        hours = f"{schedule.starts_at:%H:%M}", f"{schedule.ends_at:%H:%M}"
        for day in days([schedule.weekday], FIRST, LAST, holidays=HOLIDAYS[schedule.when]):
            plan(ledger, schedule.activity, day, hours, status=SessionStatus.PLANNED)
