"""The integration sector: supports towards work and what came of them, collective workshops, the cooperative."""

from datetime import date, timedelta
from random import Random

from activities.models import Barrier, ExitReason, Outcome, OutcomeKind, Qualification, Support, SupportNote
from reporting.demo.choosing import aged, draw, of_sex
from reporting.demo.days import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, days, evenly
from reporting.demo.families import Neighbourhood
from reporting.demo.gathering import gather, hold
from reporting.demo.ledger import Ledger
from reporting.demo.people import Resident
from reporting.demo.supports import follow, open_support
from reporting.demo.team import Team, linked_to

# Ages on the last day of the year, and how many people: two bands that the report prints, two around them.
RSA_AGES = [((18, 24), 12), ((25, 44), 130), ((45, 54), 65), ((55, 66), 53)]
LOW_QUALIFICATION = [Qualification.NONE] * 97 + [Qualification.CAP] * 67
OTHER_QUALIFICATION = [Qualification.BAC] * 58 + [Qualification.BAC2] * 21 + [Qualification.BAC3PLUS] * 17
# Slug, sessions, people, visits, weekdays.
WORKSHOPS = [
    ("numerique", 26, 20, 176, [TUESDAY]),
    ("francais-langue-etrangere", 58, 28, 702, [MONDAY, THURSDAY]),
    ("cree-ta-recup", 14, 43, 118, [WEDNESDAY]),
    ("des-fils-et-des-idees", 24, 80, 262, [THURSDAY]),
    ("vestiaire-de-l-alma", 26, 25, 188, [FRIDAY]),
    ("coop-manau-couture", 30, 14, 232, [MONDAY]),
    ("coop-manau-traiteur", 22, 11, 150, [WEDNESDAY]),
    ("coop-manau-conciergerie", 18, 9, 96, [TUESDAY]),
]
YOUNG_WOMEN, YOUNG_MEN = 20, 16
STEPS = ["Bilan de situation", "Garde d’enfant", "Atelier CV", "Rencontre d’un employeur", "Inscription en formation"]
NOTES = [
    "Situation stable. Reprend confiance ; souhaite travailler près de chez elle. À revoir dans un mois.",
    "Place en halte-garderie obtenue deux jours par semaine ; le stage redevient possible.",
    "Rendez-vous manqué, rappelée le lendemain : reprise de contact, prochain point fixé.",
    "Dossier de formation déposé. Attend la réponse ; préparer l’entretien ensemble.",
]


def build(ledger: Ledger, team: Team, neighbourhood: Neighbourhood) -> None:
    dice = ledger.dice("integration")
    residents = neighbourhood.parents + neighbourhood.adults
    recipients = _recipients(ledger, dice, team, residents)
    _young(ledger, dice, team, [resident for resident in residents if resident not in recipients])
    _site(ledger, dice, team, [resident for resident in residents if resident not in recipients])
    for slug, count, people, visits, weekdays in WORKSHOPS:
        start = ledger.activity(slug).from_on or date(2021, 1, 11)
        sessions = hold(
            ledger, ledger.activity(slug), evenly(days(weekdays, start, holidays=False), count), ("09:30", "11:30")
        )
        learners = draw(dice, recipients, people * 3 // 4) + draw(
            dice, neighbourhood.adults, people - people * 3 // 4, lambda one: one not in recipients
        )
        gather(ledger, dice, sessions, learners, visits)


def _recipients(ledger: Ledger, dice: Random, team: Team, residents: list[Resident]) -> list[Resident]:
    scheme, referents = ledger.activity("rsa"), team.in_post("referente-rsa")[:4]
    recipients = [one for ages, count in RSA_AGES for one in draw(dice, residents, count, aged(*ages))]
    levels = LOW_QUALIFICATION + OTHER_QUALIFICATION
    dice.shuffle(levels)
    for rank, (resident, level) in enumerate(zip(recipients, levels, strict=True)):
        entered_on = date(2019, 3, 1) + timedelta(days=dice.randrange(960))
        support = open_support(
            ledger, scheme, resident, entered_on, referents[rank % 4], "departement", qualification=level
        )
        _barriers(ledger, dice, support)
        if dice.random() < 0.2:
            _leave(ledger, support, max(entered_on, date(2021, 1, 15)) + timedelta(days=dice.randint(15, 200)), dice)
        follow(ledger, dice, support, STEPS)
        if dice.random() < 0.25:
            _note(ledger, dice, support, support.entered_on + timedelta(days=dice.randint(5, 40)))
    _second_supports(ledger, dice, scheme, referents)
    return recipients


