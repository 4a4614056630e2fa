"""States that open and close: half-open dates ``[from_on, to_on)``, ``to_on`` empty while it lasts."""

from datetime import date

from django.db import models
from django.db.models import F, Q


class DatedStateQuerySet(models.QuerySet):
    """Reads over states; days are local dates, periods half-open ``[start, end)``."""

    def on(self, day: date):
        """States open on `day`."""
        return self.filter(Q(to_on=None) | Q(to_on__gt=day), from_on__lte=day)

    def overlapping(self, start: date, end: date):
        """States open on at least one day of ``[start, end)``."""
        return self.filter(Q(to_on=None) | Q(to_on__gt=start), from_on__lt=end)


class DatedState(models.Model):
    from_on = models.DateField("depuis le")
    to_on = models.DateField("jusqu’au", null=True, blank=True, help_text="premier jour où ce n’est plus vrai")

    objects = DatedStateQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gt=F("from_on")),
                name="%(class)s_ends_after_start",
                violation_error_message="La fin doit venir après le début.",
            )
        ]

    def is_open_on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or day < self.to_on)
