"""An answer, with all that it takes to judge it."""

from dataclasses import replace

import pytest

from qa.records import AnswerPart, Difference, DifferingValue, Kind, ShortAnswer
from tests.ui.pages.making import (
    ABSTENTION,
    ANSWER,
    CITATION,
    QUOTE,
    Shown,
    conversation_of,
)
from ui.pages.markup import OPEN, SOURCES, TIMELINE
from ui.pages.sources import sources
from ui.pages.turns import Turn


def test_a_sentence_is_followed_by_a_button_that_opens_its_words() -> None:
    mark = Shown(conversation_of(Turn("Is it early?", ANSWER))).buttons[0]
    assert mark["data-event"] == OPEN
    assert (mark["data-article"], mark["data-turn"]) == ("a1", "0")
    # "Talks go on\n" is 12 characters, "By ship (Reuters)\n" 18, "OSLO -\n" 7,
    # "Norway said yes. " 17: 54, and the quote has 12.
    assert (mark["data-start"], mark["data-end"]) == ("54", "66")
    assert mark["aria-label"] == "Citation 1: open “Talks go on” at the quoted words"


def test_a_short_answer_comes_first_with_its_mark() -> None:
    short = replace(ANSWER, short_answer=ShortAnswer("early", 1))
    words = Shown(conversation_of(Turn("Is it early?", short))).words
    assert words.index("early [1]") < words.index("It is early. [1]")


def test_confidence_time_and_passages_are_told_in_words() -> None:
    words = Shown(conversation_of(Turn("Is it early?", ANSWER))).words
    assert "High confidence (93%)21 ms1 cited passage" in words


@pytest.mark.parametrize(
    ("confidence", "told"),
    [
        (0.999, "High confidence (over 99%)"),
        (0.8, "High confidence (80%)"),
        (0.79, "Moderate confidence (79%)"),
        (0.49, "Low confidence (49%)"),
        (0.0, "Low confidence (under 1%)"),
    ],
)
def test_no_confidence_is_told_as_certain(confidence: float, told: str) -> None:
    turn = Turn("Is it early?", replace(ANSWER, confidence=confidence))
    assert told in Shown(conversation_of(turn)).words


@pytest.mark.parametrize(
    ("total", "told"), [(0.2, "1 ms"), (999.4, "999 ms"), (1421.0, "1.4 s"), (12000.0, "12.0 s")]
)
def test_time_is_told_in_the_unit_that_suits_it(total: float, told: str) -> None:
    turn = Turn("Is it early?", replace(ANSWER, timings_ms={"total": total}))
    assert told in Shown(conversation_of(turn)).words


def test_an_answer_without_its_time_tells_none() -> None:
    turn = Turn("Is it early?", replace(ANSWER, timings_ms={}))
    assert "High confidence (93%)1 cited passage" in Shown(conversation_of(turn)).words


def test_an_abstention_says_so_and_has_no_mark() -> None:
    page = Shown(conversation_of(Turn("Is it late?", ABSTENTION)))
    assert "The articles do not answer this." in page.words
    assert "No answer was likely enough (4%)" in page.words
    assert [button["data-event"] for button in page.buttons] == [SOURCES]


def test_an_abstention_without_passages_offers_none() -> None:
    assert Shown(conversation_of(Turn("?", replace(ABSTENTION, passages=())))).buttons == []


def test_the_nearest_passages_of_an_abstention_are_said_not_to_answer() -> None:
    late = replace(ABSTENTION, question="Is it late?")
    page = Shown(sources([Turn("Is it late?", late)], 0))
    assert page.words.startswith("Nearest passagesThey do not answer “Is it late?”")
    assert "Norway said yes. It is early." in page.words
    assert page.buttons[0]["data-article"] == "a1"


# A follow-up, several questions, differing articles, notes


def test_how_a_follow_up_was_understood_is_told_before_the_answer() -> None:
    completed = replace(ANSWER, understood_as="Is it early in Oslo?")
    words = Shown(conversation_of(Turn("And in Oslo?", completed))).words
    assert words.index("And in Oslo?") < words.index("Understood as: “Is it early in Oslo?”")
    assert words.index("Understood as") < words.index("It is early.")
    assert "Understood as" not in Shown(conversation_of(Turn("Is it early?", ANSWER))).words


def test_each_of_several_questions_has_its_own_answer_or_none() -> None:
    parts = (
        AnswerPart("Is it early?", False, 0.9, ShortAnswer("early", 1), (1,)),
        AnswerPart("Who is late?", True, 0.1, None, ()),
    )
    words = Shown(conversation_of(Turn("Both?", replace(ANSWER, parts=parts)))).words
    order = ["Is it early?", "early [1]", QUOTE, "Who is late?", "The articles do not answer this."]
    assert [words.index(each) for each in order] == sorted(words.index(each) for each in order)


def test_each_side_of_a_difference_is_told_with_its_mark_outlet_and_day() -> None:
    other = replace(CITATION, number=2, article_id="b2", outlet=None, published=None)
    values = (DifferingValue("six centers", 1), DifferingValue("two centers", 2))
    differing = replace(
        ANSWER, citations=(CITATION, other), differences=(Difference(Kind.NUMBER, values),)
    )
    shown = Shown(conversation_of(Turn("How many?", differing)))
    assert "The articles differ" in shown.words
    assert "six centers [1] Shafaq News · 5 February 2020" in shown.words
    assert "two centers [2] Outlet not named · undated" in shown.words
    opened = [button["data-article"] for button in shown.buttons if "data-article" in button]
    assert opened == ["a1", "a1", "b2"]


def test_notes_are_told_of_an_answer_and_of_an_abstention() -> None:
    for reply in (ANSWER, ABSTENTION):
        noted = replace(reply, notes=("7 passages were left out.",))
        assert "7 passages were left out." in Shown(conversation_of(Turn("?", noted))).words


def test_an_answers_timeline_can_be_asked_for() -> None:
    shown = Shown(conversation_of(Turn("?", ABSTENTION), Turn("Is it early?", ANSWER)))
    asking = [button for button in shown.buttons if button["data-event"] == TIMELINE]
    assert [button["data-turn"] for button in asking] == ["1"]
