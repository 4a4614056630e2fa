from datetime import date

import pytest

from centre.periods import Period


@pytest.mark.parametrize(
    ("day", "first", "end"),
    [
        (date(2020, 11, 10), date(2020, 11, 1), date(2020, 12, 1)),
        (date(2020, 12, 31), date(2020, 12, 1), date(2021, 1, 1)),
        (date(2020, 2, 29), date(2020, 2, 1), date(2020, 3, 1)),
        (date(2021, 1, 31), date(2021, 1, 1), date(2021, 2, 1)),
    ],
)
def test_the_month_of_a_day(day, first, end):
    assert Period.month_of(day) == Period(first, end)
