"""The words that alone make a text say otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.particulars import folded_words, wording


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He didn’t pay 20,000 dollars", "he did not pay 20000 dollars"),
        ("five mln crowns", "5 million crowns"),
        ("“Güler” said", '"GULER"\n said'),
    ],
)
def test_words_are_the_same_in_every_way_of_writing_them(one: str, other: str) -> None:
    assert folded_words(one) == folded_words(other)


def test_a_number_is_one_word() -> None:
    assert wording("up 1.5 to 6-3/16, or 3,250.").numbers == ("1.5", "6-3/16", "3250")


def test_numbers_stand_in_their_order() -> None:
    assert wording("from nine to 5 million").numbers == ("9", "5", "million")


def test_a_contracted_not_is_a_negation() -> None:
    assert wording("Lund won't sign, and never would.").negations == {"not", "never"}


def test_names_are_the_capitals_that_open_no_sentence() -> None:
    assert wording("The mayor, Ada Lund, met NATO.").names == {"ada", "lund", "nato"}
    assert wording("Iran denied it. But he agreed.").names == {"iran"}


@pytest.mark.parametrize("text", ["ALL IN CAPITALS", "none at all", "", "— … “”"])
def test_without_both_kinds_of_letters_there_are_no_names(text: str) -> None:
    assert wording(text).names == frozenset()


@given(st.text(max_size=200))
def test_any_text_has_words_without_space_and_its_particulars_are_among_them(text: str) -> None:
    told = wording(text)
    assert told.words == folded_words(text)
    assert all(word and not any(map(str.isspace, word)) for word in told.words)
    assert {*told.numbers, *told.negations, *told.names} <= set(told.words)
