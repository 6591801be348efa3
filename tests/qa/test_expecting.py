"""A sentence holds the kind of thing that is asked for, or not."""

import pytest

from qa.expecting import holds
from tests.qa.making import query, sentence


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        # number
        ("How many troops are there?", "More than 20,000 troops are in Syria.", True),
        ("How many centers are planned?", "They agreed on six joint centers.", True),
        ("How many troops are there?", "The troops are in Syria.", False),
        ("Which number of the 12 measures is new?", "Iraq announced 12 measures.", False),
        ("Which number of the 12 measures is new?", "Of 12 measures, three are new.", True),
        # time
        ("When did they meet?", "They met on Wednesday.", True),
        ("When did they meet?", "They met in 2017.", True),
        ("When did they meet?", "They met two weeks ago.", True),
        ("When did they meet?", "They met in Ankara.", False),
        ("When in 2017 did they meet?", "They met in 2017.", False),
        # person
        ("Who is the spokesman?", "The spokesman is Yahya Rasool.", True),
        ("Who is the spokesman?", "The spokesman declined.", False),
        ("Who is Rasool?", "They had met Rasool.", False),
        ("Who did Rasool meet?", "They say that Rasool met Akar.", True),
        # place
        ("Where is the base?", "The base is in Bashiqa.", True),
        ("Where is the base?", "The base is outside the city of Mosul.", True),
        ("Where is the base?", "The base is in the news.", False),
        # reason
        ("Why did they leave?", "They left because of the war.", True),
        ("Why did they leave?", "They left to avoid a war.", True),
        ("Why did they leave?", "They left.", False),
        # anything
        ("What happened?", "Nothing.", True),
    ],
)
def test_a_sentence_holds_the_kind_of_thing_asked_for(
    question: str, text: str, expected: bool
) -> None:
    assert holds(query(question), sentence(text)) is expected
