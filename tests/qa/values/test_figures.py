"""What the numbers of a sentence count and measure."""

import pytest

from index.analysis import stems
from qa.values.figures import compared, counted_noun, figures
from qa.values.records import Value


def _only(text: str) -> Value:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They agreed to open six joint centers in the north.", "six joint centers"),
        ("They opened two sales offices today.", "two sales offices"),
        ("It owns more than 20 old ships of war.", "more than 20 old ships"),
        ("It lent 500 mln Canadian dlrs to them.", "500 mln Canadian dlrs"),
        ("It lent 20 mln U.S. dlrs to them.", "20 mln U.S. dlrs"),
        ("It paid $1.5 billion.", "$1.5 billion"),
        ("The storm left 19 dead.", "19 dead"),
    ],
)
def test_a_number_goes_with_what_it_counts(text: str, told: str) -> None:
    figure = _only(text)
    assert text[figure.start : figure.end] == told


def test_what_describes_the_counted_is_kept_apart_from_it() -> None:
    figure = _only("They agreed to open two main joint centers.")
    assert figure.unit == "center"
    assert figure.described == {"main", "joint"}
    assert not figure.is_measure


@pytest.mark.parametrize("text", ["It lent 40 dlrs.", "It lent 40 dollars.", "It lent $40."])
def test_a_measure_is_one_however_it_is_called(text: str) -> None:
    figure = _only(text)
    assert (figure.unit, figure.is_measure) == ("dollar", True)


@pytest.mark.parametrize(
    "text",
    [
        "14 people were killed in the fire.",
        "The fire killed 14 people.",
        "The fire left 14 dead.",
        "14 people died.",
    ],
)
def test_the_dead_are_the_dead_in_whatever_words(text: str) -> None:
    figure = _only(text)
    assert (figure.unit, figure.fate) == ("people", "dead")


def test_the_dead_and_the_hurt_of_a_sentence_are_two_counts() -> None:
    dead, hurt = figures("The fire left 14 people dead and 30 injured.")
    assert (dead.fate, hurt.fate) == ("dead", "hurt")


@pytest.mark.parametrize(
    "text",
    [
        "Shr 39 cts vs 42 cts Net 1,103,000 vs 1,204,000.",
        "There were two more boats.",
        "Another three boats sank.",
        "It sank two years ago.",
        "It has six.",
        "Rows 1 tonne 2 tonnes 3 tonnes 4 tonnes 5 tonnes 6 tonnes 7 tonnes.",
    ],
)
def test_tables_and_what_comes_on_top_count_nothing(text: str) -> None:
    assert figures(text) == ()


def test_what_is_compared_is_of_the_measure_told_before_it() -> None:
    text = "The surplus was 15 billion dlrs, compared with 15.6 billion last year."
    (base,) = compared(text)
    assert (text[base.start : base.end], base.unit) == ("15.6 billion", "dollar")


def test_a_large_number_goes_on_with_the_measure_told_before_it() -> None:
    text = "It has a deficit of 18 billion dlrs and a surplus of 90 billion, he said."
    assert [each.unit for each in figures(text)] == ["dollar", "dollar"]


def test_another_year_is_not_part_of_what_is_measured() -> None:
    figure = _only("It rose to a record 13.6 billion U.S. dlrs last year.")
    assert (figure.unit, figure.described) == ("dollar", frozenset(stems("U.S.")))


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("How many joint centers will they open?", "centers"),
        ("How many people died?", "people"),
        ("How many of them left?", ""),
    ],
)
def test_the_noun_behind_how_many_is_what_is_counted(text: str, noun: str) -> None:
    assert counted_noun(text, len("How many")) == noun


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("It sank with 221 passengers and crew on board.", "people", "221 passengers and crew"),
        ("It sank with 221 aboard.", "people", "221"),
        ("It sank with 221 passengers and dogs.", stems("passengers")[0], "221 passengers"),
    ],
)
def test_passengers_and_crew_are_all_the_people(text: str, unit: str, words: str) -> None:
    figure = _only(text)
    assert (figure.unit, text[figure.start : figure.end]) == (unit, words)
