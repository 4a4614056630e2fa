"""Blocks that list records: meetings, the week, partners."""

from collections import defaultdict

from activities.models import Schedule, ScheduleWhen, Weekday
from reporting.drawing import format_number, long_date
from reporting.models import BlockKind
from reporting.rendering.blocks import BlockDrawer
from reporting.typography import NBSP, alphabetical, space_french

AFTERNOON, EVENING = 12, 17  # the hours at which they begin
HALF_DAYS = ("Matin", "Après-midi", "Soir")


class MeetingsBlock(BlockDrawer):
    kind = BlockKind.MEETINGS

    def context(self):
        body = self.options.get("body", "")
        rows = [
            {
                "on": long_date(meeting.on),
                "agenda": [space_french(item) for item in meeting.agenda_items],
                "present": format_number(meeting.present_count),
                "represented": format_number(meeting.represented_count),
            }
            for meeting in self.around.records.meetings
            if meeting.body.slug == body
        ]
        meetings = [one for one in self.around.records.meetings if one.body.slug == body]
        return {
            "rows": rows,
            "has_present": any(meeting.present_count is not None for meeting in meetings),
            "has_represented": any(meeting.represented_count is not None for meeting in meetings),
        }


class TimetableBlock(BlockDrawer):
    """The week as a grid: days across, half-days down."""

    kind = BlockKind.TIMETABLE

    def context(self):
        schedules = [schedule for schedule in self.around.records.schedules if self.concerns(schedule)]
        days = sorted({schedule.weekday for schedule in schedules})
        cells = defaultdict(list)
        for schedule in schedules:
            cells[half_day(schedule), schedule.weekday].append(slot(schedule))
        rows = [
            {"label": name, "cells": [cells[name, day] for day in days]}
            for name in HALF_DAYS
            if any(cells[name, day] for day in days)
        ]
        return {"days": [Weekday(day).label for day in days], "rows": rows}

    def concerns(self, schedule: Schedule) -> bool:
        activity = schedule.activity
        if slugs := self.options.get("activities"):
            return activity.slug in slugs
        if theme := self.options.get("theme"):
            return theme in {one.slug for one in activity.themes.all()}
        return activity.sector.slug == self.options.get("sector")


def half_day(schedule: Schedule) -> str:
    hour = schedule.starts_at.hour
    return HALF_DAYS[(hour >= AFTERNOON) + (hour >= EVENING)]


def slot(schedule: Schedule) -> dict:
    when = "" if schedule.when == ScheduleWhen.TERM else schedule.get_when_display().lower()
    hours = f"{hour_text(schedule.starts_at)}\u202f–\u202f{hour_text(schedule.ends_at)}"
    return {"hours": hours, "activity": space_french(schedule.activity.name), "when": when}


def hour_text(time) -> str:
    """« 9 h », « 16 h 30 »."""
    return f"{time.hour}{NBSP}h{NBSP}{time.minute:02d}" if time.minute else f"{time.hour}{NBSP}h"


class PartnersBlock(BlockDrawer):
    kind = BlockKind.PARTNERS

    def context(self):
        kinds = self.options.get("kinds", [])
        groups = defaultdict(list)
        for partner in self.around.records.partners:
            if not kinds or (partner.kind and partner.kind.slug in kinds):
                groups[partner.kind.name if partner.kind else "Autres"].append(partner.name)
        return {
            "groups": [
                {"name": name, "partners": sorted(groups[name], key=alphabetical)}
                for name in sorted(groups, key=alphabetical)
            ]
        }
