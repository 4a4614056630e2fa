import pytest
from django.core.paginator import Paginator

from centre.templatetags.trame import place_of

NBSP, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("count", "number", "expected"),
    [
        (1, 1, f"1{NBSP}personne"),
        (12, 1, f"12{NBSP}personnes"),
        (1268, 2, f"51 à 100 sur 1{THIN}268{NBSP}personnes"),
        (0, 1, f"0{NBSP}personne"),
    ],
)
def test_where_a_page_stands_among_the_others(count, number, expected):
    page = Paginator(range(count), 50).page(number)

    assert place_of(page, "personnes") == expected
