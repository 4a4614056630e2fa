from django.db import models
from django.db.models import F, Q

from centre.states import DatedState


class BodyKind(models.TextChoices):
    BOARD = "board", "Conseil d’administration"
    EXECUTIVE = "executive", "Bureau"
    GENERAL_MEETING = "general_meeting", "Assemblée générale"
    OTHER = "other", "Autre instance"


class Body(models.Model):
    slug = models.SlugField("identifiant", max_length=80, unique=True)
    name = models.CharField("nom", max_length=150)
    kind = models.CharField("type", max_length=20, choices=BodyKind.choices)
    quorum = models.PositiveSmallIntegerField("quorum", null=True, blank=True)

    class Meta:
        verbose_name = "instance"
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=BodyKind.values), name="body_kind_exists")]

    def __str__(self):
        return self.name


class HoldsAs(models.TextChoices):
    MEMBER = "member", "Membre"
    OBSERVER = "observer", "Observateur"
    ASSOCIATED = "associated", "Membre associé"


class Mandate(DatedState):
    """A seat and who holds it: a person or an organisation. A substitute holds no seat of their own."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="mandates", verbose_name="instance")
    holder = models.CharField("titulaire", max_length=150)
    person = models.ForeignKey(
        "members.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name="personne",
    )
    holds_as = models.CharField("qualité", max_length=20, choices=HoldsAs.choices, default=HoldsAs.MEMBER)
    substitute_of = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="substitutes",
        verbose_name="suppléant de",
    )
    role = models.CharField("fonction", max_length=80, blank=True)

    class Meta(DatedState.Meta):
        verbose_name = "mandat"
        constraints = [
            *DatedState.Meta.constraints,
            models.UniqueConstraint(
                fields=["body", "holder", "from_on"],
                name="mandate_is_unique",
                violation_error_message="Ce mandat est déjà enregistré depuis ce jour.",
            ),
            models.CheckConstraint(
                condition=Q(substitute_of=None) | ~Q(substitute_of=F("id")),
                name="mandate_is_not_its_own_substitute",
                violation_error_message="Personne n’est son propre suppléant.",
            ),
            models.CheckConstraint(condition=Q(holds_as__in=HoldsAs.values), name="mandate_holds_as_exists"),
        ]

    def __str__(self):
        return f"{self.holder}, {self.body}"


class Meeting(models.Model):
    body = models.ForeignKey(Body, models.CASCADE, related_name="meetings", verbose_name="instance")
    on = models.DateField("le")
    agenda = models.TextField("ordre du jour", blank=True, help_text="un point par ligne")
    present_count = models.PositiveSmallIntegerField("présents", null=True, blank=True)
    represented_count = models.PositiveSmallIntegerField("représentés", null=True, blank=True)

    class Meta:
        verbose_name = "réunion d’instance"
        verbose_name_plural = "réunions d’instance"
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "on"],
                name="meeting_is_unique",
                violation_error_message="Une réunion de cette instance est déjà enregistrée ce jour-là.",
            )
        ]

    def __str__(self):
        return f"{self.body} du {self.on:%d/%m/%Y}"

    @property
    def agenda_items(self) -> list[str]:
        return [line.strip() for line in self.agenda.splitlines() if line.strip()]
