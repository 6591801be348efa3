"""A subject in order of time, as a picture and as a list."""

from dataclasses import replace
from datetime import date

import pytest

from qa.timing.timeline import Moment
from tests.ui.pages.making import CITATION, HOSTILE, Shown
from ui.pages.timeline import timeline

FIRST, MIDDLE, LAST = date(2020, 1, 1), date(2020, 1, 11), date(2020, 1, 21)


def _moment(since: date, words: str = "on Tuesday", until: date | None = None) -> Moment:
    return Moment(since, until or since, words, CITATION)


def test_each_moment_is_told_with_its_day_its_words_and_where_they_stand() -> None:
    shown = Shown(timeline([_moment(FIRST), _moment(LAST, words="")], "talks", 3))
    assert "On “talks”" in shown.words
    assert "1 January 2020 · “on Tuesday”" in shown.words
    assert "21 January 2020 · the article’s own date" in shown.words
    assert shown.words.count("It is early.") == 2
    assert "news/talks.txt, characters 54–66" in shown.words
    assert [button["data-turn"] for button in shown.buttons] == ["3", "3"]


def test_a_month_is_told_as_one() -> None:
    assert (
        "January 2020 ·" in Shown(timeline([_moment(FIRST, until=date(2020, 1, 31))], "x", 0)).words
    )


def test_the_picture_puts_each_moment_where_it_lies_between_the_first_and_the_last() -> None:
    html = timeline([_moment(FIRST), _moment(MIDDLE), _moment(LAST)], "talks", 0)
    # From 10 to 590 of 600; ten days of twenty are the middle.
    assert [part.split('"')[0] for part in html.split('cx="')[1:]] == ["10.0", "300.0", "590.0"]
    assert 'aria-label="3 moments from 1 January 2020 to 21 January 2020"' in html


def test_the_ends_are_told_in_words_below_the_picture() -> None:
    year = _moment(date(2017, 1, 1), until=date(2017, 12, 31))
    html = timeline([year, _moment(LAST)], "talks", 0)
    assert "<text" not in html
    ends = html[html.index('class="cw-timeline-ends"') :]
    assert "<span>2017</span><span>21 January 2020</span>" in ends
    assert 'aria-label="2 moments from 2017 to 21 January 2020"' in html


def test_a_day_is_a_dot_and_a_longer_time_a_bar() -> None:
    html = timeline([_moment(FIRST), _moment(MIDDLE, until=LAST)], "talks", 0)
    assert html.count("<circle") == 1
    # From the middle, at 300, to the end, at 590.
    assert '<rect x="300.0" y="11" width="290.0"' in html


@pytest.mark.parametrize("moments", [[], [_moment(FIRST)], [_moment(FIRST), _moment(FIRST)]])
def test_a_single_day_needs_no_picture(moments: list[Moment]) -> None:
    assert "<svg" not in timeline(moments, "talks", 0)


def test_a_subject_without_a_day_is_said_to_have_none() -> None:
    assert "No article gives a day for “talks”" in Shown(timeline([], "talks", 0)).words


def test_hostile_words_stay_words() -> None:
    cited = replace(CITATION, title=HOSTILE, quote=HOSTILE, uri=HOSTILE, outlet=HOSTILE)
    shown = Shown(timeline([Moment(FIRST, FIRST, HOSTILE, cited)], HOSTILE, 0))
    assert not {"script", "b", "img"} & set(shown.tags)
    assert "onclick" not in shown.attributes
    assert shown.words.count(HOSTILE) == 6
