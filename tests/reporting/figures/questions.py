"""Random questions over a centre: a measure, filters it takes, up to two splits, a period."""

from datetime import date

from activities.models import (
    ActionSheet,
    Activity,
    ActivityKind,
    AttendanceMode,
    Barrier,
    ExitReason,
    OutcomeKind,
    Prescriber,
    Qualification,
    SessionKind,
    Theme,
)
from centre.models import (
    Body,
    Employment,
    Facility,
    FacilityKind,
    Funder,
    FunderKind,
    HoldsAs,
    Mission,
    PartnerKind,
    Profession,
    Season,
    Sector,
    StaffMember,
)
from centre.periods import Period
from members.models import District, School, SituationKind
from reporting.figures import Request
from tests.reporting.figures.contract import COUNTS, MEASURES, TAKES

PERIODS = [
    Period.year(2021),
    Period.year(2021),
    Period.year(2020),
    Period.school_year("2020-2021"),
    Period.between(date(2021, 1, 1), date(2021, 1, 1)),
    Period.between(date(2021, 2, 28), date(2021, 3, 10)),
    Period.between(date(2021, 1, 1), date(2021, 3, 31)),
    Period.between(date(2020, 12, 31), date(2022, 1, 1)),
]
FIXED = {
    "kind": ActivityKind.values,
    "session_kind": SessionKind.values,
    "month": ["2021-01", "2021-03", "2020-12"],
    "weekday": [0, 2, 6],
    "school_period": ["holiday", "term_wednesday", "term_other", "term", None],
    "sex": ["F", "M", None],
    "age": ["0-5", "11-17", "5", "18", None],
    "age_band": ["0-6", "15-17", "18-25", "75+", None],
    "group": ["child", "adult", None],
    "grade": ["CP", "6e", "Segpa", None],
    "municipality": ["Roubaix", "Lille", None],
    "priority_area": ["yes", "no", None],
    "new_or_returning": ["new", "returning", None],
    "mode": [*AttendanceMode.values, None],
    "counted": ["named", "alias", "tally", "estimate"],
    "qualification": [*Qualification.values, None],
    "membership_kind": ["household", "individual"],
    "employment": Employment.values,
    "holds_as": HoldsAs.values,
}
SLUGS = {
    "sector": (Sector, []),
    "theme": (Theme, ["none"]),
    "activity": (Activity, []),
    "facility": (Facility, [None]),
    "district": (District, [None]),
    "situation": (SituationKind, ["none", None]),
    "barrier": (Barrier, [None]),
    "prescriber": (Prescriber, [None]),
    "exit_reason": (ExitReason, [None]),
    "outcome": (OutcomeKind, []),
    "profession": (Profession, []),
    "mission": (Mission, []),
    "body": (Body, []),
    "funder": (Funder, []),
    "funder_kind": (FunderKind, [None]),
    "action_sheet": (ActionSheet, [None]),
}
KINDS = {"facilities": FacilityKind, "partners": PartnerKind}


def values_of(records, measure, split):
    """What a filter on this split may say in this centre."""
    if split == "kind" and measure in KINDS:
        return [row.slug for row in records.all(KINDS[measure])] + [None]
    if split in FIXED:
        return FIXED[split]
    if split in SLUGS:
        model, others = SLUGS[split]
        return [row.slug for row in records.all(model)] + others
    return {
        "school": [row.name for row in records.all(School)] + [None],
        "season": [row.name for row in records.all(Season)],
        "referent": [row.key for row in records.all(StaffMember)] + [None],
    }[split]


def ask(draw, records, measures=MEASURES) -> Request:
    """One question in seven is a share."""
    period = draw.choice(PERIODS)
    if draw.random() < 0.15:
        return ask_share(draw, records, period)
    measure = draw.choice(measures)
    by = draw.sample(TAKES[measure], min(len(TAKES[measure]), draw.choice([0, 1, 1, 2])))
    return Request(measure, period, filters(draw, records, measure), by)


def ask_share(draw, records, period) -> Request:
    of = draw.choice(COUNTS)
    part = filters(draw, records, of, [1, 1, 2])
    part = {split: known for split, said in part.items() if (known := [value for value in said if value is not None])}
    part = part or {TAKES[of][0]: values_of(records, of, TAKES[of][0])[:1]}
    where = {split: said for split, said in filters(draw, records, of).items() if split not in part}
    by = [split for split in draw.sample(TAKES[of], 1) if split not in part and draw.random() < 0.5]
    return Request("share", period, where, by, of, part)


def filters(draw, records, measure, sizes=(0, 0, 1, 1, 2)):
    splits = draw.sample(TAKES[measure], min(len(TAKES[measure]), draw.choice(sizes)))
    said = {split: values_of(records, measure, split) for split in splits}
    return {split: draw.sample(values, min(len(values), draw.choice([1, 1, 2]))) for split, values in said.items()}
