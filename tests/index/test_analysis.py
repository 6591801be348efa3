"""Which terms a text is indexed under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Term, stems, terms


def test_terms_are_the_words_stems_with_their_places() -> None:
    assert terms("The Troops' withdrawal!") == [
        Term("the", 0, 3),
        Term("troop", 4, 10),
        Term("withdraw", 12, 22),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Güler", "guler"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("Türkiye", "Turkiye"),
        ("withdrawal", "withdraw"),
        ("agreements", "agreement"),
        ("Yaşar", "YASAR"),
        ("ﬁve", "five"),
    ],
)
def test_spellings_that_a_reader_takes_for_one_word_are_one_term(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize("text", ["", "  ", "?!—“”…", "\n"])
def test_punctuation_gives_no_term(text: str) -> None:
    assert terms(text) == []
    assert stems(text) == []


def test_a_word_of_more_than_sixty_bytes_is_no_term() -> None:
    assert stems("a" * 59 + " b " + "c" * 61) == ["a" * 59, "b"]


def test_places_are_characters_and_not_bytes() -> None:
    text = "“Öl” 🚢 Güler"
    assert [text[term.start : term.end] for term in terms(text)] == ["Öl", "Güler"]


@given(st.text())
def test_terms_lie_in_order_and_carry_the_stems(text: str) -> None:
    found = terms(text)
    assert [term.stem for term in found] == stems(text)
    ends = [0, *(term.end for term in found)]
    assert all(end <= t.start < t.end <= len(text) for end, t in zip(ends, found, strict=False))
