"""The annual report as data: chapters and blocks that a director edits; no chapter is code.

What each kind of block reads in `Block.options` (missing keys mean none):

text         beside: [indicator codes], figures boxed in the margin;
             activities: {"parent": slug, "status": [statuses]}, these activities listed after the text
key_figures  indicators: [codes]
table        rows: {"split": slug, "values": [slugs] or [] for all, "header": text},
             columns: [{"label", "measure", "where": {…}}], where: {…}, total: bool
chart        form: bars | stacked | ring | line, measure, where: {…}, by: [one or two splits],
             or indicator: code
staff        facility, sector or activity: slug
meetings     body: slug
timetable    activities: [slugs], or theme or sector: slug
partners     kinds: [slugs] or [] for all
picture      (the picture, its caption and alternative text are fields)

Any block may carry a text, which comes first, and a caption, which comes last. Foreword,
introductions and texts are simple HTML, where ``{{ E007 }}`` stands for the value of the indicator
of that code, without its unit.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from activities.models import Theme
from centre.models import Sector


class Report(models.Model):
    year = models.PositiveSmallIntegerField("année", unique=True)
    title = models.CharField("titre", max_length=150, default="Rapport d’activité")
    foreword = models.TextField("éditorial", blank=True)
    foreword_signature = models.CharField("signé", max_length=150, blank=True)
    foreword_role = models.CharField("fonction", max_length=150, blank=True)

    class Meta:
        verbose_name = "rapport d’activité"
        verbose_name_plural = "rapports d’activité"
        ordering = ["-year"]

    def __str__(self):
        return f"{self.title} {self.year}"


class Chapter(models.Model):
    """A sector's part of the report, opened by a full page: what it offers, its figures large."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="chapters", verbose_name="rapport")
    slug = models.SlugField("identifiant", max_length=80)
    title = models.CharField("titre", max_length=150)
    position = models.PositiveSmallIntegerField("ordre", default=0)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, verbose_name="pôle")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, verbose_name="thème")
    offers = models.TextField("ce que nous proposons", blank=True, help_text="un point par ligne")
    introduction = models.TextField("introduction", blank=True)
    key_figures = models.JSONField("chiffres clés", default=list, blank=True)
    is_hidden = models.BooleanField("masqué", default=False)

    class Meta:
        verbose_name = "chapitre"
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "slug"],
                name="chapter_is_unique",
                violation_error_message="Un chapitre de ce rapport a déjà cet identifiant.",
            )
        ]

    def __str__(self):
        return self.title

    @property
    def offer_items(self) -> list[str]:
        return [line.strip() for line in self.offers.splitlines() if line.strip()]


class BlockKind(models.TextChoices):
    TEXT = "text", "Texte"
    KEY_FIGURES = "key_figures", "Chiffres clés"
    TABLE = "table", "Tableau"
    CHART = "chart", "Graphique"
    STAFF = "staff", "Équipe"
    MEETINGS = "meetings", "Réunions"
    TIMETABLE = "timetable", "Emploi du temps"
    PARTNERS = "partners", "Partenaires"
    PICTURE = "picture", "Image"


class Block(models.Model):
    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="blocks", verbose_name="chapitre")
    position = models.PositiveSmallIntegerField("ordre", default=0)
    kind = models.CharField("type", max_length=20, choices=BlockKind.choices)
    level = models.PositiveSmallIntegerField("niveau du titre", default=2)
    title = models.CharField("titre", max_length=200, blank=True)
    text = models.TextField("texte", blank=True)
    options = models.JSONField("réglages", default=dict, blank=True)
    picture = models.ImageField("image", upload_to="reports/", blank=True)
    caption = models.CharField("légende", max_length=250, blank=True)
    alternative_text = models.CharField("texte de remplacement", max_length=250, blank=True)
    is_hidden = models.BooleanField("masqué", default=False)

    class Meta:
        verbose_name = "bloc"
        ordering = ["chapter", "position"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=BlockKind.values), name="block_kind_exists"),
            models.CheckConstraint(
                condition=Q(level__gte=2, level__lte=4),
                name="block_level_is_a_heading",
                violation_error_message="Le niveau du titre va de 2 à 4.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.title}".strip()


class ShownCell(models.Model):
    """A small count shown outside the house, on purpose: a director gave the reason.

    `cell` is the figure in one line, parts folded into its filters: see `Request.cell`.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="shown_cells", verbose_name="rapport")
    cell = models.CharField("cellule", max_length=400)
    reason = models.CharField("motif", max_length=250)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name="par"
    )
    recorded_at = models.DateTimeField("le", auto_now_add=True)

    class Meta:
        verbose_name = "petit effectif montré"
        verbose_name_plural = "petits effectifs montrés"
        constraints = [
            models.UniqueConstraint(
                fields=["report", "cell"],
                name="showncell_is_unique",
                violation_error_message="Ce petit effectif est déjà montré dans ce rapport.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="showncell_has_a_reason",
                violation_error_message="Écrivez le motif.",
            ),
        ]

    def __str__(self):
        return self.cell
