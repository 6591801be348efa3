"""Of a follow-up its own words are read too, where they ask something."""

import pytest

from qa.conversation.own_words import own_words


def test_a_follow_up_with_a_pronoun_asks_in_its_own_words() -> None:
    asked = "Does he regard them as a normalization?"
    whole = "Does Guler regard the talks with Israel as a normalization?"
    assert own_words(asked, whole) == (asked,)


def test_what_keeps_its_words_asks_in_them() -> None:
    asked = "When do the ministers meet?"
    assert own_words(asked, "When do the ministers meet, regarding the study?") == (asked,)


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("Why?", "Why did the ferry sink?"),
        ("And Erbil?", "What did Baghdad say about Erbil?"),
        ("Who is he?", "Who is Guler?"),
        ("Is that true?", "Is it true that the ferry sank?"),
        ("When was the meeting held?", "When was the Supreme Committee meeting held?"),
    ],
)
def test_what_asks_nothing_alone_has_none(asked: str, whole: str) -> None:
    assert own_words(asked, whole) == ()


def test_a_question_that_stands_alone_has_none() -> None:
    assert own_words("How old is he?", "How old is he?") == ()


def test_a_later_part_has_what_it_left_to_the_first() -> None:
    asked = "Who is Guler and what did he say about Iraq?"
    assert own_words(asked, asked) == ("", "What did he say about Iraq?")


def test_each_of_several_questions_has_its_own() -> None:
    asked = "Does he regret it, and why?"
    whole = "Does Guler regret the deal, and why?"
    assert own_words(asked, whole) == ("Does he regret it?", "")
