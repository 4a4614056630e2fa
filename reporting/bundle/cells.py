"""A cell's text on its way in and out: tidy, and never a formula for the spreadsheet that opens it."""

import re

NONE = "-"
FORMULA_START = re.compile(r"'*[=+\-@]")
ESCAPED_START = re.compile(r"'+[=+\-@]")
INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # control characters but tab and new line


def tidy(text: str) -> str:
    """As it is stored and compared: one kind of new line, nothing invisible, no space around."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return INVISIBLE.sub("", text).strip()


def escape(text: str) -> str:
    """One apostrophe before what a spreadsheet would compute."""
    return f"'{text}" if FORMULA_START.match(text) else text


def unescape(text: str) -> str:
    return text[1:] if ESCAPED_START.match(text) else text
