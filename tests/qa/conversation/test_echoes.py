"""What is asked on the earlier question itself is told from what goes on from it."""

import pytest

from qa.conversation.echoes import is_echo


@pytest.mark.parametrize(
    "question",
    ["Who said so?", "Has anyone denied that?", "Is that true?", "What else?", "Anything else?"],
)
def test_a_question_on_what_was_asked_is_an_echo(question: str) -> None:
    assert is_echo(question)


@pytest.mark.parametrize(
    "question", ["Who said that Kirkuk is safe?", "Is that ship new?", "What else did he say?"]
)
def test_a_question_with_a_subject_is_none(question: str) -> None:
    assert not is_echo(question)
