"""Telling whether two names mean one speaker."""

import pytest

from eval.statements.speakers import is_in_full, is_same_speaker


@pytest.mark.parametrize("told", ["Tahseen al-Khafaji", "Khafaji", "General Khafaji", "AL-KHAFAJI"])
def test_a_person_is_known_by_the_last_word_of_the_name(told: str) -> None:
    assert is_same_speaker(told, ["Tahseen al-Khafaji"], is_person=True)


def test_marks_on_letters_do_not_matter() -> None:
    assert is_same_speaker("Yasar Guler", ["Yaşar Güler"], is_person=True)


def test_a_person_may_go_by_another_name_of_theirs() -> None:
    assert is_same_speaker("Yawer", ["Jabbar Yawar", "Yawer"], is_person=True)
    assert not is_same_speaker("Yawer", ["Jabbar Yawar"], is_person=True)


def test_a_first_name_and_another_person_are_nobody() -> None:
    assert not is_same_speaker("Recep Tayyip Erdogan", ["Yasar Guler"], is_person=True)


def test_a_body_is_not_known_by_its_last_word() -> None:
    assert not is_same_speaker("Bank of Japan", ["Government of Japan"], is_person=False)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Defense Ministry", "Turkish Defense Ministry"),  # two of its three words
        ("Heck's", "Heck's Inc"),  # the ending tells nothing
        ("the New York Times", "New York Times"),
        ("one U.S. Official", "U.S. Officials"),
        ("London Broker Hoare Govett", "Hoare Govett"),  # two of four
        ("others", "others"),
    ],
)
def test_a_body_is_known_by_at_least_half_of_its_words(told: str, name: str) -> None:
    assert is_same_speaker(told, [name], is_person=False)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("ministry", "Turkish Defense Ministry"),  # one of three
        ("Iraqi Defense Ministry", "Turkish Defense Ministry"),  # a word of another
        ("the company", "Salant Corp"),
        ("official", "senior Agriculture Ministry official"),
        ("", "Salant Corp"),
    ],
)
def test_a_body_is_not_known_by_less_or_by_other_words(told: str, name: str) -> None:
    assert not is_same_speaker(told, [name], is_person=False)


def test_where_it_is_open_who_spoke_every_name_is_wrong() -> None:
    assert not is_same_speaker("Baghdad", [], is_person=False)


def test_a_name_is_in_full_with_all_words_of_the_fullest_one() -> None:
    assert is_in_full("Defense Minister Yasar Guler", "Yasar Guler")
    assert not is_in_full("Guler", "Yasar Guler")
