"""Finding someone by name as it is heard: any order, accents or not, one letter wrong, a birth year."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.db.models import Q, QuerySet
from rapidfuzz import process
from rapidfuzz.distance import OSA

from members.models import Person

SHORTEST_WITH_A_TYPO = 4
NAMES = ("last_name", "first_name", "usual_name")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


EXACT, BEGINS, ONE_TYPO, BEGINS_WITH_A_TYPO = range(4)


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Letters and figures alone, without case nor accents: « Inès Ben-Ali » is « ines ben ali »."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    return " ".join(re.findall("[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c))))


def find(people: QuerySet[Person], words: str, *, most: int = 8) -> list[Person]:
    """The nearest first. A year narrows to who was born in it. Two SQL statements."""
    asked = folded(words).split()
    years = [int(word) for word in asked if re.fullmatch(r"(19|20)\d\d", word)]
    asked = [word for word in asked if not word.isdigit()]
    if years:
        people = people.filter(Q(birth_date__year__in=years) | Q(birth_date=None, birth_year__in=years))
    if not asked:
        return list(people.order_by(*NAMES[:2], "pk")[:most]) if years else []
    nearest = sorted(ranks(people.values_list("pk", *NAMES), asked))[:most]
    found = people.in_bulk([pk for *_, pk in nearest])
    return [found[pk] for *_, pk in nearest]


def ranks(rows: Iterable[tuple], asked: list[str]) -> Iterator[tuple[int, str, int]]:
    """How far each person is, their name, their number; those whose every asked word is near one of theirs."""
    names = {pk: folded(" ".join(names)) for pk, *names in rows}
    known = set(" ".join(names.values()).split())
    distances = [distance_to(word, known) for word in asked]
    for pk, name in names.items():
        words = name.split()
        far = [min((near[word] for word in words if word in near), default=None) for near in distances]
        if None not in far:
            yield sum(far), name, pk


def distance_to(asked: str, known: Iterable[str]) -> dict[str, int]:
    """The known words that may be meant, and how far each is."""
    near = {word: EXACT if word == asked else BEGINS for word in known if word.startswith(asked)}
    if len(asked) < SHORTEST_WITH_A_TYPO:
        return near
    beginnings = {word: word[: len(asked)] for word in known}
    for meant, distance in (({word: word for word in known}, ONE_TYPO), (beginnings, BEGINS_WITH_A_TYPO)):
        for _, _, word in process.extract(asked, meant, scorer=OSA.distance, score_cutoff=1, limit=None):
            near.setdefault(word, distance)
    return near
