"""A body of the kind that is asked about need not be the one asked about."""

import pytest

from qa.values.other_bodies import is_of_another_body
from tests.qa.making import query, sentence, story

LEAD = "Delegates met in Osaka for the Northern Harbour Bank (NHB) on Sunday."


def _is_of_another(
    question: str, text: str, lead: str = LEAD, title: str = "", words: str = ""
) -> bool:
    told = story(sentence(lead, position=0), sentence(text, position=1), title=title)
    start = text.index(words) if words else len(text) - 1
    end = start + len(words) if words else len(text)
    return is_of_another_body(query(question), told.sentences[1], told, start, end)


@pytest.mark.parametrize(
    "text", ["The bank halted loans in 1975.", "Loans were cut off by the NHB in 1974."]
)
def test_a_body_called_by_its_kind_or_initials_is_the_one_named_in_full(text: str) -> None:
    assert _is_of_another("When did the World Bank halt loans?", text)
    assert not _is_of_another("When did the Northern Harbour Bank halt loans?", text)


def test_a_body_of_another_country_is_another() -> None:
    lead = "The U.S. Navy will send carriers to the Gulf."
    text = "The Navy would then have six ships there."
    for asked in ("the Mexican navy", "Mexico's navy", "the Mexican surface navy"):
        assert _is_of_another(f"How many ships does {asked} have?", text, lead)
    assert not _is_of_another("How many ships does the American navy have?", text, lead)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The bank halted loans, unlike the World Bank.", ""),
        ("The bank halted loans in 1975.", "World Bank on loans"),
    ],
)
def test_a_story_that_is_on_the_asked_one_too_is_left(text: str, title: str) -> None:
    assert not _is_of_another("When did the World Bank halt loans?", text, title=title)


def test_where_no_body_is_named_in_full_nothing_tells_which_it_is() -> None:
    text = "The bank halted loans in 1975."
    assert not _is_of_another("When did the World Bank halt loans?", text, "Delegates met.")


def test_a_sentence_on_no_such_body_is_of_no_other() -> None:
    assert not _is_of_another("When did the World Bank halt loans?", "Loans ended in 1975.")
    assert not _is_of_another("When did loans end?", "The bank halted loans in 1975.")


def test_a_name_that_begins_with_the_kind_names_it_in_full() -> None:
    lead = "The Bank of Japan met on Sunday."
    text = "The bank left rates alone."
    assert _is_of_another("Did the Bank of England cut rates?", text, lead)
    assert not _is_of_another("Did the Bank of Japan cut rates?", text, lead)


@pytest.mark.parametrize(
    ("question", "text", "words", "is_another"),
    [
        (
            "Who commands the Veddo navy?",
            "The commander of the Moran navy, Ole Berg, spoke.",
            "Ole Berg",
            True,
        ),
        (
            "Who commands the Veddo navy?",
            "The head of the Veddo navy, Ole Berg, spoke.",
            "Ole Berg",
            False,
        ),
        (
            "Who commands the Veddo fleet?",
            "The Moran navy is commanded by Ole Berg.",
            "Ole Berg",
            True,
        ),
        # Of Veddo, as the letters tell.
        ("Who commands the Veddish navy?", "The navy of Veddo has Ole Berg.", "Ole Berg", False),
        (
            "Who leads the Dockers' Union?",
            "The Pilots' Federation chose Ole Berg.",
            "Ole Berg",
            True,
        ),
        (
            "Who leads the Dockers' Union?",
            "It said the Pilots' Federation chose Ole Berg.",
            "Ole Berg",
            False,
        ),
        (
            "Who leads the Dockers' Union?",
            "Ole Berg's union beat the Pilots' Federation.",
            "Ole Berg",
            False,
        ),
        # The other body is what is asked for.
        ("Which bank took over Lund Bank?", "Holm Bank took it over.", "Holm Bank", False),
        ("Who beat the Dockers' Union?", "The Pilots' Union won.", "The Pilots' Union", False),
        (
            "Where were patients of Lund Hospital moved?",
            "Patients were moved to Mora General Hospital.",
            "Mora General Hospital",
            False,
        ),
        # It may be what is abbreviated, and is so by its initials.
        (
            "Who leads the DW Union?",
            "The Dock Workers' Union chose Ole Berg.",
            "Ole Berg",
            False,
        ),
        (
            "How many members does the Northern Harbour Union have?",
            "The NHU has 300 members, ten times as many as the Pilots' Union.",
            "300",
            False,
        ),
        # Other names for one.
        (
            "How many ships does the Royal Navy have?",
            "Mora's navy has 60 ships.",
            "60",
            False,
        ),
        # An office that is taken is no body.
        ("When does the mayor of Veddo take office?", "Lund takes office in May.", "May", False),
    ],
)
def test_another_that_is_named_is_another_whatever_the_story_is_on(
    question: str, text: str, words: str, *, is_another: bool
) -> None:
    lead = "Veddo and Mora met with the Dockers' Union, Lund and the Northern Harbour Union."
    assert _is_of_another(question, text, lead, words=words) is is_another
