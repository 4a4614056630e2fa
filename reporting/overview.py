"""What the dashboard of a year asks: its tiles and its charts, for the whole house or for some sectors, and the
year before that they are compared with."""

from dataclasses import dataclass
from datetime import date

from activities.models import Session
from activities.years import last_year
from centre.periods import Period
from reporting.drawing import long_date
from reporting.figures import Request
from reporting.figures.measures import MEASURES
from reporting.models import Report
from reporting.typography import NBSP

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


def tile_requests(period: Period, where: dict) -> list[Request]:
    """A measure that no sector divides stands on the page of the whole house alone."""
    measures = [name for name in TILES if set(where) <= set(MEASURES[name].takes)]
    return [Request(name, period, where) for name in measures]


def chart_requests(year: int, where: dict) -> list[Request]:
    return [Request(chart.measure, Period.year(year), where, list(chart.by)) for chart in charts_of(where)]


def opening_year(years: list[int], today: date) -> int:
    """The one in progress once a session was held in it; then that of the last report; then the last with sessions."""
    if today.year in years:
        return today.year
    return Report.objects.values_list("year", flat=True).first() or last_year(years, today)


@dataclass(frozen=True)
class Comparison:
    """The days of the year before that a year is compared with, none without; and what to know of them."""

    period: Period | None
    note: str = ""

    @classmethod
    def of(cls, year: int, years: list[int], today: date, *, is_masked: bool) -> "Comparison":
        before = year - 1
        if before not in years:
            return cls(None)
        if today.year != year:
            return cls(Period.year(before), late_start(before) if before == years[-1] else "")
        if is_masked:
            # Published from one day to the next, two running totals would tell the small count between them.
            return cls(None, f"La comparaison avec {before} viendra quand l’année {year} sera finie.")
        return cls(Period.between(date(year, 1, 1), today).previous_year())


def late_start(year: int) -> str:
    """The first year is often a few months: a difference with it says little."""
    first_on = Session.objects.held().filter(day__year=year).order_by("day").values_list("day", flat=True)[0]
    if first_on.month == 1:
        return ""
    return (
        f"Les séances notées commencent le {long_date(first_on)}{NBSP}: "
        f"les différences avec {year} ne comparent pas deux années entières."
    )
