"""The recount: every figure again, from the words of the design alone, with lists, loops and sets.

Nothing here is shared with the engine. A measure is a list of facts; a fact says what is counted once (`key`), how
much (`amount`), and under which values of each split it may be found (`splits`; several for a session shared by two
activities). Facts that are seen but cannot be counted (an attendance without household, an age that nobody knows)
have `is_known=False`: they make the `unknown`.

Where the design is silent, the recount reads it as follows.
- A filter on a shared session holds through one of its activities: one that is of sector A and of kind outing.
- A split that is filtered too shows the parts inside the filter, so that each part is the figure filtered to it.
- The place of an opening day is that of the session's own activity.
- A dated address that covers the day wins over the household's own, even when its district is unknown.
- Enrolments and individual memberships look for the district in the person's main home: on the day of payment, and
  for an enrolment on its first day inside the period. A waiting list is not an enrolment.
- A mean of ages reads birth dates; `unknown` says how many people have none.
- « Unless `employment` says otherwise »: as a filter or as a split.
- Amounts that were left empty count for nothing; a sum over nothing is 0, a mean or a rate over nothing is None.
"""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import floor

from activities.models import Activity
from tests.reporting.figures import naive_facts
from tests.reporting.figures.contract import COUNTS, MEANS, RATES, UNITS
from tests.reporting.figures.naive_childcare import of_rate
from tests.reporting.figures.order import natural_order
from tests.reporting.figures.records import Records

PLACES = {"hours": 2, "eur": 2, "fte": 2, "eur_per_hour": 2, "years": 1, "percent": 1}


def recount(measure, where, by, period_start, last_day, of=None, part=None, records=None):
    """``{"value", "parts", "unknown"}``, and ``numerator`` and ``denominator`` for a share."""
    records = records or Records()
    if measure == "share":
        return _share(records, of, part, where, by, period_start, last_day)
    if measure in RATES:
        return _rate(records, measure, where, by, period_start, last_day)
    facts = naive_facts.of_measure(records, measure, {*where, *by}, period_start, last_day)
    facts = [fact for fact in facts if passes(records, fact, where)]
    known = [fact for fact in facts if fact.is_known]
    cells = _cells(records, known, where, by)
    value = _aggregate(measure, known)
    parts = [
        {**dict(zip(by, keys, strict=True)), "value": _aggregate(measure, inside)} for keys, inside in cells.items()
    ]
    return {
        "value": value,
        "parts": _in_order(records, measure, by, [part for part in parts if not is_empty(measure, part["value"])]),
        "unknown": _unknown(measure, facts, cells),
    }


def is_empty(measure, value):
    """A mean of 0 years says something; a count of 0 does not."""
    return value is None if measure in MEANS else not value


def _unknown(measure, facts, cells):
    unseen = [fact for fact in facts if not fact.is_known]
    in_null_parts = [fact for keys, inside in cells.items() if None in keys for fact in inside]
    if measure in MEANS:
        return len({fact.key for fact in unseen})
    return len({fact.key for fact in unseen}) + _aggregate(measure, in_null_parts)


def _rate(records, measure, where, by, period_start, last_day):
    above, below = of_rate(records, measure, period_start, last_day)
    above = [fact for fact in above if passes(records, fact, where)]
    below = [fact for fact in below if passes(records, fact, where)]
    cells_above, cells_below = _cells(records, above, where, by), _cells(records, below, where, by)
    factor = 1 if measure == "family_payment_per_hour" else 100

    def value(numerators, denominators):
        ratio = divide(factor * _sum(numerators), _sum(denominators))
        return rounded(ratio, PLACES[UNITS[measure]])

    parts = [
        {**dict(zip(by, keys, strict=True)), "value": value(cells_above.get(keys, []), inside)}
        for keys, inside in cells_below.items()
    ]
    parts = [part for part in parts if part["value"] is not None]
    return {"value": value(above, below), "parts": _in_order(records, measure, by, parts), "unknown": 0}


def _share(records, of, part, where, by, period_start, last_day):
    facts = naive_facts.of_measure(records, of, {*where, *part, *by}, period_start, last_day)
    facts = [fact for fact in facts if fact.is_known and passes(records, fact, where)]

    def count(facts):
        known = [f for f in facts if all(any(v is not None for v in f.splits[split]) for split in part)]
        inside = [fact for fact in known if passes(records, fact, part)]
        numerator, denominator = _aggregate(of, inside), _aggregate(of, known)
        ratio = divide(100 * Fraction(numerator), Fraction(denominator))
        return numerator, denominator, rounded(ratio, 0), _aggregate(of, facts) - denominator

    numerator, denominator, value, unknown = count(facts)
    parts = [
        {**dict(zip(by, keys, strict=True)), "value": count(inside)[2]}
        for keys, inside in _cells(records, facts, where, by).items()
    ]
    parts = [part for part in parts if part["value"] is not None]
    return {
        "value": value,
        "parts": _in_order(records, of, by, parts),
        "unknown": unknown,
        "numerator": numerator,
        "denominator": denominator,
    }


# Filters


def passes(records, fact, where) -> bool:
    return all(any(accepts(records, split, value, fact.splits) for value in values) for split, values in where.items())


def accepts(records, split, wanted, splits) -> bool:
    return any(is_inside(split, wanted, found) for found in splits[split])


def is_inside(split, wanted, found) -> bool:
    """One value of a filter against one value of a fact."""
    if wanted is None or found is None:
        return wanted is None and found is None
    if split == "school_period" and wanted == "term":
        return found in {"term_wednesday", "term_other"}
    if split == "age" and "-" in str(wanted):
        low, high = str(wanted).split("-")
        return int(low) <= found <= int(high)
    return str(wanted) == str(found)


# Parts


def _cells(records, facts, where, by):
    """{keys: facts}. A fact stands in as many cells as it has values."""
    cells = {}
    if not by:
        return cells
    for fact in facts:
        for keys in product(*(_shown(records, split, fact, where) for split in by)):
            cells.setdefault(keys, []).append(fact)
    return cells


def _shown(records, split, fact, where):
    """The values of a fact as parts: those inside the filter when the same split is filtered."""
    values = list(dict.fromkeys(fact.splits[split]))
    if split not in where:
        return values
    return [value for value in values if any(_holds(records, split, wanted, value) for wanted in where[split])]


def _holds(records, split, wanted, value):
    if split == "activity" and None not in (wanted, value):
        activity = next(a for a in records.all(Activity) if a.slug == value)
        return wanted in records.line_of(activity)
    return is_inside(split, wanted, value)


def _in_order(records, measure, by, parts):
    return sorted(parts, key=lambda part: [natural_order(records, measure, split, part[split]) for split in by])


# Numbers


def _aggregate(measure, facts):
    if measure in MEANS:
        amounts = {fact.key: fact.amount for fact in facts}
        return rounded(divide(sum(amounts.values(), Fraction(0)), Fraction(len(amounts))), 1)
    total = _sum(facts)
    return int(total) if measure in COUNTS else rounded(total, PLACES[UNITS[measure]])


def _sum(facts):
    """Each key once, whatever the number of activities that show it."""
    return sum({fact.key: Fraction(fact.amount) for fact in facts}.values(), Fraction(0))


def divide(above, below):
    return None if below == 0 else above / below


def rounded(value, places):
    """Half up, from an exact number."""
    if value is None:
        return None
    whole = floor(value * 10**places + Fraction(1, 2))
    return whole if places == 0 else Decimal(whole).scaleb(-places)
