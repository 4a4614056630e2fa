"""Records a bundle: a folder of CSV files, a .zip or an .xlsx. All or nothing."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reporting.bundle.faults import BundleRefused
from reporting.bundle.importing import Report, import_bundle
from reporting.bundle.tables import TABLES


class Command(BaseCommand):
    help = "Importe un centre entier ou quelques tables : dossier de fichiers CSV, .zip ou .xlsx. Tout ou rien."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, metavar="DOSSIER|FICHIER")
        parser.add_argument("--check", action="store_true", help="vérifie sans rien écrire")

    def handle(self, *, path: Path, check: bool, **options):
        try:
            report = import_bundle(path, check_only=check)
        except BundleRefused as refusal:
            raise CommandError(f"{refusal} Rien n’a été importé.") from refusal
        for remark in report.faults.remarks:
            self.stdout.write(f"À savoir : {remark}")
        if report.faults:
            self.stderr.write("\n".join(report.faults.lines()))
            raise CommandError(f"{_count(report.faults.count, 'faute')} : rien n’a été importé.")
        self.stdout.write("\n".join(describe(report)))


def describe(report: Report) -> list[str]:
    lines = [_line(name, *counts) for name, counts in report.counts.items()]
    for label, words in report.words.items():
        lines.append(f"Mots nouveaux, {label} : {', '.join(words)}.")
    if report.changes_nothing:
        lines.append("Rien à changer : tout est déjà là.")
    elif report.is_written:
        lines.append("Importé.")
    else:
        lines.append("Vérifié : aucune faute. Rien n’a été écrit.")
    return lines


def _line(name: str, created: int, changed: int, same: int) -> str:
    counts = [(created, "nouvelle"), (changed, "modifiée"), (same, "inchangée")]
    said = ", ".join(_count(number, word) for number, word in counts if number)
    return f"{TABLES[name].label} ({name}), lignes : {said or 'aucune'}."


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}"
