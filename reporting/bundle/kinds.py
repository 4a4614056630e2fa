"""What a cell may hold. A kind reads a text into a value, writes it back the same, and says which model
fields keep it. An empty cell and `-` never reach `read`: they mean the same for every kind."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.text import slugify
from rapidfuzz import fuzz, process

from centre.models.identity import DEFAULT_AGE_BANDS
from centre.periods import Period, PeriodRefused
from reporting.bundle.cells import tidy
from reporting.bundle.faults import CellRefused
from reporting.bundle.instants import read_day, read_hour, read_instant, write_hour, write_instant

UNSET = object()  # no value can stand for an empty cell: someone has to say
CLOSE_ENOUGH = 60  # of 100: « salarie » is near « salarié », « x » is near nothing


def split_list(text: str) -> list[str]:
    return [word for word in (part.strip() for part in text.split(";")) if word]


def nearest(word: str, words: Iterable[str]) -> str:
    """« Vouliez-vous dire « … » ? », or nothing."""
    found = process.extractOne(word, list(words), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, processor=slugify)
    return f"Vouliez-vous dire « {found[0]} » ?" if found else ""


class Kind:
    """A value kept in one field of the model."""

    is_many = False
    refers_to = ""  # the table whose key this is
    vocabulary = None  # the model of an open word list
    nothing = UNSET  # what `-` means, when the model's field does not tell

    def paths(self, field: str) -> list[str]:
        """What to read in the database, ready for `values_list`."""
        return [field]

    def load(self, *values):
        """The value of a cell, from what `paths` gave."""
        return values[0]

    def read(self, text: str):
        return text

    def write(self, value) -> str:
        return str(value)

    def store(self, field: str, value, numbers) -> dict:
        """Arguments of the model. `numbers(table or model, key)` gives the database's own number of a row."""
        return {field: value}


class Text(Kind):
    def __init__(self, max_length: int | None = None):
        self.max_length = max_length

    def load(self, value):
        return tidy(value)

    def read(self, text):
        if self.max_length and len(text) > self.max_length:
            raise CellRefused(f"Le texte compte {len(text)} caractères.", f"Gardez-en {self.max_length} au plus.")
        return text


class Email(Text):
    def read(self, text):
        try:
            validate_email(text)
        except ValidationError:
            raise CellRefused(
                f"« {text} » n’est pas une adresse électronique.", "Écrivez-la comme nom@exemple.fr ou laissez vide."
            ) from None
        return super().read(text)


class Pattern(Text):
    def __init__(self, pattern: str, remedy: str, max_length: int | None = None):
        super().__init__(max_length)
        self.pattern = re.compile(pattern)
        self.remedy = remedy

    def read(self, text):
        if not self.pattern.fullmatch(text):
            raise CellRefused(f"« {text} » ne se lit pas.", self.remedy)
        return super().read(text)


def listed_key() -> Pattern:
    """A key that lists name: they part their words with semicolons."""
    return Pattern(r"[^;]+", "Une clé s’écrit sans point-virgule.", 80)


def slug(max_length: int = 80) -> Pattern:
    return Pattern(
        r"[-a-zA-Z0-9_]+",
        "Un identifiant s’écrit en lettres sans accent, chiffres et tirets : petite-enfance.",
        max_length,
    )


class Color(Pattern):
    def __init__(self):
        super().__init__(r"#[0-9A-Fa-f]{6}", "Une couleur s’écrit #RRVVBB, par exemple #B83B5E.")


class SchoolYear(Kind):
    def read(self, text):
        try:
            return str(Period.school_year(text.replace("/", "-")).start.year) + text[4].replace("/", "-") + text[-4:]
        except PeriodRefused:
            raise CellRefused(f"« {text} » n’est pas une année scolaire.", "Écrivez 2020-2021.") from None


class Number(Kind):
    """A whole number, never negative."""

    def __init__(self, most: int = 32767, least: int = 0):
        self.least, self.most = least, most

    def read(self, text):
        digits = re.sub(r"[\s\u00a0\u202f]", "", text)
        if not re.fullmatch(r"[0-9]{1,15}", digits):
            raise CellRefused(f"« {text} » n’est pas un nombre entier.", "Écrivez des chiffres seuls, sans signe.")
        if not self.least <= int(digits) <= self.most:
            raise CellRefused(f"{text} est hors du possible.", f"Écrivez un nombre entre {self.least} et {self.most}.")
        return int(digits)


