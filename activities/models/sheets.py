"""Fiches action: the national form, kept as printed. Absent headings are told from empty ones."""

from django.db import models
from django.db.models import Q

from centre.vocabularies import Term


class Dimension(Term):
    class Meta(Term.Meta):
        verbose_name = "dimension"


class Keyword(Term):
    class Meta(Term.Meta):
        verbose_name = "mot clé"


class Audience(Term):
    class Meta(Term.Meta):
        verbose_name = "public"


class Initiator(Term):
    class Meta(Term.Meta):
        verbose_name = "initiative"


class Territory(Term):
    class Meta(Term.Meta):
        verbose_name = "territoire"


class SheetPartner(Term):
    class Meta(Term.Meta):
        verbose_name = "partenaire d’action"


class ActionSheetStatus(models.TextChoices):
    ONGOING = "ongoing", "En cours"
    ENDED = "ended", "Terminée"


class ActionSheet(models.Model):
    slug = models.SlugField("identifiant", max_length=120, unique=True)
    title = models.CharField("titre", max_length=300)
    untitled_id = models.PositiveIntegerField("numéro sans titre", null=True, blank=True)
    structure_name = models.CharField("structure organisatrice", max_length=300, blank=True)
    structure_department = models.CharField("département", max_length=100, blank=True)
    status = models.CharField("statut", max_length=10, choices=ActionSheetStatus.choices, blank=True)
    end_reasons = models.TextField("raisons de la fin", blank=True)
    dimension = models.ForeignKey(Dimension, models.PROTECT, null=True, blank=True)
    keywords = models.ManyToManyField(Keyword, blank=True, verbose_name="mots clés")
    summary = models.TextField("résumé", blank=True)
    initiators = models.ManyToManyField(Initiator, blank=True, verbose_name="initiative")
    initiator_detail = models.TextField("précision", blank=True)
    territory = models.ForeignKey(Territory, models.PROTECT, null=True, blank=True, verbose_name="territoire")
    experience_description = models.TextField("description de l’expérience", blank=True)
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, blank=True, verbose_name="public")
    partners = models.ManyToManyField(SheetPartner, blank=True, verbose_name="partenaires")
    general_description = models.TextField("description générale", blank=True)
    financial_resources = models.TextField("ressources financières", blank=True)
    people_mobilised = models.TextField("personnes mobilisées", blank=True)
    result_territory = models.TextField("résultat sur le territoire", blank=True)
    result_centre = models.TextField("résultat pour le centre social", blank=True)
    result_residents = models.TextField("résultat pour les habitants", blank=True)
    limits = models.TextField("limites", blank=True)
    perspectives = models.TextField("perspectives", blank=True)
    absent_headings = models.JSONField("rubriques absentes", default=list, blank=True)
    is_reviewed = models.BooleanField("relue", default=False)

    class Meta:
        verbose_name = "fiche action"
        verbose_name_plural = "fiches action"
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["", *ActionSheetStatus.values]),
                name="actionsheet_status_exists",
            )
        ]

    def __str__(self):
        return self.title
