"""A question is put in the name that its speaker has in the articles."""

import pytest

from qa.speech.rewording import reworded
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
        ("What did Brandt say?", "Ida Brandt", "What did Brandt say?"),
        ("Who sails the ferry?", "Ida Brandt", "Who sails the ferry?"),
    ],
)
def test_other_words_for_a_speaker_give_way_to_the_name(question: str, name: str, put: str) -> None:
    assert reworded(query(question), name) == put
