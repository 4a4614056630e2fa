"""One account a role, to look around the demo; the same password for all, printed by the command."""

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from centre.models import Role, Sector, StaffMember, User, UserRole
from reporting.demo.team import Team

DOMAIN = "alma.example"
PASSWORD = "trame-demo-2021"
# Mailbox, role, whose account it is: a profession, "volunteer" or nobody of the staff; sectors.
ACCOUNTS = [
    ("direction", Role.DIRECTOR, "direction", []),
    ("jeunesse", Role.SECTOR_HEAD, "responsable-de-pole jeunesse", ["jeunesse"]),
    ("animation", Role.ANIMATOR, "animateur jeunesse", ["jeunesse"]),
    ("insertion", Role.SUPPORT_WORKER, "referente-rsa", ["insertion"]),
    ("accueil", Role.RECEPTION, "agent-d-accueil", []),
    ("comptabilite", Role.ACCOUNTANT, "comptable", []),
    ("benevole", Role.VOLUNTEER, "volunteer", []),
    ("conseil", Role.BOARD_MEMBER, "", []),
    ("donnees", Role.DATA_PROTECTION_OFFICER, "", []),
    ("administration", Role.ADMINISTRATOR, "", []),
]
NAMES = {
    "conseil": "Membre du conseil",
    "donnees": "Déléguée aux données",
    "administration": "Administration du logiciel",
}


def open_accounts(team: Team) -> None:
    """After the records are saved; a password is hashed once, because that is slow on purpose."""
    password = make_password(PASSWORD)
    for mailbox, role, post, sectors in ACCOUNTS:
        member = _holder(team, post)
        user = User.objects.create(
            email=f"{mailbox}@{DOMAIN}",
            name=member.name if member else NAMES[mailbox],
            password=password,
            staff_member=member,
        )
        user.sectors.set(Sector.objects.filter(slug__in=sectors))
        UserRole.objects.create(user=user, role=role, is_confirmed=True)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


def _holder(team: Team, post: str) -> StaffMember | None:
    if not post:
        return None
    return team.volunteers[0] if post == "volunteer" else team.in_post(post)[0]


def in_words() -> list[str]:
    """« direction@alma.example   Direction », one a line."""
    return [f"{mailbox}@{DOMAIN}".ljust(32) + role.label for mailbox, role, *_ in ACCOUNTS]
