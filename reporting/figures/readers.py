"""How splits are read off the columns of a cube. A reader answers, row by row, the values of the
parts that the row stands in: one, several (a shared session), or None for the unknown."""

from members.models import FULL_AGE, age_on
from reporting.figures.cube import Cube, Reader


def plain(column: str) -> Reader:
    """A column as it is; blank text is unknown."""
    return Reader(
        (column,),
        lambda cube: [(None if v in ("", None) else v,) for v in cube.columns[column]],
    )


def several(column: str, without=None) -> Reader:
    """A column that may hold many values; `without` is the part of the rows that hold none."""

    def values(cube):
        return [tuple(v) if v else (without,) for v in cube.columns[column]]

    return Reader((column,), values)


def each(column: str, read) -> Reader:
    """One value worked out of one column, once for each different value: ``read(value, cube)``."""

    def values(cube):
        known = {v: (read(v, cube),) for v in set(cube.columns[column])}
        return [known[v] for v in cube.columns[column]]

    return Reader((column,), values)


# Where it happens ------------------------------------------------------------------------------


def _where(read):
    """Through any of the activities of the fact: its own, and those its session is shared with."""

    def values(cube: Cube):
        places = cube.house.activities
        own = {id_: tuple(read(place)) for id_, place in places.items()}
        own[None] = (None,)
        if "shared" not in cube.columns:
            return [own[id_] for id_ in cube.columns["activity"]]
        return [
            own[id_] if session is None else _through_any(own, id_, cube.house.shared[session])
            for id_, session in zip(cube.columns["activity"], cube.columns["shared"], strict=True)
        ]

    return values


def _through_any(own, activity, others) -> tuple:
    return tuple({value for id_ in (activity, *others) for value in own[id_]})


PLACE_READS = {
    "sector": lambda place: [place.sector],
    "theme": lambda place: sorted(place.themes) or ["none"],
    "activity": lambda place: place.tree,
    "facility": lambda place: [place.facility],
    "kind": lambda place: [place.kind],
}


def where_it_happens(*, shared: bool) -> dict[str, Reader]:
    columns = ("activity", "shared") if shared else ("activity",)
    return {name: Reader(columns, _where(read)) for name, read in PLACE_READS.items()}


# When -------------------------------------------------------------------------------------------

MONTH = each("day", lambda day, cube: day and f"{day:%Y-%m}")
WHEN = {
    "month": MONTH,
    "weekday": each("day", lambda day, cube: day.weekday()),
    "school_period": each("day", lambda day, cube: cube.house.calendar.period_of(day)),
}

# Who --------------------------------------------------------------------------------------------

AGE_COLUMNS = ("birth_date", "birth_year")


def ages(cube: Cube) -> list[int | None]:
    """Completed years on the last day of the period, row by row."""
    day = cube.period.last_day
    births = list(zip(cube.columns["birth_date"], cube.columns["birth_year"], strict=True))
    known = {birth: age_then(*birth, day) for birth in set(births)}
    return [known[birth] for birth in births]


def age_then(birth_date, birth_year, day) -> int | None:
    """Who is enrolled before being born is 0."""
    age = age_on(birth_date, birth_year, day)
    return None if age is None else max(age, 0)


def band_of(age: int | None, bands) -> str | None:
    if age is None:
        return None
    for low, high in bands:
        if low <= age and (high is None or age <= high):
            return band_name(low, high)
    return None


def band_name(low: int, high: int | None) -> str:
    return f"{low}+" if high is None else f"{low}-{high}"


def _bands(cube: Cube):
    bands = cube.house.bands
    known = {age: (band_of(age, bands),) for age in set(ages(cube))}
    return [known[age] for age in ages(cube)]


def group_of(age: int | None) -> str | None:
    if age is None:
        return None
    return "child" if age < FULL_AGE else "adult"


def _groups(cube: Cube):
    if "known_group" not in cube.columns:
        return [(group_of(age),) for age in ages(cube)]
    known = cube.columns["known_group"]
    return [(said or group_of(age),) for said, age in zip(known, ages(cube), strict=True)]


AGE = Reader(AGE_COLUMNS, lambda cube: [(age,) for age in ages(cube)])
AGE_BAND = Reader(AGE_COLUMNS, _bands)
SEX = plain("sex")
PERSONAL = {"sex": SEX, "age": AGE, "age_band": AGE_BAND, "group": Reader(AGE_COLUMNS, _groups)}

HOME = {name: plain(name) for name in ("district", "municipality", "priority_area")}


def _new_or_returning(cube: Cube):
    names = {True: ("returning",), False: ("new",), None: (None,)}
    return [
        names[None] if person is None else names[bool(back)]
        for person, back in zip(cube.columns["person"], cube.columns["returning"], strict=True)
    ]


def _situations(cube: Cube):
    """`none` is a household without a situation; None is no known household."""
    return [
        (None,) if household is None else tuple(kinds) or ("none",)
        for household, kinds in zip(cube.columns["household"], cube.columns["situation"], strict=True)
    ]


WHO = {
    **PERSONAL,
    "group": Reader((*AGE_COLUMNS, "known_group"), _groups),
    "school": plain("school"),
    "grade": plain("grade"),
    **HOME,
    "situation": Reader(("household", "situation", "situation_row"), _situations),
    "new_or_returning": Reader(("person", "returning"), _new_or_returning),
}

OWNERS = {
    "situation": ("household", "situation_row"),
    "barrier": ("support",),
}
