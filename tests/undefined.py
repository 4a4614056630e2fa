"""A template of ours that prints a variable nobody defined makes its test fail.

`{{ name|default:"…" }}` and `{% if name %}` say that the variable may be missing: they pass.
"""

import sys
from pathlib import Path

from django.template.base import FilterExpression


class UndefinedVariable(AssertionError):
    pass


class FailWhenUndefined(str):
    """Stands as `string_if_invalid`. Django asks whether it is true at the moment a variable is missing."""

    def __bool__(self) -> bool:
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        # A filter of a template that may go on asks the same question; only the first one is Django's.
        if isinstance(expression, FilterExpression) and not has_default(expression):
            origin = template_being_rendered(frame)
            # Templates of installed packages are theirs to keep: for them, as in production, nothing is printed.
            if origin and not is_installed(origin):
                raise UndefinedVariable(f"{{{{ {expression.token} }}}} is undefined in {origin}")
        return False


def template_being_rendered(frame) -> str | None:
    while frame:
        node = frame.f_locals.get("self")
        if frame.f_code.co_name == "render_annotated" and getattr(node, "origin", None):
            return node.origin.name
        frame = frame.f_back
    return None


def is_installed(origin: str) -> bool:
    return "site-packages" in Path(origin).parts


def has_default(expression: FilterExpression) -> bool:
    return bool(expression.filters) and expression.filters[0][0].__name__ in ("default", "default_if_none")
