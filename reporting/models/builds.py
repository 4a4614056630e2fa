from django.conf import settings
from django.db import models
from django.db.models import Q

from reporting.models.reports import Report


class BuildState(models.TextChoices):
    WAITING = "waiting", "En attente"
    RUNNING = "running", "En cours"
    DONE = "done", "Terminé"
    FAILED = "failed", "Interrompu"


class ReportBuild(models.Model):
    """One making of the PDF in the background. A worker that dies stops beating: `heartbeat_at`."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="builds")
    state = models.CharField("état", max_length=10, choices=BuildState.choices, default=BuildState.WAITING)
    step = models.CharField("étape", max_length=150, blank=True)
    percent = models.PositiveSmallIntegerField("avancement", default=0)
    error = models.CharField("cause", max_length=400, blank=True)
    file = models.FileField("fichier", upload_to="reports/", blank=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    created_at = models.DateTimeField("demandé le", auto_now_add=True)
    started_at = models.DateTimeField("commencé le", null=True, blank=True)
    heartbeat_at = models.DateTimeField("dernier signe", null=True, blank=True)
    finished_at = models.DateTimeField("fini le", null=True, blank=True)

    class Meta:
        verbose_name = "fabrication du rapport"
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=BuildState.values), name="reportbuild_state_exists"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="reportbuild_percent"),
        ]

    def __str__(self):
        return f"{self.report} : {self.get_state_display()}"
