"""A subject alone is told from a question."""

import pytest

from qa.conversation.fragments import fragment


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
