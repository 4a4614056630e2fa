"""The demonstration's annual report, written from its words. Its figures are counted when it is drawn."""

from django.db import transaction

from activities.models import Theme
from centre.models import Sector
from reporting.demo.words import CHAPTERS
from reporting.demo.words.blocks import ChapterWords
from reporting.demo.words.foreword import FOREWORD, ROLE, SIGNATURE
from reporting.figures.figure import Request
from reporting.models import Block, Chapter, Indicator, Report, ShownCell

# indicator -> why its small count may leave the house
REASONS_TO_SHOW = {
    "G031": "Diplômes obtenus : les personnes diplômées ont souhaité que leur réussite soit dite, "
    "et ce nombre ne révèle rien d’autre à leur sujet.",
}


@transaction.atomic
def write_report(year: int = 2021) -> Report:
    """Write the report of that year anew: whatever stood in it is replaced, its past builds stay."""
    report, _ = Report.objects.update_or_create(
        year=year,
        defaults={
            "title": "Rapport d’activité",
            "foreword": FOREWORD,
            "foreword_signature": SIGNATURE,
            "foreword_role": ROLE,
        },
    )
    report.chapters.all().delete()
    report.shown_cells.all().delete()
    sectors = Sector.objects.in_bulk(field_name="slug")
    themes = Theme.objects.in_bulk(field_name="slug")
    for position, words in enumerate(CHAPTERS, start=1):
        chapter = Chapter.objects.create(
            report=report,
            position=position,
            slug=words.slug,
            title=words.title,
            sector=sectors[words.sector] if words.sector else None,
            theme=themes[words.theme] if words.theme else None,
            offers="\n".join(words.offers),
            introduction=words.introduction,
            key_figures=words.key_figures,
        )
        write_blocks(chapter, words)
    show_small_cells(report)
    return report


def write_blocks(chapter: Chapter, words: ChapterWords) -> None:
    Block.objects.bulk_create(
        Block(
            chapter=chapter,
            position=position,
            kind=block.kind,
            level=block.level,
            title=block.title,
            text=block.text,
            options=block.options,
            caption=block.caption,
        )
        for position, block in enumerate(words.blocks, start=1)
    )


def show_small_cells(report: Report) -> None:
    for indicator in Indicator.objects.filter(code__in=REASONS_TO_SHOW):
        asked = Request(indicator.measure, where=indicator.where, of=indicator.of, part=indicator.part)
        ShownCell.objects.create(report=report, cell=asked.cell, reason=REASONS_TO_SHOW[indicator.code])
