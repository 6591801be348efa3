"""A question is put in the name that its speaker has in the articles."""

import pytest

from qa.speech.rewording import asked_of, reworded
from tests.qa.making import query


@pytest.mark.parametrize(
    ("question", "name", "put"),
    [
        (
            "What did the Interior Secretary say about a fee?",
            "Ida Brandt",
            "What did Ida Brandt say about a fee?",
        ),
        (
            "What is Baghdad's position on the ferry?",
            "Iraqi government",
            "What did Iraqi government say about the ferry?",
        ),
        (
            "According to the mayor, who sails it?",
            "Ida Brandt",
            "According to Ida Brandt, who sails it?",
        ),
        (
            "What would help trade on the whole, in the mayor's view?",
            "Ida Brandt",
            "What would help trade on the whole, in Ida Brandt's view?",
        ),
        ("What did Brandt say?", "Ida Brandt", "What did Brandt say?"),
        ("Who sails the ferry?", "Ida Brandt", "Who sails the ferry?"),
    ],
)
def test_other_words_for_a_speaker_give_way_to_the_name(question: str, name: str, put: str) -> None:
    assert reworded(query(question), name) == put


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("Who said that the ferry is old?", "Did Ida Brandt say that the ferry is old?"),
        ("And who else claims the ferry is old?", "Did Ida Brandt say that the ferry is old?"),
        ("Who denied that the ferry is old?", ""),
        ("Who said so?", ""),
        ("What did Brandt say of the ferry?", ""),
    ],
)
def test_who_said_something_is_asked_of_each_whether_they_did(question: str, put: str) -> None:
    assert asked_of(query(question), "Ida Brandt") == put
