"""Days as users write them."""

from datetime import date

import pytest

from ui.days import day, period, read_day


def test_an_iso_day_is_read() -> None:
    assert read_day("2020-02-05") == date(2020, 2, 5)


@pytest.mark.parametrize(
    "words", ["2020", "2020-2-5", "20200205", "05/02/2020", "soon", "", 20, None]
)
def test_what_is_no_iso_day_is_refused_with_its_form(words: object) -> None:
    with pytest.raises(ValueError, match="no day as YYYY-MM-DD"):
        read_day(words)


def test_a_day_that_never_was_is_refused() -> None:
    with pytest.raises(ValueError, match="2021-02-29 is no day of the calendar"):
        read_day("2021-02-29")


def test_a_day_is_read_without_a_zero_before_it() -> None:
    assert day(date(2020, 2, 5)) == "5 February 2020"


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2020, 2, 5), date(2020, 2, 5), "5 February 2020"),
        (date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        (date(2021, 2, 1), date(2021, 2, 28), "February 2021"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020"),
        (date(2020, 1, 1), date(2021, 12, 31), "1 January 2020 to 31 December 2021"),
        (date(2020, 2, 3), date(2020, 2, 9), "3 February 2020 to 9 February 2020"),
    ],
)
def test_a_period_is_read_as_what_it_is(since: date, until: date, words: str) -> None:
    assert period(since, until) == words
