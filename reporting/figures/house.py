"""What figures know of the house: its activities as a tree, the sessions they share, its calendar
and age bands. One SQL statement, made only when a question needs it."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import TextField, Value
from django.db.models.functions import Cast

from activities.models import Activity, Session
from centre.models import Centre, HolidayZone, SchoolHoliday, Sector
from centre.models.identity import default_age_bands
from centre.periods import Period
from centre.school_calendar import SchoolCalendar
from members.models import HouseholdSituation
from reporting.figures.columns import Nothing

TEXT = TextField()
ACTIVITY = (
    "id", "slug", "kind", "parent_id", "sector__slug", "facility__slug", "facility__capacity",
    "themes__slug",
)  # fmt: skip


@dataclass
class Place:
    """An activity as figures see it."""

    id: int
    slug: str
    kind: str
    parent: int | None
    sector: str
    facility: str | None
    capacity: int | None  # of the facility
    themes: set[str] = field(default_factory=set)
    tree: tuple[str, ...] = ()  # its slug, then its parents'


def tagged(tag: str, rows, *columns):
    """Rows as text, behind a tag and padded to one width, so that tables join in one UNION ALL."""
    texts = [Cast(column, TEXT) for column in columns]
    padding = [Nothing(TEXT)] * (len(ACTIVITY) - len(columns))
    return rows.order_by().values_list(Value(tag, TEXT), *texts, *padding)


class House:
    @cached_property
    def _rows(self) -> dict[str, list[tuple]]:
        rows = tagged("activity", Activity.objects, *ACTIVITY).union(
            tagged("shared", Session.also_activities.through.objects, "session_id", "activity_id"),
            tagged("holiday", SchoolHoliday.objects, "zone", "first_day", "return_day"),
            tagged("centre", Centre.objects, "holiday_zone", "age_bands"),
            tagged("sector", Sector.objects, "slug", "position"),
            all=True,
        )
        found = defaultdict(list)
        for tag, *row in rows:
            found[tag].append(row)
        return found

    @cached_property
    def activities(self) -> dict[int, Place]:
        """Every activity by database id."""
        places: dict[int, Place] = {}
        for id_, slug, kind, parent, sector, facility, capacity, theme in self._rows["activity"]:
            place = places.setdefault(
                int(id_),
                Place(int(id_), slug, kind, _int(parent), sector, facility, _int(capacity)),
            )
            if theme is not None:
                place.themes.add(theme)
        for place in places.values():
            place.tree = tuple(_up(place, places))
        return places

    @cached_property
    def shared(self) -> dict[int, tuple[int, ...]]:
        """Session -> the other activities that it belongs to."""
        found = defaultdict(tuple)
        for session, activity, *_ in self._rows["shared"]:
            found[int(session)] += (int(activity),)
        return dict(found)

    @cached_property
    def trees(self) -> dict[str, tuple[str, ...]]:
        """slug -> the activity and those it is part of."""
        return {place.slug: place.tree for place in self.activities.values()}

    @cached_property
    def sector_positions(self) -> dict[str, int]:
        return {slug: int(position) for slug, position, *_ in self._rows["sector"]}

    @cached_property
    def bands(self) -> list[tuple[int, int | None]]:
        bands = [json.loads(row[1]) for row in self._rows["centre"]]
        return [tuple(band) for band in (bands[0] if bands else default_age_bands())]

    @cached_property
    def calendar(self) -> SchoolCalendar:
        zones = [row[0] for row in self._rows["centre"]] or [HolidayZone.B.value]
        return SchoolCalendar(
            (date.fromisoformat(first), date.fromisoformat(back))
            for zone, first, back, *_ in self._rows["holiday"]
            if zone == zones[0]
        )

    def situations(self, period: Period) -> dict[int, set[str]]:
        """Household -> the kinds of its situations that overlap the period. One SQL statement."""
        found = defaultdict(set)
        rows = HouseholdSituation.objects.overlapping(period.start, period.end)
        for household, kind in rows.values_list("household_id", "kind__slug"):
            found[household].add(kind)
        return found

    @cached_property
    def facilities(self) -> dict[str, tuple[set[str], set[str]]]:
        """facility slug -> (sectors, themes) of its activities."""
        found = defaultdict(lambda: (set(), set()))
        for place in self.activities.values():
            if place.facility is not None:
                sectors, themes = found[place.facility]
                sectors.add(place.sector)
                themes.update(place.themes)
        return dict(found)


def _int(text) -> int | None:
    return None if text is None else int(text)


def _up(place, places):
    seen = set()
    while place is not None and place.id not in seen:
        seen.add(place.id)
        yield place.slug
        place = places.get(place.parent)
