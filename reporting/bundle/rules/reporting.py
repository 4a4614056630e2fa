"""Indicators ask for figures that exist."""

from centre.periods import Period
from reporting.bundle.indicator_cells import MeasureWords, filters_of
from reporting.bundle.kinds import split_list
from reporting.bundle.rules.rules import Refusal, Rules
from reporting.figures import FigureRefused, Request
from reporting.figures.asking import ask

ANY_PERIOD = Period.year(2021)


class IndicatorRules(Rules):
    orders = ()

    def check(self, row, world):
        measure, of, part = MeasureWords().understand(row["measure"])
        where, by = filters_of(row["where"]), split_list(row["by"])
        for column, question in (
            ("measure", Request(measure, ANY_PERIOD, {}, [], of, part)),
            ("where", Request(measure, ANY_PERIOD, where, [], of, part)),
            ("by", Request(measure, ANY_PERIOD, where, by, of, part)),
        ):
            try:
                ask(question)
            except FigureRefused as refusal:
                yield Refusal(column, str(refusal), "")
                return
