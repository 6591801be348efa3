"""Tests of finding the words for a time: by hand-written sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.timing.expressions import Mention, find_times
from qa.timing.periods import EVER, Period, day_period, month_period, year_period

# A Thursday.
PUBLISHED = date(2020, 2, 20)


def only(text: str, published: date | None = PUBLISHED) -> Mention:
    (mention,) = find_times(text, published)
    return mention


def test_a_weekday_is_resolved_against_the_day_of_publication_alone() -> None:
    text = "Baghdad and Erbil agreed on Tuesday."
    assert only(text).period == day_period(date(2020, 2, 18))
    assert only(text, None).period is None


def test_what_is_to_come_lies_ahead() -> None:
    said, meeting = find_times("He said on Thursday that they will meet on Friday.", PUBLISHED)
    assert said.period == day_period(PUBLISHED)
    assert meeting.period == day_period(date(2020, 2, 21))
    assert meeting.is_ahead


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in Istanbul, January 11, 2024. (Reuters)", day_period(date(2024, 1, 11))),
        ("Dated 26-FEB-1987 15:01", day_period(date(1987, 2, 26))),
        ("It was signed in October 2020.", month_period(2020, 10)),
        ("The vote was held in 2017.", year_period(2017)),
        ("The 1986/87 crop is good.", year_period(1986, 2)),
        ("It was common in the 1990s.", year_period(1990, 10)),
    ],
)
def test_absolute_times_need_no_day_of_publication(text: str, period: Period) -> None:
    assert only(text, None).period == period


@pytest.mark.parametrize(
    "text",
    [
        "They killed 2000 people.",
        "Some 2005 tonnes were sold for 1,987 dlrs.",
        "It may march on.",
        "The index fell to 2,017.50 from 1,999.",
        "Nothing was said.",
    ],
)
def test_counts_and_verbs_are_no_times(text: str) -> None:
    assert find_times(text, PUBLISHED) == ()


def test_a_day_without_a_year_keeps_its_month_and_day() -> None:
    mention = only("It was signed in Ankara on August 15.", None)
    assert (mention.period, mention.month, mention.day) == (None, 8, 15)


@pytest.mark.parametrize(
    "text", ["OPEC's March production was higher.", "The rate for March rose.", "MARCH OUTPUT DOWN"]
)
def test_a_month_before_a_noun_is_a_month_however_it_is_written(text: str) -> None:
    assert only(text).period == month_period(2020, 3)


@pytest.mark.parametrize("text", ["Mrs May left.", "OPEC MAY MEET", "STUDENTS MARCH IN MADRID"])
def test_names_and_verbs_like_months_are_no_times(text: str) -> None:
    assert find_times(text, PUBLISHED) == ()


def test_a_month_is_the_next_or_the_last_one_by_the_tense() -> None:
    assert only("They will meet in June.").period == month_period(2020, 6)
    assert only("They met in June.").period == month_period(2019, 6)


def test_the_year_behind_a_month_tells_which_one_it_is() -> None:
    assert only("It was 6.8 pct in January last\nyear.").period == month_period(2019, 1)


def test_since_goes_on_until_the_day_of_publication() -> None:
    mention = only("It has grown since late 2017.")
    assert mention.period == year_period(2017)
    assert mention.held == Period(date(2017, 1, 1), PUBLISHED)


def test_until_began_whenever() -> None:
    assert only("They held it until 2017.").held == Period(EVER.since, date(2017, 12, 31))


def test_a_year_that_names_a_thing_or_is_compared_with_does_not_tell_when() -> None:
    assert not only("It was a response to the 2017 referendum.").tells_when
    first, second = find_times("Profit rose to 5 mln dlrs in 2019 from 4 mln in 2018.", PUBLISHED)
    assert (first.tells_when, second.tells_when) == (True, False)


def test_words_broken_over_lines_are_one_time() -> None:
    assert only("The bridge was hit last\nTuesday.").period == day_period(date(2020, 2, 18))


@given(st.text(alphabet="in the 0123456789/-.,:JanMayTuesday agoltwk", max_size=60))
def test_every_mention_is_a_span_of_the_text(text: str) -> None:
    for mention in find_times(text, PUBLISHED):
        assert text[mention.start : mention.end] == mention.words
        assert mention.period is None or mention.period.since <= mention.period.until
