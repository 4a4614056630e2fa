from centre.access import ACCESS, EVERYONE, Right, Role, rights_of
from tests.factories import make_user

# What opens a file with someone's name on it.
NAMES = {
    Right.SEE_PEOPLE,
    Right.SEE_HOUSEHOLDS,
    Right.SEE_ATTENDANCES,
    Right.SEE_HEALTH_ALERTS,
    Right.SEE_SITUATIONS,
    Right.SEE_SUPPORTS,
    Right.SEE_MEMBERSHIPS,
}


def test_every_role_is_described():
    described = {role: (bool(access.sentence.endswith(".")), bool(access.rights)) for role, access in ACCESS.items()}

    assert described == dict.fromkeys(Role, (True, True))


def test_every_right_is_given_to_someone():
    given = EVERYONE.union(*(access.rights for access in ACCESS.values()))

    assert given == set(Right)


def test_roles_add_up():
    both = rights_of([Role.BOARD_MEMBER, Role.VOLUNTEER])

    assert both == rights_of([Role.BOARD_MEMBER]) | rights_of([Role.VOLUNTEER])


def test_no_role_leaves_ones_own_account():
    assert rights_of([]) == {Right.MANAGE_OWN_ACCOUNT}


def test_who_opens_no_file_of_a_person():
    without_names = {role for role in Role if not ACCESS[role].rights & NAMES}

    assert without_names == {Role.ADMINISTRATOR, Role.BOARD_MEMBER, Role.DATA_PROTECTION_OFFICER}


def test_the_accountant_reads_amounts_and_no_note():
    assert ACCESS[Role.ACCOUNTANT].rights & NAMES == {Right.SEE_MEMBERSHIPS}


def test_who_reads_what_is_sensitive():
    readers = {
        right: {role for role in Role if right in ACCESS[role].rights}
        for right in (Right.SEE_HEALTH_ALERTS, Right.SEE_SITUATIONS, Right.SEE_SUPPORTS, Right.SEE_AUDIT)
    }

    assert readers == {
        Right.SEE_HEALTH_ALERTS: {Role.DIRECTOR, Role.SECTOR_HEAD, Role.ANIMATOR},
        Right.SEE_SITUATIONS: {Role.DIRECTOR, Role.SUPPORT_WORKER},
        Right.SEE_SUPPORTS: {Role.DIRECTOR, Role.SUPPORT_WORKER},
        Right.SEE_AUDIT: {Role.DIRECTOR, Role.DATA_PROTECTION_OFFICER},
    }


def test_a_user_knows_their_roles_with_one_query(db, django_assert_num_queries):
    user = make_user(Role.ANIMATOR, Role.RECEPTION)

    with django_assert_num_queries(1):
        answers = [
            user.has_role(Role.RECEPTION),
            user.has_role(Role.DIRECTOR),
            user.has_role(Role.DIRECTOR, Role.ANIMATOR),
            user.can(Right.SEE_AMOUNTS),
            user.can(Right.SEE_AUDIT),
        ]

    assert answers == [True, False, True, True, False]
