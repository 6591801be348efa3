"""Tests of telling who followed whom: by hand-written articles of a few lines."""

from datetime import date

import pytest

from index.records import BlockKind, StoredPassage
from qa.records import Hit
from qa.roles.followers import followers
from qa.roles.holders import Holders
from qa.stories import Story
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


def of(article: str, text: str, day: date) -> Story:
    return story(sentence(text, article=article), published=day)


MOE = of("moe", "Ida Moe replaced Tom Frost as mayor.", date(2025, 4, 9))


@pytest.mark.parametrize(
    "text",
    [
        "Nobody believes Jan Holm will replace Tom Frost.",
        "Jan Holm will replace Tom Frost.",
        "Aides denied that Jan Holm replaced Tom Frost.",
    ],
)
def test_who_is_yet_to_follow_or_is_denied_to_have_followed_has_not(text: str) -> None:
    later = of("later", text, date(2025, 5, 1))
    found = asked("Who replaced Frost?", MOE, later)
    assert (found.names, found.is_sure) == (("Ida Moe",), True)
    assert asked("Who replaced Frost?", later) == Holders()


def test_who_will_follow_is_told_where_that_is_asked() -> None:
    later = of("later", "Jan Holm will replace Tom Frost.", date(2025, 5, 1))
    assert asked("Who will replace Tom Frost?", later).names == ("Jan Holm",)
    assert asked("Who replaced Will Frost?", later) == Holders()


HOLM = of("holm", "Jan Holm succeeded Tom Frost as mayor of Veddo.", date(2025, 4, 9))


@pytest.mark.parametrize("old", ["Sadie Frost", "Frost"])
def test_who_followed_a_namesake_is_not_told(old: str) -> None:
    played = story(
        sentence("Sadie Frost scored twice.", article="b"),
        sentence(f"Ida Moe replaced {old} after 70 minutes.", article="b", position=1),
        published=date(2025, 5, 1),
    )
    found = asked("Who replaced Tom Frost?", HOLM, played)
    assert (found.names, found.is_sure) == (("Jan Holm",), True)
    assert asked("Who replaced Frost?", HOLM, played) == Holders()


def test_of_two_who_followed_one_the_newest_is_told_and_not_for_sure() -> None:
    found = asked("Who replaced Tom Frost?", HOLM, of("b", "Ida Moe replaced Frost.", date.max))
    assert (found.names, found.is_sure) == (("Jan Holm",), True)
    both = asked("Who replaced Tom Frost?", HOLM, of("b", "Ida Moe replaced Tom Frost.", date.max))
    assert (both.names, both.is_sure) == (("Ida Moe",), False)


def test_the_sentence_with_the_name_leads_and_the_one_with_the_other_goes_with_it() -> None:
    left = sentence("Ole Berg resigned on Monday.")
    calm = sentence("The town was calm.", position=1)
    named = sentence("The council named Ana Lund, a teacher, as his successor.", position=2)
    told = asked("Who succeeded Berg?", story(left, calm, named))
    assert [each.sentence for each in told.chosen] == [named, left]
    assert told.names[0] == "Ana Lund"
    told = asked("Whom did Lund succeed?", story(left, calm, named))
    assert [each.sentence for each in told.chosen] == [left, named]
    assert told.names[0] == "Ole Berg"
