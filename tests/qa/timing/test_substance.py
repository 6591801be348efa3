"""Tests of the words that a phrase is about."""

from qa.timing.substance import words_of_substance


def test_words_of_substance_are_in_small_letters_and_in_order() -> None:
    assert words_of_substance("the Vote in Iraq") == ["vote", "iraq"]
    assert words_of_substance("before all of this") == []
