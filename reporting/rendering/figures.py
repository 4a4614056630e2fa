"""Every figure of a report, measured in one batch, masked as a whole, and given out as words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reporting.charts import Chart, draw
from reporting.drawing import format_number, short_unit, unit_word, with_unit
from reporting.figures.figure import Figure, Part, Request
from reporting.labels import Labels
from reporting.masking import NOT_TOLD, Mask, share_requests


@dataclass(frozen=True)
class Shown:
    """A value as it is printed: `text` alone, `words` with its unit, `sentence` inside a text."""

    text: str
    unit: str
    words: str
    sentence: str
    is_masked: bool = False


class ReportFigures:
    """Asked for first, all together; measured once; read as often as one likes."""

    def __init__(self, requests: Iterable[Request], shown_cells: Iterable[str], threshold: int, measure_all: Callable):
        wanted = {}
        for request in requests:
            for needed in (request, *companions(request)):
                wanted.setdefault(self.key(needed), needed)
        measured = measure_all(list(wanted.values()))
        self.figures: dict[str, Figure] = dict(zip(wanted, measured, strict=True))
        self.mask = Mask(measured, threshold=threshold, shown=shown_cells)

    @staticmethod
    def key(request: Request) -> str:
        return f"{request.cell}|{','.join(request.by)}|{request.period}"

    def figure(self, request: Request) -> Figure:
        return self.figures[self.key(request)]

    def shown(self, request: Request) -> Shown:
        figure = self.figure(request)
        return self.as_words(figure.value, figure.unit, self.mask.shown(figure))

    def shown_part(self, figure: Figure, part: Part) -> Shown:
        return self.as_words(part.value, figure.unit, self.mask.shown(figure, part))

    def shown_unknown(self, figure: Figure) -> str:
        return self.mask.shown_unknown(figure) or format_number(figure.unknown)

    def as_words(self, value, unit: str, masked: str | None) -> Shown:
        if masked is None:
            sign = unit in ("eur", "eur_per_hour", "percent")
            word = "" if sign else unit_word(value, unit)
            return Shown(short_unit(value, unit), word, with_unit(value, unit), format_number(value, unit))
        sentence = masked if masked == NOT_TOLD else f"moins de {self.mask.threshold}"
        return Shown(masked, unit_word(2, unit), masked, sentence, is_masked=True)

    def chart(self, request: Request, *, form: str, title: str, labels: Labels, color: str, width: float) -> Chart:
        return draw(
            self.figure(request),
            form=form,
            title=title,
            label=labels.of,
            split_name=labels.split_name,
            mask=self.mask,
            color=color,
            width=width,
        )


def companions(request: Request) -> list[Request]:
    """A percentage split in parts is masked by the counts behind each part."""
    if request.measure != "share" or not request.by:
        return []
    whole, portion = share_requests(request)
    return [Request(one.measure, one.period, one.where, request.by) for one in (whole, portion)]
