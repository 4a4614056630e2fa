from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from centre.models import Season
from members.models.households import Household
from members.models.people import Person


class MembershipKind(models.TextChoices):
    HOUSEHOLD = "household", "Familiale"
    INDIVIDUAL = "individual", "Individuelle"


class PaymentMethod(models.TextChoices):
    CASH = "cash", "Espèces"
    CHEQUE = "cheque", "Chèque"
    CARD = "card", "Carte"
    TRANSFER = "transfer", "Virement"
    VOUCHER = "voucher", "Chèque-vacances ou bon"
    OTHER = "other", "Autre"


class Membership(models.Model):
    """Adhésion: of a whole household or of one person, for a season; amount in euros."""

    season = models.ForeignKey(Season, models.PROTECT, related_name="memberships", verbose_name="saison")
    kind = models.CharField("type", max_length=20, choices=MembershipKind.choices)
    household = models.ForeignKey(
        Household,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name="foyer",
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name="personne",
    )
    paid_on = models.DateField("payée le")
    amount = models.DecimalField("montant", max_digits=8, decimal_places=2, null=True, blank=True)
    method = models.CharField("moyen de paiement", max_length=20, choices=PaymentMethod.choices, blank=True)
    number = models.CharField("numéro", max_length=40, blank=True)

    class Meta:
        verbose_name = "adhésion"
        ordering = ["-paid_on", "id"]
        constraints = [
            models.UniqueConstraint(
                "season",
                "kind",
                Coalesce("household", 0),
                Coalesce("person", 0),
                "paid_on",
                name="membership_is_unique",
                violation_error_message="Cette adhésion est déjà enregistrée ce jour-là.",
            ),
            models.CheckConstraint(
                condition=Q(kind="household", household__isnull=False, person=None)
                | Q(kind="individual", person__isnull=False),
                name="membership_covers_a_household_or_a_person",
                violation_error_message=(
                    "Une adhésion familiale porte un foyer et lui seul ; une adhésion individuelle, une personne."
                ),
            ),
            models.CheckConstraint(
                condition=Q(method__in=["", *PaymentMethod.values]), name="membership_method_exists"
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gte=0),
                name="membership_amount_is_not_negative",
                violation_error_message="Le montant ne peut être négatif.",
            ),
        ]

    def __str__(self):
        return f"{self.household or self.person}, {self.season}"
