"""Numbers, dates and small components as French readers expect them."""

from datetime import date
from decimal import Decimal

from django import template
from django.utils.formats import date_format

from centre.words import number_text

register = template.Library()


@register.filter
def number(value) -> str:
    """1 234 or 12,5; a dash for nothing."""
    return number_text(value)


@register.filter
def euros(value) -> str:
    """12,50 €, or 12 € when there are no cents; a dash for nothing."""
    if value in (None, ""):
        return "–"
    amount = Decimal(value)
    text = number_text(amount) if amount == amount.to_integral() else number_text(amount.quantize(Decimal("0.01")), 2)
    return f"{text}\u00a0€"


@register.filter
def day(value: date | None) -> str:
    """7 mars 2021"""
    return "–" if not value else date_format(value, "j F Y").replace("1 ", "1er ", 1 if value.day == 1 else 0)


@register.filter
def weekday_and_day(value: date) -> str:
    """lundi 8 mars 2021"""
    return f"{date_format(value, 'l')} {day(value)}"


@register.filter(expects_localtime=True)
def hour(value) -> str:
    """9 h 30; a dash for nothing."""
    if not value:
        return "–"
    text = date_format(value, "G\u00a0\\h\u00a0i")
    return text.removesuffix("\u00a000")


@register.inclusion_tag("components/figure_tile.html")
def figure_tile(label, value, unit="", difference="", href=""):
    """`value` is a number or a text already drawn (« < 5 »)."""
    drawn = value if isinstance(value, str) else number_text(value)
    return {"label": label, "value": drawn, "unit": unit, "difference": difference, "href": href}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, page, what):
    """`what` is the regular plural of what is listed: « personnes »."""
    return {"request": context["request"], "page_obj": page, "place": place_of(page, what)}


def place_of(page, what: str) -> str:
    """« 12 personnes », « 1 personne », « 51 à 100 sur 268 personnes »."""
    count = page.paginator.count
    whole = f"{number_text(count)}\u00a0{what if count > 1 else what.removesuffix('s')}"
    if not page.has_other_pages():
        return whole
    return f"{number_text(page.start_index())} à {number_text(page.end_index())} sur {whole}"


@register.filter
def sessions_count(count: int) -> str:
    """aucune séance, une séance, 12 séances"""
    if count < 2:
        return ("aucune séance", "une séance")[count]
    return f"{number_text(count)}\u00a0séances"
