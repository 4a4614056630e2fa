"""A year's figure in one line, for tests that care about the number alone."""

from centre.periods import Period
from reporting.figures import measure


def count(name, *by, year=2021, of="", part=None, **where):
    """The value; with `by`, each part's value under its key (a tuple of keys when `by` crosses)."""
    figure = measure(name, period=Period.year(year), where=where, by=list(by), of=of, part=part or {})
    if not by:
        return figure.value
    keys = [tuple(part.keys[split] for split in by) for part in figure.parts]
    return {key if len(by) > 1 else key[0]: part.value for key, part in zip(keys, figure.parts, strict=True)}
