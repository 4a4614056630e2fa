"""Who governs: the seats of the board and of the executive committee, and what their meetings were about."""

from datetime import date

from centre.models import Body, BodyKind, HoldsAs, Mandate, Meeting
from reporting.demo.ledger import Ledger
from reporting.demo.people import Town

ELECTED_ON, PREVIOUS_ELECTION = date(2021, 6, 11), date(2020, 9, 25)
SEATS = 22
CHAIR = "Malika Delannoy"
OFFICES = ["Présidente", "Vice-président", "Trésorière", "Trésorier adjoint", "Secrétaire", "Secrétaire adjointe"]
BODIES = [
    ("conseil-d-administration", "Conseil d’administration", BodyKind.BOARD, 12),
    ("bureau", "Bureau", BodyKind.EXECUTIVE, 4),
    ("assemblee-generale", "Assemblée générale", BodyKind.GENERAL_MEETING, None),
    ("comite-parentalite", "Comité de pilotage parentalité", BodyKind.OTHER, None),
    ("reunions-inter-poles", "Réunions parentalité entre les pôles", BodyKind.OTHER, None),
]
# Day, present, represented, agenda.
BOARD = [
    (date(2021, 1, 28), 14, 3, ["Activités maintenues malgré les restrictions", "Bilan des fêtes de fin d’année", "Calendrier de l’évaluation du projet social"]),
    (date(2021, 3, 25), 15, 2, ["Évaluation du projet social 2018-2021", "Territoire zéro chômeur de longue durée : notre candidature"]),
    (date(2021, 5, 20), 16, 2, ["Arrêté des comptes 2020", "Programme de l’été", "Préparation de l’assemblée générale"]),
    (date(2021, 6, 24), 19, 2, ["Élection du bureau", "Procès-verbal de l’assemblée générale", "Séjours des enfants et des jeunes"]),
    (date(2021, 9, 30), 17, 3, ["Bilan de l’été", "Objectifs du projet social 2022-2025", "Rénovation urbaine : nos futurs locaux"]),
    (date(2021, 12, 9), 18, 2, ["Vote du projet social 2022-2025", "Coopérative : premiers services", "Budget 2022 et repas de solidarité"]),
]  # fmt: skip
EXECUTIVE = [
    (date(2021, 1, 14), ["Organisation de l’équipe et règles sanitaires", "Ordre du jour du conseil de janvier"]),
    (date(2021, 3, 11), ["Suites du contrôle des comptes et calendrier", "Renouvellement des véhicules"]),
    (date(2021, 5, 6), ["Situation comptable de 2020", "Préparation de l’assemblée générale"]),
    (date(2021, 9, 16), ["Préparation du déménagement", "Supports de communication"]),
    (date(2021, 11, 18), ["Projet social 2022-2025 : dernière relecture", "Candidatures à des projets européens"]),
]
GENERAL_MEETING = ["Rapport moral et rapport d’activité 2020", "Comptes 2020 et affectation du résultat", "Élection du conseil d’administration"]  # fmt: skip
INTER_SECTOR = [date(2021, 2, 4), date(2021, 5, 27), date(2021, 9, 23), date(2021, 12, 2)]


def build(ledger: Ledger, town: Town) -> None:
    for slug, name, kind, quorum in BODIES:
        ledger.add(Body(slug=slug, name=name, kind=kind, quorum=quorum))
    members = _board(ledger, town)
    for office, holder in zip(OFFICES, members, strict=False):
        _seat(ledger, "bureau", holder, date(2021, 6, 24), role=office)
    _observers(ledger, town)
    _meetings(ledger)


def _seat(ledger: Ledger, body: str, holder: str, from_on: date, **fields) -> Mandate:
    return ledger.add(Mandate(body=ledger.named[Body, body], holder=holder, from_on=from_on, **fields))


def _board(ledger: Ledger, town: Town) -> list[str]:
    """The board before the election had fewer seats; since, one member gave up theirs and was replaced."""
    names = [CHAIR, *(f"{town.first_name('FM'[rank % 2])} {town.last_name()}" for rank in range(1, SEATS + 5))]
    board = "conseil-d-administration"
    for holder in names[: SEATS - 5] + names[SEATS + 1 :]:
        _seat(ledger, board, holder, PREVIOUS_ELECTION, to_on=ELECTED_ON)
    for rank, holder in enumerate(names[:SEATS]):
        role = OFFICES[rank] if rank < len(OFFICES) else ""
        _seat(ledger, board, holder, ELECTED_ON, role=role, to_on=date(2021, 10, 1) if rank == SEATS - 1 else None)
    _seat(ledger, board, names[SEATS], date(2021, 10, 1))
    return names[: len(OFFICES)]


def _observers(ledger: Ledger, town: Town) -> None:
    """Two observers, one of whom has a substitute: three people for two seats, none a member's."""
    board = "conseil-d-administration"
    _seat(ledger, board, "Association des anciens du textile", ELECTED_ON, holds_as=HoldsAs.ASSOCIATED)
    of_caf = f"{town.first_name('M')} {town.last_name()}"
    _seat(ledger, board, of_caf, ELECTED_ON, holds_as=HoldsAs.OBSERVER, role="Désigné par la CAF du Nord")
    of_city = f"{town.first_name('F')} {town.last_name()}"
    holder = _seat(
        ledger, board, of_city, ELECTED_ON, holds_as=HoldsAs.OBSERVER, role="Désignée par la Ville de Roubaix"
    )
    substitute = f"{town.first_name('M')} {town.last_name()}"
    _seat(ledger, board, substitute, ELECTED_ON, holds_as=HoldsAs.OBSERVER, role="Suppléant", substitute_of=holder)


def _meetings(ledger: Ledger) -> None:
    for on, present, represented, agenda in BOARD:
        _meeting(ledger, "conseil-d-administration", on, agenda, present, represented)
    for rank, (on, agenda) in enumerate(EXECUTIVE):
        _meeting(ledger, "bureau", on, agenda, 5 + rank % 2, 0)
    _meeting(ledger, "assemblee-generale", ELECTED_ON, GENERAL_MEETING, 74, 21)
    _meeting(ledger, "comite-parentalite", date(2021, 11, 25), ["Bilan des actions avec les financeurs"], 14, 0)
    for on in INTER_SECTOR:
        _meeting(ledger, "reunions-inter-poles", on, ["Parcours des familles", "Actions partagées"], 11, 0)


def _meeting(ledger: Ledger, body: str, on: date, agenda: list[str], present: int, represented: int) -> None:
    ledger.add(
        Meeting(
            body=ledger.named[Body, body],
            on=on,
            agenda="\n".join(agenda),
            present_count=present,
            represented_count=represented,
        )
    )
