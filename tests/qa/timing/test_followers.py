"""Tests of telling who followed whom: by hand-written articles of a few lines."""

from datetime import date

import pytest

from index.records import BlockKind, StoredPassage
from qa.records import Hit
from qa.stories import Story
from qa.timing.followers import followers
from qa.timing.roles import Holders
from qa.timing.scope import TimeScope
from tests.qa.making import query, sentence, story

NAMED = story(
    sentence("Ana Lund was named director of Veddo Mills on Monday, succeeding Ole Berg."),
    published=date(2025, 3, 3),
)
AT_SEA = story(
    sentence("Captain Ida Holm took over from Ole Berg at sea.", article="b"),
    published=date(2024, 1, 5),
)


def asked(question: str, *stories: Story, scope: TimeScope | None = None) -> Holders:
    by_id = {each.article.id: each for each in stories}
    hits = [Hit(StoredPassage(1, id_, "d", 0, 10, BlockKind.BODY), {}) for id_ in by_id]
    return followers(query(question), scope or TimeScope(), hits, by_id.get)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who succeeded Ole Berg?", "Ana Lund"),
        ("Who replaced Berg?", "Ana Lund"),
        ("Who took over from Berg as director?", "Ana Lund"),
        ("Who followed Berg as director of Veddo Mills?", "Ana Lund"),
        ("Who stepped into Berg's shoes?", "Ana Lund"),
        ("Who is Ole Berg's successor?", "Ana Lund"),
        ("Who did Lund replace?", "Ole Berg"),
        ("Whom did Ana Lund take over from?", "Ole Berg"),
        ("Who was Lund's predecessor?", "Ole Berg"),
    ],
)
def test_words_for_following_somebody_count_alike(question: str, name: str) -> None:
    assert asked(question, NAMED).names == (name,)


@pytest.mark.parametrize(
    "question",
    [
        "Who replaced Berg as mayor?",
        "Who replaced the engine?",
        "Who replaced Holm?",
        "Who did Berg replace?",
        "Who followed the talks?",
    ],
)
def test_who_followed_another_or_in_another_post_is_not_told(question: str) -> None:
    assert asked(question, NAMED) == Holders()


def test_of_several_turns_the_newest_is_told_and_of_a_post_the_one_in_it() -> None:
    assert asked("Who replaced Berg?", AT_SEA, NAMED).names == ("Ana Lund",)
    assert asked("Who replaced Berg as captain?", AT_SEA, NAMED).names == ("Ida Holm",)


def test_who_followed_on_some_days_is_left_to_the_reader() -> None:
    in_2024 = TimeScope(since=date(2024, 1, 1), until=date(2024, 12, 31), phrases=("in 2024",))
    assert asked("Who replaced Berg?", NAMED, scope=in_2024) == Holders()


def test_a_successor_named_only_by_the_sentence_before_is_told_with_it() -> None:
    two = story(
        sentence("The director, Ana Lund, declined."),
        sentence("Her predecessor, Ole Berg, was away.", position=1),
    )
    found = asked("Who replaced Berg?", two)
    assert [each.sentence.position for each in found.chosen] == [0, 1]
    assert found.names == ("Ana Lund", "")
