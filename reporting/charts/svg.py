"""The few SVG words that the charts are made of. Presentation attributes and classes only: the content
policy of the pages refuses `style`, and WeasyPrint reads attributes alone; classes let dark mode recolour."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

INK = "#22252B"
SOFT_INK = "#5B6068"
LINE = "#D5CEC2"
GREY = "#9A9DA3"
PAPER = "#FFFFFF"
FONT = "Figtree, sans-serif"
FONT_SIZE = 13
WIDE = set("MWmw@%—ŒÆ")
NARROW = set("iljtfrI.,;:!'’|()[] \u00a0\u202f")


@dataclass(frozen=True)
class Mark:
    """One value to draw. A masked one has no length: its shape must not tell what its text hides."""

    label: str
    value: float
    text: str
    is_masked: bool = False
    is_unknown: bool = False


def tag(name: str, content: str = "", **attributes) -> SafeString:
    """`content` is markup already, or text passed through `escape`; attributes are escaped here.

    `font_size` becomes `font-size`, `class_` becomes `class`, numbers are rounded, None is left out.
    """
    words = [name]
    for key, value in attributes.items():
        if value is not None:
            words.append(f'{key.rstrip("_").replace("_", "-")}="{escape(number(value))}"')
    return mark_safe(f"<{' '.join(words)}>{content}</{name}>")


def number(value) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def text(x: float, y: float, words: str, *, anchor: str = "start", color: str = INK, weight: int = 400, kind="text"):
    return tag(
        "text",
        escape(words),
        x=float(x),
        y=float(y),
        fill=color,
        font_family=FONT,
        font_size=FONT_SIZE,
        font_weight=weight,
        text_anchor=anchor,
        class_=f"chart-{kind}",
    )


def rectangle(x: float, y: float, width: float, height: float, color: str, *, opacity: float = 1.0):
    return tag(
        "rect",
        x=float(x),
        y=float(y),
        width=float(width),
        height=float(height),
        fill=color,
        fill_opacity=opacity,
        class_="chart-bar",
    )


def masked_box(x: float, y: float, width: float, height: float):
    """Stands for a masked value: always the same size, whatever it hides."""
    return tag(
        "rect",
        x=float(x) + 0.5,
        y=float(y) + 0.5,
        width=float(width) - 1,
        height=float(height) - 1,
        fill="none",
        stroke=GREY,
        stroke_dasharray="3 2",
        class_="chart-masked",
    )


def line(x1: float, y1: float, x2: float, y2: float, color: str = LINE, width: float = 1):
    return tag(
        "line",
        x1=float(x1),
        y1=float(y1),
        x2=float(x2),
        y2=float(y2),
        stroke=color,
        stroke_width=width,
        class_="chart-line",
    )


def drawing(content: list[str], *, width: float, height: float, title: str, description: str) -> SafeString:
    """The whole picture, read aloud as its title and its description."""
    heading = tag("title", escape(title)) + tag("desc", escape(description))
    return tag(
        "svg",
        heading + "".join(content),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(float(width))} {number(float(height))}",
        role="img",
        aria_label=f"{title}. {description}",
        class_="chart",
    )


def text_width(words: str, size: float = FONT_SIZE) -> float:
    """A prudent estimate: nothing here can ask a font."""
    return sum(0.9 if c in WIDE else 0.32 if c in NARROW else 0.66 if c.isupper() else 0.56 for c in words) * size


def wrap(words: str, room: float, lines: int = 2) -> list[str]:
    """Break a label over at most `lines`; what does not fit ends with « … »: the table has it whole."""
    kept = [""]
    for word in words.split(" "):
        longer = f"{kept[-1]} {word}".strip()
        if text_width(longer) <= room or not kept[-1]:
            kept[-1] = longer
        else:
            kept.append(word)
    if len(kept) > lines:
        kept = [*kept[: lines - 1], f"{kept[lines - 1]} …"]
    return [cut(line, room) for line in kept]


def cut(words: str, room: float) -> str:
    if text_width(words) <= room:
        return words
    words = words.rstrip(" …")
    while words and text_width(f"{words}…") > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
