"""A question tells whose words it asks for, and what about."""

import pytest

from qa.speech.asking import Asked, asked_words
from qa.speech.speakers import Speakers
from tests.qa.making import Words, query

SPEAKERS = Speakers(
    [
        ("Ida Brandt", "Mayor"),
        ("Ruslan Ardel", None),
        ("Iraqi government", None),
        ("U.S. officials", None),
    ]
)


def asked(question: str) -> Asked:
    words = Words()
    return asked_words(query(question, words=words), SPEAKERS, words.lexicon)


def names(question: str) -> list[str]:
    return [each.name for each in asked(question).meant]


@pytest.mark.parametrize(
    ("question", "those"),
    [
        ("What did Ida Brandt say about the ferry?", ["Ida Brandt"]),
        ("What did the mayor tell the harbour office?", ["Ida Brandt"]),
        ("According to Ardel, who sails the ferry?", ["Ruslan Ardel"]),
        ("What is Baghdad's position on the ferry?", ["Iraqi government"]),
        ("What did the US say about the ferry?", ["U.S. officials"]),
        ("Who sails the ferry?", []),
    ],
)
def test_whose_words_are_asked_for(question: str, those: list[str]) -> None:
    assert names(question) == those


def test_somebody_may_be_named_who_says_nothing() -> None:
    unheard = asked("What did Nora Falk say about the ferry?")
    assert unheard.names_somebody
    assert unheard.meant == ()
    assert not asked("What does the report say about the ferry?").names_somebody
    assert not asked("What did Falk's report reveal about the ferry?").names_somebody


def test_a_crowd_or_any_of_it_is_nobody_in_particular() -> None:
    assert asked("What did the governor say about the ferry?").names_somebody
    assert not asked("What did a governor say about the ferry?").names_somebody
    assert not asked("What do harbour officials think of the ferry?").names_somebody
    assert asked("What did U.S. officials say about the ferry?").names_somebody


@pytest.mark.parametrize(
    ("question", "only_words"),
    [
        ("What did Ida Brandt say about the ferry?", True),
        ("According to Ardel, who sails the ferry?", True),
        ("What is Baghdad's position on the ferry?", True),
        ("How many ferries did the mayor announce?", False),
        ("What did Ida Brandt reveal in October?", False),
    ],
)
def test_what_is_announced_or_revealed_is_a_deed_as_well(question: str, only_words: bool) -> None:
    assert asked(question).only_words is only_words


@pytest.mark.parametrize(
    ("question", "who_said"),
    [
        ("Who said that the ferry is old?", True),
        ("And who has denied it?", True),
        ("Who sails the ferry?", False),
        ("What did Ardel say?", False),
    ],
)
def test_the_speaker_may_be_what_is_asked_for(question: str, who_said: bool) -> None:
    assert asked(question).who_said is who_said


def test_the_subject_is_what_tells_neither_who_spoke_nor_how() -> None:
    def subject(question: str) -> list[str]:
        return [term.stem for term in asked(question).subject]

    assert subject("What did Ida Brandt say about the old ferry?") == ["old", "ferri"]
    assert subject("What were Ida Brandt's comments on the ferry?") == ["ferri"]
    assert subject("Did Ardel deny that the ferry is old?") == ["ferri", "old"]
    assert "deni" in asked("Did Ardel deny that the ferry is old?").verbs


def test_an_accord_is_a_subject_though_according_is_none() -> None:
    assert "accord" in {term.stem for term in asked("What did Ardel say of the accord?").subject}
    spoken = asked("According to Ardel, who sails the ferry?")
    assert {term.stem for term in spoken.subject} == {"sail", "ferri"}
