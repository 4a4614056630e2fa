import pytest
from django.db import connection

FULL = 2


@pytest.mark.django_db
def test_what_is_answered_is_on_the_disk():
    """PostgreSQL waits for the disk unless its own settings say otherwise, and those of the tests do."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            asked = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
        assert asked == {"journal_mode": "wal", "synchronous": FULL}
    else:
        assert "synchronous_commit" not in str(connection.settings_dict["OPTIONS"])