def _second_supports(ledger: Ledger, dice: Random, scheme, referents: list) -> None:
    """Left before the summer and came back in autumn: two supports, one person."""
    left = [
        one for one in ledger.all(Support) if one.activity is scheme and one.exited_on and one.exited_on.year == 2021
    ]
    for first in [one for one in left if one.exited_on < date(2021, 8, 1)][:3]:
        again = Support(key=ledger.key(), person=first.person, activity=scheme, household=first.household)
        again.entered_on, again.referent, again.qualification = date(2021, 11, 2), referents[0], first.qualification
        ledger.add(again)


def _barriers(ledger: Ledger, dice: Random, support: Support) -> None:
    for barrier in dice.sample(ledger.all(Barrier), dice.randint(1, 3)):
        ledger.add(Support.barriers.through(support=support, barrier=barrier))


def _leave(ledger: Ledger, support: Support, on: date, dice: Random) -> None:
    support.exited_on = on
    support.exit_reason = dice.choice(ledger.all(ExitReason))


def _outcome(ledger: Ledger, support: Support, kind: str, on: date) -> None:
    ledger.add(Outcome(support=support, kind=ledger.named[OutcomeKind, kind], on=on))


def _note(ledger: Ledger, dice: Random, support: Support, on: date) -> None:
    ledger.add(SupportNote(support=support, on=on, author=support.referent, text=dice.choice(NOTES)))


def _young(ledger: Ledger, dice: Random, team: Team, residents: list[Resident]) -> None:
    """36 young people, some already there when the year began; 25 found a way, two of them in two steps."""
    scheme, referents = ledger.activity("synergie-jeunes"), team.in_post("accompagnatrice-socioprofessionnelle")[:2]
    people = [one for one in residents if aged(18, 29)(one)]
    young = draw(dice, people, YOUNG_WOMEN, of_sex("F")) + draw(dice, people, YOUNG_MEN, of_sex("M"))
    dice.shuffle(young)
    supports = []
    for rank, resident in enumerate(young):
        entered_on = date(2020, 5, 4) + timedelta(days=rank * 15)
        support = open_support(ledger, scheme, resident, entered_on, referents[rank % 2], "mission-locale")
        support.qualification = dice.choice(Qualification.values[:3])
        follow(ledger, dice, support, STEPS)
        supports.append(support)
    kinds = ["emploi"] * 11 + ["entree-en-formation"] * 8 + ["contrat-en-alternance"] * 4 + ["service-civique"] * 2
    for support, kind in zip(supports[:25], kinds, strict=True):
        on = max(support.entered_on + timedelta(days=60), date(2021, 1, 11)) + timedelta(days=dice.randint(0, 90))
        _outcome(ledger, support, kind, on)
    for support in supports[11:13]:
        _outcome(ledger, support, "emploi", date(2021, 12, 6))
    # Found the year before: not a result of this one.
    _outcome(ledger, supports[25], "entree-en-formation", date(2020, 12, 14))


def _site(ledger: Ledger, dice: Random, team: Team, residents: list[Resident]) -> None:
    """13 workers of the nurseries: 7 in training, 4 of them with their diploma."""
    scheme, referent = ledger.activity("chantier-insertion"), team.in_post("accompagnatrice-socioprofessionnelle")[2]
    women = draw(dice, residents, 11, lambda one: aged(24, 52)(one) and of_sex("F")(one))
    men = draw(dice, residents, 2, lambda one: aged(24, 52)(one) and of_sex("M")(one))
    workers = women + men
    for rank, worker in enumerate(workers):
        entered_on = date(2020, 9, 1) if rank < 8 else date(2021, 3, 1)
        support = open_support(
            ledger, scheme, worker, entered_on, referent, "pole-emploi", qualification=Qualification.NONE
        )
        support.contract_from_on, support.contract_to_on = entered_on, entered_on.replace(year=entered_on.year + 2)
        _barriers(ledger, dice, support)
        follow(ledger, dice, support, STEPS)
        if rank < 7:
            _outcome(ledger, support, "entree-en-formation", date(2021, 1, 18))
        if rank < 4:
            _outcome(ledger, support, "cap-aepe", date(2021, 6, 28))
            _note(ledger, dice, support, date(2021, 6, 30))
    linked_to(team, "assistante-maternelle", workers[4:8])
