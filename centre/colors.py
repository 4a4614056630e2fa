"""Sector colours are settings: what is written in them must stay readable in light and in dark."""

INK_CONTRAST = 4.5  # WCAG 1.4.3, text
SURFACES = {"light": "#FBF8F3", "dark": "#1F2125"}
LIGHT, DARK = "#FFFFFF", "#000000"


def contrast(one: str, other: str) -> float:
    """The WCAG ratio of two #RRVVBB colours, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    red, green, blue = (linear(channel / 255) for channel in channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def channels(color: str) -> tuple[int, int, int]:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


def readable_on(color: str, surface: str) -> str:
    """The colour itself, or the nearest one towards white or black that reads on this surface."""
    end = LIGHT if luminance(surface) < 0.18 else DARK
    for percent in range(0, 101, 5):
        candidate = mix(color, end, percent / 100)
        if contrast(candidate, surface) >= INK_CONTRAST:
            return candidate
    return end


def mix(color: str, other: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(channels(color), channels(other), strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def sector_rules(sectors) -> str:
    """One class a sector: `--sector` for marks, `--sector-ink` for text. `sectors` are (slug, color)."""
    light = [rule(slug, color, readable_on(color, SURFACES["light"])) for slug, color in sectors]
    dark = [rule(slug, *[readable_on(color, SURFACES["dark"])] * 2) for slug, color in sectors]
    return "\n".join([*light, "@media (prefers-color-scheme: dark) {", *dark, "}", ""])


def rule(slug: str, mark: str, ink: str) -> str:
    return f".sector-{slug} {{ --sector: {mark}; --sector-ink: {ink}; }}"
