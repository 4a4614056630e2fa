"""`manage.py build_report 2021 -o rapport.pdf`: the report of a year, as a PDF."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from reporting.building import make_report, report_file_name, write_whole
from reporting.figures import FigureRefused
from reporting.models import Report
from reporting.operations import keep_report
from reporting.rendering import ReportRefused


class Command(BaseCommand):
    help = "Écrit le rapport d’activité d’une année en PDF, que sa page propose ensuite."

    def add_arguments(self, parser):
        parser.add_argument("year", type=int, help="année du rapport")
        parser.add_argument("-o", "--output", help="fichier à écrire ; sinon rapport-activite-ANNÉE.pdf")

    def handle(self, *args, **options):
        self.told = ""
        report = self.find(options["year"])
        path = Path(options["output"] or report_file_name(report))
        try:
            pdf = make_report(report, self.tell)
            write_whole(path, pdf)
            keep_report(report, pdf)
        except (ReportRefused, FigureRefused) as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as fault:
            raise CommandError(
                f"Le fichier {fault.filename or path} n’a pas pu être écrit : {fault.strerror}."
            ) from fault
        self.stdout.write(str(path))

    def find(self, year: int) -> Report:
        report = Report.objects.filter(year=year).first()
        if report is None:
            known = ", ".join(str(one) for one in Report.objects.values_list("year", flat=True)) or "aucune"
            raise CommandError(f"Aucun rapport pour {year}. Années connues : {known}.")
        return report

    def tell(self, step: str, percent: int):
        """One line a step: « Mise en page : page 12 » is told with the first page only."""
        name = step.partition("\u00a0:")[0]
        if name != self.told:
            self.told = name
            self.stderr.write(f"{percent:3d} %  {name}")
