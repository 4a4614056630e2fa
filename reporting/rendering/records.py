"""The records that the report reads besides its figures: each list is one SQL statement, asked once."""

from functools import cached_property

from django.db.models import Prefetch

from activities.models import Activity, Schedule
from centre.models import Centre, Funder, Meeting, Partner, Sector
from centre.periods import Period
from reporting.models import Block, Chapter, Indicator, Report


class ReportRecords:
    def __init__(self, report: Report):
        self.report = report
        self.period = Period.year(report.year)

    @cached_property
    def centre(self) -> Centre:
        return Centre.current()

    @cached_property
    def chapters(self) -> list[Chapter]:
        blocks = Prefetch("blocks", Block.objects.filter(is_hidden=False), to_attr="visible_blocks")
        chapters = self.report.chapters.filter(is_hidden=False).order_by("position", "id")
        return list(chapters.select_related("sector", "theme").prefetch_related(blocks))

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        return {indicator.code: indicator for indicator in Indicator.objects.all()}

    @cached_property
    def shown_cells(self) -> dict[str, str]:
        """Cell -> the reason why it may be shown."""
        return dict(self.report.shown_cells.values_list("cell", "reason"))

    @cached_property
    def funders(self) -> list[Funder]:
        return list(Funder.objects.filter(grants__year=self.report.year).distinct())

    @cached_property
    def sectors(self) -> list[Sector]:
        return list(Sector.objects.all())

    @cached_property
    def meetings(self) -> list[Meeting]:
        days = {"on__gte": self.period.start, "on__lt": self.period.end}
        return list(Meeting.objects.filter(**days).select_related("body").order_by("on"))

    @cached_property
    def schedules(self) -> list[Schedule]:
        """Those in force on at least one day of the year, in the order of the week."""
        schedules = Schedule.objects.select_related("activity__sector").prefetch_related("activity__themes")
        year = self.period
        return [
            schedule
            for schedule in schedules.order_by("weekday", "starts_at", "activity__name")
            if (schedule.from_on is None or schedule.from_on < year.end)
            and (schedule.to_on is None or schedule.to_on > year.start)
        ]

    @cached_property
    def partners(self) -> list[Partner]:
        return list(Partner.objects.select_related("kind").order_by("name"))

    def activities(self, *, parent: str, status: list[str]) -> list[str]:
        activities = Activity.objects.filter(status__in=status) if status else Activity.objects.all()
        return list(activities.filter(parent__slug=parent).order_by("name").values_list("name", flat=True))
