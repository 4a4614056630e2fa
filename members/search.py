"""Finding someone by name as it is heard: any order, accents or not, one letter wrong, a birth year."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter

from django.db.models import Q, QuerySet
from rapidfuzz import process
from rapidfuzz.distance import OSA

from members.models import Person

SHORTEST_WITH_A_TYPO = 4
NAMES = ("last_name", "first_name", "usual_name")
ROWS_AT_A_TIME = 500
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


EXACT, BEGINS, ONE_TYPO, BEGINS_WITH_A_TYPO = range(4)


# Of someone's names, folded: each word; and the whole written in one word, whichever name comes first.
Spelling = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=32_768)
def spelling(last_name: str, first_name: str, usual_name: str) -> Spelling:
    """Kept from one search to the next: what these names fold to never changes, whoever bears them."""
    last, first, usual = (folded(name) for name in (last_name, first_name, usual_name))
    wholes = [both for name in (last, usual) if name for both in (name + first, first + name)]
    return tuple(f"{last} {first} {usual}".split()), tuple(whole.replace(" ", "") for whole in wholes)


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
    # A few rows at a time: ten thousand at once would wake the garbage collector, which takes longer than the search.
    rows = people.order_by().values_list("pk", *NAMES).iterator(ROWS_AT_A_TIME)
    spellings = {pk: spelling(last, first, usual) for pk, last, first, usual in rows}
    far = by_words(spellings, asked)
    if len(far) < most:
        far = by_whole_name(spellings, "".join(asked)) | far
    nearest = sorted(far, key=lambda pk: (far[pk], spellings[pk], pk))[:most]
    found = people.in_bulk(nearest)
    return [found[pk] for pk in nearest]


def by_words(spellings: dict[int, Spelling], asked: list[str]) -> dict[int, int]:
    """How far each person is whose words are near every word that is asked."""
    holders = defaultdict(list)
    for pk, (words, _) in spellings.items():
        for word in words:
            holders[word].append(pk)
    each = [nearest_holders(holders, word) for word in asked]
    return {pk: sum(far[pk] for far in each) for pk in set.intersection(*map(set, each))}


def nearest_holders(holders: dict[str, list[int]], asked: str) -> dict[int, int]:
    far = {}
    for word, distance in sorted(distance_to(asked, holders).items(), key=itemgetter(1), reverse=True):
        far |= dict.fromkeys(holders[word], distance)
    return far


def by_whole_name(spellings: dict[int, Spelling], asked: str) -> dict[int, int]:
    """How far each person is whose whole name is the one that is asked: a space too many or left out is one letter
    wrong like another, and so is a letter of a name too short to be searched alone."""
    if len(asked) < SHORTEST_WITH_A_TYPO:
        return {}
    known = {whole for _, wholes in spellings.values() for whole in wholes}
    near = {
        whole: BEGINS + distance
        for whole, distance, _ in process.extract(asked, list(known), scorer=OSA.distance, score_cutoff=1, limit=None)
    }
    return {
        pk: min(near[whole] for whole in wholes if whole in near)
        for pk, (_, wholes) in spellings.items()
        if not near.keys().isdisjoint(wholes)
    }


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
