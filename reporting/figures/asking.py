"""From a `Request` to a `Question` that can be answered: known words only, or a refusal that says
what can be asked."""

from dataclasses import dataclass, replace

from rapidfuzz import process

from centre.models import Season
from centre.periods import Period
from reporting.figures.figure import FigureRefused, Request
from reporting.figures.measures import MEASURES, Measure
from reporting.figures.splits import split_for

SHARE = "share"
Filters = dict[str, list]


@dataclass(frozen=True)
class Question:
    """`measure` is the one that counts: for a share, the one it is a share of. `request` holds the
    values as they are understood; `filters` add to its own those that the measure always has."""

    request: Request
    measure: Measure
    period: Period
    filters: Filters

    @property
    def is_share(self) -> bool:
        return self.request.measure == SHARE

    @property
    def splits(self) -> tuple[str, ...]:
        return (*self.filters, *self.request.by, *self.request.part)

    @property
    def columns(self) -> set[str]:
        readers = self.measure.facts.readers
        read = {column for split in self.splits for column in readers[split].columns}
        return read | set(self.measure.columns)

    @property
    def sums(self) -> set[str]:
        return set(self.measure.sums)


def ask(request: Request) -> Question:
    """Raises `FigureRefused`. One SQL statement when the period is that of a season, else none."""
    measure = _measure(request)
    for split in (*request.where, *request.by, *request.part):
        _refuse_untaken(measure, split)
    if len(set(request.by)) != len(request.by) or len(request.by) > 2:
        raise FigureRefused("On répartit par une chose, ou par deux différentes, pas davantage.")
    where = {split: _read(split, values, measure) for split, values in request.where.items()}
    part = {split: _read(split, values, measure) for split, values in request.part.items()}
    if any(None in values for values in part.values()):
        raise FigureRefused("Une part se mesure parmi les réponses connues : « null » n’en est pas.")
    period = request.period or _season_period(where)
    request = replace(request, where=where, part=part, period=period)
    return Question(request, measure, period, _filters(measure, request))


def _measure(request: Request) -> Measure:
    name = request.of if request.measure == SHARE else request.measure
    if request.measure == SHARE and not (request.of and request.part):
        raise FigureRefused("Une part se demande avec « --of », ce dont elle est la part, et « --part », la part.")
    if request.measure != SHARE and (request.of or request.part):
        raise FigureRefused("« --of » et « --part » ne vont qu’avec la mesure « share ».")
    if name not in MEASURES:
        raise FigureRefused(
            f"La mesure « {name} » n’existe pas. {nearest(name, MEASURES)}Mesures : {', '.join((*MEASURES, SHARE))}."
        )
    if request.measure == SHARE and MEASURES[name].is_rate:
        raise FigureRefused(f"« {name} » est déjà un rapport : sa part n’a pas de sens.")
    return MEASURES[name]


def _refuse_untaken(measure: Measure, split: str):
    if split not in measure.takes:
        raise FigureRefused(
            f"« {measure.name} » ne se filtre ni ne se répartit par « {split} ». "
            f"{nearest(split, measure.takes)}Elle prend : {', '.join(measure.takes)}."
        )


def nearest(word: str, known) -> str:
    found = process.extractOne(str(word), [str(k) for k in known], score_cutoff=70)
    return f"Vouliez-vous dire « {found[0]} » ? " if found else ""


def _read(split: str, values: list, measure: Measure) -> list:
    if not values:
        raise FigureRefused(f"Le filtre « {split} » attend au moins une valeur.")
    reader = split_for(split, measure.name)
    read = []
    for value in values:
        known = None if value is None else reader.read(str(value))
        if known not in read:
            read.append(known)
    return read


def _season_period(where: Filters) -> Period:
    names = [name for name in where.get("season", ()) if name is not None]
    if not names:
        raise FigureRefused("Dites sur quelle période : une année, une année scolaire, deux dates, ou une saison.")
    seasons = list(Season.objects.filter(name__in=names))
    missing = set(names) - {season.name for season in seasons}
    if missing:
        raise FigureRefused(f"La saison « {min(missing)} » n’existe pas.")
    return Period.between(min(s.starts_on for s in seasons), max(s.ends_on for s in seasons))


def _filters(measure: Measure, request: Request) -> Filters:
    spoken = (*request.where, *request.by, *request.part)
    defaults = {k: v for k, v in measure.default.items() if k not in spoken}
    filters = {**defaults, **request.where}
    for split, values in measure.fixed.items():
        filters[split] = [v for v in filters.get(split, values) if v in values]
    return filters
