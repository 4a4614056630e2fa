"""A figure's question as an address, and back: what is measured can be linked, sent, and checked.

``/figures/people/?year=2021&activity=dynamik-ados&by=sex``: each split filters under its own name; ``null`` is
« non renseigné ». The percentages add ``of=supported&part=qualification:none&part=qualification:cap``.
"""

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from centre.periods import Period
from reporting.figures import FigureRefused, Request
from reporting.figures.words import NULL, read_period

# Words of the address that are no filter.
OWN_WORDS = {"by", "of", "part", "year", "from", "to", "school_year", "page", "records"}


def figure_url(request: Request) -> str:
    return f"{reverse('figure', args=[request.measure])}?{urlencode(words_of(request))}"


def words_of(request: Request) -> list[tuple[str, str]]:
    words = period_words(request.period) if request.period else []
    # In one order: PostgreSQL does not keep that of the keys of an indicator.
    words += [(split, written(value)) for split, values in sorted(request.where.items()) for value in values]
    words += [("by", split) for split in request.by]
    if request.of:
        words.append(("of", request.of))
    return words + [("part", f"{split}:{written(v)}") for split, values in request.part.items() for v in values]


def period_words(period: Period) -> list[tuple[str, str]]:
    if period == Period.year(period.start.year):
        return [("year", str(period.start.year))]
    return [("from", period.start.isoformat()), ("to", period.last_day.isoformat())]


def written(value) -> str:
    return NULL if value is None else str(value)


def asked_figure(measure: str, query: QueryDict) -> Request:
    """Raises FigureRefused, whose message says in French what to write."""
    where = {split: [read(text) for text in query.getlist(split)] for split in query if split not in OWN_WORDS}
    part = {}
    for text in query.getlist("part"):
        split, colon, value = text.partition(":")
        if not colon:
            raise FigureRefused(f"« {text} » ne dit pas de quelle part il s’agit : écrivez qualification:none.")
        part.setdefault(split, []).append(read(value))
    return Request(measure, asked_period(query), where, query.getlist("by"), query.get("of", ""), part)


def read(text: str) -> str | None:
    return None if text == NULL else text


def asked_period(query: QueryDict) -> Period | None:
    """None when nothing is said: a season among the filters may say it."""
    return read_period(
        year=query.get("year"),
        school_year=query.get("school_year"),
        first_day=query.get("from"),
        last_day=query.get("to"),
    )
