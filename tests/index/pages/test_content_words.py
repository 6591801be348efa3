"""Which words tell what a text is about."""

import pytest

from index.pages.content_words import content_words


def test_words_of_one_stem_are_one() -> None:
    assert content_words("Harbours") == content_words("the harbour") == content_words("HARBOUR")


def test_diacritics_make_no_other_word() -> None:
    assert content_words("Türkiye") == content_words("Turkiye")


@pytest.mark.parametrize(
    "text",
    ["", "the of and", "They said it was there on Monday", "2020 10000", "sea ice fog", "1st 2nd"],
)
def test_common_words_numbers_and_short_words_tell_nothing(text: str) -> None:
    assert content_words(text) == frozenset()


def test_what_is_left_is_what_the_text_is_about() -> None:
    words = content_words("The harbour of Veltrin was closed after a storm in 2019.")
    assert len(words) == 4
    assert content_words("storm Veltrin closing harbours") == words
