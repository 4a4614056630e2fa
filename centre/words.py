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
