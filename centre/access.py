"""Who may do what: ten roles, each a list of rights. Everything else is denied.

A role gives rights; the reach of a right (which sectors, which groups, which caseload) is a queryset of
`members.reach` and `activities.reach`. Each view says its right with `@needs`, or says it is open with
`@open_to_all`; `centre.middleware.DenyByDefault` refuses a view that says neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import HttpResponseNotAllowed

READING = ("GET", "HEAD")
WRITING = ("GET", "HEAD", "POST")


class Role(TextChoices):
    ADMINISTRATOR = "administrator", "Administration du logiciel"
    DIRECTOR = "director", "Direction"
    SECTOR_HEAD = "sector_head", "Responsable de pôle"
    ANIMATOR = "animator", "Animation"
    SUPPORT_WORKER = "support_worker", "Accompagnement"
    RECEPTION = "reception", "Accueil du public"
    ACCOUNTANT = "accountant", "Comptabilité"
    VOLUNTEER = "volunteer", "Bénévolat"
    BOARD_MEMBER = "board_member", "Conseil d’administration"
    DATA_PROTECTION_OFFICER = "data_protection_officer", "Protection des données"


class Right(TextChoices):
    """Each right completes « Ce rôle peut… »."""

    MANAGE_OWN_ACCOUNT = "manage_own_account", "changer son mot de passe et son second facteur"
    SEE_TODAY = "see_today", "voir les séances du jour"
    SEE_ACTIVITIES = "see_activities", "voir les activités, leurs horaires et leurs séances"
    SEE_ATTENDANCES = "see_attendances", "voir qui était présent à une séance"
    CALL_ROLL = "call_roll", "faire l’appel, clore la feuille de présence ou annuler la séance"
    FIND_PEOPLE = "find_people", "ajouter à une feuille de présence quelqu’un de toute la maison, cherché par son nom"
    REOPEN_ROLLS = "reopen_rolls", "rouvrir une feuille de présence close ou une séance annulée"
    SEE_PEOPLE = "see_people", "lire les fiches des personnes et leurs contacts"
    COMPLETE_PEOPLE = "complete_people", "compléter une fiche ouverte en deux mots, ou la rapprocher de la vraie fiche"
    SEE_HOUSEHOLDS = "see_households", "lire les fiches des foyers et leurs adresses"
    SEE_HEALTH_ALERTS = "see_health_alerts", "lire les alertes santé, chaque lecture laissant une trace"
    SEE_SITUATIONS = (
        "see_situations",
        "lire la situation et le quotient familial d’un foyer, chaque lecture laissant une trace",
    )
    SEE_SUPPORTS = "see_supports", "lire les accompagnements, chaque lecture laissant une trace"
    SEE_MEMBERSHIPS = "see_memberships", "voir les adhésions"
    SEE_AMOUNTS = "see_amounts", "voir les montants payés et les subventions"
    SEE_FIGURES = "see_figures", "lire les chiffres de l’année et comment ils sont comptés"
    SEE_SMALL_CELLS = "see_small_cells", "lire les petits effectifs que la maison ne montre pas dehors"
    SEE_REPORT = "see_report", "lire et télécharger le rapport d’activité"
    BUILD_REPORT = "build_report", "fabriquer le rapport d’activité"
    SEE_ROLES = "see_roles", "lire ce que chaque rôle peut faire"
    MANAGE_ACCOUNTS = "manage_accounts", "ouvrir, changer et fermer des comptes"
    CONFIRM_ROLES = "confirm_roles", "confirmer les rôles qui ouvrent des fiches ou le journal des accès"
    SEE_AUDIT = "see_audit", "lire le journal des accès"


@dataclass(frozen=True)
class Access:
    """What a role is for and how far it reaches, in a sentence, then its rights."""

    sentence: str
    rights: frozenset[Right]


# Whoever has an account.
EVERYONE = frozenset({Right.MANAGE_OWN_ACCOUNT})

ACCESS = {
    Role.ADMINISTRATOR: Access(
        "Tient les comptes et les réglages du logiciel, sans ouvrir aucune fiche de personne ; les rôles qui en "
        "ouvrent attendent que la direction les confirme.",
        frozenset({Right.MANAGE_ACCOUNTS, Right.SEE_ROLES}),
    ),
    Role.DIRECTOR: Access(
        "Voit toute la maison ; une note d’accompagnement ne s’ouvre que par un acte motivé que le référent voit.",
        frozenset(Right),
    ),
    Role.SECTOR_HEAD: Access(
        "Suit les activités, les séances et les personnes de ses pôles.",
        frozenset(
            {
                Right.SEE_TODAY,
                Right.SEE_ACTIVITIES,
                Right.SEE_ATTENDANCES,
                Right.CALL_ROLL,
                Right.FIND_PEOPLE,
                Right.REOPEN_ROLLS,
                Right.SEE_PEOPLE,
                Right.COMPLETE_PEOPLE,
                Right.SEE_HOUSEHOLDS,
                Right.SEE_HEALTH_ALERTS,
                Right.SEE_MEMBERSHIPS,
                Right.SEE_FIGURES,
                Right.SEE_SMALL_CELLS,
                Right.SEE_REPORT,
            }
        ),
    ),
    Role.ANIMATOR: Access(
        "Anime ses activités, et retrouve les personnes de la saison en cours et de la précédente ; remplace dans les "
        "séances où son nom est inscrit, et n’en garde la feuille que jusqu’au lendemain.",
        frozenset(
            {
                Right.SEE_TODAY,
                Right.SEE_ACTIVITIES,
                Right.SEE_ATTENDANCES,
                Right.CALL_ROLL,
                Right.FIND_PEOPLE,
                Right.SEE_PEOPLE,
                Right.SEE_HEALTH_ALERTS,
            }
        ),
    ),
    Role.SUPPORT_WORKER: Access(
        "Accompagne les personnes dont il ou elle est référent, et les retrouve jusqu’à un an après la fin de "
        "l’accompagnement.",
        frozenset({Right.SEE_PEOPLE, Right.SEE_HOUSEHOLDS, Right.SEE_SITUATIONS, Right.SEE_SUPPORTS}),
    ),
    Role.RECEPTION: Access(
        "Reçoit les habitants : fiches, inscriptions, adhésions et paiements ; fait l’appel des permanences.",
        frozenset(
            {
                Right.SEE_TODAY,
                Right.SEE_ACTIVITIES,
                Right.CALL_ROLL,
                Right.FIND_PEOPLE,
                Right.SEE_PEOPLE,
                Right.COMPLETE_PEOPLE,
                Right.SEE_HOUSEHOLDS,
                Right.SEE_MEMBERSHIPS,
                Right.SEE_AMOUNTS,
            }
        ),
    ),
    Role.ACCOUNTANT: Access(
        "Tient les comptes de la maison : les paiements et les subventions en entier, les autres chiffres comme le "
        "conseil, sans aucune note.",
        frozenset({Right.SEE_AMOUNTS, Right.SEE_MEMBERSHIPS, Right.SEE_FIGURES, Right.SEE_REPORT}),
    ),
    Role.VOLUNTEER: Access(
        "Aide à une séance : fait l’appel de ce jour-là, et ne voit rien les autres jours.",
        frozenset({Right.SEE_TODAY, Right.SEE_ATTENDANCES, Right.CALL_ROLL}),
    ),
    Role.BOARD_MEMBER: Access(
        "Lit les chiffres d’ensemble et le rapport, sans aucun nom.",
        frozenset({Right.SEE_FIGURES, Right.SEE_REPORT}),
    ),
    Role.DATA_PROTECTION_OFFICER: Access(
        "Veille aux données personnelles : qui peut faire quoi, et qui a ouvert quoi.",
        frozenset({Right.SEE_AUDIT, Right.SEE_ROLES}),
    ),
}


# What opens someone's file, or tells who opened which: a director confirms whoever is given it.
CONFIRMED_BY_DIRECTORS = frozenset(
    {
        *(Right.SEE_PEOPLE, Right.SEE_HOUSEHOLDS, Right.SEE_ATTENDANCES),
        *(Right.SEE_HEALTH_ALERTS, Right.SEE_SITUATIONS, Right.SEE_SUPPORTS),
        Right.SEE_AUDIT,
    }
)


def awaits_confirmation(role: str) -> bool:
    """Whether this role, given by someone other than a director, opens nothing until a director confirms it."""
    return not CONFIRMED_BY_DIRECTORS.isdisjoint(ACCESS[Role(role)].rights)


def rights_of(roles: Iterable[str]) -> frozenset[Right]:
    """All that these roles give together; with no role, one's own account."""
    return EVERYONE.union(*(ACCESS[Role(role)].rights for role in roles))


def needs(right: Right, methods: tuple[str, ...] = READING):
    """The right that a view asks for and the methods it answers; GET never writes, audit lines apart."""

    def declare(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.can(right):
                raise PermissionDenied
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(request, *args, **kwargs)

        guarded.right = right
        guarded.methods = methods
        return guarded

    return declare


def open_to_all(methods: tuple[str, ...] = READING):
    """A page for whoever comes, signed in or not: say why beside it."""

    def declare(view):
        @wraps(view)
        def opened(request, *args, **kwargs):
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(request, *args, **kwargs)

        opened.is_open_to_all = True
        opened.methods = methods
        return login_not_required(opened)

    return declare
