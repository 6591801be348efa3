"""The dates of a sentence as values."""

from datetime import date

import pytest

from qa.values.days import days
from qa.values.equality import may_be_equal

PUBLISHED = date(2024, 5, 8)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It sank in 1975.", "year"),
        ("It sank on 4 May 2024.", "day"),
        ("It sank in May 2024.", "month"),
        ("It sank on Tuesday.", "day"),
    ],
)
def test_a_date_is_as_long_as_it_is_told(text: str, unit: str) -> None:
    (value,) = days(text, PUBLISHED)
    assert value.unit == unit


def test_a_weekday_is_that_day_where_the_article_is_dated() -> None:
    (weekday,) = days("It sank on Tuesday.", PUBLISHED)
    (same,) = days("It sank on 7 May 2024.", PUBLISHED)
    (other,) = days("It sank on 6 May 2024.", PUBLISHED)
    assert may_be_equal(weekday, same)
    assert not may_be_equal(weekday, other)


def test_a_weekday_of_an_undated_article_is_no_date() -> None:
    assert days("It sank on Tuesday.", None) == ()


def test_a_day_without_a_year_is_compared_with_its_like() -> None:
    (one,) = days("It sank on May 4.", None)
    (other,) = days("It sank on May 6.", None)
    assert one.unit == other.unit
    assert not may_be_equal(one, other)
