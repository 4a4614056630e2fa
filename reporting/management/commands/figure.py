"""One figure, asked in words; a contract read by other programs. Standard output holds the JSON
alone; a refusal exits 1 with a sentence on standard error."""

import json

from django.core.management.base import CommandError

from reporting.explanation import figure_in_words
from reporting.figures import FigureRefused, measure
from reporting.figures.json import figure_as_json
from reporting.figures.words import read_filters, read_period
from reporting.management.contract import ContractCommand


class Command(ContractCommand):
    help = "Mesure un chiffre : manage.py figure people --where sector=jeunesse --by sex --year 2021"

    def add_arguments(self, parser):
        parser.add_argument("measure", help="la mesure : people, attendances, sessions…")
        parser.add_argument("--where", action="append", default=[], metavar="FILTRE=VALEURS")
        parser.add_argument("--by", action="append", default=[], metavar="RÉPARTITION")
        parser.add_argument("--of", default="", help="pour share : de quoi est-ce la part")
        parser.add_argument("--part", action="append", default=[], metavar="FILTRE=VALEURS")
        parser.add_argument("--format", choices=["json", "text"], default="text")
        parser.add_argument("--from", dest="first_day", metavar="AAAA-MM-JJ", help="premier jour inclus")
        parser.add_argument("--to", dest="last_day", metavar="AAAA-MM-JJ", help="dernier jour inclus")
        parser.add_argument("--year", help="année civile, 2021")
        parser.add_argument("--school-year", help="année scolaire, 2020-2021")

    def handle(self, *args, **options):
        try:
            figure = measure(
                options["measure"],
                period=read_period(
                    year=options["year"],
                    school_year=options["school_year"],
                    first_day=options["first_day"],
                    last_day=options["last_day"],
                ),
                where=read_filters(options["where"]),
                by=options["by"],
                of=options["of"],
                part=read_filters(options["part"]),
            )
        except FigureRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["format"] == "json":
            self.stdout.write(json.dumps(figure_as_json(figure), ensure_ascii=False))
        else:
            self.stdout.write(figure_in_words(figure))
