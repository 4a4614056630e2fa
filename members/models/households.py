from django.db import models
from django.db.models import F, Q

from centre.keys import new_key
from centre.states import DatedState
from centre.vocabularies import Term
from members.models.people import Person


class District(models.Model):
    """A neighbourhood. As a priority area (QPV) its outline is dated: no dates means always."""

    slug = models.SlugField("identifiant", max_length=80, unique=True)
    name = models.CharField("nom", max_length=150)
    municipality = models.CharField("commune", max_length=100, blank=True)
    is_priority_area = models.BooleanField("quartier prioritaire", default=False)
    priority_from_on = models.DateField("prioritaire depuis le", null=True, blank=True)
    priority_to_on = models.DateField("prioritaire jusqu’au", null=True, blank=True)

    class Meta:
        verbose_name = "quartier"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(priority_from_on=None)
                | Q(priority_to_on=None)
                | Q(priority_to_on__gt=F("priority_from_on")),
                name="district_priority_ends_after_start",
                violation_error_message="La fin doit venir après le début.",
            )
        ]

    def __str__(self):
        return self.name


class Household(models.Model):
    """Foyer. Its own address holds for the days that no dated address covers."""

    key = models.CharField("clé", max_length=80, unique=True, default=new_key)
    name = models.CharField("nom", max_length=150)
    address = models.CharField("adresse", max_length=250, blank=True)
    postcode = models.CharField("code postal", max_length=10, blank=True)
    municipality = models.CharField("commune", max_length=100, blank=True)
    district = models.ForeignKey(District, models.PROTECT, null=True, blank=True, verbose_name="quartier")
    people = models.ManyToManyField(
        Person, through="HouseholdMember", related_name="households", verbose_name="personnes"
    )
    created_at = models.DateTimeField("créé le", auto_now_add=True)

    class Meta:
        verbose_name = "foyer"
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["name"], name="household_name_idx")]

    def __str__(self):
        return self.name


class HouseholdAddress(DatedState):
    """Where a household lived, from when to when: moving does not rewrite last year."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="addresses", verbose_name="foyer")
    address = models.CharField("adresse", max_length=250, blank=True)
    postcode = models.CharField("code postal", max_length=10, blank=True)
    municipality = models.CharField("commune", max_length=100, blank=True)
    district = models.ForeignKey(District, models.PROTECT, null=True, blank=True, verbose_name="quartier")

    class Meta(DatedState.Meta):
        verbose_name = "adresse du foyer"
        verbose_name_plural = "adresses du foyer"
        ordering = ["household", "from_on"]
        constraints = [
            *DatedState.Meta.constraints,
            models.UniqueConstraint(
                fields=["household", "from_on"],
                name="householdaddress_is_unique",
                violation_error_message="Ce foyer a déjà une adresse depuis ce jour.",
            ),
        ]

    def __str__(self):
        return f"{self.address} {self.postcode} {self.municipality}".strip()


class HouseholdRole(models.TextChoices):
    ADULT = "adult", "Adulte"
    CHILD = "child", "Enfant"


class HouseholdMember(DatedState):
    """A person's place in a household. A child of separated parents has two, and is one person."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="members", verbose_name="foyer")
    person = models.ForeignKey(Person, models.CASCADE, related_name="homes", verbose_name="personne")
    role = models.CharField("place", max_length=10, choices=HouseholdRole.choices)
    is_main = models.BooleanField("foyer principal", default=True)

    class Meta(DatedState.Meta):
        verbose_name = "membre du foyer"
        verbose_name_plural = "membres du foyer"
        ordering = ["household", "from_on"]
        constraints = [
            *DatedState.Meta.constraints,
            models.UniqueConstraint(
                fields=["household", "person", "from_on"],
                name="householdmember_is_unique",
                violation_error_message="Cette personne est déjà dans ce foyer depuis ce jour.",
            ),
            models.CheckConstraint(condition=Q(role__in=HouseholdRole.values), name="householdmember_role_exists"),
        ]

    def __str__(self):
        return f"{self.person}, {self.household}"


class SituationKind(Term):
    class Meta(Term.Meta):
        verbose_name = "situation"


class HouseholdSituation(DatedState):
    """Sensitive: newly arrived, partial return to work, income support…"""

    household = models.ForeignKey(Household, models.CASCADE, related_name="situations", verbose_name="foyer")
    kind = models.ForeignKey(SituationKind, models.PROTECT, verbose_name="situation")

    class Meta(DatedState.Meta):
        verbose_name = "situation du foyer"
        verbose_name_plural = "situations du foyer"
        constraints = [
            *DatedState.Meta.constraints,
            models.UniqueConstraint(
                fields=["household", "kind", "from_on"],
                name="householdsituation_is_unique",
                violation_error_message="Cette situation est déjà enregistrée depuis ce jour.",
            ),
        ]

    def __str__(self):
        return f"{self.household}, {self.kind}"


class FamilyQuotient(models.Model):
    """Sensitive: the value CAF gives on a date, in euros; never computed here."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="family_quotients", verbose_name="foyer")
    on = models.DateField("le")
    value = models.PositiveIntegerField("quotient familial")

    class Meta:
        verbose_name = "quotient familial"
        verbose_name_plural = "quotients familiaux"
        ordering = ["-on"]
        constraints = [
            models.UniqueConstraint(
                fields=["household", "on"],
                name="familyquotient_is_unique",
                violation_error_message="Un quotient familial est déjà enregistré à cette date.",
            )
        ]

    def __str__(self):
        return f"{self.household} au {self.on:%d/%m/%Y}"
