"""Figures: declare, measure, draw. One number never exists in two versions.

>>> measure("people", period=Period.year(2021), where={"activity": ["dynamik-ados"]}, by=["sex"])
"""

from centre.periods import Period, PeriodRefused
from reporting.figures.engine import measure, measure_all, records
from reporting.figures.figure import Figure, FigureRefused, Part, Request

__all__ = [
    "Figure",
    "FigureRefused",
    "Part",
    "Period",
    "PeriodRefused",
    "Request",
    "measure",
    "measure_all",
    "records",
]
