"""Individual support: sensitive. The notes stay with the referent."""

from django.db import models
from django.db.models import F, Q

from activities.models.activities import Activity
from centre.keys import new_key
from centre.models import StaffMember
from centre.vocabularies import Term
from members.models import Household, Person


class Barrier(Term):
    class Meta(Term.Meta):
        verbose_name = "frein"


class Prescriber(Term):
    class Meta(Term.Meta):
        verbose_name = "prescripteur"


class ExitReason(Term):
    class Meta(Term.Meta):
        verbose_name = "motif de fin"


class OutcomeKind(Term):
    class Meta(Term.Meta):
        verbose_name = "résultat"


class Qualification(models.TextChoices):
    NONE = "none", "Sans diplôme"
    CAP = "cap", "CAP ou BEP"
    BAC = "bac", "Baccalauréat"
    BAC2 = "bac2", "Bac + 2"
    BAC3PLUS = "bac3plus", "Bac + 3 et plus"


class SupportQuerySet(models.QuerySet):
    def open_in(self, period):
        """Supports open on at least one day of `period`."""
        return self.filter(Q(exited_on=None) | Q(exited_on__gt=period.start), entered_on__lt=period.end)


class Support(models.Model):
    """A person in a scheme: half-open ``[entered_on, exited_on)``."""

    key = models.CharField("clé", max_length=80, unique=True, default=new_key)
    person = models.ForeignKey(Person, models.PROTECT, related_name="supports", verbose_name="personne")
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="supports", verbose_name="dispositif")
    entered_on = models.DateField("entrée le")
    exited_on = models.DateField("fin d’accompagnement", null=True, blank=True)
    household = models.ForeignKey(
        Household,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="supports",
        verbose_name="foyer à l’entrée",
    )
    qualification = models.CharField(
        "qualification à l’entrée", max_length=10, choices=Qualification.choices, blank=True
    )
    barriers = models.ManyToManyField(Barrier, blank=True, verbose_name="freins")
    prescriber = models.ForeignKey(Prescriber, models.PROTECT, null=True, blank=True, verbose_name="prescripteur")
    exit_reason = models.ForeignKey(ExitReason, models.PROTECT, null=True, blank=True, verbose_name="motif de fin")
    referent = models.ForeignKey(
        StaffMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="supports",
        verbose_name="référent",
    )
    contract_from_on = models.DateField("contrat depuis le", null=True, blank=True)
    contract_to_on = models.DateField("contrat jusqu’au", null=True, blank=True)

    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = "accompagnement"
        ordering = ["-entered_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(exited_on=None) | Q(exited_on__gt=F("entered_on")),
                name="support_ends_after_start",
                violation_error_message="La fin d’accompagnement doit venir après l’entrée.",
            ),
            models.CheckConstraint(
                condition=Q(contract_from_on=None)
                | Q(contract_to_on=None)
                | Q(contract_to_on__gt=F("contract_from_on")),
                name="support_contract_ends_after_start",
                violation_error_message="La fin du contrat doit venir après son début.",
            ),
            models.CheckConstraint(
                condition=Q(qualification__in=["", *Qualification.values]),
                name="support_qualification_exists",
            ),
        ]

    def __str__(self):
        return f"Accompagnement {self.key}"


class StepKind(models.TextChoices):
    APPOINTMENT = "appointment", "Rendez-vous"
    STEP = "step", "Démarche"


class SupportStep(models.Model):
    support = models.ForeignKey(Support, models.CASCADE, related_name="steps", verbose_name="accompagnement")
    on = models.DateField("le")
    kind = models.CharField("type", max_length=15, choices=StepKind.choices)
    is_kept = models.BooleanField("honoré", null=True, blank=True)
    label = models.CharField("objet", max_length=200, blank=True)

    class Meta:
        verbose_name = "étape"
        ordering = ["-on"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=StepKind.values), name="supportstep_kind_exists")]

    def __str__(self):
        return f"Étape {self.pk}"


class SupportNote(models.Model):
    """Confidential. Read by the referent; by the director through a logged act with a reason."""

    support = models.ForeignKey(Support, models.CASCADE, related_name="notes", verbose_name="accompagnement")
    on = models.DateField("le")
    author = models.ForeignKey(StaffMember, models.PROTECT, related_name="support_notes", verbose_name="auteur")
    text = models.TextField("note")

    class Meta:
        verbose_name = "note confidentielle"
        verbose_name_plural = "notes confidentielles"
        ordering = ["-on"]

    def __str__(self):
        return f"Note {self.pk}"


class Outcome(models.Model):
    support = models.ForeignKey(Support, models.CASCADE, related_name="outcomes", verbose_name="accompagnement")
    kind = models.ForeignKey(OutcomeKind, models.PROTECT, verbose_name="résultat")
    on = models.DateField("le")

    class Meta:
        verbose_name = "résultat d’accompagnement"
        verbose_name_plural = "résultats d’accompagnement"
        ordering = ["-on"]
        constraints = [
            models.UniqueConstraint(
                fields=["support", "kind", "on"],
                name="outcome_is_unique",
                violation_error_message="Ce résultat est déjà enregistré à cette date.",
            )
        ]

    def __str__(self):
        return f"Résultat {self.pk}"
