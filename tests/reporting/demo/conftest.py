"""The demo year, loaded once a module and taken back after it.

Imported before the settings are named when a run begins in this folder: the demo is imported where it is used.
"""

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def alma(django_db_setup, django_db_blocker):
    """Tests that ask for it run inside its transaction, and the next module finds the database empty."""
    from reporting.demo.loading import load

    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)
