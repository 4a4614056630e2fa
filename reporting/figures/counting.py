"""How the rows of a cube are counted. Each function takes a cube and the rows that match, and gives
an exact value: an int, a Fraction, or None over nothing."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from reporting.figures.cube import Cube
from reporting.figures.readers import age_then, ages
from reporting.figures.rounding import hours, percent, ratio

Rows = set[int]
CENT = Decimal("0.01")


def _distinct(cube: Cube, rows: Rows, column: str) -> set:
    values = cube.columns[column]
    return {values[i] for i in rows} - {None}


def distinct(*columns: str) -> Callable:
    """Different values of the columns, added: people are persons and aliases."""

    def count(cube, rows):
        return sum(len(_distinct(cube, rows, column)) for column in columns)

    return count


def total(column: str) -> Callable:
    def count(cube, rows):
        values = cube.columns[column]
        return sum(values[i] or 0 for i in rows)

    return count


def money(column: str) -> Callable:
    """Euros, hours typed, shares of a full time: two decimals, which a sum in floating point (that of
    SQLite) keeps once rounded back to them."""

    def count(cube, rows):
        values = cube.columns[column]
        return Fraction(sum((values[i].quantize(CENT) for i in rows if values[i]), Decimal(0)))

    return count


def _time(cube, rows) -> timedelta:
    times = cube.columns["time"]
    return sum((times[i] or timedelta() for i in rows), timedelta())


def time_in_hours(cube, rows):
    return hours(_time(cube, rows))


def presence_in_hours(cube, rows):
    """Arrival to departure where both are known, the session's length for everyone else; stays out."""
    read = cube.columns
    counted = [i for i in rows if read["session_kind"][i] != "stay"]
    stayed = sum((read["stayed"][i] or timedelta() for i in counted), timedelta())
    whole = sum(
        ((read["ends_at"][i] - read["starts_at"][i]) * (read["untimed"][i] or 0) for i in counted),
        timedelta(),
    )
    return hours(stayed + whole)


def minutes_in_hours(column: str) -> Callable:
    count = total(column)
    return lambda cube, rows: Fraction(count(cube, rows), 60)


def without(column: str) -> Callable:
    """The facts of the rows that have nothing in `column`."""

    def count(cube, rows):
        values, facts = cube.columns[column], cube.columns["n"]
        return sum(facts[i] for i in rows if values[i] is None)

    return count


# Days, ages ---------------------------------------------------------------------------------------


def opening_days(cube, rows):
    """Different (place, local day); the place is the activity's facility or, without, the activity."""
    places, activities, days = cube.house.activities, cube.columns["activity"], cube.columns["day"]
    return len({(_place(places[activities[i]]), days[i]) for i in rows})


def _place(place):
    return ("facility", place.facility) if place.facility else ("activity", place.slug)


def average_age(cube, rows):
    """Mean of completed years on the last day, over different people with a birth date."""
    people, births, years = cube.columns["person"], cube.columns["birth_date"], ages(cube)
    known = {people[i]: years[i] for i in rows if people[i] is not None and births[i] is not None}
    return ratio(sum(known.values()), len(known))


def people_without_birth_date(cube, rows):
    births = cube.columns["birth_date"]
    return distinct("person", "alias")(cube, {i for i in rows if births[i] is None})


def people_with_birth_date(cube, rows):
    births = cube.columns["birth_date"]
    return len(_distinct(cube, {i for i in rows if births[i] is not None}, "person"))


def age_at_entry(cube, rows):
    births, days = cube.columns["birth_date"], cube.columns["day"]
    known = [age_then(births[i], None, days[i]) for i in rows if births[i] is not None]
    return ratio(sum(known), len(known))


# Nurseries ----------------------------------------------------------------------------------------


def _of(cube, rows, source):
    sources = cube.columns["source"]
    return {i for i in rows if sources[i] == source}


def _month_of(cube, i):
    day = cube.columns["day"][i]
    return cube.columns["person"][i], cube.columns["activity"][i], (day.year, day.month)


def attended_hours(cube, rows):
    """Check-ins of the months that have any, for that child and nursery; else the month's hours."""
    check_ins, months = _of(cube, rows, "check_in"), _of(cube, rows, "month")
    checked = {_month_of(cube, i) for i in check_ins}
    typed = {i for i in months if _month_of(cube, i) not in checked}
    counted = {i for i in check_ins if cube.columns["day"][i] in cube.period}
    return hours(_time(cube, counted)) + money("attended")(cube, typed)


def payment_per_hour(cube, rows):
    return ratio(money("amount")(cube, rows), money("invoiced")(cube, rows))


def billing_rate(cube, rows):
    return percent(money("invoiced")(cube, rows), attended_hours(cube, rows))


def occupancy_rate(cube, rows):
    """Attended hours over places × public hours, in the facilities whose places are known."""
    places = cube.house.activities
    activities, times = cube.columns["activity"], cube.columns["time"]
    known = {i for i in rows if places[activities[i]].capacity}
    capacity = sum(places[activities[i]].capacity * hours(times[i] or timedelta()) for i in _of(cube, known, "opening"))
    return percent(attended_hours(cube, known - _of(cube, known, "opening")), capacity)
