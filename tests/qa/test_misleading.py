"""A few words may say otherwise than the sentence that they stand in."""

import pytest

from qa.misleading import is_misleading, without_speaker
from tests.qa.making import query

NOT_BEFORE = "The crown will not be shown again before June, Lund said."
LEFT = "The director resigned on Monday, and her deputy, Ole Berg, was named acting director."
SHIPS = "The Moran navy has 31 ships, and the Veddo navy 54."
ARRESTED = "Police arrested two brothers, Chief Inspector Ana Lund announced on Tuesday."


@pytest.mark.parametrize(
    ("question", "line", "words", "is_so"),
    [
        ("When will the crown be shown?", NOT_BEFORE, "before June", True),
        ("When was the crown shown?", "It was shown before June.", "before June", False),
        ("Who resigned as director?", LEFT, "Ole Berg", True),
        ("Who was named acting director?", LEFT, "Ole Berg", False),
        ("Who resigned?", "Ole Berg resigned and Ana Lund was named chief.", "Ole Berg", False),
        ("Which navy has more ships?", SHIPS, "Moran navy", True),
        ("Which navy has 31 ships?", SHIPS, "Moran navy", False),
        ("Which is larger?", "Mora, with 31 ships, is larger than Veddo with 4.", "Mora", False),
        ("Which firm employs more than 10 people?", "Mora has 12 in 3 towns.", "Mora", False),
        ("What did the larger union ask?", "A 5 pct rise and 3 days off.", "5 pct", False),
        ("When did she go?", "No one was hurt and she left after noon.", "after noon", False),
        ("Which has more ships?", "Mora has 31, three times as many as Veddo.", "Mora", False),
    ],
)
def test_what_alone_would_not_tell_it_is_misleading(
    question: str, line: str, words: str, *, is_so: bool
) -> None:
    start = line.index(words)
    assert is_misleading(query(question), line, start, start + len(words)) is is_so


@pytest.mark.parametrize(
    ("question", "words", "left"),
    [
        (
            "Who was arrested?",
            "two brothers, Chief Inspector Ana Lund",
            "two brothers",
        ),
        ("Who was arrested?", "two brothers", "two brothers"),
        ("Who announced it?", "Chief Inspector Ana Lund", "Chief Inspector Ana Lund"),
    ],
)
def test_who_said_so_is_none_of_the_words(question: str, words: str, left: str) -> None:
    start = ARRESTED.index(words)
    end = without_speaker(query(question), ARRESTED, start, start + len(words))
    assert ARRESTED[start:end] == left
