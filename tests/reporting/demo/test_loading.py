"""`manage.py load_demo`: once, alike, quickly, in a house of its own, without the people of any real report."""

import re
import time
from hashlib import sha256
from io import StringIO
from itertools import chain

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from activities.models import Attendance
from centre.models import Centre, Mandate, Role, StaffMember, User, UserRole
from members.models import EmergencyContact, Household, Person, Pickup
from reporting.demo import accounts
from reporting.demo.ledger import TABLES
from reporting.demo.loading import plan_year
from reporting.drawing import long_date
from reporting.models import Block, Chapter, Report

# The surnames that a real report prints, each by the beginning of its hash.
REAL_NAMES = {
    "06b68359ee6ac995",
    "0addcc1de26ee0f6",
    "57f7a28fc05ce6b0",
    "5f392985a1297212",
    "aeb45291b2167f55",
    "b6ce1b6205aa646b",
    "c002f314574a136f",
    "dc1b9fdd184d37bf",
}
NAMED = [StaffMember, User, Household, EmergencyContact, Pickup]
WRITTEN_WHEN = {"created_at", "recorded_at"}


def digest(ledger) -> str:
    """Of every record, field by field; a record that points to another one stands for it by its own words."""
    digests: dict[int, str] = {}
    whole = sha256()
    for table in TABLES:
        fields = [field for field in table._meta.concrete_fields if field.name not in {"id", *WRITTEN_WHEN}]
        for record in sorted(ledger.all(table), key=lambda one: getattr(one, "parent", None) is not None):
            words = [_words(getattr(record, field.name), digests) for field in fields]
            digests[id(record)] = sha256(repr(words).encode()).hexdigest()
            whole.update(digests[id(record)].encode())
    return whole.hexdigest()


def _words(value, digests):
    return digests[id(value)] if hasattr(value, "_meta") else str(value)


def load() -> str:
    output = StringIO()
    call_command("load_demo", stdout=output)
    return output.getvalue()


def test_the_records_are_the_same_at_each_run():
    first, _ = plan_year()
    second, _ = plan_year()

    assert digest(first) == digest(second)


@pytest.mark.django_db
def test_it_ends_within_a_minute_and_a_second_time_changes_nothing():
    started = time.monotonic()
    first = load()
    seconds = time.monotonic() - started
    counts = {table: table.objects.count() for table in TABLES}

    again = load()

    assert seconds < 60
    assert first.startswith("Année 2021 écrite.")
    assert again.startswith("L’année de démonstration est déjà là.")
    assert again.splitlines()[1:] == first.splitlines()[1:]
    assert {table: table.objects.count() for table in TABLES} == counts


@pytest.mark.django_db
@pytest.mark.parametrize(
    "own", [lambda: Centre.objects.create(name="Les Trois-Ponts"), lambda: User.objects.create(email="a@b.fr")]
)
def test_another_centre_is_left_alone(own):
    own()

    with pytest.raises(CommandError, match="Cette base contient déjà un centre"):
        load()

    assert (Household.objects.count(), Attendance.objects.count()) == (0, 0)


@pytest.mark.django_db
@pytest.mark.usefixtures("alma")
class TestLoaded:
    def test_the_report_is_written(self):
        report = Report.objects.get(year=2021)

        assert report.foreword_signature == Mandate.objects.get(body__slug="bureau", role="Présidente").holder
        assert Chapter.objects.filter(report=report).count() == 7

    def test_there_is_an_account_for_each_role(self):
        assert set(UserRole.objects.values_list("role", flat=True)) == set(Role.values)
        assert UserRole.objects.count() == len(Role.values)

    def test_each_account_opens_with_the_printed_words(self, client):
        lines = load().splitlines()

        assert lines[-1].startswith(f"Aujourd’hui, {long_date(timezone.localdate())} : 7 séances")
        for line in lines[2:-1]:
            email = line.split()[0]
            user = User.objects.get(email=email)
            assert user.check_password(accounts.PASSWORD)
            assert user.emailaddress_set.get().verified
        assert accounts.PASSWORD in lines[1]

    def test_accounts_have_something_to_see(self):
        animator = User.objects.get(role_set__role=Role.ANIMATOR)
        volunteer = User.objects.get(role_set__role=Role.VOLUNTEER)
        support_worker = User.objects.get(role_set__role=Role.SUPPORT_WORKER)
        head = User.objects.get(role_set__role=Role.SECTOR_HEAD)

        assert animator.staff_member.activities.filter(slug="dynamik-ados").exists()
        assert volunteer.staff_member.sessions.filter(activity__slug="clas-enfance").exists()
        assert support_worker.staff_member.supports.filter(notes__isnull=False).exists()
        assert list(head.sectors.values_list("slug", flat=True)) == ["jeunesse"]

    def test_nobody_bears_the_name_of_a_real_person(self):
        texts = chain(
            *Person.objects.values_list("last_name", "first_name", "usual_name"),
            *(model.objects.values_list("name", flat=True) for model in NAMED),
            Mandate.objects.values_list("holder", flat=True),
            *Report.objects.values_list("foreword", "foreword_signature"),
            *Block.objects.values_list("title", "text"),
        )
        words = {word.casefold() for text in texts for word in re.findall(r"\w+", text)}

        assert "delannoy" in words
        assert [word for word in words if sha256(word.encode()).hexdigest()[:16] in REAL_NAMES] == []
