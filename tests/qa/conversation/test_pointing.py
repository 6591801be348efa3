"""Words that stand for something named elsewhere are told from those that do not."""

import pytest

from qa.conversation.pointing import points_back


@pytest.mark.parametrize(
    "question",
    [
        "Who is he?",
        "How many of them were killed there?",
        "When did that happen?",
        "Will there be another one?",
        # What stands before the pronoun cannot be what it means.
        "How much cargo did it carry?",
        "Why did the government rescue it?",
        "What did Israel say about it?",
    ],
)
def test_a_pronoun_that_nothing_in_the_question_explains_points_back(question: str) -> None:
    assert points_back(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did Erdogan say about his meeting with Asad?",
        "Did the ministry say that it would pay?",
        "Is it true that Kirkuk is disputed?",
        "How many troops are there in Syria?",
        "Which of the measures that they agreed on last year were carried out?",
        "Who said that the deal was signed?",
    ],
)
def test_a_pronoun_that_the_question_explains_does_not(question: str) -> None:
    assert not points_back(question)
