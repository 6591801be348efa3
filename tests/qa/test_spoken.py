"""Whose words a question asks for is told by its own words."""

import pytest

from qa.spoken import asks_speech, asks_words, speaker_part, verbs_asked


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What did the Turkish defence minister say about Syria?", "the Turkish defence minister"),
        ("According to Khafaji, which groups exploit the gaps?", "Khafaji"),
        ("What would suit growers best, in Osmund Karr's view?", "Osmund Karr"),
        ("On Monday, what did Guler say?", "Guler"),
        ("What is the most that the bank's new notes could pay?", ""),
        ("What is Baghdad's position on the operations?", "Baghdad"),
        ("What was the response of the KRG to the bombing?", "the KRG"),
        ("What was said by Rasool about Israel?", "Rasool"),
        ("What measures did Iraq announce?", "Iraq"),
        ("Who said that the talks failed?", "Who"),
        ("How many troops are there?", ""),
        ("Why were people below the dam told to leave?", ""),
        ("What has Guler been warned about?", ""),
        ("Is Guler reported to have said it?", "Guler"),
        ("What did Falk's report reveal?", "Falk's report"),
        ("Which group vowed to end it?", ""),
        ("I would like to know, if it says so, how much the bus costs.", ""),
    ],
)
def test_the_speaker_stands_before_behind_or_beside_what_is_said(question: str, named: str) -> None:
    assert speaker_part(question).strip() == named


def test_a_reaction_may_be_a_deed() -> None:
    assert not asks_speech("How did Baghdad react to the strike?")
    assert asks_speech("How did Baghdad respond to the strike?")


def test_claims_that_somebody_made_are_words() -> None:
    assert asks_speech("What claims did Guler make about the strike?")
    assert not asks_speech("How high is the rate that the new notes would pay?")


def test_to_tell_us_is_not_to_say() -> None:
    assert not asks_speech("Can you tell me what happened in Kirkuk?")


def test_a_noun_that_looks_like_a_verb_of_saying_does_not_hide_what_anybody_denied() -> None:
    assert "denied" in verbs_asked("Did anybody reject the report?")


def test_whether_something_is_confirmed_is_told_by_a_denial_too() -> None:
    assert {"denied", "confirmed"} < set(verbs_asked("Did Ankara confirm the strike?"))
    assert "denied" not in verbs_asked("What did Ankara confirm?")


@pytest.mark.parametrize(
    "question",
    [
        "What did Guler say?",
        "What did Guler say about the troops?",
        "What has the ministry announced on Tuesday?",
        "What is Baghdad's position on the operations?",
        "Did Guler say that they leave?",
    ],
)
def test_the_words_themselves_may_be_asked_for(question: str) -> None:
    assert asks_words(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did Greeley suggest the party be called?",
        "What should it stand for according to Burgess?",
        "What term did Schumacher mention?",
    ],
)
def test_a_thing_that_somebody_speaks_of_is_no_words(question: str) -> None:
    assert not asks_words(question)
