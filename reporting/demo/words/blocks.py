"""How the words are written down: a chapter and its blocks, as plain data.

Each function makes one kind of block; its arguments are the options that the docstring of
`reporting.models.reports` lists. `{{ E007 }}` in a text stands for the value of that indicator.
"""

import re
from dataclasses import dataclass, field

PLAIN_SPACE = re.compile(r"[ \n]+")  # a non-breaking space is a character of the text: it stays
BETWEEN_BLOCKS = re.compile(r" ?(</?(?:p|ul|ol|li)\b[^>]*>) ?")


@dataclass(frozen=True)
class BlockWords:
    kind: str
    title: str = ""
    text: str = ""
    options: dict = field(default_factory=dict)
    level: int = 2
    caption: str = ""


@dataclass(frozen=True)
class ChapterWords:
    slug: str
    title: str
    offers: list[str]
    key_figures: list[str]
    introduction: str
    blocks: list[BlockWords]
    sector: str = ""
    theme: str = ""

    def __post_init__(self):
        object.__setattr__(self, "introduction", one_line(self.introduction))


def one_line(html):
    """The source is wrapped for its readers; what is stored is not."""
    return BETWEEN_BLOCKS.sub(r"\1", PLAIN_SPACE.sub(" ", html)).strip()


def text(title, html, *, beside=(), level=2, activities=None):
    options = {"beside": list(beside)} if beside else {}
    if activities:
        options["activities"] = activities
    return BlockWords("text", title, one_line(html), options, level)


def key_figures(title, *codes, level=3, caption=""):
    return BlockWords("key_figures", title, "", {"indicators": list(codes)}, level, caption)


def column(label, measure, **where):
    return {"label": label, "measure": measure, "where": where}


def table(title, split, values, header, columns, *, total=False, level=3, caption="", **where):
    options = {
        "rows": {"split": split, "values": values, "header": header},
        "columns": columns,
        "where": where,
        "total": total,
    }
    return BlockWords("table", title, "", options, level, caption)


def chart(title, form, measure, by, *, level=3, caption="", **where):
    options = {"form": form, "measure": measure, "by": by, "where": where}
    return BlockWords("chart", title, "", options, level, caption)


def staff(title, *, level=3, **of):
    return BlockWords("staff", title, "", of, level)


def meetings(title, body, html, *, level=2):
    return BlockWords("meetings", title, one_line(html), {"body": body}, level)


def timetable(title, html, *, level=2, **of):
    return BlockWords("timetable", title, one_line(html), of, level)


def partners(title, html, *kinds, level=2):
    return BlockWords("partners", title, one_line(html), {"kinds": list(kinds)}, level)
