"""What is asked (`Request`) and what is answered (`Figure`). Drawing never counts."""

from dataclasses import dataclass, field
from decimal import Decimal

from centre.periods import Period
from reporting.typography import space_french

Value = int | Decimal | None  # None over nothing: shown as a dash, never as 0
Keys = dict[str, str | int | None]  # split -> value; None is « non renseigné »


class FigureRefused(ValueError):
    """A question that has no answer; the message is French and says what can be asked."""

    def __init__(self, message: str):
        super().__init__(space_french(message))


@dataclass(frozen=True)
class Request:
    """measure + filters + splits + period. `where`: split -> values that widen; splits narrow.
    `of` and `part` only with the measure ``share``."""

    measure: str
    period: Period | None = None  # None only when `where` names one season, whose dates then hold
    where: dict[str, list] = field(default_factory=dict)
    by: list[str] = field(default_factory=list)
    of: str = ""
    part: dict[str, list] = field(default_factory=dict)

    @property
    def cell(self) -> str:
        """The figure in one line, the same whatever the order it was asked in; without its period."""
        words = [self.measure, self.of]
        for splits in (self.part, self.where):
            words.append(
                ";".join(
                    f"{split}={','.join(sorted('null' if v is None else str(v) for v in values))}"
                    for split, values in sorted(splits.items())
                )
            )
        return "|".join(words)


@dataclass(frozen=True)
class Part:
    keys: Keys
    value: Value
    heads: int | None = None  # of a mean only: how many people it is over


@dataclass(frozen=True)
class Figure:
    """One measured number with everything that explains it. Hours are Decimal hours, money Decimal
    euros; counts are int. `parts` are in natural order, the unknown one last, empty ones left out."""

    request: Request
    unit: str
    period: Period
    value: Value
    parts: list[Part]
    unknown: int | Decimal
    adds_up: bool
    question: str  # in French, what the measure answers
    method: str  # in French, how it was counted
    numerator: int | Decimal | None = None  # share only
    denominator: int | Decimal | None = None
    heads: int | None = None  # of a mean only: how many people it is over

    @property
    def measure(self) -> str:
        return self.request.measure

    def part_request(self, part: Part) -> Request:
        """The figure that this part equals: the split folded into the filters."""
        where = {**self.request.where, **{k: [v] for k, v in part.keys.items()}}
        return Request(self.measure, self.period, where, [], self.request.of, self.request.part)
