"""Whose a number is."""

import pytest

from qa.values.possessors import is_of_another_country, possessor
from tests.qa.making import query, sentence


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Chile, working with the fund, won terms for its 50 billion dlr debt.", "Chile"),
        ("Chile will follow Peru, which last week froze its 50 billion dlr debt.", "Peru"),
        ("Peru has, earlier than Chile, signed for its total 50 billion dlr debt.", "Peru"),
        ("After Peru's deal, Chile asked for relief on its 50 billion dlr debt.", "Chile"),
        ("The fund said Chile had paid its 50 billion dlr debt.", "Chile"),
        ("Chile said it would pay its 50 billion dlr debt.", "Chile"),
        ("Bankers froze Chile's foreign 50 billion dlr debt.", "Chile"),
        ("Bankers froze the Philippines' 50 billion dlr debt.", "Philippines"),
        ("Chile wants lower rates on 50 billion dlrs of debt.", ""),
        ("Last year its 50 billion dlr debt grew.", ""),
    ],
)
def test_an_its_is_of_the_one_told_of(line: str, owner: str) -> None:
    assert possessor(line, line.index("50")) == owner


FROZE = "Chile will follow Peru, which froze its 50 billion dlr debt."


@pytest.mark.parametrize(
    ("question", "text", "is_another"),
    [
        ("How large is Chile's debt?", FROZE, True),
        ("How large is Peru's debt?", FROZE, False),
        ("How large is the debt?", FROZE, False),
        ("How large is Chile's debt?", "Peru wants Chile to pay its 50 billion dlr debt.", False),
        # Of no country: Chile may owe it.
        ("How large is Chile's debt?", "Citicorp holds its 50 billion dlr debt.", False),
        ("Who follows Chile?", FROZE, False),
    ],
)
def test_a_number_told_to_be_another_countrys_is_not_the_asked_ones(
    question: str, text: str, *, is_another: bool
) -> None:
    start = text.find("50")
    found = is_of_another_country(query(question), sentence(text), start, start + len("50 billion"))
    assert found is is_another
