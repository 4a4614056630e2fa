"""Individual supports and their steps, the same for young people and for adults."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from activities.models import Activity, Prescriber, StepKind, Support, SupportStep
from centre.models import StaffMember
from reporting.demo.days import LAST
from reporting.demo.ledger import Ledger
from reporting.demo.people import Resident


def open_support(
    ledger: Ledger,
    scheme: Activity,
    resident: Resident,
    entered_on: date,
    referent: StaffMember,
    prescriber="",
    **fields,
) -> Support:
    return ledger.add(
        Support(
            key=ledger.key(),
            person=resident.person,
            activity=scheme,
            entered_on=entered_on,
            household=resident.home,
            referent=referent,
            prescriber=ledger.named.get((Prescriber, prescriber)),
            **fields,
        )
    )


def follow(ledger: Ledger, dice: Random, support: Support, labels: Sequence[str]) -> None:
    """Two to five steps between the entry and the exit; some appointments are missed."""
    last = min(support.exited_on or LAST, LAST)
    for _ in range(dice.randint(2, 5)):
        is_appointment = dice.random() < 0.7
        ledger.add(
            SupportStep(
                support=support,
                on=support.entered_on + timedelta(days=dice.randint(0, max((last - support.entered_on).days, 1))),
                kind=StepKind.APPOINTMENT if is_appointment else StepKind.STEP,
                is_kept=dice.random() < 0.85 if is_appointment else None,
                label=dice.choice(labels),
            )
        )
