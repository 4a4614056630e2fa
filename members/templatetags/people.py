"""What is said of a person: their age on a day, when they were born, how to call them."""

import re
from datetime import date

from django import template

from centre.templatetags.trame import day
from members.models import Person

register = template.Library()
UNKNOWN = "–"


@register.filter
def age_on(person: Person, on: date) -> str:
    """« 32 ans », « moins d’un an »; a dash when neither date nor year is known."""
    age = person.age_on(on)
    if age is None or age < 0:
        return UNKNOWN
    if age == 0:
        return "moins d’un an"
    return f"{age}\u00a0an{'s' if age > 1 else ''}"


@register.filter
def birth(person: Person) -> str:
    """« 7 mars 1980 », « 1980, année estimée », « date de naissance non renseignée »."""
    if person.birth_date:
        return day(person.birth_date)
    if person.birth_year:
        return f"{person.birth_year}, année {'estimée' if person.is_birth_year_estimated else 'seule connue'}"
    return "non renseignée"


@register.filter
def listed(person: Person) -> str:
    """As a list is read: « Benali Samira »."""
    return f"{person.usual_name or person.last_name} {person.first_name}".strip()


@register.filter
def dialled(phone: str) -> str:
    """« 06 12 34 56 78 » as a telephone dials it: figures, and the sign of a country."""
    return re.sub(r"[^\d+]", "", phone)
