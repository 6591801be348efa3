"""What a question speaks of is told, the likeliest to be meant later first."""

import pytest

from qa.conversation.clauses import taken_apart
from qa.conversation.mentions import Kind, Mention, is_plural, is_time, mentions_in, without_title


def _mentions(question: str) -> tuple[Mention, ...]:
    clause = taken_apart(question)
    assert clause
    return mentions_in(clause, lambda name: name.endswith("Guler"))


def test_what_somebody_spoke_about_comes_before_who_spoke() -> None:
    about, who = _mentions("What did Guler say about the talks with Israel?")[:2]
    assert (about.words, about.kind, about.is_plural) == (
        "the talks with Israel",
        Kind.THING,
        True,
    )
    assert (who.words, who.kind, who.is_sure) == ("Guler", Kind.PERSON, True)


def test_who_does_something_comes_before_what_is_done_to() -> None:
    found = [each.short for each in _mentions("Where did the navy find the ship?")]
    assert found == ["the navy", "the ship"]


def test_what_is_asked_for_is_told_by_what_it_does() -> None:
    first = _mentions("Which ship ran aground in the Orinoco?")[0]
    assert (first.short, first.words) == ("the ship", "the ship that ran aground in the Orinoco")


@pytest.mark.parametrize(
    ("words", "plural"),
    [("the Turkish troops", True), ("police", True), ("the crisis", False), ("the deal", False)],
)
def test_what_they_may_mean_is_told_from_what_it_may_mean(words: str, plural: bool) -> None:
    assert is_plural(words) is plural


@pytest.mark.parametrize(
    ("words", "time"),
    [("last month", True), ("1987", True), ("the first quarter", True), ("the strike", False)],
)
def test_times_are_known(words: str, time: bool) -> None:
    assert is_time(words) is time


def test_a_title_is_no_part_of_a_name() -> None:
    assert without_title("Turkish Defense Minister Hulusi Akar") == "Hulusi Akar"


def test_what_is_given_to_somebody_is_without_him() -> None:
    assert _mentions("Who sold the villa to Guler?")[0].words == "the villa"


def test_a_clause_of_its_own_is_nothing_that_is_spoken_of() -> None:
    assert _mentions("How many died when the Maid of Orrin sank?") == ()


def test_a_unit_is_no_part_of_what_is_sold_by_it() -> None:
    assert _mentions("Who paid for the coffee a pound?")[0].words == "the coffee"
