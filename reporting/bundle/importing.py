"""One import from end to end: open, check, write if nobody changed anything meanwhile, say what was done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DatabaseError, OperationalError
from django.utils import timezone

from centre.models import AuditEntry
from reporting.bundle.check import check
from reporting.bundle.faults import BundleRefused, Faults
from reporting.bundle.locks import alone_to_write
from reporting.bundle.plan import Plan
from reporting.bundle.sources import open_source
from reporting.bundle.tables import TABLES
from reporting.bundle.write import write

REMARKS_TOLD = 10  # about a bundle without a table
TRIES_OUTSIDE = 3  # then the check is made again while everybody waits


@dataclass
class Report:
    """What an import did, or would do, for people to read."""

    faults: Faults
    counts: dict[str, tuple[int, int, int]] = field(default_factory=dict)  # table -> created, changed, same
    words: dict[str, list[str]] = field(default_factory=dict)  # open list -> its new words
    is_written: bool = False

    @property
    def changes_nothing(self) -> bool:
        return not any(created or changed for created, changed, _ in self.counts.values())

    @classmethod
    def of(cls, faults: Faults, plan: Plan) -> "Report":
        report = cls(faults)
        for name, table in plan.tables.items():
            report.counts[name] = (len(table.creates), len(table.updates), table.unchanged)
        for vocabulary in plan.world.vocabularies:
            if vocabulary.new:
                report.words[str(vocabulary.label)] = sorted(vocabulary.new.values())
        return report


def import_bundle(path: Path, *, check_only: bool = False) -> Report:
    """All or nothing. Raises `BundleRefused` for a bundle that cannot be opened or a database too busy."""
    for _ in range(TRIES_OUTSIDE):
        report, plan = read(path)
        if report.faults or check_only or report.changes_nothing:
            return report
        with refusals_in_words(), alone_to_write():
            if not plan.world.stored.has_moved():
                return _write(report, plan)
    with refusals_in_words(), alone_to_write():
        report, plan = read(path)
        return report if report.faults else _write(report, plan)


def read(path: Path) -> tuple[Report, Plan | None]:
    faults = Faults()
    with open_source(path, faults) as source:
        if not source.places:
            raise BundleRefused(_no_table(path, faults))
        plan = check(source, faults, timezone.localdate())
    return Report.of(faults, plan), plan


def _no_table(path: Path, faults: Faults) -> str:
    seen = [str(remark) for remark in faults.remarks][:REMARKS_TOLD]
    refusal = f"« {path} » n’a aucune table connue. Nommez les fichiers ou les onglets : {', '.join(TABLES)}."
    return "\n".join([*seen, refusal])


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """The last resort. What the database adds after its first line holds records, and stays out of sight."""
    try:
        yield
    except OperationalError as error:
        raise BundleRefused("La base est occupée ou ne répond pas. Rien n’a été écrit : recommencez.") from error
    except DatabaseError as error:
        reason = str(error).splitlines()[0]
        raise BundleRefused(
            f"La base a refusé l’écriture ({reason}). Rien n’a été écrit. Signalez cette phrase : la vérification "
            "aurait dû le dire plus tôt."
        ) from error


def _write(report: Report, plan: Plan) -> Report:
    write(plan)
    AuditEntry.objects.create(action="bundle_imported", record_type="bundle")
    report.is_written = True
    return report
