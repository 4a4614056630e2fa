"""The three ways to be counted in a session: by name, under an alias, in a head count."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from activities.models.activities import Activity
from activities.models.sessions import Session, SessionStatus
from centre.keys import new_key
from centre.states import DatedState
from members.models import Household, Person, Sex


class Group(models.TextChoices):
    CHILD = "child", "Enfants"
    ADULT = "adult", "Adultes"


class EnrolmentStatus(models.TextChoices):
    ENROLLED = "enrolled", "Inscrit"
    WAITING = "waiting", "En attente"


class Enrolment(DatedState):
    person = models.ForeignKey(Person, models.PROTECT, related_name="enrolments", verbose_name="personne")
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="enrolments", verbose_name="activité")
    status = models.CharField("état", max_length=10, choices=EnrolmentStatus.choices, default=EnrolmentStatus.ENROLLED)

    class Meta(DatedState.Meta):
        verbose_name = "inscription"
        constraints = [
            *DatedState.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "activity", "from_on"],
                name="enrolment_is_unique",
                violation_error_message="Cette personne est déjà inscrite depuis ce jour.",
            ),
            models.CheckConstraint(condition=Q(status__in=EnrolmentStatus.values), name="enrolment_status_exists"),
        ]

    def __str__(self):
        return f"{self.person}, {self.activity}"


class Alias(models.Model):
    """The code a family gives in a place that must stay anonymous; one activity, one calendar year.
    It is never linked to a person: the law of parent-child drop-ins."""

    key = models.CharField("code", max_length=80, unique=True, default=new_key)
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="aliases", verbose_name="activité")
    year = models.PositiveSmallIntegerField("année", validators=[MinValueValidator(1990), MaxValueValidator(2200)])
    group = models.CharField("groupe", max_length=10, choices=Group.choices)
    sex = models.CharField("sexe", max_length=1, choices=Sex.choices, blank=True)

    class Meta:
        verbose_name = "pseudonyme"
        ordering = ["activity", "year", "key"]
        constraints = [
            models.CheckConstraint(condition=Q(group__in=Group.values), name="alias_group_exists"),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.values]), name="alias_sex_exists"),
        ]

    def __str__(self):
        return self.key


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", "Présent"
    ABSENT = "absent", "Absent"
    EXCUSED = "excused", "Excusé"


class AttendanceMode(models.TextChoices):
    DROP_IN = "drop_in", "Sans rendez-vous"
    APPOINTMENT = "appointment", "Sur rendez-vous"


class AttendanceQuerySet(models.QuerySet):
    def present(self):
        return self.filter(status=AttendanceStatus.PRESENT)

    def held(self):
        return self.filter(session__status=SessionStatus.HELD)

    def in_period(self, period):
        return self.filter(session__day__gte=period.start, session__day__lt=period.end)


class Attendance(models.Model):
    """One person, or one alias, in one session. `household` is the one they came from, that day."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendances", verbose_name="séance")
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name="personne",
    )
    alias = models.ForeignKey(
        Alias,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name="pseudonyme",
    )
    status = models.CharField(
        "état",
        max_length=10,
        choices=AttendanceStatus.choices,
        blank=True,
        help_text="vide : pas encore pointé",
    )
    household = models.ForeignKey(
        Household,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name="foyer du jour",
    )
    arrived_at = models.DateTimeField("arrivée", null=True, blank=True)
    left_at = models.DateTimeField("départ", null=True, blank=True)
    mode = models.CharField("mode", max_length=15, choices=AttendanceMode.choices, blank=True)
    case_count = models.PositiveSmallIntegerField("dossiers traités", default=0)
    last_operation = models.ForeignKey(
        "activities.RollOperation",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="dernière opération",
    )

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = "présence"
        indexes = [
            models.Index(fields=["person", "status"], name="attendance_person_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, alias=None) | Q(person=None, alias__isnull=False),
                name="attendance_person_xor_alias",
                violation_error_message="Une présence est celle d’une personne ou d’un pseudonyme, jamais des deux.",
            ),
            models.CheckConstraint(
                condition=Q(alias=None) | Q(household=None),
                name="attendance_alias_has_no_household",
                violation_error_message="Un pseudonyme n’a pas de foyer\u00a0: le lieu est anonyme.",
            ),
            models.CheckConstraint(
                condition=Q(arrived_at=None) | Q(left_at=None) | Q(left_at__gt=F("arrived_at")),
                name="attendance_leaves_after_arrival",
                violation_error_message="Le départ doit venir après l’arrivée.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["", *AttendanceStatus.values]),
                name="attendance_status_exists",
            ),
            models.CheckConstraint(condition=Q(mode__in=["", *AttendanceMode.values]), name="attendance_mode_exists"),
            models.UniqueConstraint(
                fields=["session", "person"],
                name="attendance_person_is_unique",
                violation_error_message="Cette personne est déjà sur la feuille de présence.",
            ),
            models.UniqueConstraint(
                fields=["session", "alias"],
                name="attendance_alias_is_unique",
                violation_error_message="Ce pseudonyme est déjà sur la feuille de présence.",
            ),
        ]

    def __str__(self):
        return f"{self.person or self.alias}, {self.session}"


class Tally(models.Model):
    """An anonymous head count, counted or estimated; group and sex may be unknown (blank)."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="tallies", verbose_name="séance")
    group = models.CharField("groupe", max_length=10, choices=Group.choices, blank=True)
    sex = models.CharField("sexe", max_length=1, choices=Sex.choices, blank=True)
    is_estimate = models.BooleanField("estimé", default=False)
    count = models.PositiveIntegerField("nombre")
    last_operation = models.ForeignKey(
        "activities.RollOperation",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="dernière opération",
    )

    class Meta:
        verbose_name = "comptage anonyme"
        verbose_name_plural = "comptages anonymes"
        constraints = [
            models.UniqueConstraint(
                fields=["session", "group", "sex", "is_estimate"],
                name="tally_is_unique",
                violation_error_message="Ce comptage est déjà noté pour cette séance. Corrigez son nombre plutôt.",
            ),
            models.CheckConstraint(condition=Q(group__in=["", *Group.values]), name="tally_group_exists"),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.values]), name="tally_sex_exists"),
        ]

    def __str__(self):
        return f"{self.count}, {self.session}"
