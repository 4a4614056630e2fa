"""Pages as a reader sees them: their words, the rows of their tables, where their links lead."""

import re
from html.parser import HTMLParser

CELLS = {"td", "th"}


class Page(HTMLParser):
    def __init__(self, markup: str):
        super().__init__()
        self.words, self.rows, self.links, self.cell, self.is_body, self.is_main = [], [], [], None, False, False
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.is_main = self.is_main or tag == "main"
        if tag == "br":
            self.handle_data(" ")
        if self.is_main and tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        if tag in ("tbody", "tfoot"):
            self.is_body = True
        elif tag == "tr" and self.is_body:
            self.rows.append([])
        elif tag in CELLS and self.is_body:
            self.cell = []

    def handle_endtag(self, tag):
        if tag in ("tbody", "tfoot"):
            self.is_body = False
        elif tag in CELLS and self.cell is not None:
            self.rows[-1].append(clean("".join(self.cell)))
            self.cell = None

    def handle_data(self, data):
        self.words.append(data)
        if self.cell is not None:
            self.cell.append(data)


def clean(words: str) -> str:
    """Any run of spaces, unbreakable ones too, as one space."""
    return re.sub(r"\s+", " ", words).strip()


def rows(response) -> list[list[str]]:
    """The rows of every table of the page, as text."""
    return Page(response.content.decode()).rows


def text(response) -> str:
    return clean(" ".join(Page(response.content.decode()).words))


def links(response) -> list[str]:
    """Where the links of the work lead, the rail left out."""
    return Page(response.content.decode()).links


def without_tokens(response) -> str:
    """The page without what changes at each answer: the tokens of its forms."""
    return re.sub(r"\b\w{64}\b", "token", response.content.decode())
