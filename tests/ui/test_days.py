"""Days as users write them."""

from datetime import date

import pytest

from ui.days import read_day


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
