"""A template of ours that prints a variable nobody defined makes its test fail.

`{{ name|default:"…" }}` and `{% if name %}` say that the variable may be missing: they pass.
"""

import sys
from pathlib import Path


class UndefinedVariable(AssertionError):
    pass


class FailWhenUndefined(str):
    """Stands as `string_if_invalid`. Django asks whether it is true at the moment a variable is missing."""

    def __bool__(self) -> bool:
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        # Templates of installed packages are theirs to keep: for them, as in production, nothing is printed.
        if (origin := template_being_rendered(frame)) and not is_installed(origin) and not has_default(expression):
            raise UndefinedVariable(f"{{{{ {expression} }}}} is undefined in {origin}")
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


def has_default(expression) -> bool:
    filters = getattr(expression, "filters", [])
    return bool(filters) and filters[0][0].__name__ in ("default", "default_if_none")
