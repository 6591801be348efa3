"""Tests of telling which time a question is about."""

from datetime import date

import pytest

from qa.timing.periods import EVER, Period, day_period, month_period, year_period
from qa.timing.scope import Order, TimeScope
from tests.qa.timing.known_days import Known, scope


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("What happened in 2020?", year_period(2020)),
        ("What did Guler say in October 2020?", month_period(2020, 10)),
        ("What was signed on 20 Feb 2020?", day_period(date(2020, 2, 20))),
        ("Who was minister before 2020?", Period(EVER.since, date(2019, 12, 31))),
        ("Who was minister after 20 February 2020?", Period(date(2020, 2, 21), EVER.until)),
        ("What has changed since 2018?", Period(date(2018, 1, 1), EVER.until)),
        ("What was sold between 1985 and 1987?", Period(date(1985, 1, 1), date(1987, 12, 31))),
    ],
)
def test_days_that_are_named_are_asked_about(question: str, period: Period) -> None:
    assert scope(question).period == period


@pytest.mark.parametrize(
    "question",
    [
        "What did Guler say about withdrawal?",
        "What was the response to the 2017 referendum?",
        "What did Baghdad and Erbil agree on Tuesday?",
        "Why was the ferry given up eleven years ago?",
        "Who met the first lady?",
        "What is the current account deficit?",
        "When did he say that?",
        "What did the minister promise during the strike?",
    ],
)
def test_a_question_that_leaves_time_to_its_words_has_no_scope(question: str) -> None:
    assert scope(question) == TimeScope()


def test_of_a_month_without_a_year_every_years_is_meant() -> None:
    found = scope("What did Israel report in October?")
    assert (found.period, found.month, found.narrows) == (None, 10, True)


def test_last_month_is_counted_from_the_newest_article_and_the_answer_says_so() -> None:
    found = scope("What did Turkey do last month?", Known(date(2020, 2, 20)))
    assert found.period == month_period(2020, 1)
    assert found.notes == (
        "“last month” was counted from the newest article, of 20 February 2020.",
    )
    assert not scope("What did Turkey do last month?").narrows


def test_the_latest_and_the_first_ask_for_an_order() -> None:
    assert scope("What is the latest on Kirkuk?").order is Order.NEWEST
    assert scope("Who is now the defence minister?").order is Order.NEWEST
    assert scope("When was the earliest report?").order is Order.OLDEST


def test_words_of_saying_ask_when_it_was_said() -> None:
    assert scope("What did Guler say in 2020?").of_saying
    assert not scope("What was signed in 2020?").of_saying


def test_before_a_month_is_before_the_only_one_that_the_articles_days_can_mean() -> None:
    one_year = Known(date(2025, 9, 18), oldest=date(2025, 3, 14))
    found = scope("Who resigned before May?", one_year)
    assert found.period == Period(EVER.since, date(2025, 4, 30))
    assert found.notes == (
        "“May” was taken for May 2025: the articles are of 14 March 2025 to 18 September 2025.",
    )
    # Of November 2024 to September 2025 only one May is a part, and no October.
    two_years = Known(date(2025, 9, 18), oldest=date(2024, 11, 3))
    assert scope("Who resigned since May 2?", two_years).since == date(2025, 5, 2)
    assert scope("Who resigned before October?", two_years) == TimeScope()
    assert scope("Who resigned before May?") == TimeScope()


def test_whoever_vows_to_do_a_thing_by_a_year_is_not_asked_what_was_said_then() -> None:
    assert not scope("What group vowed to end hunger by 2012?").of_saying
    assert scope("What did the group say by 2012?").of_saying
    # Calling a thing so is no saying.
    assert not scope("What was the raid called that freed them in 1944?").of_saying


@pytest.mark.parametrize("words", ["between March and July 2024", "from March to July 2024"])
def test_a_month_that_opens_a_stretch_is_of_the_year_that_closes_it(words: str) -> None:
    found = scope(f"What did Lund say {words}?", Known(date(2025, 9, 1), oldest=date(2023, 1, 5)))
    assert found.period == Period(date(2024, 3, 1), date(2024, 7, 31))
    assert found.is_named


def test_a_stretch_of_months_of_no_year_is_of_the_only_one_that_the_articles_meet() -> None:
    known = Known(date(2024, 12, 1), oldest=date(2024, 2, 5))
    found = scope("What did Lund say between March and July?", known)
    assert found.period == Period(date(2024, 3, 1), date(2024, 7, 31))
    assert found.notes == (
        "“March and July” was taken for March 2024 to July 2024: the articles are of"
        " 5 February 2024 to 1 December 2024.",
    )


def test_a_stretch_of_months_is_every_years_where_the_articles_meet_several() -> None:
    known = Known(date(2025, 9, 1), oldest=date(2023, 1, 5))
    found = scope("What did Lund say between March and July?", known)
    assert (found.period, found.month, found.last_month) == (None, 3, 7)
    assert [month for month in range(1, 13) if found.has_month(month)] == [3, 4, 5, 6, 7]


def test_a_stretch_of_months_may_go_over_the_turn_of_the_year() -> None:
    over = TimeScope(month=11, last_month=2)
    assert [month for month in range(1, 13) if over.has_month(month)] == [1, 2, 11, 12]


ONE_YEAR = Known(date(2025, 9, 18), oldest=date(2025, 2, 14))
THREE_YEARS = Known(date(2025, 9, 18), oldest=date(2023, 1, 5))


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("from March to today", date(2025, 3, 1), date(2025, 9, 18)),
        ("between March and last week", date(2025, 3, 1), date(2025, 9, 14)),
        ("from 3 March to 10 March", date(2025, 3, 3), date(2025, 3, 10)),
    ],
)
def test_a_stretch_from_a_month_closes_where_its_words_say(
    words: str, since: date, until: date
) -> None:
    asked = f"What did Lund say {words}?"
    assert scope(asked, ONE_YEAR).period == Period(since, until)
    # Which year's month it is of cannot be told, nor which year's days.
    assert scope(asked, THREE_YEARS) == TimeScope()


@pytest.mark.parametrize("words", ["from May until Monday", "Between 2 May and Friday"])
def test_a_stretch_that_closes_with_a_weekday_narrows_nothing(words: str) -> None:
    assert scope(f"What did Lund say {words}?", ONE_YEAR) == TimeScope()


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("between early March and late 2023", date(2023, 3, 1), date(2023, 12, 31)),
        ("from May to 2024", date(2024, 5, 1), date(2024, 12, 31)),
        ("from March to July 2024", date(2024, 3, 1), date(2024, 7, 31)),
        ("from December to March 2024", date(2023, 12, 1), date(2024, 3, 31)),
    ],
)
def test_a_month_opens_in_the_year_that_closes_the_stretch_or_the_one_before(
    words: str, since: date, until: date
) -> None:
    assert scope(f"What did Lund say {words}?", THREE_YEARS).period == Period(since, until)
