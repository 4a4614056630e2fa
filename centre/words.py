"""How numbers are said in French."""

from decimal import Decimal

NARROW_SPACE = "\u202f"


def number_text(value: int | float | Decimal | None, decimals: int | None = None) -> str:
    """1 234 or 12,5; a dash for nothing. Decimals as they come, useless zeros left out, unless given."""
    if value is None or value == "":
        return "–"
    if decimals is not None:
        text = f"{value:,.{decimals}f}"
    elif isinstance(value, int):
        text = f"{value:,}"
    else:
        text = f"{Decimal(str(value)).normalize():,f}"
    return text.replace(",", NARROW_SPACE).replace(".", ",").replace("-", "−")


def difference_text(value, previous, year: int, unit: str = "") -> str:
    """« 12 de plus qu’en 2020 »; empty when one of the two is unknown."""
    if value is None or previous is None:
        return ""
    gap = value - previous
    if not gap:
        return f"autant qu’en {year}"
    amount = number_text(abs(gap)) + (f"\u00a0{unit}" if unit else "")
    return f"{amount} de {'plus' if gap > 0 else 'moins'} qu’en {year}"


UNITS = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def spelled(number: int) -> str:
    """« vingt et un », up to 999. `static/js/french.js` says the same without network."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        cents = "cent" if hundreds == 1 else f"{UNITS[hundreds]} cent"
        return f"{cents} {spelled(rest)}" if rest else cents + ("s" if hundreds > 1 else "")
    if number < len(UNITS):
        return UNITS[number]
    tens, unit = divmod(number, 10)
    if tens not in TENS:  # soixante-dix, quatre-vingt-dix
        tens, unit = tens - 1, unit + 10
    if not unit:
        return TENS[tens] + ("s" if tens == 8 else "")
    return TENS[tens] + (" et " if unit in (1, 11) and tens != 8 else "-") + UNITS[unit]
