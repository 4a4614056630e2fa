from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from centre.vocabularies import Term


class FunderKind(Term):
    class Meta(Term.Meta):
        verbose_name = "type de financeur"


class Funder(models.Model):
    slug = models.SlugField("identifiant", max_length=80, unique=True)
    name = models.CharField("nom", max_length=150)
    kind = models.ForeignKey(FunderKind, models.PROTECT, null=True, blank=True, verbose_name="type")
    position = models.PositiveSmallIntegerField("ordre sur la couverture", default=0)
    logo = models.ImageField("logo", upload_to="funders/", blank=True)

    class Meta:
        verbose_name = "financeur"
        ordering = ["position", "name"]

    def __str__(self):
        return self.name


class Grant(models.Model):
    """Money asked for, promised and received, in euros, for one year."""

    funder = models.ForeignKey(Funder, models.PROTECT, related_name="grants", verbose_name="financeur")
    year = models.PositiveSmallIntegerField("année")
    action_sheet = models.ForeignKey(
        "activities.ActionSheet",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="grants",
        verbose_name="fiche action",
    )
    asked = models.DecimalField("demandé", max_digits=12, decimal_places=2, null=True, blank=True)
    granted = models.DecimalField("accordé", max_digits=12, decimal_places=2, null=True, blank=True)
    received = models.DecimalField("reçu", max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "subvention"
        ordering = ["-year", "funder"]
        constraints = [
            models.UniqueConstraint(
                "funder",
                "year",
                Coalesce("action_sheet", Value(0)),
                name="grant_is_unique",
                violation_error_message="Cette subvention est déjà enregistrée pour cette année. Modifiez-la plutôt.",
            ),
            models.CheckConstraint(
                condition=(
                    (Q(asked=None) | Q(asked__gte=0))
                    & (Q(granted=None) | Q(granted__gte=0))
                    & (Q(received=None) | Q(received__gte=0))
                ),
                name="grant_amounts_are_not_negative",
                violation_error_message="Un montant ne peut être négatif.",
            ),
        ]

    def __str__(self):
        return f"{self.funder} {self.year}"


class PartnerKind(Term):
    class Meta(Term.Meta):
        verbose_name = "type de partenaire"


class Partner(models.Model):
    slug = models.SlugField("identifiant", max_length=80, unique=True)
    name = models.CharField("nom", max_length=150)
    kind = models.ForeignKey(PartnerKind, models.PROTECT, null=True, blank=True, verbose_name="type")

    class Meta:
        verbose_name = "partenaire"
        ordering = ["name"]

    def __str__(self):
        return self.name
