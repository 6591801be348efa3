"""Who somebody is, is told by what stands beside the name."""

import pytest

from qa.describing import asked_name, describing, is_introduced
from tests.qa.making import query, sentence

TWO = "Prosecutor Beata Solar said that Viktor Halden, the former manager, would be heard."
NAMED = "The company named its head of sales, Stella Frost, as chief executive."


@pytest.mark.parametrize(
    ("text", "name", "found", "described"),
    [
        (TWO, "Beata Solar", "Viktor Halden", "Prosecutor"),
        (TWO, "Viktor Halden", "Prosecutor Beata Solar", "former manager"),
        (TWO, "Viktor Halden", "the former manager", "the former manager"),
        (NAMED, "Stella Frost", "its head of sales", "its head of sales"),
        ("Eva Lind, a mother of two, left.", "Eva Lind", "a mother of two", "a mother of two"),
        ("Eva Lind is a Dane.", "Eva Lind", "a Dane", "a Dane"),
        ("The company thanked Eva Lind.", "Eva Lind", "The company", None),
        ("The widow of Ole Lind, Eva Lind, spoke.", "Ole Lind", "Eva", None),
        (
            "It named Eva Lind, her deputy, said Tom Aas.",
            "Eva Lind",
            "her deputy, said Tom Aas",
            "her deputy",
        ),
        ("Tom Aas met Eva Lind.", "Eva Lind", "Tom Aas", None),
        ("Its candidate, Eva Lind, a doctor, won.", "Lind", "Eva", "candidate"),
    ],
)
def test_only_what_stands_beside_the_name_describes(
    text: str, name: str, found: str, described: str | None
) -> None:
    start = text.index(found)
    span = describing(name, sentence(text), start, start + len(found))
    assert (text[slice(*span)] if span else None) == described


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is Eva Lind?", "Eva Lind"),
        ("And who was Eva Lind?", "Eva Lind"),
        ("Who is the mayor of Lund?", ""),
        ("Who is Eva Lind suing?", ""),
    ],
)
def test_only_who_somebody_is_asks_for_that(question: str, name: str) -> None:
    assert asked_name(query(question)) == name


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Crops are well, said Norton Strom, chief meteorologist of the board.", True),
        ("Meteorologist Strom said crops are well.", True),
        ("Mr Strom said crops are well.", False),
        ("Strom and other analysts said so.", False),
        ("Eva Strom, a doctor, left.", False),
        ("Crops are well, said Ole Berg, chief meteorologist.", False),
    ],
)
def test_a_role_beside_the_name_introduces_somebody(text: str, *, is_told: bool) -> None:
    assert is_introduced("Norton Strom", sentence(text)) is is_told
