"""The write transaction: people who save meanwhile wait for it, and none of them fails because of it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from django.db import OperationalError, connection, transaction

from reporting.bundle.faults import BundleRefused
from reporting.bundle.tables import TABLES

SECONDS_TO_WAIT = 30
SECONDS_BETWEEN_TRIES = 0.1
WAIT_FOR_A_TABLE = "1500ms"  # more than PostgreSQL's deadlock_timeout


@contextmanager
def alone_to_write() -> Iterator[None]:
    """SQLite queues writers by itself: the transaction begins IMMEDIATE. PostgreSQL locks the tables, all at once
    or none: waiting for one while holding another could make somebody's own transaction fail."""
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while True:
        with transaction.atomic():
            if _take_tables():
                yield
                return
            transaction.set_rollback(True)
        if time.monotonic() > deadline:
            raise BundleRefused(
                "La base est occupée depuis trop longtemps. Rien n’a été écrit : recommencez plus tard."
            )
        time.sleep(SECONDS_BETWEEN_TRIES)
        _wait_for_each_table()


def _take_tables() -> bool:
    if connection.vendor != "postgresql":
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {', '.join(_tables())} IN EXCLUSIVE MODE NOWAIT")  # the ORM has no lock
        return True
    except OperationalError:
        return False


def _wait_for_each_table() -> None:
    """One at a time, holding no other, so that nobody can be caught between two. After a second of such a wait
    PostgreSQL calls off its own cleaning (autovacuum), which would never yield to NOWAIT."""
    for table in _tables():
        with suppress(OperationalError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{WAIT_FOR_A_TABLE}'")
            cursor.execute(f"LOCK TABLE {table} IN EXCLUSIVE MODE")
            transaction.set_rollback(True)


def _tables() -> list[str]:
    models = [table.model for table in TABLES.values()]
    words = [column.kind.vocabulary for table in TABLES.values() for column in table.columns if column.kind.vocabulary]
    links = [
        table.model._meta.get_field(column.field_name).remote_field.through
        for table in TABLES.values()
        for column in table.many_columns
    ]
    return sorted({connection.ops.quote_name(model._meta.db_table) for model in [*models, *words, *links]})
