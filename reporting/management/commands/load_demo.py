"""`manage.py load_demo`: the year 2021 of a made-up centre, to look around and to try the report; and a day of today
to try the roll call."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reporting.demo import accounts
from reporting.demo.loading import DatabaseTaken, load
from reporting.demo.visit import plan_day
from reporting.drawing import long_date

TAKEN = (
    "Cette base contient déjà un centre : la démonstration n’y entre pas. "
    "Indiquez une autre base avec DATABASE_URL, ou lancez « make demo », qui a la sienne."
)


class Command(BaseCommand):
    help = (
        "Écrit l’année de démonstration (2021) dans une base vide, y prévoit les séances d’aujourd’hui et dit les "
        "comptes pour s’y connecter."
    )

    def handle(self, *args, **options):
        try:
            is_new = load()
        except DatabaseTaken as taken:
            raise CommandError(TAKEN) from taken
        self.stdout.write("Année 2021 écrite." if is_new else "L’année de démonstration est déjà là.")
        self.stdout.write(f"Comptes (mot de passe : {accounts.PASSWORD})")
        for line in accounts.in_words():
            self.stdout.write(f"  {line}")
        day = timezone.localdate()
        count = len(plan_day(day))
        self.stdout.write(
            f"Aujourd’hui, {long_date(day)} : {count} séances où essayer l’appel. Celles de 2021 sont dans « Agenda »."
        )
