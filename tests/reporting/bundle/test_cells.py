from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.models import Weekday
from centre.models import Employment
from reporting.bundle.cells import NONE, escape, tidy, unescape
from reporting.bundle.faults import CellRefused
from reporting.bundle.indicator_cells import Filters, MeasureWords, PeriodWords, filters_of, text_of
from reporting.bundle.instants import write_instant
from reporting.bundle.kinds import (
    AgeBands,
    Amount,
    Choice,
    Day,
    Hour,
    HourOfSession,
    Instant,
    Month,
    Number,
    SchoolYear,
    YesNo,
)
from tests.reporting.bundle.files import plain


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Day(), "2021-03-31", date(2021, 3, 31)),
        (Day(), "31/03/2021", date(2021, 3, 31)),
        (Day(), "1/3/2021", date(2021, 3, 1)),
        (Day(), "2021-03-31T00:00:00", date(2021, 3, 31)),
        (Hour(), "9:05", time(9, 5)),
        (Hour(), "14h30", time(14, 30)),
        (Month(), "2021-03", date(2021, 3, 1)),
        (Month(), "03/2021", date(2021, 3, 1)),
        (Month(), "2021-03-01T00:00:00", date(2021, 3, 1)),
        (SchoolYear(), "2020-2021", "2020-2021"),
        (SchoolYear(), "2020/2021", "2020-2021"),
        (Number(), "1 200", 1200),
        (AgeBands(), "0-6;7-17 ; 18+", "0-6; 7-17; 18+"),
        (Amount(7), "12,5", Decimal("12.5")),
        (Amount(7), "1 234.50", Decimal("1234.5")),
        (YesNo(), "OUI", True),
        (YesNo(), "0", False),
        (Choice(Employment), "civic_service", "civic_service"),
        (Choice(Employment), "Salarié", "employee"),
        (Choice(Weekday), "mercredi", 2),
        (Choice(Weekday), "0", 0),
        (Instant(), "2021-01-01T00:00", datetime(2020, 12, 31, 23, tzinfo=UTC)),
        (Instant(), "2021-07-01 14:30:15", datetime(2021, 7, 1, 12, 30, 15, tzinfo=UTC)),
        (Instant(), "01/07/2021 14:30", datetime(2021, 7, 1, 12, 30, tzinfo=UTC)),
        (HourOfSession(), "17:45", time(17, 45)),
        (HourOfSession(), "2021-07-02T01:30", datetime(2021, 7, 1, 23, 30, tzinfo=UTC)),
    ],
)
def test_a_cell_is_read_as_people_write_it(kind, text, value):
    assert kind.read(text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Day(), "31-03-2021"),
        (Day(), "2021-02-29"),
        (Day(), "21/03/0021"),
        (Hour(), "24:00"),
        (Hour(), "midi"),
        (Month(), "2021-13"),
        (SchoolYear(), "2020-2022"),
        (SchoolYear(), "2020"),
        (SchoolYear(), "0000-0001"),
        (SchoolYear(), "9999-10000"),
        (Day(), "44286"),
        (Instant(), "44286,6875"),
        (AgeBands(), "0-6; enfants"),
        (Number(), "-1"),
        (Number(), "1.5"),
        (Number(), "32768"),
        (Amount(7), "-1"),
        (Amount(7), "1,234"),
        (Amount(4), "100"),
        (Amount(7), "12 €"),
        (YesNo(), "peut-être"),
        (Choice(Employment), "stagiaire"),
        (Instant(), "2021-03-31"),
        (PeriodWords(), "2020-2022"),
        (PeriodWords(), "2021-06-30/2021-01-01"),
        (PeriodWords(), "l’an dernier"),
        (PeriodWords(), "9999-01-01/9999-12-31"),
        (Filters(), "activity"),
        (MeasureWords(), "share"),
        (MeasureWords(), "people --of supported"),
    ],
)
def test_a_cell_that_says_nothing_is_refused_with_a_remedy(kind, text):
    with pytest.raises(CellRefused) as refused:
        kind.read(text)

    assert refused.value.what
    assert refused.value.remedy


def test_a_closed_list_is_told_with_the_nearest_word():
    with pytest.raises(CellRefused) as refused:
        Choice(Employment).read("salarie(e)")

    assert plain(str(refused.value)) == (
        "« salarie(e) » n’est pas dans la liste. Écrivez : employee (Salarié), volunteer (Bénévole), "
        "external (Intervenant extérieur), civic_service (Service civique). Vouliez-vous dire « salarie » ?"
    )


def test_the_hour_that_march_skips_is_refused_and_october_takes_the_first():
    with pytest.raises(CellRefused) as refused:
        Instant().read("2021-03-28T02:30")
    first = Instant().read("2021-10-31T02:30")

    assert "sautée" in refused.value.what
    assert first == datetime(2021, 10, 31, 0, 30, tzinfo=UTC)


def test_the_second_of_the_two_hours_of_october_is_written_with_its_offset():
    first, second = datetime(2021, 10, 31, 0, 30, tzinfo=UTC), datetime(2021, 10, 31, 1, 30, tzinfo=UTC)

    assert write_instant(first) == "2021-10-31T02:30"
    assert write_instant(second) == "2021-10-31T02:30+01:00"
    assert Instant().read("2021-10-31T02:30+01:00") == second


@given(st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)))
def test_every_instant_comes_back(instant):
    assert Instant().read(write_instant(instant)) == instant


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back_and_none_is_a_formula(text):
    text = tidy(text)
    written = escape(text)

    assert unescape(tidy(written)) == text
    assert not written.startswith(("=", "+", "-", "@"))
    assert written != NONE


@given(
    st.dictionaries(
        st.sampled_from(["school", "grade", "activity"]),
        st.lists(st.text(min_size=1).map(tidy).filter(bool), min_size=1, unique=True),
    )
)
def test_every_filter_comes_back(filters):
    assert filters_of(text_of(filters)) == filters


def test_a_share_is_written_as_on_the_command_line():
    words = "share --of supported --part qualification=none,cap --part sex=F"

    assert MeasureWords().understand(words) == ("share", "supported", {"qualification": ["none", "cap"], "sex": ["F"]})
    assert MeasureWords().read(words) == words
