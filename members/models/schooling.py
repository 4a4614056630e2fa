from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from centre.periods import Period, PeriodRefused
from members.models.people import Person

GRADES = [
    "TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2",
    "6e", "5e", "4e", "3e", "2de", "1re", "Tle",
]  # fmt: skip


class School(models.Model):
    name = models.CharField("nom", max_length=150, unique=True)

    class Meta:
        verbose_name = "école"
        ordering = ["name"]

    def __str__(self):
        return self.name


def validate_school_year(text: str) -> None:
    """Two years that follow one another, which the database does not check."""
    try:
        Period.school_year(text)
    except PeriodRefused as refusal:
        raise ValidationError(str(refusal)) from None


class Schooling(models.Model):
    """A class belongs to a person and a school year (1 September to 31 August), not to a person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="schoolings", verbose_name="personne")
    school_year = models.CharField(
        "année scolaire",
        max_length=9,
        validators=[validate_school_year],
    )
    school = models.ForeignKey(School, models.PROTECT, null=True, blank=True, verbose_name="école")
    grade = models.CharField("classe", max_length=30, blank=True)

    class Meta:
        verbose_name = "scolarité"
        ordering = ["-school_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "school_year"],
                name="schooling_is_unique",
                violation_error_message="La classe de cette année scolaire est déjà enregistrée. Corrigez-la plutôt.",
            ),
            models.CheckConstraint(
                condition=Q(school_year__regex=r"^[0-9]{4}-[0-9]{4}$"),
                name="schooling_school_year_reads",
                violation_error_message="Une année scolaire s’écrit 2020-2021.",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.grade} {self.school_year}"
