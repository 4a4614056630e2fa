"""Indicators ask for figures that exist."""

from reporting.bundle.rules.rules import Rules


class IndicatorRules(Rules):
    orders = ()
