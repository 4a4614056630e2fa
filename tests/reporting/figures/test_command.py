"""`manage.py figure` and `manage.py figures` as other programs read them."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from reporting.models import Indicator
from tests.reading import clean

pytestmark = pytest.mark.django_db

YEAR = ("--year", "2021", "--format", "json")


def run(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_the_answer_holds_these_keys_in_this_order(example):
    told = run("figure", "people", "--where", "activity=ados", "--where", "school_period=holiday", "--by", "sex", *YEAR)

    assert told.strip() == (
        '{"measure": "people", "unit": "people", "from": "2021-01-01", "to": "2021-12-31", '
        '"where": {"activity": ["ados"], "school_period": ["holiday"]}, "by": ["sex"], "value": 2, '
        '"parts": [{"sex": "F", "value": 1}, {"sex": "M", "value": 1}], "unknown": 0, "adds_up": true}'
    )


def test_a_share_holds_these_keys_in_this_order(example):
    told = run("figure", "share", "--of", "supported", "--part", "qualification=none,cap", *YEAR)

    assert told.strip() == (
        '{"measure": "share", "of": "supported", "part": {"qualification": ["none", "cap"]}, '
        '"numerator": 1, "denominator": 1, "unknown": 1, "value": 100, '
        '"unit": "percent", "from": "2021-01-01", "to": "2021-12-31", "where": {}, "by": [], '
        '"parts": [], "adds_up": true}'
    )


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (["--year", "2020"], "2020-01-01", "2020-12-31"),
        (["--from", "2021-02-28", "--to", "2021-03-01"], "2021-02-28", "2021-03-01"),
        (["--school-year", "2020-2021"], "2020-09-01", "2021-08-31"),
    ],
)
def test_a_period_is_said_in_three_ways_both_days_included(period, first, last):
    told = json.loads(run("figure", "people", *period, "--format", "json"))

    assert (told["from"], told["to"]) == (first, last)


def test_the_dates_of_a_season_are_the_period_when_none_is_said(example):
    told = json.loads(run("figure", "memberships", "--where", "season=2020-2021", "--format", "json"))

    assert (told["from"], told["to"], told["value"]) == ("2020-09-01", "2021-08-31", 2)


@pytest.mark.parametrize(
    "words",
    [["--where", "age=0,11", "--where", "age=6"], ["--where", "age=0,6,11"], ["--where", "age=0-11"]],
    ids=["repeated", "commas", "range"],
)
def test_values_of_one_filter_widen(example, words):
    assert json.loads(run("figure", "people", *words, *YEAR))["value"] == 3


def test_null_filters_the_unknown(example):
    told = json.loads(run("figure", "people", "--where", "sex=null", *YEAR))

    assert (told["where"], told["value"]) == ({"sex": [None]}, 2)


def test_a_label_nobody_has_this_year_is_an_empty_figure(example):
    told = [
        json.loads(run("figure", "people", "--where", f"{split}=Ailleurs", *YEAR))["value"]
        for split in ("school", "grade", "municipality")
    ]

    assert told == [0, 0, 0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["people"], "Dites sur quelle période : une année, une année scolaire, deux dates, ou une saison."),
        (["people", "--year", "2021", "--school-year", "2020-2021"], "Dites une seule période"),
        (["people", "--from", "2021-01-01"], "Une période va d’un jour à un autre"),
        (["people", "--from", "2021-01-02", "--to", "2021-01-01"], "La période finit avant de commencer"),
        (["people", "--school-year", "2020-2022"], "2020-2022"),
        (["people", "--year", "21"], "« 21 » n’est pas une année : écrivez 2021."),
        (["personnes", "--year", "2021"], "La mesure « personnes » n’existe pas."),
        (
            ["people", "--where", "sector=jeunes", "--year", "2021"],
            "« jeunes » n’est pas une réponse connue à « pôle ».",
        ),
        (["people", "--where", "sex=X", "--year", "2021"], "Réponses possibles : F, M."),
        (["people", "--where", "age=jeune", "--year", "2021"], "écrivez 12, 11-15 ou 75+."),
        (["people", "--where", "month=mars", "--year", "2021"], "écrivez 2021-03."),
        (["people", "--where", "sex", "--year", "2021"], "« sex » n’est pas un filtre"),
        (["sessions", "--by", "sex", "--year", "2021"], "Elle prend : sector, theme, activity, facility"),
        (["people", "--by", "sex", "--by", "age", "--by", "group", "--year", "2021"], "ou par deux différentes"),
        (["share", "--of", "people", "--year", "2021"], "« --part », la part"),
        (["share", "--of", "people", "--part", "sex=null", "--year", "2021"], "« null » n’en est pas"),
        (["share", "--of", "billing_rate", "--part", "sector=enfance", "--year", "2021"], "est déjà un rapport"),
        (["memberships", "--where", "season=1999-2000"], "La saison « 1999-2000 » n’existe pas."),
    ],
)
def test_what_has_no_answer_is_refused_in_words(words, sentence):
    with pytest.raises(CommandError) as refusal:
        run("figure", *words, "--format", "json")

    assert sentence in clean(str(refusal.value))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["figure", "people", "--format", "json"], "Dites sur quelle période"),
        (["figure", "people", "--year", "2021", "--splat"], "La demande ne se lit pas"),
        (["figure"], "La demande ne se lit pas"),
        (["figures", "--year", "2021", "--format", "xml"], "La demande ne se lit pas"),
    ],
)
def test_a_refusal_leaves_by_standard_error_with_exit_code_1(words, sentence):
    manage = Path(settings.BASE_DIR, "manage.py")

    done = subprocess.run(
        [sys.executable, manage, *words],
        capture_output=True,
        text=True,
        env=os.environ | {"TRAME_ENV": "development"},
        timeout=60,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr


def test_the_text_says_the_question_the_period_and_the_method(example):
    told = clean(run("figure", "people", "--where", "activity=ados", "--by", "sex", "--year", "2021"))

    assert "3 personnes" in told
    assert "année 2021" in told
    assert "Activité : Ados" in told


@pytest.mark.parametrize("unit", ["public_hours", "person_hours", "fte", "grants_asked", "attended_hours"])
def test_a_share_of_what_is_not_a_head_count_is_written_in_numbers(example, unit):
    split = "funder=caf" if unit == "grants_asked" else "sector=enfance"

    told = json.loads(run("figure", "share", "--of", unit, "--part", split, *YEAR))

    assert 0 < told["numerator"] <= told["denominator"]
    assert told["value"] == pytest.approx(100 * told["numerator"] / told["denominator"], abs=0.5)


def test_the_text_of_a_share_asks_for_its_part(example):
    told = clean(run("figure", "share", "--of", "people", "--part", "sex=F", "--year", "2021"))

    assert told.startswith("Quelle part ? Sexe : ")
    assert "60 %" in told


def test_a_backslash_keeps_a_comma_and_the_word_null(example):
    told = json.loads(run("figure", "people", "--where", r"school=Saint-Jean\, Lille,\null", *YEAR))

    assert told["where"] == {"school": ["Saint-Jean, Lille", "null"]}


def test_figures_asks_for_its_year():
    with pytest.raises(CommandError, match="--year 2021"):
        run("figures", "--format", "json")


def test_figures_prints_each_indicator_of_the_year(example):
    Indicator.objects.create(code="B1", label="Filles", chapter="Enfance", measure="people", where={"sex": ["F"]})
    Indicator.objects.create(
        code="A1", label="Séances", chapter="Enfance", measure="sessions", position=1, period="2020-2021"
    )

    told = json.loads(run("figures", "--year", "2021", "--format", "json"))

    assert [list(figure)[:3] for figure in told] == [["id", "chapter", "label"]] * 2
    assert [(f["id"], f["chapter"], f["label"], f["value"], f["unit"], f["from"]) for f in told] == [
        ("B1", "Enfance", "Filles", 3, "people", "2021-01-01"),
        ("A1", "Enfance", "Séances", 5, "sessions", "2020-09-01"),
    ]


def test_an_indicator_without_answer_is_named(example):
    Indicator.objects.create(code="A1", label="Filles", chapter="Enfance", measure="people", where={"sector": ["x"]})

    with pytest.raises(CommandError, match="Indicateur A1.*n’est pas une réponse connue"):
        run("figures", "--year", "2021", "--format", "json")
