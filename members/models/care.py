"""What one must know to look after someone: consents, who to call, who may collect, alerts."""

from django.db import models
from django.db.models import F, Q

from centre.states import DatedState
from members.models.people import Person


class ConsentKind(models.TextChoices):
    IMAGE = "image", "Image"
    IMAGE_INTERNAL = "image_internal", "Image, dans la maison"
    IMAGE_PUBLIC = "image_public", "Image, publiée"
    OUTING = "outing", "Sorties"
    NEWSLETTER = "newsletter", "Lettre d’information"
    CAF_DATA = "caf_data", "Données transmises à la CAF"
    PARTNER_SHARING = "partner_sharing", "Partage avec un partenaire"
    MEDICAL_CARE = "medical_care", "Soins en cas d’urgence"


class Consent(DatedState):
    person = models.ForeignKey(Person, models.CASCADE, related_name="consents", verbose_name="personne")
    kind = models.CharField("objet", max_length=20, choices=ConsentKind.choices)
    given_by = models.CharField("donné par", max_length=200, blank=True)
    withdrawn_on = models.DateField("retiré le", null=True, blank=True)

    class Meta(DatedState.Meta):
        verbose_name = "autorisation"
        constraints = [
            *DatedState.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "kind", "given_by", "from_on"],
                name="consent_is_unique",
                violation_error_message="Cette autorisation est déjà enregistrée depuis ce jour.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("from_on")),
                name="consent_withdrawn_after_given",
                violation_error_message="Le retrait ne peut précéder l’autorisation.",
            ),
            models.CheckConstraint(condition=Q(kind__in=ConsentKind.values), name="consent_kind_exists"),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_kind_display()}"


class EmergencyContact(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="emergency_contacts", verbose_name="personne")
    name = models.CharField("nom", max_length=150)
    relation = models.CharField("lien", max_length=80, blank=True)
    phone = models.CharField("téléphone", max_length=30)
    position = models.PositiveSmallIntegerField("ordre d’appel", default=0)

    class Meta:
        verbose_name = "contact d’urgence"
        verbose_name_plural = "contacts d’urgence"
        ordering = ["person", "position"]

    def __str__(self):
        return f"{self.name}, {self.phone}"


class PickupRule(models.TextChoices):
    MAY = "may", "Peut venir chercher"
    MUST_NOT = "must_not", "Ne doit pas venir chercher"
    ALONE = "alone", "Rentre seul"


class Pickup(DatedState):
    """Who may and who must not collect a child; or that the child goes home alone."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="pickups", verbose_name="enfant")
    rule = models.CharField("règle", max_length=10, choices=PickupRule.choices)
    name = models.CharField("qui", max_length=150, blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)

    class Meta(DatedState.Meta):
        verbose_name = "consigne de départ"
        verbose_name_plural = "consignes de départ"
        constraints = [
            *DatedState.Meta.constraints,
            models.CheckConstraint(
                condition=Q(rule="alone", name="") | (Q(rule__in=["may", "must_not"]) & ~Q(name="")),
                name="pickup_names_someone_or_alone",
                violation_error_message="Dites qui vient chercher l’enfant, ou qu’il rentre seul.",
            ),
        ]

    def __str__(self):
        return f"{self.person} : {self.get_rule_display()} {self.name}".strip()


class HealthAlert(DatedState):
    """Sensitive: what to do, in a line."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="health_alerts", verbose_name="personne")
    instruction = models.CharField("conduite à tenir", max_length=200)

    class Meta(DatedState.Meta):
        verbose_name = "alerte santé"
        verbose_name_plural = "alertes santé"

    def __str__(self):
        return f"Alerte santé {self.pk}"
