"""A field that holds a date gives the day that is written, or none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.field_dates import read_date_field


@pytest.mark.parametrize(
    "value",
    [
        "2020-03-04",
        " 2020-03-04 10:00:00 ",
        "2020-03-04T23:59:59.999+02:00",
        "2020-03-04T00:30:00Z",
        "2020/03/04",
        "2020-3-4",
        "20200304",
        "20200304T101010Z",
        20200304,
        "Wed, 04 Mar 2020 23:30:00 -0500",
        "Wed Mar  4 10:00:00 UTC 2020",
        "4-MAR-2020 15:01:01.79",
        "March 4, 2020",
        "4 March 2020, 10:30",
        1583280000,
        "1583280000",
        1583280000.75,
        1583280000123,
    ],
)
def test_a_day_may_be_written_in_many_ways(value: str | int | float) -> None:
    assert read_date_field(value) == date(2020, 3, 4)


def test_of_day_and_month_one_may_tell_the_other() -> None:
    assert read_date_field("25/12/2020") == read_date_field("12/25/2020") == date(2020, 12, 25)


@pytest.mark.parametrize(
    "value",
    [
        "03/04/2020",
        "2020",
        2020,
        "2020-03",
        "March 2020",
        "10:30",
        "04-Mar-20",
        "2020-13-04",
        "2020-02-30",
        "yesterday",
        "",
        "1" * 100,
        0,
        -1,
        12345,
        10**30,
        float("nan"),
        float("inf"),
        float("-inf"),
        True,
    ],
)
def test_what_is_no_one_day_is_none(value: str | int | float) -> None:
    assert read_date_field(value) is None


@given(st.text() | st.integers() | st.floats())
def test_no_value_raises(value: str | int | float) -> None:
    read_date_field(value)


@pytest.mark.parametrize(
    ("value", "day"),
    [("202003041011", date(2020, 3, 4)), ("198702261501", date(1987, 2, 26)), ("2020030410", None),
     ("1583280000", date(2020, 3, 4)), ("1583280000000", date(2020, 3, 4))],
)  # fmt: skip
def test_digits_with_a_time_behind_the_day_are_no_seconds(value: str, day: date | None) -> None:
    assert read_date_field(value) == day
