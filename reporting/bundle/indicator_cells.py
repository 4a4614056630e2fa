"""The cells of `indicators`, written as on the command line of figures: ``activity=rsa; sex=F,M``."""

import re
from datetime import date

from centre.periods import Period, PeriodRefused
from reporting.bundle.faults import CellRefused
from reporting.bundle.kinds import Kind, split_list
from reporting.figures import FigureRefused
from reporting.figures.words import cut, filter_text, read_filters

OPTION = re.compile(r"\s+--(?=(?:of|part)\s)")


def filters_of(text: str) -> dict[str, list]:
    """``{split: [values]}``: different splits narrow, values of one split widen."""
    return understood(cut(text, ";"))


def understood(texts: list[str]) -> dict[str, list]:
    try:
        return read_filters(texts)
    except FigureRefused as refusal:
        raise CellRefused(str(refusal), "Séparez deux filtres par un point-virgule.") from None


def text_of(filters: dict[str, list]) -> str:
    return "; ".join(filter_text(split, values) for split, values in sorted(filters.items()))


class Filters(Kind):
    nothing = ""

    def load(self, value):
        return text_of(value)

    def read(self, text):
        return text_of(filters_of(text))

    def store(self, field, value, numbers):
        return {field: filters_of(value)}


class Splits(Kind):
    nothing = ""

    def load(self, value):
        return "; ".join(value)

    def read(self, text):
        return "; ".join(split_list(text.replace(",", ";")))

    def store(self, field, value, numbers):
        return {field: split_list(value)}


class MeasureWords(Kind):
    """``people``, or ``share --of supported --part qualification=none,cap``."""

    def paths(self, field):
        return ["measure", "of", "part"]

    def load(self, measure, of, part):
        parts = [f"--part {filter_text(split, values)}" for split, values in sorted(part.items())]
        return " ".join([measure, *([f"--of {of}"] if of else []), *parts])

    def read(self, text):
        return self.load(*self.understand(text))

    def understand(self, text: str) -> tuple[str, str, dict]:
        measure, *options = OPTION.split(text.strip())
        of, parts = "", []
        for option in options:
            name, _, value = option.partition(" ")
            if name == "of":
                of = value.strip()
            else:
                parts.append(value.strip())
        if not re.fullmatch(r"[a-z_]{1,40}", measure) or (measure == "share") != bool(of):
            raise CellRefused(
                f"« {text} » n’est pas une mesure.",
                "Écrivez people, sessions… ou share --of supported --part qualification=none,cap.",
            )
        return measure, of, understood(parts)

    def store(self, field, value, numbers):
        return dict(zip(("measure", "of", "part"), self.understand(value), strict=True))


class PeriodWords(Kind):
    """Empty for the report's year, ``2020-2021`` for a school year, or two included days with a slash."""

    def read(self, text):
        try:
            if re.fullmatch(r"\d{4}", text):
                text = f"{text}-01-01/{text}-12-31"
            if re.fullmatch(r"\d{4}-\d{4}", text):
                Period.school_year(text)
            else:
                Period.between(*(date.fromisoformat(day.strip()) for day in text.split("/", 1)))
        except (PeriodRefused, ValueError, TypeError, OverflowError):
            raise CellRefused(
                f"« {text} » n’est pas une période.",
                "Laissez vide pour l’année du rapport, ou écrivez 2020-2021, ou 2021-01-01/2021-06-30.",
            ) from None
        return text
