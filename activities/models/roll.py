"""What was done to a roll, and by whom: written once, never changed.

An operation is one tap, under the key that the device gave it. A change is what it did to one row, or would have
done had somebody else not been there first: then both are kept.
"""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from activities.models.attendance import Alias, Group
from activities.models.sessions import Session
from centre.models import AppendOnly, User
from centre.models.audit import AppendOnlyQuerySet
from members.models import Person, Sex


class Written(models.Model):
    """Written once."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args, **kwargs):
        raise AppendOnly


class OperationKind(models.TextChoices):
    MARK = "mark", "Pointage"
    ALL_PRESENT = "all_present", "Tous présents"
    ADD_PERSON = "add_person", "Nouvelle personne"
    ADD_ALIAS = "add_alias", "Nouveau pseudonyme"
    COUNT = "count", "Comptage"
    DESCRIBE = "describe", "Séance décrite"
    CLOSE = "close", "Feuille close"
    CANCEL = "cancel", "Séance annulée"
    REOPEN = "reopen", "Feuille rouverte"


class OperationOutcome(models.TextChoices):
    APPLIED = "applied", "Enregistré"
    CONFLICT = "conflict", "Gardé sans effet"


class RollOperation(Written):
    key = models.UUIDField(
        "clé", primary_key=True, help_text="donnée par l’appareil : la même ne s’applique qu’une fois"
    )
    session = models.ForeignKey(Session, models.PROTECT, related_name="operations", verbose_name="séance")
    kind = models.CharField("acte", max_length=20, choices=OperationKind.choices)
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="par")
    made_at = models.DateTimeField("fait à", help_text="selon l’appareil")
    received_at = models.DateTimeField("reçu à")
    fingerprint = models.CharField("empreinte de la demande", max_length=64)
    outcome = models.CharField("suite", max_length=10, choices=OperationOutcome.choices)
    answer = models.JSONField("réponse", encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = "opération d’appel"
        verbose_name_plural = "opérations d’appel"
        ordering = ["received_at"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=OperationKind.values), name="rolloperation_kind_exists"),
            models.CheckConstraint(
                condition=Q(outcome__in=OperationOutcome.values), name="rolloperation_outcome_exists"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.made_at:%d/%m/%Y %H:%M}"


class Subject(models.TextChoices):
    PERSON = "person", "Personne"
    ALIAS = "alias", "Pseudonyme"
    TALLY = "tally", "Comptage"
    SESSION = "session", "Séance"


class RollChange(Written):
    """`before` and `after` hold the fields it names; `base`, the operation that the device had last seen on the row."""

    operation = models.ForeignKey(RollOperation, models.PROTECT, related_name="changes", verbose_name="opération")
    subject = models.CharField("objet", max_length=10, choices=Subject.choices)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="roll_changes", verbose_name="personne"
    )
    alias = models.ForeignKey(
        Alias, models.PROTECT, null=True, blank=True, related_name="roll_changes", verbose_name="pseudonyme"
    )
    group = models.CharField("groupe", max_length=10, choices=Group.choices, blank=True)
    sex = models.CharField("sexe", max_length=1, choices=Sex.choices, blank=True)
    is_estimate = models.BooleanField("estimé", default=False)
    base = models.UUIDField("vu avant", null=True, blank=True)
    before = models.JSONField("avant", encoder=DjangoJSONEncoder)
    after = models.JSONField("après", encoder=DjangoJSONEncoder)
    is_applied = models.BooleanField("appliqué", default=True)

    class Meta:
        verbose_name = "changement d’appel"
        verbose_name_plural = "changements d’appel"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(group__in=["", *Group.values]), name="rollchange_group_exists"),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.values]), name="rollchange_sex_exists"),
            models.CheckConstraint(
                condition=Q(subject="person", person__isnull=False, alias=None)
                | Q(subject="alias", person=None, alias__isnull=False)
                | Q(subject__in=["tally", "session"], person=None, alias=None),
                name="rollchange_names_its_subject",
                violation_error_message="Un changement porte sur une seule ligne de la feuille.",
            ),
        ]

    def __str__(self):
        return f"Changement {self.pk}"
