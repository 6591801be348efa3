"""The passages that an answer stands on."""

from dataclasses import replace

import pytest

from qa.records import Quote
from tests.ui.pages.making import (
    ABSTENTION,
    ANSWER,
    CITATION,
    Shown,
)
from ui.pages.sources import sources
from ui.pages.turns import Trouble, Turn


def test_a_cited_passage_is_told_with_all_that_it_takes_to_check_it() -> None:
    page = Shown(sources([Turn("Is it early?", ANSWER)], 0))
    assert "Cited passages" in page.words
    assert "Shafaq News · 5 February 2020" in page.words
    assert "It is early." in page.words
    assert "Said by Ada Lund" in page.words
    assert "news/talks.txt, characters 54–66" in page.words


def test_what_an_article_does_not_tell_is_said_to_be_missing() -> None:
    bare = replace(CITATION, outlet=None, published=None, speaker=None)
    words = Shown(sources([Turn("?", replace(ANSWER, citations=(bare,)))], 0)).words
    assert "Outlet not named · undated" in words
    assert "Said by" not in words


def test_another_article_with_the_same_words_can_be_opened_too() -> None:
    other = Quote("b2", "Early, says Oslo", None, None, "news/b.txt", 3, 9, "It is.", False)
    cited = replace(CITATION, also_in=(other,), reports=2)
    page = Shown(sources([Turn("?", replace(ANSWER, citations=(cited,)))], 0))
    assert "Also reported by · 2 independent reportsEarly, says Oslo" in page.words
    assert "news/b.txt, characters 3–9" in page.words
    opener = page.buttons[-1]
    assert (opener["data-article"], opener["data-start"], opener["data-end"]) == ("b2", "3", "9")


def test_the_nearest_passages_of_an_abstention_are_said_not_to_answer() -> None:
    late = replace(ABSTENTION, question="Is it late?")
    page = Shown(sources([Turn("Is it late?", late)], 0))
    assert page.words.startswith("Nearest passagesThey do not answer “Is it late?”")
    assert "Norway said yes. It is early." in page.words
    assert page.buttons[0]["data-article"] == "a1"


@pytest.mark.parametrize("shown", [-1, 0, 1])
def test_without_an_answer_there_are_no_passages(shown: int) -> None:
    turns = [Turn("Is it early?", Trouble("No index here.", "Build one."))]
    assert Shown(sources(turns, shown)).buttons == []


def test_the_sources_of_an_older_turn_can_be_shown() -> None:
    turns = [Turn("Is it early?", ANSWER), Turn("Is it late?", ABSTENTION)]
    assert "Cited passages" in sources(turns, 0)
    assert "Nearest passages" in sources(turns, 1)
