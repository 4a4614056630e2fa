"""The cells of the month grid: too many for a template to draw one by one in the time that a page has."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join

from activities.roll.month import Cell, Line

register = template.Library()

CELL = '<td><button class="cell state{}" {} name="cell" value="{}" aria-label="{}\u00a0: {}"></button></td>'


@register.filter
def cells(line: Line) -> str:
    return format_html_join("", CELL, (drawn(cell) for cell in line.cells))


def drawn(cell: Cell) -> tuple[str, ...]:
    look, kind, said = face(cell.status, cell.word, cell.note, cell.is_expected, cell.is_open, cell.has_conflict)
    return look, kind, cell.asked, cell.label, said


@lru_cache(maxsize=256)
def face(status: str, word: str, note: str, is_expected: bool, is_open: bool, has_conflict: bool) -> tuple[str, ...]:
    """Classes, attributes and words: few cells differ by more than their name and their day."""
    look = [f"state--{status}"] * bool(status) + ["cell--out"] * (not is_expected) + ["cell--conflict"] * has_conflict
    kind = 'type="submit" data-status="{}"' if is_open else 'type="button" aria-disabled="true" data-status="{}"'
    said = [words for words in (word, note, "à trancher" if has_conflict else "") if words]
    return (
        format_html("{}", "".join(f" {name}" for name in look)),
        format_html(kind, status),
        format_html("{}", ", ".join(said)),
    )
