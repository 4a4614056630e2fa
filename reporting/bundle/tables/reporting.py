"""The figures that the centre follows."""

from reporting.bundle.indicator_cells import Filters, MeasureWords, PeriodWords, Splits
from reporting.bundle.kinds import Text
from reporting.bundle.tables.table import Column, Table
from reporting.models import Indicator

INDICATORS = Table(
    "indicators",
    "Indicateurs",
    Indicator,
    (
        Column("code", "Code", Text(40), key=True),
        Column("label", "Libellé", Text(250), required=True),
        Column("chapter", "Chapitre", Text(120)),
        Column("measure", "Mesure", MeasureWords(), required=True),
        Column("where", "Filtres", Filters()),
        Column("by", "Réparti par", Splits()),
        Column("period", "Période", PeriodWords()),
    ),
    key_field="code",
)
