"""What figures know of the house: its activities as a tree, its calendar, its age bands.

Two SQL statements at most, each only when a question needs it.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import DateField, TextField
from django.db.models.functions import Cast

from activities.models import Activity
from centre.models import Centre, HolidayZone, SchoolHoliday, Sector
from centre.models.identity import default_age_bands
from centre.periods import Period
from centre.school_calendar import SchoolCalendar
from members.models import HouseholdSituation
from reporting.figures.columns import Nothing


@dataclass
class Place:
    """An activity as figures see it."""

    id: int
    slug: str
    kind: str
    parent: int | None
    sector: str
    facility: str | None
    facility_id: int | None
    capacity: int | None  # of the facility
    sector_position: int
    themes: set[str] = field(default_factory=set)
    tree: tuple[str, ...] = ()  # its slug, then its parents'


class House:
    @cached_property
    def activities(self) -> dict[int, Place]:
        """Every activity by database id. One SQL statement."""
        places: dict[int, Place] = {}
        rows = Activity.objects.order_by().values_list(
            "id", "slug", "kind", "parent_id", "sector__slug",
            "facility__slug", "facility_id", "facility__capacity", "sector__position",
            "themes__slug",
        )  # fmt: skip
        for *columns, theme in rows:
            place = places.setdefault(columns[0], Place(*columns))
            if theme is not None:
                place.themes.add(theme)
        for place in places.values():
            place.tree = tuple(_up(place, places))
        return places

    @cached_property
    def trees(self) -> dict[str, tuple[str, ...]]:
        """slug -> the activity and those it is part of."""
        return {place.slug: place.tree for place in self.activities.values()}

    def sector_position(self, slug: str) -> int:
        """At no cost for a sector that has activities, when these are known already."""
        if "activities" in self.__dict__ and slug in self._positions_of_activities:
            return self._positions_of_activities[slug]
        return self._positions[slug]

    @cached_property
    def _positions_of_activities(self) -> dict[str, int]:
        return {place.sector: place.sector_position for place in self.activities.values()}

    @cached_property
    def _positions(self) -> dict[str, int]:
        return dict(Sector.objects.values_list("slug", "position"))

    @cached_property
    def _settings(self):
        """(age bands, school calendar) in one SQL statement: the centre's row, then the holidays."""
        text, day = TextField(), DateField()
        centre = Centre.objects.order_by().values_list(
            "holiday_zone", Nothing(day), Nothing(day), Cast("age_bands", text)
        )
        holidays = SchoolHoliday.objects.order_by().values_list("zone", "first_day", "return_day", Nothing(text))
        zone, bands, days = HolidayZone.B.value, default_age_bands(), []
        for zone_of_row, first, back, bands_of_row in centre.union(holidays, all=True):
            if bands_of_row is not None:
                zone, bands = zone_of_row, json.loads(bands_of_row)
            else:
                days.append((zone_of_row, first, back))
        calendar = SchoolCalendar((first, back) for place, first, back in days if place == zone)
        return bands, calendar

    @property
    def bands(self) -> list[tuple[int, int | None]]:
        return [tuple(band) for band in self._settings[0]]

    @property
    def calendar(self) -> SchoolCalendar:
        return self._settings[1]

    def situations(self, period: Period) -> dict[int, set[str]]:
        """Household -> the kinds of its situations that overlap the period. One SQL statement."""
        found = defaultdict(set)
        rows = HouseholdSituation.objects.overlapping(period.start, period.end)
        for household, kind in rows.values_list("household_id", "kind__slug"):
            found[household].add(kind)
        return found

    @cached_property
    def facilities(self) -> dict[str, tuple[int | None, set[str], set[str]]]:
        """facility slug -> (capacity, sectors, themes of its activities)."""
        found = defaultdict(lambda: (None, set(), set()))
        for place in self.activities.values():
            if place.facility is None:
                continue
            _, sectors, themes = found[place.facility]
            sectors.add(place.sector)
            themes.update(place.themes)
            found[place.facility] = (place.capacity, sectors, themes)
        return dict(found)


def _up(place, places):
    seen = set()
    while place is not None and place.id not in seen:
        seen.add(place.id)
        yield place.slug
        place = places.get(place.parent)
