from django.db import models


class Indicator(models.Model):
    """A figure said once: measure, filters, split and period, under a code that never changes.

    `where` and `part` are ``{split: [values]}``; `of` and `part` belong to the measure ``share``.
    `period` is empty for the report's year, ``2020-2021`` for a school year, or
    ``2021-01-01/2021-06-30`` for two included days.
    """

    code = models.CharField("code", max_length=40, unique=True)
    label = models.CharField("libellé", max_length=250)
    chapter = models.CharField("chapitre", max_length=120, blank=True)
    position = models.PositiveIntegerField("ordre", default=0)
    measure = models.CharField("mesure", max_length=40)
    of = models.CharField("part de", max_length=40, blank=True)
    part = models.JSONField("dont", default=dict, blank=True)
    where = models.JSONField("filtres", default=dict, blank=True)
    by = models.JSONField("réparti par", default=list, blank=True)
    period = models.CharField("période", max_length=30, blank=True)

    class Meta:
        verbose_name = "indicateur"
        ordering = ["position", "code"]

    def __str__(self):
        return f"{self.code} {self.label}"
