from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from centre.vocabularies import Term

COLOR = r"^#[0-9A-Fa-f]{6}$"
COLOR_REFUSED = "Une couleur s’écrit #RRVVBB."


class Sector(models.Model):
    """Pôle: a part of the house with its own team, aims and colour."""

    slug = models.SlugField("identifiant", max_length=80, unique=True)
    name = models.CharField("nom", max_length=150)
    position = models.PositiveSmallIntegerField("ordre", default=0)
    color = models.CharField(
        "couleur",
        max_length=7,
        default="#4A5568",
        validators=[RegexValidator(COLOR, COLOR_REFUSED)],
    )
    aims = models.TextField("objectifs", blank=True)
    age_min = models.PositiveSmallIntegerField("âge minimum", null=True, blank=True)
    age_max = models.PositiveSmallIntegerField("âge maximum", null=True, blank=True)

    class Meta:
        verbose_name = "pôle"
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(age_min=None) | Q(age_max=None) | Q(age_max__gte=F("age_min")),
                name="sector_ages_in_order",
                violation_error_message="L’âge maximum doit atteindre l’âge minimum.",
            ),
            models.CheckConstraint(
                condition=Q(color__regex=COLOR), name="sector_color_reads", violation_error_message=COLOR_REFUSED
            ),
        ]

    def __str__(self):
        return self.name


class FacilityKind(Term):
    class Meta(Term.Meta):
        verbose_name = "type de lieu"


class Facility(models.Model):
    """Lieu: a nursery, a drop-in, a garden, an office."""

    slug = models.SlugField("identifiant", max_length=80, unique=True)
    name = models.CharField("nom", max_length=150)
    kind = models.ForeignKey(FacilityKind, models.PROTECT, null=True, blank=True, verbose_name="type")
    capacity = models.PositiveSmallIntegerField("places", null=True, blank=True)
    opened_on = models.DateField("ouvert le", null=True, blank=True)

    class Meta:
        verbose_name = "lieu"
        verbose_name_plural = "lieux"
        ordering = ["name"]

    def __str__(self):
        return self.name
