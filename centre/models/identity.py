from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

DEFAULT_AGE_BANDS = [[0, 6], [7, 10], [11, 14], [15, 17], [18, 25], [26, 59], [60, 74], [75, None]]


def default_age_bands():
    """The bands of the national SENACS survey, both ends included; the last one is open."""
    return [list(band) for band in DEFAULT_AGE_BANDS]


class HolidayZone(models.TextChoices):
    A = "A", "Zone A"
    B = "B", "Zone B"
    C = "C", "Zone C"


class Centre(models.Model):
    """The one row that says who we are."""

    name = models.CharField("nom", max_length=150)
    address = models.CharField("adresse", max_length=250, blank=True)
    phone = models.CharField("téléphone", max_length=30, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    website = models.CharField("site", max_length=200, blank=True)
    logo = models.ImageField("logo", upload_to="centre/", blank=True)
    holiday_zone = models.CharField(
        "zone de vacances", max_length=1, choices=HolidayZone.choices, default=HolidayZone.B
    )
    season_start_month = models.PositiveSmallIntegerField(
        "premier mois de la saison",
        default=9,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    small_cell_threshold = models.PositiveSmallIntegerField(
        "seuil des petits effectifs",
        default=5,
        help_text="hors de la maison, un effectif plus petit n’est pas montré",
    )
    age_bands = models.JSONField("tranches d’âge", default=default_age_bands)
    volunteer_hour_rate = models.DecimalField(
        "valeur d’une heure de bénévolat", max_digits=6, decimal_places=2, default="11.65"
    )

    class Meta:
        verbose_name = "centre"
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="centre_is_alone"),
            models.CheckConstraint(
                condition=Q(season_start_month__gte=1, season_start_month__lte=12),
                name="centre_season_start_month_exists",
            ),
            models.CheckConstraint(condition=Q(holiday_zone__in=HolidayZone.values), name="centre_holiday_zone_exists"),
            models.CheckConstraint(
                condition=Q(volunteer_hour_rate__gte=0),
                name="centre_volunteer_hour_rate_is_not_negative",
                violation_error_message="La valeur d’une heure ne peut être négative.",
            ),
            models.CheckConstraint(
                condition=Q(small_cell_threshold__gte=1),
                name="centre_threshold_is_positive",
                violation_error_message="Le seuil vaut au moins 1.",
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.id = 1
        super().save(*args, **kwargs)

    @classmethod
    def current(cls) -> "Centre":
        """The centre, or an unsaved one with the defaults before the first visit."""
        return cls.objects.first() or cls(name="Centre social")


class Season(models.Model):
    """2020-2021: memberships and enrolments hang on it. Both days are inside the season."""

    name = models.CharField("nom", max_length=20, unique=True)
    starts_on = models.DateField("premier jour")
    ends_on = models.DateField("dernier jour")

    class Meta:
        verbose_name = "saison"
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="season_ends_after_start",
                violation_error_message="La saison doit finir après avoir commencé.",
            )
        ]

    def __str__(self):
        return self.name


class SchoolHoliday(models.Model):
    """Days without class: half-open ``[first_day, return_day)``."""

    zone = models.CharField("zone", max_length=1, choices=HolidayZone.choices)
    name = models.CharField("nom", max_length=80, blank=True)
    first_day = models.DateField("premier jour sans classe")
    return_day = models.DateField("jour de la reprise")

    class Meta:
        verbose_name = "vacances scolaires"
        verbose_name_plural = "vacances scolaires"
        ordering = ["zone", "first_day"]
        constraints = [
            models.CheckConstraint(condition=Q(zone__in=HolidayZone.values), name="schoolholiday_zone_exists"),
            models.UniqueConstraint(
                fields=["zone", "first_day"],
                name="schoolholiday_is_unique",
                violation_error_message="Des vacances commencent déjà ce jour-là dans cette zone.",
            ),
            models.CheckConstraint(
                condition=Q(return_day__gt=F("first_day")),
                name="schoolholiday_ends_after_start",
                violation_error_message="La reprise doit venir après le premier jour sans classe.",
            ),
        ]

    def __str__(self):
        return f"{self.name} (zone {self.zone})"
