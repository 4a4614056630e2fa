from django.db import models
from django.db.models import F, Q

from activities.models.sheets import ActionSheet
from centre.models import Facility, Season, Sector, StaffMember
from centre.vocabularies import Term


class Theme(Term):
    """A label across sectors: the parenting chapter counts over every one of them."""

    class Meta(Term.Meta):
        verbose_name = "thème"


class ActivityKind(models.TextChoices):
    WORKSHOP = "workshop", "Atelier"
    NURSERY = "nursery", "Halte-garderie (EAJE)"
    LEISURE_CENTRE = "leisure_centre", "Accueil de loisirs (ALSH)"
    HOMEWORK_CLUB = "homework_club", "Accompagnement à la scolarité (CLAS)"
    YOUTH_DROP_IN = "youth_drop_in", "Accueil jeunes"
    PARENT_CHILD_DROP_IN = "parent_child_drop_in", "Lieu d’accueil enfants-parents (LAEP)"
    DROP_IN_DESK = "drop_in_desk", "Permanence"
    STAY = "stay", "Séjour"
    OUTING = "outing", "Sortie"
    EVENT = "event", "Temps fort"
    SUPPORT = "support", "Accompagnement individuel"
    MEETING = "meeting", "Réunion"


class ActivityStatus(models.TextChoices):
    PLANNED = "planned", "Prévue"
    TRIAL = "trial", "À l’essai"
    RUNNING = "running", "En cours"
    ENDED = "ended", "Terminée"


class Counting(models.TextChoices):
    """The three ways to be counted."""

    NAMED = "named", "Par nom"
    ALIAS = "alias", "Par pseudonyme"
    TALLY = "tally", "Comptage anonyme"


class ActivityQuerySet(models.QuerySet):
    def open_in(self, start, end):
        """Activities open on at least one day of ``[start, end)``; without dates, always."""
        return self.filter(Q(from_on=None) | Q(from_on__lt=end), Q(to_on=None) | Q(to_on__gt=start))


class Activity(models.Model):
    slug = models.SlugField("identifiant", max_length=120, unique=True)
    name = models.CharField("nom", max_length=200)
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="activities", verbose_name="pôle")
    facility = models.ForeignKey(
        Facility,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="lieu",
    )
    kind = models.CharField("type", max_length=30, choices=ActivityKind.choices, default=ActivityKind.WORKSHOP)
    status = models.CharField("état", max_length=10, choices=ActivityStatus.choices, default=ActivityStatus.RUNNING)
    counting = models.CharField("comptage", max_length=10, choices=Counting.choices, default=Counting.NAMED)
    themes = models.ManyToManyField(Theme, blank=True, related_name="activities", verbose_name="thèmes")
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name="fait partie de",
    )
    age_min = models.PositiveSmallIntegerField("âge minimum", null=True, blank=True)
    age_max = models.PositiveSmallIntegerField("âge maximum", null=True, blank=True)
    capacity = models.PositiveSmallIntegerField("places", null=True, blank=True)
    season = models.ForeignKey(Season, models.PROTECT, null=True, blank=True, verbose_name="saison")
    from_on = models.DateField("depuis le", null=True, blank=True)
    to_on = models.DateField("jusqu’au", null=True, blank=True)
    action_sheet = models.ForeignKey(
        ActionSheet,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="fiche action",
    )
    team = models.ManyToManyField(StaffMember, blank=True, related_name="activities", verbose_name="équipe")

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "activité"
        ordering = ["sector", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(to_on=None) | Q(to_on__gt=F("from_on")),
                name="activity_ends_after_start",
                violation_error_message="La fin doit venir après le début.",
            ),
            models.CheckConstraint(
                condition=Q(age_min=None) | Q(age_max=None) | Q(age_max__gte=F("age_min")),
                name="activity_ages_in_order",
                violation_error_message="L’âge maximum doit atteindre l’âge minimum.",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="activity_is_not_its_own_parent",
                violation_error_message="Une activité ne peut faire partie d’elle-même.",
            ),
            models.CheckConstraint(condition=Q(kind__in=ActivityKind.values), name="activity_kind_exists"),
            models.CheckConstraint(condition=Q(counting__in=Counting.values), name="activity_counting_exists"),
            models.CheckConstraint(condition=Q(status__in=ActivityStatus.values), name="activity_status_exists"),
        ]

    def __str__(self):
        return self.name


class ScheduleWhen(models.TextChoices):
    TERM = "term", "En période scolaire"
    HOLIDAYS = "holidays", "Pendant les vacances"
    ALL = "all", "Toute l’année"


class Weekday(models.IntegerChoices):
    MONDAY = 0, "Lundi"
    TUESDAY = 1, "Mardi"
    WEDNESDAY = 2, "Mercredi"
    THURSDAY = 3, "Jeudi"
    FRIDAY = 4, "Vendredi"
    SATURDAY = 5, "Samedi"
    SUNDAY = 6, "Dimanche"


class Schedule(models.Model):
    """A weekly rhythm; local times. It plans sessions, it never counts as one."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="schedules", verbose_name="activité")
    weekday = models.PositiveSmallIntegerField("jour", choices=Weekday.choices)
    starts_at = models.TimeField("de")
    ends_at = models.TimeField("à")
    when = models.CharField("période", max_length=10, choices=ScheduleWhen.choices, default=ScheduleWhen.TERM)
    from_on = models.DateField("depuis le", null=True, blank=True)
    to_on = models.DateField("jusqu’au", null=True, blank=True)

    class Meta:
        verbose_name = "horaire"
        ordering = ["activity", "weekday", "starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="schedule_hours_in_order",
                violation_error_message="L’heure de fin doit venir après celle du début.",
            ),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(to_on=None) | Q(to_on__gt=F("from_on")),
                name="schedule_ends_after_start",
                violation_error_message="La fin doit venir après le début.",
            ),
            models.CheckConstraint(condition=Q(when__in=ScheduleWhen.values), name="schedule_when_exists"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="schedule_weekday_exists"),
            models.UniqueConstraint(
                fields=["activity", "weekday", "starts_at", "ends_at", "when", "from_on"],
                name="schedule_is_unique",
                violation_error_message="Cet horaire est déjà enregistré.",
            ),
            models.UniqueConstraint(
                fields=["activity", "weekday", "starts_at", "ends_at", "when"],
                condition=Q(from_on=None),
                name="schedule_without_start_is_unique",
                violation_error_message="Cet horaire est déjà enregistré.",
            ),
        ]

    def __str__(self):
        return f"{self.activity}, {self.get_weekday_display()} {self.starts_at:%H:%M}"
