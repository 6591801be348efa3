"""Of numbers told in turn, each is of the one named before it."""

import pytest

from qa.values.in_turn import in_turn
from tests.qa.making import candidate, query

SHIPS = "The Moran navy has 31 ships, and the Veddo navy 54."
FINED = "The board fined Mora Bank 18 million dollars and Veddo Bank 2 million dollars on Friday."
DOWN = "Mora's lines were down for 15 hours and Veddo's for nine, the report said."
STAFF = "Mora employs 11,000 people, nearly three times as many as Veddo, which has 3,900."


def _taken(question: str, text: str, words: str) -> str:
    read = candidate(text, words=words)
    start, end = in_turn(query(question), read).in_quote
    return text[start:end]


@pytest.mark.parametrize(
    ("question", "text", "words", "taken"),
    [
        ("How many ships does the Veddo navy have?", SHIPS, "31", "54"),
        ("How many ships does the Moran navy have?", SHIPS, "54", "31"),
        ("How many ships does the Moran navy have?", SHIPS, "31 ships", "31 ships"),
        ("How much was Veddo fined?", FINED, "18 million dollars", "2 million dollars"),
        ("How long were Veddo's lines down?", DOWN, "for 15 hours", "nine"),
        ("How many people does Veddo employ?", STAFF, "11,000", "3,900"),
    ],
)
def test_the_number_behind_the_name_that_is_asked_about_is_taken(
    question: str, text: str, words: str, taken: str
) -> None:
    assert _taken(question, text, words) == taken


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        # The name stands behind its number.
        ("How many died in Mora?", "Police said 12 people died in Mora and 7 in Veddo.", "12"),
        ("How many died in Mora?", "Gunmen killed 12 people in Mora and hurt 30.", "12"),
        ("How many jobs go in Mora?", "Acme will cut 900 jobs in Mora and 300 in Veddo.", "900"),
        ("How much did Mora sell for?", "Acme paid 12 dollars for Mora and 3 for Veddo.", "12"),
        ("How many Moran men died?", "The army said 12 Moran men died, 3 in April.", "12"),
        # Asked about neither, or both.
        ("How many ships are there?", SHIPS, "31"),
        ("How many ships have the Moran and the Veddo navy?", SHIPS, "31"),
        # No number, or only one, or of another kind.
        ("Who has more ships than the Veddo navy?", SHIPS, "31"),
        ("How many ships has Veddo?", "Mora has 31 ships, and Veddo none.", "31"),
        ("How much did Veddo pay?", "Mora paid 31 million dollars in Veddo for 4 tons.", "31"),
        # Whose the number taken is, no name tells.
        (
            "How many ships has Veddo?",
            "Some 31 ships sank, 4 of them off Veddo, with 54 men.",
            "31",
        ),
    ],
)
def test_where_no_other_number_is_plainly_the_asked_ones_none_is_taken(
    question: str, text: str, words: str
) -> None:
    assert _taken(question, text, words) == words
