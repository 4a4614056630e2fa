from django.db import models
from django.db.models import Q

from activities.models.activities import Activity
from activities.models.sessions import Session
from members.models import Household, Membership, PaymentMethod, Person


class PaymentKept(Exception):
    """A receipt is reversed, never deleted."""


class PaymentQuerySet(models.QuerySet):
    def delete(self):
        raise PaymentKept


class Payment(models.Model):
    """A numbered receipt, in euros. Reversed by another one of the opposite amount, never deleted."""

    number = models.CharField("numéro de reçu", max_length=40, unique=True)
    on = models.DateField("le")
    amount = models.DecimalField("montant", max_digits=9, decimal_places=2)
    method = models.CharField("moyen de paiement", max_length=20, choices=PaymentMethod.choices)
    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="payments")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="payments")
    membership = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="payments")
    session = models.ForeignKey(Session, models.PROTECT, null=True, blank=True, related_name="payments")
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="payments")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = "paiement"
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(membership__isnull=False, session=None, activity=None)
                | Q(membership=None, session__isnull=False, activity=None)
                | Q(membership=None, session=None, activity__isnull=False),
                name="payment_is_for_one_thing",
                violation_error_message="Un paiement est pour une adhésion, une sortie ou une activité.",
            ),
            models.CheckConstraint(condition=Q(method__in=PaymentMethod.values), name="payment_method_exists"),
            models.CheckConstraint(
                condition=Q(reverses=None, amount__gt=0) | Q(reverses__isnull=False, amount__lt=0),
                name="payment_is_positive_or_reverses",
                violation_error_message="Un paiement est positif ; seule une annulation est négative.",
            ),
        ]

    def __str__(self):
        return self.number

    def delete(self, *args, **kwargs):
        raise PaymentKept


class ChildcareMonth(models.Model):
    """A child, a nursery, a month (its first day): hours attended and invoiced, euros paid."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="childcare_months", verbose_name="enfant")
    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="childcare_months", verbose_name="halte-garderie"
    )
    month = models.DateField("mois")
    attended_hours = models.DecimalField("heures réalisées", max_digits=7, decimal_places=2, null=True, blank=True)
    invoiced_hours = models.DecimalField("heures facturées", max_digits=7, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField("payé par la famille", max_digits=8, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = "mois de garde"
        verbose_name_plural = "mois de garde"
        ordering = ["-month"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "activity", "month"],
                name="childcaremonth_is_unique",
                violation_error_message="Ce mois est déjà enregistré pour cet enfant.",
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="childcaremonth_is_a_first_day",
                violation_error_message="Un mois de garde porte la date de son premier jour.",
            ),
            models.CheckConstraint(
                condition=(
                    (Q(attended_hours=None) | Q(attended_hours__gte=0))
                    & (Q(invoiced_hours=None) | Q(invoiced_hours__gte=0))
                    & (Q(amount=None) | Q(amount__gte=0))
                ),
                name="childcaremonth_is_not_negative",
                violation_error_message="Les heures et le montant ne peuvent être négatifs.",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.month:%m/%Y}"
