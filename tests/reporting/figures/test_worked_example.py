"""The worked example counted by hand. Each line says what its traps must come to."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from centre.periods import Period
from reporting.figures import Request, measure_all
from tests.reporting.figures.agreement import disagreements
from tests.reporting.figures.contract import MEASURES, TAKES
from tests.reporting.figures.questions import values_of
from tests.reporting.figures.records import Records

pytestmark = pytest.mark.django_db

# What is asked (of 2021 unless it says otherwise), the value, the parts, the unknowns.
BY_HAND = [
    # People: zoe, leo, nour, ines, bebe and two aliases; paul was never present.
    ("people", 7, {}, 0),
    ("people --by sex", 7, {"F": 3, "M": 2, None: 2}, 2),
    ("people --by group", 7, {"child": 4, "adult": 2, None: 1}, 1),
    ("people --by age", 7, {0: 1, 6: 1, 11: 1, 18: 1, None: 3}, 3),
    ("people --by age_band", 7, {"0-6": 2, "11-14": 1, "18-25": 1, None: 3}, 3),
    ("people --where age=0-11", 3, {}, 0),
    ("people --where age=null", 3, {}, 0),
    ("people --where sex=F --where group=child,null", 3, {}, 0),
    ("people --by school_period", 7, {"holiday": 2, "term_wednesday": 2, "term_other": 5, None: 3}, 3),
    ("people --where school_period=term", 6, {}, 0),
    ("people --by month --where activity=ados", 3, {"2021-03": 2, "2021-06": 3, "2021-12": 2}, 0),
    ("people --by weekday", 7, {0: 1, 1: 2, 2: 3, 4: 2, 5: 3}, 0),
    ("people --by activity", 7, {"ados": 3, "clas": 4, "creche": 1, "jeu": 2, "soir": 2}, 0),
    ("people --by sector", 7, {"enfance": 7, "jeunesse": 3}, 0),
    ("people --by theme", 7, {"education": 3, "parentalite": 5, "none": 5}, 0),
    ("people --where activity=ados --where session_kind=outing", 3, {}, 0),
    ("people --by school", 7, {"Ader": 1, "Brossolette": 1, None: 6}, 6),
    ("people --by grade", 7, {"CM1": 1, "CM2": 1, None: 6}, 6),
    ("people --by district", 7, {"alma": 1, "pile": 3, None: 4}, 4),
    ("people --by priority_area", 7, {"yes": 1, "no": 3, None: 4}, 4),
    ("people --by situation", 7, {"rsa": 1, "none": 3, None: 4}, 4),
    ("people --by new_or_returning", 7, {"new": 4, "returning": 1, None: 2}, 2),
    ("people --by mode", 7, {"drop_in": 2, "appointment": 1, None: 7}, 7),
    ("people --by counted", 7, {"named": 5, "alias": 2}, 0),
    ("people --from 2021-01-01 --to 2021-01-01", 1, {}, 0),
    ("people --school-year 2020-2021 --by grade", 4, {"CM1": 1, None: 3}, 3),
    # Attendances: twelve named, two under an alias, forty heads counted and sixty estimated.
    ("attendances", 114, {}, 0),
    ("attendances --by counted", 114, {"named": 12, "alias": 2, "tally": 40, "estimate": 60}, 0),
    ("attendances --by sex", 114, {"F": 48, "M": 4, None: 62}, 62),
    ("attendances --by activity", 114, {"ados": 7, "clas": 7, "creche": 1, "fete": 100, "jeu": 2, "soir": 2}, 0),
    ("attendances --by age_band", 114, {"0-6": 2, "11-14": 6, "18-25": 3, None: 103}, 103),
    ("cases", 5, {}, 0),
    ("person_hours --by activity", 750, {"ados": 31.5, "clas": 26, "creche": 7.5, "fete": 700, "jeu": 6, "soir": 4}, 0),
    ("average_age", 9.7, {}, 4),
    # Households: the Durand and the Martin; four attendances came from nowhere known.
    ("households --by district", 2, {"alma": 1, "pile": 2}, 4),
    ("children_of_households --by age", 3, {0: 1, 6: 1, 11: 1}, 0),
    # Sessions: two openings of the room on one day, nobody in the second; the shared outing belongs to both.
    ("sessions --by activity", 7, {"ados": 3, "clas": 2, "creche": 1, "jeu": 1, "soir": 1}, 0),
    ("sessions --by month", 7, {"2021-01": 1, "2021-03": 3, "2021-09": 1, "2021-11": 1, "2021-12": 1}, 0),
    ("outings --by sector", 1, {"enfance": 1, "jeunesse": 1}, 0),
    ("events", 1, {}, 0),
    ("stays", 1, {}, 0),
    ("opening_days --by facility", 6, {"halte": 1, "salle": 2, None: 3}, 3),
    ("public_hours --by sector", 38, {"enfance": 23, "jeunesse": 22}, 0),
    ("setup_hours", 0.5, {}, 0),
    # Supports: paul twice and ines for one day; leo left before the year.
    ("supported --by qualification", 2, {"none": 1, "cap": 1, None: 1}, 1),
    ("supported --by barrier", 2, {"mobilite": 1, "sante": 1, None: 1}, 1),
    ("households_supported", 2, {}, 0),
    ("entries", 2, {}, 0),
    ("exits --by exit_reason", 2, {"demenagement": 1, "emploi": 1}, 0),
    ("outcomes --by outcome", 2, {"emploi": 2, "formation": 1}, 0),
    ("age_at_entry", 41, {}, 1),
    ("reached --by sex", 8, {"F": 3, "M": 3, None: 2}, 2),
    ("households_reached", 3, {}, 4),
    ("enrolled --by activity", 1, {"ados": 1}, 0),
    ("memberships --by district", 2, {"pile": 1, None: 1}, 1),
    ("memberships --where season=2020-2021", 2, {}, 0),
    ("memberships_amount", 15.5, {}, 0),
    ("members --by age_band", 3, {"11-14": 1, "26-59": 1, None: 1}, 1),
    # The house: anne in two sectors; omar left the day before the last.
    ("staff --by sector", 1, {"enfance": 1, "jeunesse": 1}, 0),
    ("fte --by sector", 0.8, {"enfance": 0.5, "jeunesse": 0.3}, 0),
    ("staff --where employment=volunteer", 1, {}, 0),
    ("volunteers", 1, {}, 0),
    ("volunteer_hours --by sector", 3.5, {"enfance": 2.5, None: 1}, 1),
    ("meetings --by body", 3, {"bureau": 2, "ca": 1}, 0),
    ("seats", 2, {}, 0),
    ("seats --by holds_as", 3, {"member": 2, "observer": 1}, 0),
    # The nursery: a month with check-ins and a month without.
    ("attended_hours --by month", 67.5, {"2021-11": 7.5, "2021-12": 60}, 0),
    ("invoiced_hours", 152.5, {}, 0),
    ("family_payment", 76.25, {}, 0),
    ("family_payment_per_hour", 0.5, {}, 0),
    ("billing_rate", 225.9, {}, 0),
    ("occupancy_rate", 67.5, {}, 0),
    # Money and the records of the house.
    ("funders", 2, {}, 0),
    ("grants_asked", 1500, {}, 0),
    ("grants_granted --by funder", 900.5, {"caf": 900.5}, 0),
    ("grants_received", 450, {}, 0),
    ("activities --by sector", 6, {"enfance": 4, "jeunesse": 2}, 0),
    ("facilities", 2, {}, 0),
    ("partners --by kind", 2, {"education": 1, "emploi": 1}, 0),
    # Shares, over those whose part is known.
    ("share --of supported --part qualification=none,cap", 100, {}, 1),
    ("share --of people --part sex=F --by group", 60, {"child": 67, "adult": 0, None: 100}, 2),
    ("share --of events --part sector=enfance --where sector=enfance", None, {}, 0),
]


def figure(words: str) -> dict:
    says_when = any(word in words for word in ("--from", "--school-year", "season="))
    period = [] if says_when else ["--year", "2021"]
    out = StringIO()
    call_command("figure", *words.split(), *period, "--format", "json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize(("words", "value", "parts", "unknown"), BY_HAND, ids=[words for words, *_ in BY_HAND])
def test_a_figure_comes_to_what_was_counted_by_hand(example, words, value, parts, unknown):
    told = figure(words)

    said_parts = {part[told["by"][0]]: part["value"] for part in told["parts"]}
    assert (told["value"], list(said_parts.items()), told["unknown"]) == (value, list(parts.items()), unknown)


def test_every_measure_is_counted_by_hand():
    assert {words.split()[0] for words, *_ in BY_HAND} == {*MEASURES, "share"}


def test_two_splits_cross(example):
    assert figure("people --where activity=ados --by sex --by session_kind")["parts"] == [
        {"sex": "F", "session_kind": "session", "value": 1},
        {"sex": "F", "session_kind": "outing", "value": 2},
        {"sex": "M", "session_kind": "session", "value": 1},
        {"sex": "M", "session_kind": "outing", "value": 1},
    ]


def test_a_share_keeps_its_numerator_and_its_denominator(example):
    told = figure("share --of people --part sex=F")

    assert (told["of"], told["part"]) == ("people", {"sex": ["F"]})
    assert (told["numerator"], told["denominator"], told["value"], told["unknown"]) == (3, 5, 60, 2)


def test_every_measure_agrees_with_the_recount_under_every_split_and_filter(example):
    records, year = Records(), Period.year(2021)
    requests = [Request(name, year, {}, list(by)) for name in MEASURES for by in [(), *((s,) for s in TAKES[name])]]
    requests += [
        Request(name, year, {split: [value]})
        for name in MEASURES
        for split in TAKES[name]
        for value in values_of(records, name, split)
    ]

    assert disagreements(requests, measure_all(requests), records) == []
