"""The table of measures, typed again from the design and not from the engine: what each one takes."""

WHERE_IT_HAPPENS = ["sector", "theme", "activity", "facility", "kind", "session_kind"]
WHEN = ["month", "weekday", "school_period"]
WHO = ["sex", "age", "age_band", "group", "school", "grade", "district", "municipality", "priority_area"]
WHO += ["situation", "new_or_returning"]
ATTENDED = [*WHERE_IT_HAPPENS, *WHEN, *WHO, "mode", "counted"]
HELD = [*WHERE_IT_HAPPENS, *WHEN]
SUPPORTED = ["sector", "theme", "activity", "facility", "kind", "sex", "age", "age_band", "group"]
SUPPORTED += ["qualification", "barrier", "prescriber", "exit_reason", "referent"]
REACHED = ["sector", "theme", "activity", "facility", "kind", "sex", "age", "age_band", "group"]
PLACES = ["district", "municipality", "priority_area"]
COVERED = ["season", "membership_kind", *PLACES]
CHILDCARE = ["activity", "facility", "sector", "month"]
GRANTED = ["funder", "funder_kind", "action_sheet"]

TAKES = {
    **dict.fromkeys(
        ["people", "attendances", "cases", "person_hours", "average_age", "households", "children_of_households"],
        ATTENDED,
    ),
    **dict.fromkeys(["sessions", "outings", "events", "stays", "opening_days", "public_hours", "setup_hours"], HELD),
    **dict.fromkeys(["supported", "households_supported", "entries", "exits", "age_at_entry"], SUPPORTED),
    "outcomes": [*SUPPORTED, "outcome"],
    **dict.fromkeys(["reached", "households_reached"], REACHED),
    "enrolled": [*WHERE_IT_HAPPENS, *WHO],
    **dict.fromkeys(["memberships", "memberships_amount"], COVERED),
    "members": [*COVERED, "sex", "age", "age_band", "group"],
    **dict.fromkeys(["staff", "fte"], ["profession", "sector", "facility", "activity", "employment"]),
    **dict.fromkeys(["volunteers", "volunteer_hours"], ["mission", "sector", "month"]),
    "meetings": ["body"],
    "seats": ["body", "holds_as"],
    **dict.fromkeys(
        [
            "attended_hours",
            "invoiced_hours",
            "family_payment",
            "family_payment_per_hour",
            "billing_rate",
            "occupancy_rate",
        ],
        CHILDCARE,
    ),
    **dict.fromkeys(["funders", "grants_asked", "grants_granted", "grants_received"], GRANTED),
    "activities": ["sector", "theme", "kind"],
    "facilities": ["sector", "theme", "kind"],
    "partners": ["sector", "theme", "kind"],
}

UNITS = {
    **dict.fromkeys(["people", "children_of_households", "supported", "outcomes", "reached", "enrolled"], "people"),
    **dict.fromkeys(["members", "volunteers"], "people"),
    **dict.fromkeys(["households", "households_supported", "households_reached"], "households"),
    **dict.fromkeys(["person_hours", "public_hours", "setup_hours", "volunteer_hours"], "hours"),
    **dict.fromkeys(["attended_hours", "invoiced_hours"], "hours"),
    **dict.fromkeys(["average_age", "age_at_entry"], "years"),
    **dict.fromkeys(["entries", "exits"], "supports"),
    **dict.fromkeys(["memberships_amount", "family_payment"], "eur"),
    **dict.fromkeys(["grants_asked", "grants_granted", "grants_received"], "eur"),
    **dict.fromkeys(["billing_rate", "occupancy_rate", "share"], "percent"),
    "family_payment_per_hour": "eur_per_hour",
    "opening_days": "days",
    **{
        same: same
        for same in ["attendances", "cases", "sessions", "outings", "events", "stays", "memberships", "staff", "fte"]
        + ["meetings", "seats", "funders", "activities", "facilities", "partners"]
    },
}

MEASURES = list(TAKES)
MEANS = ["average_age", "age_at_entry"]
RATES = ["family_payment_per_hour", "billing_rate", "occupancy_rate"]
DISTINCT = ["people", "households", "children_of_households", "supported", "households_supported", "outcomes"]
DISTINCT += ["reached", "households_reached", "enrolled", "members", "staff", "volunteers", "funders"]
COUNTS = [m for m in MEASURES if UNITS[m] not in {"hours", "eur", "eur_per_hour", "percent", "years", "fte"}]

OF_THE_PERSON = {"sex", "age", "age_band", "group"}
SHARED = {"sector", "theme", "activity", "facility", "kind"}  # a session may belong to several
MANY = {"theme", "activity", "situation", "barrier"}  # one fact, several values

# The splits whose parts sum to the value, whatever the data.
ADDS_UP = {
    "people": OF_THE_PERSON | {"new_or_returning", "counted"},
    **dict.fromkeys(["attendances", "cases", "person_hours"], set(ATTENDED) - SHARED - MANY),
    "children_of_households": OF_THE_PERSON - {"group"},  # the group of whoever came
    **dict.fromkeys(["supported", "outcomes", "reached", "members"], OF_THE_PERSON),
    "enrolled": OF_THE_PERSON | {"new_or_returning"},
    **dict.fromkeys(
        ["sessions", "outings", "events", "stays", "public_hours", "setup_hours", "opening_days"], set(HELD) - SHARED
    ),
    **dict.fromkeys(["entries", "exits"], set(SUPPORTED) - MANY),
    **dict.fromkeys(["memberships", "memberships_amount"], set(COVERED)),
    "staff": {"employment"},
    "fte": {"profession", "sector", "facility", "employment"},
    "volunteer_hours": {"mission", "sector", "month"},
    "meetings": {"body"},
    "seats": {"body", "holds_as"},
    **dict.fromkeys(["attended_hours", "invoiced_hours", "family_payment"], {"facility", "sector", "month"}),
    "funders": {"funder", "funder_kind"},
    **dict.fromkeys(["grants_asked", "grants_granted", "grants_received"], set(GRANTED)),
    "activities": {"sector", "kind"},
    "facilities": {"kind"},
    "partners": {"sector", "kind"},
}


def adds_up(measure, by) -> bool:
    """Without a split there is nothing that could fail to add up."""
    return all(split in ADDS_UP.get(measure, ()) for split in by)
