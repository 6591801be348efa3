"""Tests of resolving words to days."""

from datetime import date

from qa.timing.periods import day_period, month_period, week_period, year_period
from qa.timing.resolving import day_of_year, month_of_year, relative, weekday

# A Thursday.
WRITTEN = date(2020, 2, 20)


def test_a_weekday_is_the_last_one_on_or_before_the_day_of_writing() -> None:
    assert weekday("Tuesday", WRITTEN) == day_period(date(2020, 2, 18))
    assert weekday("Thursday", WRITTEN) == day_period(WRITTEN)
    assert weekday("Friday", WRITTEN) == day_period(date(2020, 2, 14))


def test_a_weekday_that_lies_ahead_is_the_next_one() -> None:
    assert weekday("Friday", WRITTEN, is_ahead=True) == day_period(date(2020, 2, 21))


def test_a_day_of_the_year_is_the_nearest_one() -> None:
    assert day_of_year(12, 30, WRITTEN) == day_period(date(2019, 12, 30))
    assert day_of_year(3, 15, WRITTEN) == day_period(date(2020, 3, 15))


def test_the_29th_of_february_is_that_of_a_leap_year_near_and_the_30th_is_none() -> None:
    assert day_of_year(2, 29, date(2021, 5, 1)) == day_period(date(2020, 2, 29))
    assert day_of_year(2, 30, WRITTEN) is None


def test_a_month_is_the_last_one_that_had_begun_or_the_next_one() -> None:
    assert month_of_year(2, WRITTEN) == month_period(2020, 2)
    assert month_of_year(10, WRITTEN) == month_period(2019, 10)
    assert month_of_year(10, WRITTEN, is_ahead=False) == month_period(2019, 10)
    assert month_of_year(1, WRITTEN, is_ahead=True) == month_period(2021, 1)


def test_a_month_of_which_no_tense_is_told_is_the_nearest_one() -> None:
    # Six months from February to August, and six back: the last one.
    assert month_of_year(7, WRITTEN) == month_period(2020, 7)
    assert month_of_year(8, WRITTEN) == month_period(2019, 8)
    assert month_of_year(9, WRITTEN) == month_period(2019, 9)


def test_relative_words_are_counted_from_the_day_of_writing() -> None:
    assert relative("yesterday", WRITTEN) == day_period(date(2020, 2, 19))
    assert relative("last month", WRITTEN) == month_period(2020, 1)
    assert relative("two years ago", WRITTEN) == year_period(2018)
    assert relative("last week", WRITTEN) == week_period(date(2020, 2, 13))
    assert relative("next year", WRITTEN) == year_period(2021)
    assert relative("10 days ago", WRITTEN) == day_period(date(2020, 2, 10))
    assert relative("january last year", WRITTEN) == month_period(2019, 1)
    assert relative("a month ago", date(2020, 3, 31)) == month_period(2020, 2)


def test_words_that_lead_out_of_the_calendar_are_no_time() -> None:
    assert relative("999 years ago", date(900, 1, 1)) is None
