from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from activities.models.activities import Activity
from centre.keys import new_key
from centre.models import StaffMember


class SessionKind(models.TextChoices):
    SESSION = "session", "Séance"
    OUTING = "outing", "Sortie"
    EVENT = "event", "Temps fort"
    STAY = "stay", "Séjour"


class SessionStatus(models.TextChoices):
    PLANNED = "planned", "Prévue"
    HELD = "held", "Tenue"
    CANCELLED = "cancelled", "Annulée"


def local_day(instant) -> date:
    """The local date (Europe/Paris) of an instant: midnight on 1 January belongs to the new year."""
    return timezone.localtime(instant).date()


class SessionQuerySet(models.QuerySet):
    def held(self):
        return self.filter(status=SessionStatus.HELD)

    def with_open_roll(self):
        """Planned, or held with a roll that nobody has closed."""
        return self.filter(Q(status=SessionStatus.PLANNED) | Q(is_roll_open=True))

    def in_period(self, period):
        """Sessions that start inside `period`, by local date."""
        return self.filter(day__gte=period.start, day__lt=period.end)

    def of(self, activity):
        """Its own, and those it shares: a joint outing is on both pages."""
        shared = Session.also_activities.through.objects.filter(activity=activity).values("session")
        return self.filter(Q(activity=activity) | Q(pk__in=shared))


class Session(models.Model):
    """A dated meeting of an activity, and of others it is shared with: a joint outing counts once.

    `day` is the local date of `starts_at`, kept beside it so that a year is read by an index
    instead of a time-zone function a row; `save` and every bulk writer set it from `starts_at`.
    """

    key = models.CharField("clé", max_length=80, unique=True, default=new_key)
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="sessions", verbose_name="activité")
    also_activities = models.ManyToManyField(
        Activity, blank=True, related_name="shared_sessions", verbose_name="partagée avec"
    )
    kind = models.CharField("type", max_length=10, choices=SessionKind.choices, default=SessionKind.SESSION)
    starts_at = models.DateTimeField("début")
    ends_at = models.DateTimeField("fin")
    day = models.DateField("jour", editable=False)
    setup_minutes = models.PositiveSmallIntegerField("minutes d’organisation", default=0)
    status = models.CharField("état", max_length=10, choices=SessionStatus.choices, default=SessionStatus.PLANNED)
    place = models.CharField("endroit", max_length=150, blank=True)
    topic = models.CharField("sujet", max_length=250, blank=True)
    cancellation_reason = models.CharField("motif d’annulation", max_length=250, blank=True)
    staff = models.ManyToManyField(StaffMember, blank=True, related_name="sessions", verbose_name="équipe")
    note = models.TextField(
        "note", blank=True, help_text="ce qui s’est passé, sans rien de la santé ni de la vie privée"
    )
    is_roll_open = models.BooleanField("appel en cours", default=False, editable=False)
    last_operation = models.ForeignKey(
        "activities.RollOperation",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="dernière opération",
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = "séance"
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["day", "status"], name="session_day_idx"),
            models.Index(fields=["activity", "day"], name="session_activity_day_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_start",
                violation_error_message="La fin de la séance doit venir après son début.",
            ),
            models.CheckConstraint(condition=Q(kind__in=SessionKind.values), name="session_kind_exists"),
            models.CheckConstraint(condition=Q(status__in=SessionStatus.values), name="session_status_exists"),
            models.CheckConstraint(
                condition=Q(is_roll_open=False) | Q(status="held"),
                name="session_open_roll_is_held",
                violation_error_message="Seule une séance tenue a un appel en cours.",
            ),
        ]

    def __str__(self):
        return f"{self.activity}, {self.day:%d/%m/%Y}"

    def save(self, *args, **kwargs):
        self.day = local_day(self.starts_at)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "day"}
        super().save(*args, **kwargs)

    @property
    def is_roll_shut(self) -> bool:
        """Closed, cancelled, or held before anyone called its roll here: to reopen is a right of its own."""
        return self.status != SessionStatus.PLANNED and not self.is_roll_open

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at
