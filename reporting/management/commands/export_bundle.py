"""Writes the whole centre as a bundle, or the empty one that people fill."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reporting.bundle.export import export_bundle
from reporting.bundle.faults import BundleRefused
from reporting.bundle.template import write_template


class Command(BaseCommand):
    help = "Exporte tout le centre : dossier de fichiers CSV, .zip ou .xlsx, selon le nom."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, nargs="?", metavar="DOSSIER|FICHIER")
        parser.add_argument("--template", type=Path, metavar="FICHIER", help="écrit le modèle vide, en français")

    def handle(self, *, path: Path | None, template: Path | None, **options):
        if (path is None) == (template is None):
            raise CommandError("Indiquez un dossier ou un fichier, ou --template FICHIER pour le modèle vide.")
        try:
            if template is not None:
                write_template(template)
                self.stdout.write(f"Modèle écrit : {template}.")
            else:
                counts = export_bundle(path)
                self.stdout.write(f"Exporté : {path}, {len(counts)} tables, {sum(counts.values())} lignes.")
        except BundleRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"Impossible d’écrire « {error.filename} » : {error.strerror}.") from error
