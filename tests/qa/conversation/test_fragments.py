"""A subject alone is told from a question."""

import pytest

from qa.conversation.fragments import fragment
from tests.qa.conversation.making import completed

FLOOD = "How many people died in the Delta flood?"
ABOARD = "How many passengers were on board the tug?"
HURT = "How many were hurt according to the Health Ministry?"


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("And Erbil?", "Erbil"),
        ("What about the talks with Israel?", "the talks with Israel"),
        ("But in 2019?", "in 2019"),
        ("The PKK?", "The PKK"),
    ],
)
def test_what_is_asked_without_a_verb_is_a_subject(question: str, what: str) -> None:
    assert fragment(question) == what


@pytest.mark.parametrize(
    "question", ["And when did they meet?", "Who died?", "Tell me about Kirkuk.", "And is he ill?"]
)
def test_what_is_put_as_a_question_is_none(question: str) -> None:
    assert fragment(question) == ""


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        # One storm is not counted, so it takes the place of the flood.
        ("And the storm?", FLOOD, "How many people died in the storm?"),
        ("And the firefighters?", FLOOD, "How many firefighters died in the Delta flood?"),
        ("And the injured?", FLOOD, "How many people were injured in the Delta flood?"),
        ("And missing?", FLOOD, "How many people were missing in the Delta flood?"),
        ("And the other one?", FLOOD, "How many people died in the other Delta flood?"),
        (
            "And the second one?",
            "How many people died in the first attack?",
            "How many people died in the second attack?",
        ),
        (
            "And the number of injured?",
            ABOARD,
            "How many passengers were injured on board the tug?",
        ),
        ("And the number of crew?", ABOARD, "How many crew were on board the tug?"),
        (
            "And barley?",
            "How many tonnes of wheat did Egypt buy?",
            "How many tonnes of barley did Egypt buy?",
        ),
    ],
)
def test_what_is_counted_can_be_counted(question: str, earlier: str, expected: str) -> None:
    assert completed(question, earlier) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("And Erbil?", "How many were hurt according to Erbil?"),
        ("And the hospital?", "How many were hurt according to the hospital?"),
        ("And according to Akar?", "How many were hurt according to Akar?"),
    ],
)
def test_who_tells_it_gives_way_with_the_article(question: str, expected: str) -> None:
    assert completed(question, HURT) == expected


def test_what_is_gone_on_is_no_subject() -> None:
    earlier = "How many miners went on strike in Chile?"
    assert completed("And Peru?", earlier) == "How many miners went on strike in Peru?"


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        (
            "What about the cost?",
            "Why was the school closed?",
            "What about the cost, regarding the school?",
        ),
        (
            "And the number of injured?",
            "When will the plant reopen?",
            "What about the number of injured, regarding the plant?",
        ),
        ("And the union?", "What is Norway's position on pay?", "is the union's position on pay?"),
        ("And Norway?", "What is the union's position on pay?", "is Norway's position on pay?"),
        ("And the turnout?", "What was the majority?", "What was the turnout?"),
        ("And the cost?", "What did Guler say about pay?", "What did Guler say about the cost?"),
        ("And the union?", "What was found in the soil?", "regarding the soil?"),
    ],
)
def test_what_has_no_place_in_a_question_is_asked_beside_it(
    question: str, earlier: str, expected: str
) -> None:
    assert completed(question, earlier).endswith(expected)


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        ("And before that?", "What caused the leak?", "What caused the leak before that?"),
        (
            "And the other one?",
            "Which ship sank in the Rhine?",
            "Which other ship sank in the Rhine?",
        ),
        (
            "And the other one?",
            "Who won the election in Basra?",
            "Who won the other election in Basra?",
        ),
    ],
)
def test_a_question_that_is_asked_again_does_not_say_itself_twice(
    question: str, earlier: str, expected: str
) -> None:
    assert completed(question, earlier) == expected


@pytest.mark.parametrize(
    ("question", "earlier", "expected"),
    [
        ("And the loser?", "What did Guler promise?", "What did the loser promise?"),
        ("What about the unions?", "What did Guler say about pay?", "What did the unions say"),
        ("And Akar?", "What did Guler write in her letter?", "What did Akar write?"),
        ("And Akar?", "What did Guler say about his trip?", "Akar say about Guler's trip?"),
        ("In Iraq?", "How many troops are there in Syria?", "How many troops are there in Iraq?"),
    ],
)
def test_another_who_acts_takes_over_what_may_be_another_s(
    question: str, earlier: str, expected: str
) -> None:
    assert expected in completed(question, earlier)


def test_nothing_is_asked_without_what_is_done() -> None:
    earlier = "What did the person who won the by-election in Basra promise?"
    assert completed("And the loser?", earlier).startswith("What about the loser, regarding ")


def test_an_unknown_verb_is_asked_again_with_what_is_around_it() -> None:
    assert completed("And in June?", "What did Meta livestream in May?") == (
        "What did Meta livestream in June?"
    )


def test_who_is_of_a_country_may_be_counted() -> None:
    assert completed("And US soldiers?", "How many Iraqi soldiers were killed?") == (
        "How many US soldiers were killed?"
    )


def test_a_country_is_nothing_that_is_shipped() -> None:
    shipped = "How much gas did Canada ship to Chad in 1986?"
    beside = "How much Mexico did Canada ship to Chad in 1986?"
    known = {beside: ("Canada shipped 2 tonnes of gas to Chad.", "2 tonnes")}
    assert "How much gas did " in completed("And Mexico?", shipped, known=known)
