"""The public writers: mornings without appointment, two afternoons with; cases handled."""

from random import Random

from activities.models import Attendance, AttendanceMode
from members.models import Sex
from reporting.demo.choosing import draw, of_sex
from reporting.demo.days import FRIDAY, TUESDAY, WEEK, days
from reporting.demo.families import Neighbourhood
from reporting.demo.gathering import cancel, gather, hold, staff_with
from reporting.demo.ledger import Ledger
from reporting.demo.team import Team

WOMEN, MEN, VISITS, CASES = 377, 287, 1488, 1463
MORNING, AFTERNOON = ("09:00", "12:00"), ("14:00", "16:30")


def build(ledger: Ledger, team: Team, neighbourhood: Neighbourhood) -> None:
    dice, desk = ledger.dice("desk"), ledger.activity("ecrivains-publics")
    residents = neighbourhood.parents + neighbourhood.adults
    visitors = draw(dice, residents, WOMEN, of_sex(Sex.FEMALE)) + draw(dice, residents, MEN, of_sex(Sex.MALE))
    mornings = days(WEEK)
    cancel(ledger, desk, [mornings.pop(60), mornings.pop(130)], MORNING, "Absence")
    sessions = hold(ledger, desk, mornings, MORNING) + hold(ledger, desk, days([TUESDAY, FRIDAY]), AFTERNOON)
    visits = gather(ledger, dice, sessions, visitors, VISITS)
    for rank, writer in enumerate(team.in_post("ecrivain-public")):
        staff_with(ledger, sessions[rank::2], [writer])
    for visit in visits:
        by_appointment = visit.session.starts_at.hour >= 14
        visit.mode = AttendanceMode.APPOINTMENT if by_appointment else AttendanceMode.DROP_IN
    _cases(dice, visits)
    for visit in dice.sample(visits, 40):  # they did not say where they live
        visit.household = None


def _cases(dice: Random, visits: list[Attendance]) -> None:
    """A visit handles none, one or several; dealt one by one until all are handled."""
    for visit in dice.choices(visits, k=CASES // 3):
        visit.case_count += 1
    handled = sum(visit.case_count for visit in visits)
    waiting = [visit for visit in visits if visit.case_count == 0]
    for visit in dice.sample(waiting, min(CASES - handled, len(waiting))):
        visit.case_count += 1
    for visit in dice.sample(visits, CASES - sum(visit.case_count for visit in visits)):
        visit.case_count += 1
