from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from centre.keys import new_key
from centre.models.sectors import Facility, Sector
from centre.states import DatedState
from centre.vocabularies import Term


class Profession(Term):
    class Meta(Term.Meta):
        verbose_name = "métier"


class Mission(Term):
    class Meta(Term.Meta):
        verbose_name = "mission bénévole"


class Employment(models.TextChoices):
    EMPLOYEE = "employee", "Salarié"
    VOLUNTEER = "volunteer", "Bénévole"
    EXTERNAL = "external", "Intervenant extérieur"
    CIVIC_SERVICE = "civic_service", "Service civique"


class StaffMember(models.Model):
    """Someone who works here, paid or not. May point to their own file as a resident; both stay apart."""

    key = models.CharField("clé", max_length=80, unique=True, default=new_key)
    name = models.CharField("nom", max_length=150)
    employment = models.CharField("statut", max_length=20, choices=Employment.choices, default=Employment.EMPLOYEE)
    person = models.OneToOneField(
        "members.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="staff_member",
        verbose_name="personne",
    )

    class Meta:
        verbose_name = "membre du personnel"
        verbose_name_plural = "personnel"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(employment__in=Employment.values), name="staffmember_employment_exists")
        ]

    def __str__(self):
        return self.name


class Assignment(DatedState):
    """A post: what someone does, where, from when to when, for which share of a full time."""

    staff_member = models.ForeignKey(StaffMember, models.CASCADE, related_name="assignments", verbose_name="personnel")
    profession = models.ForeignKey(Profession, models.PROTECT, verbose_name="métier")
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, verbose_name="pôle")
    facility = models.ForeignKey(Facility, models.PROTECT, null=True, blank=True, verbose_name="lieu")
    activity = models.ForeignKey("activities.Activity", models.PROTECT, null=True, blank=True, verbose_name="activité")
    fte = models.DecimalField("équivalent temps plein", max_digits=4, decimal_places=2, null=True, blank=True)

    class Meta(DatedState.Meta):
        verbose_name = "affectation"
        constraints = [
            *DatedState.Meta.constraints,
            models.UniqueConstraint(
                "staff_member",
                "profession",
                Coalesce("sector", Value(0)),
                Coalesce("facility", Value(0)),
                Coalesce("activity", Value(0)),
                "from_on",
                name="assignment_is_unique",
                violation_error_message="Cette affectation est déjà enregistrée depuis ce jour.",
            ),
            models.CheckConstraint(
                condition=Q(fte=None) | Q(fte__gte=0, fte__lte=2),
                name="assignment_fte_is_plausible",
                violation_error_message="Un équivalent temps plein va de 0 à 2.",
            ),
        ]

    def __str__(self):
        return f"{self.staff_member}, {self.profession}"


class VolunteerHours(models.Model):
    staff_member = models.ForeignKey(
        StaffMember, models.CASCADE, related_name="volunteer_hours", verbose_name="bénévole"
    )
    on = models.DateField("le")
    mission = models.ForeignKey(Mission, models.PROTECT, verbose_name="mission")
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, verbose_name="pôle")
    hours = models.DecimalField("heures", max_digits=6, decimal_places=2)

    class Meta:
        verbose_name = "heures de bénévolat"
        verbose_name_plural = "heures de bénévolat"
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                "staff_member",
                "on",
                "mission",
                Coalesce("sector", Value(0)),
                name="volunteerhours_is_unique",
                violation_error_message="Ces heures sont déjà enregistrées ce jour-là. Corrigez-les plutôt.",
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0),
                name="volunteerhours_are_positive",
                violation_error_message="Le nombre d’heures doit être plus grand que zéro.",
            ),
        ]

    def __str__(self):
        return f"{self.staff_member}, {self.on:%d/%m/%Y}"
