"""Whole words are told from parts of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.words import holds_whole, widened


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ten of them", "ten"),
        ("often, ten", "ten"),
        ("(ten)", "ten"),
        ("Iraq's border", "Iraq"),
        ("it rose 5% at once", "5%"),
        ("it rose 5%at once", "5%"),
        ("it costs US$5 now", "$5"),
        ("it costs $5.", "5"),
        ("in the U.S. Army", "U.S."),
        ("20,000 troops", "20,000"),
        ("on May 5, 2010", "5"),
        ("a 20-year war", "20"),
    ],
)
def test_whole_words_are_held(text: str, words: str) -> None:
    assert holds_whole(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("often", "ten"),
        ("tent", "ten"),
        ("in 1999", "9"),
        ("in the 1970s", "1970"),
        ("20,000 troops", "20"),
        ("20,000 troops", "000"),
        ("3.5 km", "3"),
        ("3.5 km", "5 km"),
        ("anything", ""),
    ],
)
def test_parts_of_words_and_numbers_are_not_held(text: str, words: str) -> None:
    assert not holds_whole(text, words)


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("in the 1970s it", "1970", "1970s"),
        ("some 20,000 troops", "000 tro", "20,000 troops"),
        ("of 5%.", "5", "5"),
        ("Veltrin", "l", "Veltrin"),
    ],
)
def test_a_stretch_grows_to_whole_words(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    low, high = widened(text, start, start + len(cut))
    assert text[low:high] == whole


@given(st.text(alphabet="a1.,$ é", min_size=1), st.data())
def test_what_has_grown_is_held_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    low, high = widened(text, start, data.draw(st.integers(start + 1, len(text))))
    assert low <= start
    assert holds_whole(text, text[low:high])
