"""Charts as SVG, drawn the same on screen and on paper, each with the table of the same numbers.

>>> chart = draw(figure, form="bars", title="Les enfants, par classe")
>>> chart.svg, chart.sentence, chart.head, chart.rows
"""

from reporting.charts.chart import FORMS, Chart, ChartRow, draw
from reporting.charts.weave import weave

__all__ = ["FORMS", "Chart", "ChartRow", "draw", "weave"]
