from reporting.models.builds import BuildState, ReportBuild
from reporting.models.indicators import Indicator
from reporting.models.reports import Block, BlockKind, Chapter, Report, ShownCell

__all__ = [
    "Block",
    "BlockKind",
    "BuildState",
    "Chapter",
    "Indicator",
    "Report",
    "ReportBuild",
    "ShownCell",
]
