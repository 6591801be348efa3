"""Tests of telling when something was said."""

from dataclasses import replace
from datetime import date

from index.records import Statement
from qa.stories import Sentence
from qa.timing.saying import times_of_saying
from qa.timing.scope import TimeScope
from qa.timing.telling import Told, told_of
from tests.qa.making import sentence, story

IN_JUNE = TimeScope(month=6, phrases=("in June",), of_saying=True)


def said(text: str, content: str) -> Sentence:
    start = text.index(content)
    one = Statement("a", start, start + len(content), "said", False, "Lund", "Ana Lund", None)
    return replace(sentence(text), said=(one,))


def test_a_day_inside_what_was_said_is_not_the_day_of_the_saying() -> None:
    one = said("The bill will come in June, Lund said on Monday.", "The bill will come in June")
    of = story(one, published=date(2025, 4, 22))
    assert [each.words for each in times_of_saying(one, of)] == ["Monday"]
    assert told_of(IN_JUNE, one, of) is Told.OUTSIDE


def test_a_day_beside_the_verb_goes_before_the_articles() -> None:
    one = said("Lund said in June that it was safe.", "it was safe")
    assert told_of(IN_JUNE, one, story(one, published=date(2025, 8, 1))) is Told.WITHIN


def test_a_day_in_another_part_of_the_sentence_tells_nothing_of_the_saying() -> None:
    one = said("Lund, who took office on May 12, said that it was late.", "it was late")
    of = story(one, published=date(2025, 6, 26))
    assert times_of_saying(one, of) == ()
    assert told_of(IN_JUNE, one, of) is Told.WITHIN
