"""Tests of stretches of days."""

from datetime import date

from qa.timing.periods import (
    EVER,
    Period,
    day_period,
    month_period,
    told,
    week_period,
    year_period,
)


def test_a_month_ends_on_its_own_last_day() -> None:
    assert month_period(2020, 2) == Period(date(2020, 2, 1), date(2020, 2, 29))
    assert month_period(1987, 2).until == date(1987, 2, 28)


def test_a_week_runs_from_monday_to_sunday() -> None:
    # The 20th of February 2020 was a Thursday.
    assert week_period(date(2020, 2, 20)) == Period(date(2020, 2, 17), date(2020, 2, 23))


def test_periods_meet_on_a_single_day_too() -> None:
    assert year_period(2020).meets(day_period(date(2020, 12, 31)))
    assert not year_period(2020).meets(day_period(date(2021, 1, 1)))


def test_a_period_is_told_as_a_reader_would_write_it() -> None:
    assert told(day_period(date(2020, 2, 20))) == "20 February 2020"
    assert told(month_period(2020, 10)) == "October 2020"
    assert told(year_period(2020)) == "2020"
    assert told(year_period(1986, 2)) == "1986 to 1987"
    assert told(Period(date(2018, 1, 1), EVER.until)) == "since 2018"
    assert told(Period(EVER.since, date(2020, 9, 30))) == "until September 2020"
    assert told(Period(date(2020, 2, 3), date(2020, 3, 4))) == "3 February 2020 to 4 March 2020"
