"""What the dashboard of a year asks: its tiles and its charts, for the whole house or for some sectors."""

from dataclasses import dataclass

from centre.periods import Period
from reporting.figures import Request
from reporting.figures.measures import MEASURES

TILES = {
    "people": "Personnes venues",
    "households": "Familles venues",
    "attendances": "Présences",
    "sessions": "Séances",
    "outings": "Sorties",
    "public_hours": "Heures avec le public",
    "supported": "Personnes accompagnées",
    "memberships": "Adhésions",
    "members": "Personnes couvertes par une adhésion",
    "volunteers": "Bénévoles",
    "volunteer_hours": "Heures de bénévolat",
}


@dataclass(frozen=True)
class ChartSaid:
    title: str
    measure: str
    by: tuple[str, ...]
    form: str


BY_MONTH = ChartSaid("Les présences, mois par mois", "attendances", ("month",), "line")
BY_AGE = ChartSaid("Qui est venu, par âge et par sexe", "people", ("age_band", "sex"), "stacked")
BY_SECTOR = ChartSaid("Les présences dans chaque pôle", "attendances", ("sector",), "bars")
BY_ACTIVITY = ChartSaid("Les présences dans chaque activité", "attendances", ("activity",), "bars")
BY_DISTRICT = ChartSaid("De quels quartiers viennent les personnes", "people", ("district",), "bars")


def charts_of(where: dict) -> list[ChartSaid]:
    return [BY_MONTH, BY_AGE, BY_ACTIVITY if where else BY_SECTOR, BY_DISTRICT]


def tile_requests(year: int, where: dict) -> list[Request]:
    """A measure that no sector divides stands on the page of the whole house alone."""
    measures = [name for name in TILES if set(where) <= set(MEASURES[name].takes)]
    return [Request(name, Period.year(year), where) for name in measures]


def chart_requests(year: int, where: dict) -> list[Request]:
    return [Request(chart.measure, Period.year(year), where, list(chart.by)) for chart in charts_of(where)]
