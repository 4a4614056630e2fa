"""The cells of the month grid: too many for a template to draw one by one in the time that a page has."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from activities.roll.month import Cell, Line

register = template.Library()

CELL = '<td><button class="cell{}" name="cell" value="{}" data-status="{}" aria-label="{}\u00a0: {}"{}></button></td>'
OPEN = mark_safe(' type="submit"')
SHUT = mark_safe(' type="button" aria-disabled="true"')


@register.filter
def cells(line: Line) -> str:
    return format_html_join("", CELL, (drawn(cell) for cell in line.cells))


def drawn(cell: Cell) -> tuple:
    sign = f" state--{cell.status}" if cell.status else ""
    place = "" if cell.is_expected else " cell--out"
    doubt = " cell--conflict" if cell.has_conflict else ""
    said = ", ".join(words for words in (cell.word, cell.note, "à trancher" if cell.has_conflict else "") if words)
    kind = OPEN if cell.is_open else SHUT
    return f" state{sign}{place}{doubt}", cell.asked, cell.status, cell.label, said, kind
