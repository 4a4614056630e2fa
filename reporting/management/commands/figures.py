"""Every indicator of a year's report; a contract read by other programs."""

import json

from django.core.management.base import CommandError

from centre.periods import Period
from reporting.drawing import with_unit
from reporting.figures import FigureRefused
from reporting.figures.json import figure_as_json
from reporting.figures.words import read_period
from reporting.indicators import measure_indicators
from reporting.management.contract import ContractCommand


class Command(ContractCommand):
    help = "Mesure tous les indicateurs du rapport d’une année."

    def add_arguments(self, parser):
        parser.add_argument("--year", help="année civile, 2021")
        parser.add_argument("--format", choices=["json", "text"], default="text")

    def handle(self, *args, **options):
        try:
            measured = measure_indicators(year_of_report(options["year"]))
        except FigureRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["format"] == "json":
            rows = [indicator_as_json(indicator, figure) for indicator, figure in measured]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
            return
        for indicator, figure in measured:
            value = with_unit(figure.value, figure.unit)
            self.stdout.write(f"{indicator.code}  {value}  {indicator.label}")


def year_of_report(text: str | None) -> Period:
    if not text:
        raise FigureRefused("Dites de quelle année : --year 2021.")
    return read_period(year=text)


def indicator_as_json(indicator, figure) -> dict:
    return {
        "id": indicator.code,
        "chapter": indicator.chapter,
        "label": indicator.label,
        **figure_as_json(figure),
    }
