from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Q

from centre.keys import new_key

FULL_AGE = 18


class Sex(models.TextChoices):
    FEMALE = "F", "Féminin"
    MALE = "M", "Masculin"


class PersonQuerySet(models.QuerySet):
    def formerly(self, keys: Iterable[str]):
        """Those to whom the files of these keys were matched."""
        return self.filter(former_keys__key__in=keys).distinct()


class Person(models.Model):
    """Someone known by name. The birth date may be only a year, or missing: both are said, never hidden."""

    key = models.CharField("clé", max_length=80, unique=True, default=new_key)
    last_name = models.CharField("nom", max_length=100)
    first_name = models.CharField("prénom", max_length=100, blank=True)
    usual_name = models.CharField("nom d’usage", max_length=100, blank=True)
    birth_date = models.DateField("date de naissance", null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField("année de naissance", null=True, blank=True)
    is_birth_year_estimated = models.BooleanField("année estimée", default=False)
    sex = models.CharField("sexe", max_length=1, choices=Sex.choices, blank=True, help_text="vide : non renseigné")
    email = models.EmailField("adresse électronique", blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    is_to_complete = models.BooleanField("à compléter", default=False)
    created_at = models.DateTimeField("créée le", auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "personne"
        ordering = ["last_name", "first_name", "id"]
        indexes = [models.Index(fields=["last_name", "first_name"], name="person_name_idx")]
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__gte=1890, birth_year__lte=2100),
                name="person_birth_year_is_plausible",
                violation_error_message="L’année de naissance doit être entre 1890 et 2100.",
            ),
            models.CheckConstraint(
                condition=Q(birth_date=None) | Q(birth_date__gte=date(1890, 1, 1)),
                name="person_birth_date_is_plausible",
                violation_error_message="La date de naissance doit être après 1890.",
            ),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.values]), name="person_sex_exists"),
        ]

    def __str__(self):
        return f"{self.first_name} {self.usual_name or self.last_name}".strip()

    def age_on(self, day: date) -> int | None:
        """Completed years on `day`; with a birth year only, that day's year less the birth year."""
        return age_on(self.birth_date, self.birth_year, day)


class FormerKey(models.Model):
    """The key of a file that was matched to another: a device left without network, a printed code still say it."""

    key = models.CharField("clé", max_length=80, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="former_keys", verbose_name="personne")

    class Meta:
        verbose_name = "ancienne clé"
        verbose_name_plural = "anciennes clés"
        ordering = ["id"]

    def __str__(self):
        return self.key


def age_on(birth_date: date | None, birth_year: int | None, day: date) -> int | None:
    if birth_date is not None:
        before_birthday = (day.month, day.day) < (birth_date.month, birth_date.day)
        return day.year - birth_date.year - before_birthday
    if birth_year is not None:
        return day.year - birth_year
    return None
