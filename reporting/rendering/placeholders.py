"""`{{ E007 }}` inside a text is the value of that indicator, counted when the report is drawn."""

import re
from collections.abc import Callable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reporting.typography import rich_text

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def codes_in(text: str) -> list[str]:
    return list(dict.fromkeys(PLACEHOLDER.findall(text)))


def fill(text: str, value_of: Callable[[str], str]) -> SafeString:
    """Clean HTML, typeset in French, with each value in its place."""
    # nh3 leaves braces alone, but a broken tag must not swallow a placeholder: clean first, fill next.
    html = rich_text(text)
    return mark_safe(PLACEHOLDER.sub(lambda match: escape(value_of(match[1])), html))
