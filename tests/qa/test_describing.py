"""Who somebody is, is told by what stands beside the name."""

import pytest

from qa.describing import asked_name, described_first, describing
from qa.weighing import ranked
from tests.qa.making import query, reading, sentence

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


def test_of_who_somebody_is_what_describes_comes_before_what_only_names() -> None:
    named = reading("Sail is old, said Tarn's head of funds, Eva Lind.", 0.6, words="Eva Lind")
    told = reading("Fund manager Tarn, which sails, rose.", 0.3, words="Fund manager")
    other = reading("Ole Berg sang.", 0.4, words="Ole Berg")
    order = described_first(query("Who is Tarn?"), (named, told, other))
    assert [each.candidate for each in ranked(order)] == [
        told.candidate,
        other.candidate,
        named.candidate,
    ]
    assert [each.probability for each in order] == [0.3, 0.6, 0.4]
    assert described_first(query("Who leads Tarn?"), (named, told)) == (named, told)
    doubtful = reading("Fund manager Tarn, which sails, rose.", 0.05, words="Fund manager")
    assert described_first(query("Who is Tarn?"), (named, doubtful)) == (named, doubtful)
