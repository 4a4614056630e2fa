"""French spacing and quotes for words that people wrote, and which rich text they may contain.

Tags are never touched: text is what stands between them.
"""

import re
import unicodedata

import nh3

NBSP = "\u00a0"
THIN = "\u202f"  # narrow and unbreakable: thousands, and before ; ! ?

ALLOWED_TAGS = {
    *("p", "br", "strong", "em", "sub", "sup", "ul", "ol", "li", "blockquote", "h3", "h4", "a"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ALLOWED_ATTRIBUTES = {"a": {"href"}, "th": {"scope", "colspan"}, "td": {"colspan"}}
ALLOWED_SCHEMES = {"https", "http", "mailto", "tel"}

TAG = re.compile(r"(<[^>]*>)")
BLOCK_TAG = re.compile(r"<(p|ul|ol|blockquote|table|h3|h4)\b")
KEPT = re.compile(r"(?:https?|mailto|tel):\S+|\b\d{1,2}:\d{2}\b|&#?\w+;")  # addresses, hours, entities
RULES = [
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"(?<=\w)\.\.\.(?!\.)"), "…"),
    (re.compile(r"«[ \u00a0\u202f]*"), f"«{NBSP}"),
    (re.compile(r"[ \u00a0\u202f]*»"), f"{NBSP}»"),
    (re.compile(r"[ \u00a0\u202f]+:(?=\s|$)"), f"{NBSP}:"),
    (re.compile(r"(?<=[\w»)’…]):(?=\s|$)"), f"{NBSP}:"),
    (re.compile(r"[ \u00a0\u202f]+([;!?])"), f"{THIN}\\1"),
    (re.compile(r"(?<=[\w»)’…%€])([;!?])(?=[\s»)!?]|$)"), f"{THIN}\\1"),
    (re.compile(r"(?<!\d)(\d{1,3})[ \u00a0](?=\d{3}(?!\d))"), f"\\1{THIN}"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]*(?=[%€](?!\w))"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:ans?|h|heures?|mois|personnes?|familles?|enfants?|jeunes|séances?)\b)"), NBSP),
    (re.compile(r"\b(M\.|MM\.|Mme|Mmes|n°|art\.|p\.) (?=\S)"), f"\\1{NBSP}"),
    (re.compile(r" (?=[–—] )"), NBSP),
]


def alphabetical(words: str) -> str:
    """Sort key: « École » stands with « Ecole », before « Emploi »."""
    return "".join(c for c in unicodedata.normalize("NFD", words.casefold()) if not unicodedata.combining(c))


def space_french(text: str) -> str:
    """Plain text with the spaces, quotes and apostrophes of French; addresses, hours and entities stay."""
    kept = []

    def put_aside(match: re.Match) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001"

    text = KEPT.sub(put_aside, text)
    for pattern, replacement in RULES:
        text = pattern.sub(replacement, text)
    return re.sub("\ue000(\\d+)\ue001", lambda match: kept[int(match[1])], text)


def space_french_html(html: str) -> str:
    """The same between the tags of some HTML."""
    return "".join(
        piece if piece.startswith("<") else space_french(piece.replace("&nbsp;", NBSP)) for piece in TAG.split(html)
    )


def clean_html(text: str) -> str:
    """Rich text as we allow it: a few tags, no attribute that draws or runs. Plain text gets its paragraphs."""
    return nh3.clean(
        paragraphs(text), tags=ALLOWED_TAGS, attributes=ALLOWED_ATTRIBUTES, url_schemes=ALLOWED_SCHEMES, link_rel=None
    )


def paragraphs(text: str) -> str:
    """Blank lines make paragraphs where the author wrote no tag for them."""
    text = text.strip()
    if not text or BLOCK_TAG.search(text):
        return text
    return "\n".join(f"<p>{paragraph.strip()}</p>" for paragraph in re.split(r"\n\s*\n", text))


def rich_text(text: str) -> str:
    """What a template prints of a text that a user wrote: clean, and typeset in French."""
    return space_french_html(clean_html(text))
