"""What is asked on the earlier question itself is told from what goes on from it."""

import pytest

from qa.conversation.echoes import is_echo
from tests.qa.conversation.making import completed


@pytest.mark.parametrize(
    "question",
    [
        "Who said so?",
        "Has anyone denied that?",
        "Is that true?",
        "What else?",
        "Anything else?",
        "How many outlets report that?",
        "Do the articles agree on that?",
        "Do the reports differ?",
    ],
)
def test_a_question_on_what_was_asked_is_an_echo(question: str) -> None:
    assert is_echo(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who said that Kirkuk is safe?",
        "Is that ship new?",
        "What else did he say?",
        "How many outlets report that it sank?",
        "Do the articles agree on the toll?",
    ],
)
def test_a_question_with_a_subject_is_none(question: str) -> None:
    assert not is_echo(question)


def test_according_to_whom_is_who_said_so() -> None:
    earlier = "How much did the strike cost shops?"
    known = {earlier: ("It cost shops two million, the union said.", "two million")}
    expected = "Who says that the strike cost shops two million?"
    assert completed("According to whom?", earlier, known=known) == expected
    assert completed("Says who?", earlier, known=known) == expected
