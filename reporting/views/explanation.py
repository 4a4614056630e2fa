"""All that explains a figure: definition, filters, period, value, parts, what is not recorded, how it was counted."""

from dataclasses import dataclass, replace

from reporting.drawing import format_number, long_date, unit_word
from reporting.explanation import heading
from reporting.figures import Figure, Period, Request, measure_all
from reporting.figures.asking import ask
from reporting.figures.measures import MEASURES
from reporting.labels import Labels
from reporting.masking import Mask
from reporting.published import PublishedYear
from reporting.reach import FigureReach
from reporting.views.addresses import figure_url
from reporting.views.pictures import Picture, picture

FORMS = {"month": "line"}
NBSP = "\u00a0"


@dataclass(frozen=True)
class Explanation:
    figure: Figure
    mask: Mask | None
    labels: Labels
    reach: FigureReach

    @property
    def heading(self) -> str:
        return heading(self.figure, self.labels)

    @property
    def value(self) -> str:
        return self.masked or format_number(self.figure.value, self.figure.unit)

    @property
    def unit(self) -> str:
        return unit_word(2 if self.masked else self.figure.value, self.figure.unit)

    @property
    def masked(self) -> str | None:
        return self.mask.shown(self.figure) if self.mask else None

    @property
    def period(self) -> str:
        return period_text(self.figure.period)

    @property
    def filters(self) -> list[tuple[str, str]]:
        return self.in_words(self.figure.request.where)

    @property
    def part(self) -> list[tuple[str, str]]:
        return self.in_words(self.figure.request.part)

    def in_words(self, filters: dict) -> list[tuple[str, str]]:
        return [
            (self.labels.split_name(split), ", ".join(self.labels.of(split, value) for value in values))
            for split, values in filters.items()
        ]

    @property
    def share_of(self) -> str:
        return MEASURES[self.figure.request.of].question if self.figure.request.of else ""

    @property
    def fraction(self) -> str:
        """« 164 sur 260 », of a percentage; beside the whole, it would tell a small « non renseigné »."""
        is_hidden = self.mask and (self.masked or self.mask.shown_unknown(self.figure))
        if self.figure.denominator is None or is_hidden:
            return ""
        unit = MEASURES[self.figure.request.of].unit
        whole = format_number(self.figure.denominator, unit)
        return f"{format_number(self.figure.numerator, unit)} sur {whole} {unit_word(self.figure.denominator, unit)}"

    @property
    def unknown(self) -> str:
        if self.mask:
            return self.mask.shown_unknown(self.figure) or format_number(self.figure.unknown, self.figure.unit)
        return format_number(self.figure.unknown, self.figure.unit)

    @property
    def picture(self) -> Picture | None:
        by = self.figure.request.by
        if not by:
            return None
        title = "Par " + " et par ".join(self.labels.split_name(split).lower() for split in by)
        caption = f"{self.figure.question} {title}, {self.period}."
        form = "stacked" if len(by) == 2 else FORMS.get(by[0], "bars")
        return picture(
            self.figure, self.labels, title=title, caption=caption, form=form, mask=self.mask, is_explained=False
        )

    @property
    def parts(self) -> list[dict]:
        """Each part is a figure of its own, and leads to its own explanation for who reads in full."""
        return [
            {
                "names": [self.labels.of(split, value) for split, value in part.keys.items()],
                "value": (self.mask and self.mask.shown(self.figure, part))
                or format_number(part.value, self.figure.unit),
                "href": "" if self.mask else figure_url(self.figure.part_request(part)),
            }
            for part in self.figure.parts
        ]

    @property
    def splits(self) -> list[tuple[str, str]]:
        """The other ways to see it fall apart, for who reads in full."""
        request = self.figure.request
        if self.mask:
            return []
        takes = MEASURES[request.of or request.measure].takes
        others = [replace(request, by=[split]) for split in takes if split not in (*request.by, *request.part)]
        return [
            (self.labels.split_name(other.by[0]), figure_url(other))
            for other in others
            if self.reach.reads_in_full(other)
        ]

    @property
    def whole_url(self) -> str:
        request = self.figure.request
        return figure_url(replace(request, by=[])) if request.by and not self.mask else ""


def explain(request: Request, reach: FigureReach) -> Explanation:
    """Raises FigureRefused, for a question without answer or one that is not published to this reader."""
    asked = ask(request).request
    if reach.reads_in_full(asked):
        return Explanation(measure_all([asked])[0], None, Labels(), reach)
    published = PublishedYear(asked.period.last_day.year)
    return Explanation(published.figure(asked), published.mask, Labels(), reach)


def period_text(period: Period) -> str:
    """« en 2021 », « pendant l’année scolaire 2020-2021 », « du 1er mars au 11 juin 2021 »."""
    year = period.start.year
    if period == Period.year(year):
        return f"en {year}"
    if period == Period.school_year(f"{year}-{year + 1}"):
        return f"pendant l’année scolaire {year}-{year + 1}"
    if period.days == 1:
        return f"le {long_date(period.start)}"
    return f"du {long_date(period.start)} au {long_date(period.last_day)}"
