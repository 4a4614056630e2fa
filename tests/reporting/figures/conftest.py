"""The worked example, imported once a module and taken back after it."""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker, tmp_path_factory):
    from reporting.bundle.importing import import_bundle
    from tests.reporting.bundle.files import write_folder
    from tests.reporting.figures.worked_example import TABLES

    folder = write_folder(tmp_path_factory.mktemp("example"), **TABLES)
    with django_db_blocker.unblock(), transaction.atomic():
        assert import_bundle(folder).faults.lines() == []
        yield
        transaction.set_rollback(True)
