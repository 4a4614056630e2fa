"""Three sheets of today and the animators who call their rolls: rows of each one's own, and rows of everybody's."""

from dataclasses import dataclass

from django.utils import timezone

from centre.access import Role
from centre.models import User
from tests.factories import make_activity, make_centre, make_enrolment, make_person, make_session, make_staff, make_user

OWN, SHARED = 4, 3
HEADS = [
    f"tally:{group}:{sex}:{estimate}"
    for group in ("child", "adult", "")
    for sex in ("F", "M", "")
    for estimate in (0, 1)
]
# Heads that several count at one door; the others each belong to one.
SHARED_HEADS = HEADS[:2]


@dataclass(frozen=True)
class Sheet:
    session: str
    is_anonymous: bool
    own: list[list[str]]  # by animator
    shared: list[str]

    def heads_of(self, number: int) -> list[str]:
        return [*SHARED_HEADS, HEADS[len(SHARED_HEADS) + number]]


@dataclass(frozen=True)
class Place:
    users: list[User]
    sheets: list[Sheet]


def make_place(writers: int) -> Place:
    make_centre()
    users = [make_user(Role.ANIMATOR, name=f"Appel {n}", staff_member=make_staff()) for n in range(writers)]
    return Place(users, [named_sheet(users), named_sheet(users), anonymous_sheet(users)])


def named_sheet(users: list[User]) -> Sheet:
    session = session_of(users)
    rows = [row_of(session) for _ in range(OWN * len(users) + SHARED)]
    own = [rows[OWN * number : OWN * (number + 1)] for number in range(len(users))]
    return Sheet(session.key, False, own, rows[OWN * len(users) :])


def anonymous_sheet(users: list[User]) -> Sheet:
    session = session_of(users, kind="parent_child_drop_in", counting="alias")
    return Sheet(session.key, True, [[] for _ in users], [])


def session_of(users: list[User], **fields):
    activity = make_activity(**fields)
    activity.team.set(user.staff_member for user in users)
    return make_session(activity, timezone.now(), status="planned")


def row_of(session) -> str:
    person = make_person()
    make_enrolment(person, session.activity)
    return f"person:{person.key}"
