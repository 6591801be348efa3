"""Noun phrases are told by the short words before them and by capitals."""

import pytest

from qa.speech.noun_phrases import noun_phrases, tells_something


def _phrases(text: str) -> list[str]:
    return [text[start:end] for start, end in noun_phrases(text)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("they feared the withdrawal of Turkish troops", ["withdrawal of Turkish troops"]),
        ("it wants to avoid accidents", []),
        ("they have shown solidarity", []),
        ("the quarter looked strong", ["quarter"]),
        ("success will decide on extending coordination", ["coordination"]),
        ("a pact with Syrian Democratic Forces", ["pact", "Syrian Democratic Forces"]),
        ("for Syria's defense capacity, or", ["Syria's defense capacity"]),
        ("the minister cannot go on", ["minister"]),
        ("they turned the company around", ["company"]),
        ("", []),
    ],
)
def test_a_phrase_stands_behind_a_short_word_or_in_capitals(text: str, phrases: list[str]) -> None:
    assert _phrases(text) == phrases


def test_one_word_that_fits_anything_tells_nothing() -> None:
    assert tells_something("withdrawal")
    assert not tells_something("company")
    assert tells_something("company of actors")
