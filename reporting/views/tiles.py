"""A measured figure as a tile: plain label, number, unit, last year's difference, the way to its explanation."""

from dataclasses import dataclass

from centre.periods import Period
from centre.words import difference_text
from reporting.drawing import format_number, unit_word
from reporting.figures import Figure
from reporting.views.addresses import figure_url


@dataclass(frozen=True)
class Tile:
    label: str
    value: str
    unit: str
    difference: str = ""
    href: str = ""

    @classmethod
    def of(cls, label: str, figure: Figure, *, before: Figure | None = None, mask=None, is_explained=True) -> "Tile":
        masked = mask.shown(figure) if mask else None
        return cls(
            label,
            masked or format_number(figure.value, figure.unit),
            unit_word(figure.value, figure.unit) if not masked else unit_word(2, figure.unit),
            "" if masked else difference_of(figure, before, mask),
            figure_url(figure.request) if is_explained else "",
        )


def difference_of(figure: Figure, before: Figure | None, mask) -> str:
    if before is None or (mask and mask.shown(before)):
        return ""
    said = difference_text(figure.value, before.value, before.period.start.year)
    is_whole_year = before.period == Period.year(before.period.start.year)
    return said if is_whole_year or not said else f"{said} à la même date"
