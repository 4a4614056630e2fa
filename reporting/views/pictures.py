"""A measured figure as a chart on a page, with the way to its explanation."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reporting.charts.chart import Chart, draw
from reporting.figures import Figure
from reporting.labels import Labels
from reporting.views.addresses import figure_url

COLOR = "#4A5568"
WIDE, NARROW = 920, 330  # a laptop's column, a telephone's


@dataclass(frozen=True)
class Picture:
    chart: Chart
    narrow: SafeString  # the same on a telephone, where letters keep their size
    caption: str  # what and when, for the table
    href: str = ""


def picture(
    figure: Figure,
    labels: Labels,
    *,
    title: str,
    caption: str,
    form: str = "bars",
    mask=None,
    is_explained: bool = True,
) -> Picture:
    words = {"title": title, "label": labels.of, "split_name": labels.split_name, "mask": mask, "color": COLOR}
    # Twelve months do not stand side by side on a telephone: they read down.
    narrow = draw(figure, form="bars" if form == "line" else form, width=NARROW, **words)
    href = figure_url(figure.request) if is_explained else ""
    return Picture(draw(figure, form=form, width=WIDE, **words), narrow.svg, caption, href)
