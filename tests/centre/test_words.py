from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from centre.templatetags.trame import day, euros, hour, sessions_count, weekday_and_day
from centre.words import difference_text, number_text, spelled


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (97, "97"),
        (1488, "1\u202f488"),
        (1234567, "1\u202f234\u202f567"),
        (Decimal("12.50"), "12,5"),
        (Decimal("1200.00"), "1\u202f200"),
        (3.5, "3,5"),
        (-12, "−12"),
        (None, "–"),
        ("", "–"),
    ],
)
def test_numbers_as_french_writes_them(value, text):
    assert number_text(value) == text


def test_decimals_are_kept_when_asked_for():
    assert number_text(Decimal("12.5"), 2) == "12,50"


@pytest.mark.parametrize(
    ("value", "previous", "text"),
    [
        (112, 100, "12 de plus qu’en 2020"),
        (88, 100, "12 de moins qu’en 2020"),
        (100, 100, "autant qu’en 2020"),
        (2500, 1000, "1\u202f500 de plus qu’en 2020"),
        (12, None, ""),
        (None, 12, ""),
    ],
)
def test_the_year_before_in_words(value, previous, text):
    assert difference_text(value, previous, 2020) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [(Decimal("12.00"), "12\u00a0€"), (Decimal("12.5"), "12,50\u00a0€"), (Decimal("0"), "0\u00a0€"), (None, "–")],
)
def test_euros(amount, text):
    assert euros(amount) == text


def test_days_and_hours():
    instant = datetime(2021, 3, 1, 9, 0, tzinfo=ZoneInfo("Europe/Paris"))

    assert day(date(2021, 3, 1)) == "1er mars 2021"
    assert day(date(2021, 3, 31)) == "31 mars 2021"
    assert weekday_and_day(date(2021, 3, 11)) == "jeudi 11 mars 2021"
    assert hour(instant) == "9\u00a0h"
    assert hour(instant.replace(minute=5)) == "9\u00a0h\u00a005"
    assert day(None) == "–"


def test_sessions_in_words():
    assert [sessions_count(count) for count in (0, 1, 12)] == ["aucune séance", "une séance", "12\u00a0séances"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (1, "un"),
        (17, "dix-sept"),
        (21, "vingt et un"),
        (22, "vingt-deux"),
        (60, "soixante"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (77, "soixante-dix-sept"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (99, "quatre-vingt-dix-neuf"),
        (100, "cent"),
        (180, "cent quatre-vingts"),
        (200, "deux cents"),
        (999, "neuf cent quatre-vingt-dix-neuf"),
    ],
)
def test_numbers_are_spelled(number, words):
    assert spelled(number) == words
