"""A sentence tells who in it is a person, and of which sex."""

import pytest

from qa.conversation.persons_told import is_told_otherwise, is_told_person


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Henrik Dahle", "The captain, Henrik Dahle, spoke."),
        ("Henrik Dahle", "Henrik Dahle, 58, spoke."),
        ("Orla Venn", "Orla Venn, who died in May, spoke."),
        ("Orla Venn", "Orla Venn, a former head of Fairway, spoke."),
    ],
)
def test_what_stands_beside_a_name_tells_a_person(name: str, sentence: str) -> None:
    assert is_told_person(name, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Alder United, champions twice, were sold.",
        "Alder United, 1,200 jobs lighter, was sold.",
        "Alder United, a firm whose head left, was sold.",
        "Nobody was sold.",
    ],
)
def test_what_is_beside_a_club_tells_no_person(sentence: str) -> None:
    assert not is_told_person("Alder United", sentence)


def test_the_first_pronoun_behind_a_name_tells_the_sex() -> None:
    sentence = "Orla Venn left, saying that she could no longer support him."
    assert is_told_otherwise("he", "Orla Venn", sentence)
    assert not is_told_otherwise("she", "Orla Venn", sentence)


def test_a_pronoun_behind_another_name_tells_nothing() -> None:
    assert not is_told_otherwise("he", "Orla Venn", "Orla Venn met Ada Berg after her trip.")
