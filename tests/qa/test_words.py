"""The word classes are written as they are looked up."""

import pytest

from qa import words

CLASSES = {name: value for name, value in vars(words).items() if name.isupper()}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_word_is_a_word_in_lower_case_without_diacritics(name: str) -> None:
    assert CLASSES[name]
    held = CLASSES[name]
    held = frozenset().union(*held) if isinstance(held, tuple) else held
    assert all(word.isascii() and word.isalpha() and word.islower() for word in held)


def test_the_nouns_of_saying_are_among_the_plain_words_of_saying() -> None:
    # "remarks" and "comments" ask for words as "says" does; an answer need not bear them.
    assert words.SPEECH_NOUNS <= words.PLAIN_SPEECH_WORDS
