"""Tests of telling which day a word for one is."""

from datetime import date

from qa.timing.worked_out import worked_out

WRITTEN = date(2025, 3, 5)


def test_a_weekday_is_told_as_the_day_that_it_is() -> None:
    told = worked_out("early on Monday", "It ran aground early on Monday.", WRITTEN)
    assert told == "“Monday” is 3 March 2025."


def test_nothing_is_told_of_what_tells_its_year_or_of_an_undated_article() -> None:
    assert worked_out("March 3, 2025", "It ran aground on March 3, 2025.", WRITTEN) == ""
    assert worked_out("Monday", "It ran aground on Monday.", None) == ""