class Amount(Kind):
    """Hours, euros or a share of a full time: exact, never negative."""

    def __init__(self, digits: int, places: int = 2, least: Decimal = Decimal(0), most: Decimal | None = None):
        self.places, self.least = places, least
        self.most = most or Decimal(10) ** (digits - places) - Decimal(10) ** -places

    def read(self, text):
        written = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
        if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]*)?", written):
            raise CellRefused(
                f"« {text} » n’est pas un nombre.", "Écrivez des chiffres et une virgule, sans signe ni unité : 12,50."
            )
        value = Decimal(written)
        if value != value.quantize(Decimal(10) ** -self.places):
            raise CellRefused(f"« {text} » a trop de décimales.", f"Gardez-en {self.places} au plus.")
        if not self.least <= value <= self.most:
            raise CellRefused(f"{text} est hors du possible.", f"Écrivez un nombre entre {self.least} et {self.most}.")
        return value

    def write(self, value):
        return f"{value:.{self.places}f}"


class Day(Kind):
    def read(self, text) -> date:
        return read_day(text)

    def write(self, value):
        return value.isoformat()


class Month(Kind):
    """Kept as its first day."""

    def read(self, text):
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})(?:-0?1)?(?:[T ]00:00(?::00)?)?", text):
            year, month = match[1], match[2]
        elif match := re.fullmatch(r"(?:0?1/)?(\d{1,2})/(\d{4})", text):
            year, month = match[2], match[1]
        else:
            raise CellRefused(f"« {text} » n’est pas un mois.", "Écrivez-le comme 2021-03.")
        return read_day(f"{year}-{month}-01")

    def write(self, value):
        return f"{value:%Y-%m}"


class Instant(Kind):
    def read(self, text) -> datetime:
        return read_instant(text)

    def write(self, value):
        return write_instant(value)


class Hour(Kind):
    def read(self, text) -> time:
        return read_hour(text)

    def write(self, value):
        return write_hour(value)


class HourOfSession(Kind):
    """HH:MM on the session's local day; a whole instant where a night or an odd hour asks for it."""

    def read(self, text) -> time | datetime:
        return read_instant(text) if len(text) > 9 and (" " in text or "T" in text) else read_hour(text)

    def write(self, value):
        return write_hour(value) if isinstance(value, time) else write_instant(value)


class YesNo(Kind):
    WORDS = {
        "yes": True, "oui": True, "1": True, "true": True, "vrai": True,
        "no": False, "non": False, "0": False, "false": False, "faux": False,
    }  # fmt: skip

    def read(self, text):
        try:
            return self.WORDS[text.lower()]
        except KeyError:
            raise CellRefused(f"« {text} » n’est ni oui ni non.", "Écrivez oui ou non.") from None

    def write(self, value):
        return "yes" if value else "no"


class AgeBands(Kind):
    """Both ends included, the last one open: ``0-6; 7-17; 18+``. Without a word, those of the national survey."""

    BAND = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3})|\+)")

    def __init__(self):
        self.nothing = self.load(DEFAULT_AGE_BANDS)

    def load(self, bands):
        return "; ".join(f"{low}+" if high is None else f"{low}-{high}" for low, high in bands)

    def read(self, text):
        return self.load([self._band(piece) for piece in split_list(text)])

    def _band(self, text: str) -> list[int | None]:
        match = self.BAND.fullmatch(text)
        low, high = (int(match[1]), int(match[2]) if match[2] else None) if match else (1, 0)
        if high is not None and high < low:
            raise CellRefused(f"« {text} » n’est pas une tranche d’âge.", "Écrivez 0-6; 7-17; 18+.")
        return [low, high]

    def store(self, field, value, numbers):
        return {field: [self._band(piece) for piece in split_list(value)]}


class Choice(Kind):
    """A closed list: its codes, or the French words of the screens."""

    def __init__(self, choices):
        self.choices = choices
        self.codes = list(choices.values)
        self.words = {slugify(label): code for code, label in choices.choices}
        self.words |= {slugify(str(code)).replace("-", "_"): code for code in self.codes}

    def read(self, text):
        word = slugify(text)
        code = self.words.get(word.replace("-", "_"), self.words.get(word))
        if code is None:
            known = ", ".join(f"{code} ({label})" for code, label in self.choices.choices)
            raise CellRefused(f"« {text} » n’est pas dans la liste.", f"Écrivez : {known}. {nearest(text, self.words)}")
        return code
