"""`manage.py bench`: how long a large centre takes, and how many statements. In a folder of its own, thrown away."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from reporting.bench.large_centre import write_large_centre
from reporting.bench.pages import read_all
from reporting.bench.paper import time_report
from reporting.bench.roll import read_rolls

LAST_YEAR = 2021
SPANS = (1, 5)  # years
DASHBOARD_GOAL = "≤ 400 ms et 30 requêtes"


class Command(BaseCommand):
    help = "Mesure l’import, chaque page, les chiffres d’une année et le PDF sur un grand centre inventé."

    def add_arguments(self, parser):
        # What the command asks of itself, in another process with another database.
        parser.add_argument("--inside", choices=["pages", "roll", "paper"], help="mesurer la base en place, en JSON")

    def handle(self, *args, inside=None, **options):
        if inside == "pages":
            self.stdout.write(json.dumps([asdict(reading) for reading in read_all(LAST_YEAR)]))
        elif inside == "roll":
            self.stdout.write(json.dumps([asdict(reading) for reading in read_rolls()]))
        elif inside == "paper":
            self.stdout.write(json.dumps(asdict(time_report(LAST_YEAR))))
        else:
            self.bench()

    def bench(self):
        read = {years: self.large_centre(years) for years in SPANS}
        self.print_pages(*(pages for pages, _ in read.values()))
        self.print_roll(*(roll for _, roll in read.values()))
        self.print_paper()

    def large_centre(self, years: int) -> tuple[list[dict], list[dict]]:
        with tempfile.TemporaryDirectory() as folder:
            bundle = Path(folder, "bundle")
            write_large_centre(bundle, last_year=LAST_YEAR, years=years)
            manage(folder, "migrate", "--verbosity", "0")
            start = time.perf_counter()
            manage(folder, "import_bundle", str(bundle))
            took = time.perf_counter() - start
            self.stdout.write(f"Import de {years} an(s), {years * 60}\u00a0000 présences : {took:.1f} s")
            pages, roll = (json.loads(manage(folder, "bench", "--inside", part)) for part in ("pages", "roll"))
            return pages, roll

    def print_pages(self, one: list[dict], five: list[dict]):
        self.stdout.write(f"\n{'':34}{'un an':>20}{'cinq ans':>20}   écart")
        for short, long in zip(one, five, strict=True):
            cells = "".join(f"{r['milliseconds']:9.0f} ms{r['statements']:4} req" for r in (short, long))
            change = long["milliseconds"] / short["milliseconds"] - 1
            self.stdout.write(f"{short['name']:34}{cells}   {change:+.0%}")
        self.stdout.write(f"But pour le tableau de bord : {DASHBOARD_GOAL}.")

    def print_roll(self, one: list[dict], five: list[dict]):
        """Median, 95th of 100, statements."""
        self.stdout.write(f"\n{'L’appel':34}{'un an':>29}{'cinq ans':>29}   but")
        for short, long in zip(one, five, strict=True):
            cells = "".join(f"{r['median']:9.0f} ms, p95{r['p95']:4.0f}{r['statements']:4} req" for r in (short, long))
            self.stdout.write(f"{short['name']:34}{cells}   {short['goal']}")
        found = " puis ".join(f"{read[-1]['percent_found']:.0f} %" for read in (one, five))
        self.stdout.write(f"La bonne personne est dans les trois premières\u00a0: {found} des recherches.")

    def print_paper(self):
        with tempfile.TemporaryDirectory() as folder:
            manage(folder, "migrate", "--verbosity", "0")
            manage(folder, "load_demo")
            times = json.loads(manage(folder, "bench", "--inside", "paper"))
        pages, words = (times["report"] / times[alone] for alone in ("pages", "words"))
        self.stdout.write(
            f"\nRapport en PDF : {times['report']:.1f} s. WeasyPrint seul, mêmes pages : {times['pages']:.1f} s, "
            f"soit {pages:.2f} fois moins ; mêmes mots sans style ni graphique : {times['words']:.1f} s, "
            f"soit {words:.2f} fois moins."
        )
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        self.stdout.write(f"Mémoire la plus haute d’un processus : {most:.0f} Mo.")


def manage(folder: str, *words: str) -> str:
    """A command on the database of `folder`; what it wrote on standard output."""
    environment = os.environ | {"TRAME_ENV": "development", "TRAME_DATA": folder, "DATABASE_URL": ""}
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=settings.BASE_DIR,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout
