"""The whole centre written as a bundle: every table, sorted by key, the same bytes for the same records."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import connection, transaction

from activities.models import Session
from centre.models import AuditEntry
from reporting.bundle.cells import NONE, escape
from reporting.bundle.faults import BundleRefused
from reporting.bundle.instants import local, write_hour, write_instant
from reporting.bundle.kinds import Kind
from reporting.bundle.outputs import FolderOutput, Output, WorkbookOutput, ZipOutput
from reporting.bundle.stored import Stored
from reporting.bundle.tables import TABLES, Column, Table
from reporting.bundle.words import Vocabulary
from reporting.models import Indicator

# Where an empty cell would mean « the main home of that day », none has to be said.
SAID_NONE = {("attendances", "household"), ("supports", "household")}
OUTPUTS = {".zip": ZipOutput, ".xlsx": WorkbookOutput, "": FolderOutput}
OWNER_ONLY = 0o077


def export_bundle(path: Path) -> dict[str, int]:
    """Rows written, by table. The files hold personal data: only their owner may read them."""
    before = os.umask(OWNER_ONLY)
    try:
        with open_output(path) as output, one_moment():
            stored = Stored(keeps_fingerprints=False)
            counts = {table.name: write_table(table, stored, output) for table in TABLES.values()}
    finally:
        os.umask(before)
    AuditEntry.objects.create(action="bundle_exported", record_type="bundle")
    return counts


def open_output(path: Path) -> Output:
    suffix = path.suffix.lower()
    if suffix not in OUTPUTS and not path.is_dir():
        raise BundleRefused(f"« {path.name} » : format inconnu. Indiquez un dossier, un fichier .zip ou .xlsx.")
    if suffix in (".zip", ".xlsx") and path.is_dir():
        raise BundleRefused(f"« {path} » est un dossier. Choisissez un autre nom.")
    return OUTPUTS.get(suffix, FolderOutput)(path)


def one_moment():
    """All tables as they stand at one moment, whoever saves meanwhile."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        return RepeatableRead()
    return transaction.atomic()


class RepeatableRead(transaction.Atomic):
    def __init__(self):
        super().__init__(using=None, savepoint=True, durable=True)

    def __enter__(self):
        super().__enter__()
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")  # the ORM has no word for it


def write_table(table: Table, stored: Stored, output: Output) -> int:
    rows = sorted_rows(table, stored)
    columns = [column for column in table.columns if not column.extra or is_used(table, column, rows)]
    writers = [(column.name, cell_writer(table, column, stored)) for column in columns]
    output.write(table.name, [column.name for column in columns], texts(rows, writers))
    return len(rows)


def is_used(table: Table, column: Column, rows: list[dict]) -> bool:
    return any(row[column.name] != table.defaults.get(column.name) for row in rows)


def texts(rows: list[dict], writers: list[tuple[str, Callable]]) -> Iterator[list[str]]:
    for row in rows:
        yield [write(row) for _, write in writers]


def sorted_rows(table: Table, stored: Stored) -> list[dict]:
    """By key, in an order that no database's alphabet changes; indicators in their own order."""
    rows = [row for _, row in stored.rows(table)]
    if table.model is Indicator:
        positions = dict(Indicator.objects.values_list("code", "position"))
        return sorted(rows, key=lambda row: (positions[row["code"]], row["code"]))
    names = [column.name for column in table.key_columns]
    return sorted(rows, key=lambda row: [sortable(row[name]) for name in names])


def sortable(value) -> tuple:
    return (value is not None, str(value))


def cell_writer(table: Table, column: Column, stored: Stored) -> Callable[[dict], str]:
    name, write = column.name, remembering(kind_writer(column.kind, stored))
    if (table.name, name) in SAID_NONE:
        return lambda row: _home(row, name, write)
    if table.name == "attendances" and name in ("arrived_at", "left_at"):
        return hour_writer(name, stored)
    return lambda row: write(row[name])


def _home(row: dict, name: str, write: Callable) -> str:
    return NONE if row[name] is None and row["person"] is not None else write(row[name])


def kind_writer(kind: Kind, stored: Stored) -> Callable:
    if kind.vocabulary is None:
        return kind.write
    vocabulary = Vocabulary(kind.vocabulary, kind.key_field, stored)
    if kind.is_many:
        return lambda keys: "; ".join(vocabulary.cell(key) for key in keys)
    return vocabulary.cell


def remembering(write: Callable) -> Callable:
    """The text of a value: most values come again and again."""
    known = {None: "", "": ""}

    def text_of(value) -> str:
        try:
            return known[value]
        except KeyError:
            text = known[value] = escape(write(value))
            return text

    return text_of


def hour_writer(name: str, stored: Stored) -> Callable[[dict], str]:
    """HH:MM on the session's own day; the whole instant for a night's end and for the hour that October repeats."""
    days = dict(stored.read(Session.objects.values_list("key", "day")))

    def text_of(row: dict) -> str:
        if row[name] is None:
            return ""
        instant = local(row[name])
        is_plain = instant.date() == days[row["session"]] and not instant.fold
        return write_hour(instant.time()) if is_plain else write_instant(instant)

    return text_of
