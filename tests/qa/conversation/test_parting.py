"""A question that asks several things is taken apart."""

import pytest

from qa.conversation.parting import split_question
from qa.engine import Engine
from tests.qa.conversation.making import completed


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Who is Hakan Fidan and what did he say about Iraq?",
            ("Who is Hakan Fidan?", "What did Hakan Fidan say about Iraq?"),
        ),
        (
            "When was the deal signed and how many centers does it foresee?",
            ("When was the deal signed?", "How many centers does the deal foresee?"),
        ),
        (
            "Where and when was the photo taken?",
            ("Where was the photo taken?", "When was the photo taken?"),
        ),
        (
            "Will there be another meeting, and when?",
            ("Will there be another meeting?", "When will there be another meeting?"),
        ),
        ("What is the PKK? Where is it based?", ("What is the PKK?", "Where is the PKK based?")),
        (
            "How many people were killed and how many were injured in Basra?",
            ("How many people were killed in Basra?", "How many were injured in Basra?"),
        ),
        (
            "Who won the by-election and how big was the majority?",
            ("Who won the by-election?", "How big was the majority of the by-election?"),
        ),
        (
            "Where did the ferry sink, who owned it and how many survived?",
            (
                "Where did the ferry sink?",
                "Who owned the ferry?",
                "How many survived the ferry?",
            ),
        ),
        (
            "Why did oil prices fall and did OPEC react?",
            ("Why did oil prices fall?", "Did OPEC react?"),
        ),
        (
            "What did Guler and Fidan say about the PKK?",
            ("What did Guler say about the PKK?", "What did Fidan say about the PKK?"),
        ),
    ],
)
def test_each_part_stands_alone(question: str, parts: tuple[str, ...]) -> None:
    assert split_question(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "What did Baghdad and Erbil agree on?",
        "Who are Guler and Fidan?",
        "How many people were killed and injured in Basra?",
        "Did Guler say when and where the troops will leave?",
        "Do you know who signed the deal and when?",
        "What happened when Akar and Shoigu spoke and forces deployed?",
        "Who met in Baghdad on Tuesday to talk about the centers?",
        "Does the mine have much life or is it virtually lifeless?",
        "baghdad and erbil",
        "???",
    ],
)
def test_what_belongs_together_stays_together(question: str) -> None:
    assert split_question(question) == (question,)


def test_each_part_is_answered_and_cited(engine: Engine) -> None:
    given = engine.ask(
        "How many Turkish troops are there in Syria, and when was the memorandum of understanding"
        " between Turkey and Iraq signed?"
    )
    assert [part.question for part in given.parts] == [
        "How many Turkish troops are there in Syria?",
        "When was the memorandum of understanding between Turkey and Iraq signed?",
    ]
    for part, words in zip(given.parts, ("20,000", "August 15"), strict=True):
        quotes = [c.quote for c in given.citations if c.number in part.citations]
        assert any(words in quote for quote in quotes)


def test_a_question_with_a_comma_and_no_name_stays_whole() -> None:
    question = "What did the , port director say about the dam?"
    assert split_question(question) == (question,)


def test_what_a_later_question_says_of_somebody_is_said_in_that_one_alone() -> None:
    asked = "How many were hurt, and who was in charge of the crane?"
    assert split_question(asked) == ("How many were hurt?", "Who was in charge of the crane?")


def test_a_follow_up_goes_on_from_the_second_of_two_questions() -> None:
    both = "Who is the bishop and what did he do at the funerals?"
    assert completed("Where were they held?", both) == "Where were the funerals held?"
    both = "Who chairs the ethics committee and when will it open its inquiry?"
    assert completed("Who will be its first witness?", both) == (
        "Who will be the ethics committee's first witness?"
    )
