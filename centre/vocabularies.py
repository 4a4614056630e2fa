"""Open word lists: a slug that never changes and the name people read."""

from django.db import models


class TermManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Term(models.Model):
    slug = models.SlugField("identifiant", max_length=80, unique=True)
    name = models.CharField("nom", max_length=150)

    objects = TermManager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name
