from django.db import models


class AppendOnly(Exception):
    """The audit trail is written once and never changed."""


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **fields):
        raise AppendOnly

    def delete(self):
        raise AppendOnly


class AuditEntry(models.Model):
    """Who did what to which record, and when. Identifiers only, never values; no foreign key, so
    that nothing a person or an account becomes can rewrite it."""

    at = models.DateTimeField("le", auto_now_add=True, db_index=True)
    user_id = models.BigIntegerField("utilisateur", null=True)
    action = models.CharField("acte", max_length=40)
    record_type = models.CharField("type de fiche", max_length=60, blank=True)
    record_id = models.CharField("fiche", max_length=80, blank=True)
    reason = models.CharField("motif", max_length=250, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "trace"
        ordering = ["-at", "-id"]

    def __str__(self):
        return f"{self.at:%d/%m/%Y %H:%M} {self.action} {self.record_type} {self.record_id}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly
