"""People save while a bundle comes in: they wait, none fails, and nothing of theirs is lost."""

import threading
import time
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from activities.models import Attendance
from members.models import HouseholdMember, Person
from reporting.bundle import importing
from reporting.bundle.importing import import_bundle
from tests.reporting.bundle.files import BASE, write_folder

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 1500
WRITERS = 3


def in_thread(work) -> threading.Thread:
    def run():
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def big_bundle(tmp_path):
    people = "key,last_name\n" + "".join(f"n{i},Nouveau\n" for i in range(PEOPLE))
    attendances = "session,person,status\n" + "".join(f"s1,n{i},present\n" for i in range(PEOPLE))
    return write_folder(tmp_path / "big", people=people, attendances=attendances)


def test_people_who_save_meanwhile_wait_and_none_fails(tmp_path):
    import_bundle(write_folder(tmp_path / "base", **BASE))
    folder = big_bundle(tmp_path)
    stop, saved, errors = threading.Event(), [], []

    def save(writer):
        while not stop.is_set():
            try:
                with transaction.atomic():
                    person = Person.objects.select_for_update().get(key="p1")
                    person.phone = f"{writer}-{len(saved)}"
                    person.save()
                    saved.append(Person.objects.create(last_name=f"Saisi {writer}").pk)
            except Exception as error:  # what a person at the desk would have seen
                errors.append(error)
            time.sleep(0.01)

    threads = [in_thread(lambda writer=writer: save(writer)) for writer in range(WRITERS)]
    report = import_bundle(folder)
    stop.set()
    for thread in threads:
        thread.join()

    assert errors == []
    assert report.is_written
    assert Attendance.objects.count() == PEOPLE
    assert Person.objects.filter(last_name__startswith="Saisi").count() == len(saved) > 0


def test_an_import_waits_for_someone_who_takes_their_time(tmp_path):
    import_bundle(write_folder(tmp_path / "base", **BASE))
    folder = write_folder(tmp_path / "later", people="key,phone\np2,0320\n")
    begun = threading.Event()

    def save_slowly():
        with transaction.atomic():
            Person.objects.filter(key="p1").update(phone="0600")
            begun.set()
            time.sleep(3)

    thread = in_thread(save_slowly)
    begun.wait()
    report = import_bundle(folder)
    thread.join()

    assert report.is_written
    assert list(Person.objects.values_list("key", "phone").order_by("key")) == [("p1", "0600"), ("p2", "0320")]


@contextmanager
def just_before_the_write(monkeypatch, work):
    """`work` is done by somebody else, once, between the check and the write."""
    original = importing.alone_to_write
    done = []

    @contextmanager
    def alone_to_write():
        if not done:
            done.append(True)
            in_thread(work).join()
        with original():
            yield

    monkeypatch.setattr(importing, "alone_to_write", alone_to_write)
    yield


def test_an_attendance_marked_meanwhile_is_updated_not_doubled(tmp_path, monkeypatch):
    import_bundle(write_folder(tmp_path / "base", **BASE))
    folder = write_folder(tmp_path / "later", attendances="session,person,status\ns1,p1,present\n")

    def mark():
        import_bundle(write_folder(tmp_path / "other", attendances="session,person,status,cases\ns1,p1,absent,3\n"))

    with just_before_the_write(monkeypatch, mark):
        report = import_bundle(folder)

    assert report.counts == {"attendances": (0, 1, 0)}
    assert list(Attendance.objects.values_list("status", "case_count")) == [("present", 3)]


def test_a_main_home_opened_meanwhile_is_a_fault(tmp_path, monkeypatch):
    bundle = BASE | {"household_members": "household,person,from_on\n"}
    import_bundle(write_folder(tmp_path / "base", **bundle))
    folder = write_folder(tmp_path / "later", household_members="household,person,from_on\nh1,p1,2021-01-01\n")

    def move():
        import_bundle(
            write_folder(tmp_path / "other", household_members="household,person,from_on\nh2,p1,2020-01-01\n")
        )

    with just_before_the_write(monkeypatch, move):
        report = import_bundle(folder)

    assert [fault.column for fault in report.faults.kept] == ["is_main"]
    assert list(HouseholdMember.objects.values_list("household__key", flat=True)) == ["h2"]


def test_a_person_gone_meanwhile_is_a_fault(tmp_path, monkeypatch):
    import_bundle(write_folder(tmp_path / "base", **BASE))
    folder = write_folder(tmp_path / "later", attendances="session,person,status\ns1,p1,present\n")

    with just_before_the_write(monkeypatch, lambda: Person.objects.filter(key="p1").delete()):
        report = import_bundle(folder)

    assert [fault.column for fault in report.faults.kept] == ["person"]
    assert not Attendance.objects.exists()


def test_two_imports_of_one_bundle_at_once_make_one_centre(tmp_path):
    folder = write_folder(tmp_path, **BASE)
    errors = []

    def load():
        try:
            import_bundle(folder)
        except Exception as error:  # either would be a failure of the other's import
            errors.append(error)

    threads = [in_thread(load) for _ in range(3)]
    for thread in threads:
        thread.join()

    assert errors == []
    assert Person.objects.count() == 2
