"""A sentence holds the kind of thing that is asked for, or not."""

import pytest

from qa.expecting import counts_another, holds, is_of_the_asked
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


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("How old is Ibarra?", "Ibarra will step down in August after eight years.", True),
        ("How old is Ibarra?", "Ibarra, 61, will step down in August.", False),
        ("How old is Ibarra?", "Ibarra will step down at the age of 61.", False),
        ("How old is the ferry?", "The ferry was built in 1987.", False),
        ("How many fighters do they have?", "It accused six factions of them.", True),
        ("How many fighters do they have?", "They have 2,000 soldiers.", False),
        ("How many fighters do they have?", "Some 2,000 fight for them.", False),
        ("How many vehicles were lost?", "They lost 20 trucks.", False),
        ("How many ships were lost?", "The storm cost 20 mln dlrs.", True),
        ("How many ships were lost?", "The storm killed 20 people.", False),
        ("How many survivors were there?", "Around 200 people drowned.", True),
        ("How many survivors were there?", "Of the crew, 20 were rescued.", False),
        ("How many days did it last?", "It lasted 20 days.", False),
        ("How many people died?", "Twenty people were injured.", True),
        ("How many people died on the ferry?", "The ferry carried 214 passengers.", True),
        ("How many died on the ferry?", "The ferry disaster cost 23 lives.", False),
        ("How many were on board when it sank and 23 died?", "It carried 214 people.", False),
        ("How many people died?", "Twenty people were injured, two of whom drowned.", False),
        ("How many people died?", "The blast hurt 20 and cost 12 lives.", False),
        ("How many people were hurt?", "The crash killed 20 people.", True),
        ("How many people were hurt?", "Two were killed and 20 wounded.", False),
        ("How many people survived?", "The crash killed 20 people.", True),
        ("How many were killed or injured?", "Twenty were injured.", False),
    ],
)
def test_a_number_of_something_else_is_told_apart(question: str, text: str, expected: bool) -> None:
    assert counts_another(query(question), sentence(text)) is expected


@pytest.mark.parametrize(
    ("question", "words", "expected"),
    [
        ("Who will succeed Funaro?", "Dilson", True),
        ("Who will succeed Funaro?", "Vera Holm", False),
        ("Who is Funaro?", "Dilson", False),
    ],
)
def test_another_name_of_whom_the_question_names_is_no_answer(
    question: str, words: str, expected: bool
) -> None:
    text = "Finance Minister Dilson Funaro resigned, and Vera Holm may follow him."
    start = text.index(words)
    assert is_of_the_asked(query(question), sentence(text), start, start + len(words)) is expected
