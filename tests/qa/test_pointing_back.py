"""Tests of what is understood only with the sentence before."""

import pytest

from qa.pointing_back import opens_with_pronoun
from tests.qa.conftest import OpenOver
from tests.qa.making import sentence

HIRING = """Strikebreakers at the Veltrin tramway

Ida Brandt accused the Veltrin tramway of hiring strikebreakers from abroad. Ole Holm denied this.
The trams stood still on Monday.
"""


@pytest.mark.parametrize(
    ("quote", "points"),
    [("“They kept still,” it said.", True), ("Her record is good.", True), ("Theyer rose.", False)],
)
def test_a_pronoun_for_somebody_points_back(quote: str, points: bool) -> None:
    assert opens_with_pronoun(sentence(quote)) is points


def test_what_was_denied_stands_in_the_answer_beside_the_denial(open_over: OpenOver) -> None:
    answer = open_over({"a.txt": HIRING}).ask("Who denied hiring strikebreakers?")
    assert [each.text for each in answer.sentences] == [
        "Ole Holm denied this.",
        "Ida Brandt accused the Veltrin tramway of hiring strikebreakers from abroad.",
    ]
