"""The last weeks of 2020: who is returning in 2021, and something to compare with. Never in the figures of 2021."""

from datetime import date
from random import Random

from activities.models import AttendanceMode
from reporting.demo import youth_groups
from reporting.demo.days import FRIDAY, MONDAY, SATURDAY, THURSDAY, TUESDAY, WEDNESDAY, days
from reporting.demo.families import PARENTING, Neighbourhood
from reporting.demo.gathering import gather, hold
from reporting.demo.ledger import Ledger
from reporting.demo.parenting import make_aliases, visit
from reporting.demo.people import Resident

FIRST, LAST = date(2020, 10, 1), date(2020, 12, 18)
BORN_BEFORE = date(2020, 6, 1)


def build(ledger: Ledger, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("autumn 2020")
    for slug, people, weekdays, hours, visits_a_session in _groups(dice, neighbourhood):
        sessions = hold(ledger, ledger.activity(slug), days(weekdays, FIRST, LAST, holidays=False), hours)
        visits = gather(ledger, dice, sessions, people, max(len(people), len(sessions) * visits_a_session))
        for passage in visits if slug == "ecrivains-publics" else []:
            passage.mode, passage.case_count = AttendanceMode.DROP_IN, 1
    _drop_in(ledger, dice)


def _groups(dice: Random, neighbourhood: Neighbourhood) -> list[tuple]:
    role, parents = neighbourhood.role, neighbourhood.parents
    nursery = [child for child in role["polichinelle"] if child.person.birth_date < BORN_BEFORE]
    other = [child for child in role["pimprenelle-et-nicolas"] if child.person.birth_date < BORN_BEFORE]
    young = neighbourhood.young(youth_groups.TERM)[5:60]
    neighbours = dice.sample(parents + neighbourhood.adults, 180)
    families = [neighbourhood.families[rank] for rank in PARENTING[:30]]
    together: list[Resident] = [one for family in families for one in (family.adults[0], family.children[0])]
    return [
        ("halte-garderie-polichinelle", nursery, [TUESDAY, FRIDAY], ("08:30", "17:30"), 14),
        ("halte-garderie-pimprenelle-et-nicolas", other, [MONDAY, THURSDAY], ("08:30", "17:30"), 20),
        ("clas-enfance", role["homework"][:44], [MONDAY, TUESDAY, THURSDAY, FRIDAY], ("16:30", "18:15"), 22),
        ("accueil-de-loisirs", [*role["homework"][:20:2], *role["younger"][:20]], [WEDNESDAY], ("09:00", "17:00"), 18),
        ("dynamik-ados", young, [WEDNESDAY, SATURDAY], ("14:00", "18:00"), 12),
        ("ecrivains-publics", neighbours, [MONDAY, TUESDAY, THURSDAY], ("09:00", "12:00"), 6),
        ("francais-langue-etrangere", neighbours[:16], [MONDAY, THURSDAY], ("09:30", "11:30"), 9),
        ("du-temps-avec-mon-enfant", together, [WEDNESDAY], ("14:00", "16:30"), 9),
    ]


def _drop_in(ledger: Ledger, dice: Random) -> None:
    """Aliases last one calendar year: the same child has another one in January."""
    sessions = hold(ledger, ledger.activity("kassoumai"), days([MONDAY, THURSDAY], FIRST, LAST), ("09:00", "12:00"))
    aliases = make_aliases(ledger, dice, 2020, 19)
    for rank, session in enumerate(sessions):
        for step in range(5):
            visit(ledger, session, aliases[(rank * 5 + step) % len(aliases)])
