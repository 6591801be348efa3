"""Which lines are a date and nothing else, and which day they name."""

import warnings
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.dates import read_date_line

TWENTIETH = date(2020, 2, 20)


@pytest.mark.parametrize(
    "line",
    [
        "02/20/2020 11:22:38",
        "2020-02-20",
        "2020-02-20T11:22:38Z",
        "2020/02/20",
        "20.02.2020",
        "20/02/2020",
        "Published: 20 February 2020",
        "Published on February 20, 2020",
        "Last updated: 20 Feb 2020",
        "Updated Feb 20, 2020 at 3:15 p.m. ET",
        "Feb. 20, 2020",
        "20th of February, 2020",
        "Thursday, 20 February 2020 11:22 GMT",
        "Thu, 20 Feb 2020 11:22:38 +0000",
        "February 20, 2020 | 3:15 PM EST",
        "20 February 2020, 11:22 (GMT+3)",
        "  20 February 2020  ",
    ],
)
def test_a_line_that_names_one_day_is_that_day(line: str) -> None:
    assert read_date_line(line) == TWENTIETH


@pytest.mark.parametrize(
    "line",
    [
        "",
        "20",
        "TT",
        "2020",
        "May 2020",
        "3 2020",
        "Friday 2020",
        "11:22",
        "20 February",
        "Feb 30, 2020",
        "It began in 2019.",
        "Posted on February 20, 2020 by John",
        "Baghdad and Erbil agreed on 20 February 2020 to open two centers in the north",
        "12 May 2020 BAGHDAD",
        "20 February 3020",
        "Room 20/02/2020",
        "+1 202 2020 2020",
    ],
)
def test_a_line_that_names_no_whole_day_or_says_more_is_none(line: str) -> None:
    assert read_date_line(line) is None


def test_a_date_with_two_readings_is_none() -> None:
    # The third of April to some, the fourth of March to others.
    assert read_date_line("03/04/2020") is None
    assert read_date_line("04/04/2020") == date(2020, 4, 4)


def test_a_day_that_only_leap_years_have_is_read() -> None:
    assert read_date_line("29 February 2020") == date(2020, 2, 29)
    assert read_date_line("29 February 2021") is None


def test_the_end_of_a_month_is_not_the_default_of_another() -> None:
    assert read_date_line("31 March 2021") == date(2021, 3, 31)


def test_an_unknown_time_zone_is_passed_over_in_silence() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_date_line("20 Feb 2020 11:22 XYZ") == TWENTIETH


@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="0123456789/-.:, TZ+JanFebMaypst", max_size=50).map("2020 ".__add__),
    )
)
@example("2020-02-20T11:22:38.9999999999Z")
@example("0:0F 2020")
def test_no_line_raises(line: str) -> None:
    found = read_date_line(line)
    assert found is None or str(found.year) in line


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_of_two_centuries_is_read_back(day: date) -> None:
    assert read_date_line(day.isoformat()) == day
    assert read_date_line(f"Published: {day:%A}, {day.day} {day:%B} {day.year}") == day
