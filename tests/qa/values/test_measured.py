"""The measure that a question names, as a story gives it."""

from datetime import date

import pytest

from qa.timing.scope import TimeScope
from qa.values.given import about_story
from qa.values.measured import asked_measure, measure_of
from tests.qa.making import query, sentence, story

IN_1986 = TimeScope(since=date(1986, 1, 1), until=date(1986, 12, 31), phrases=("in 1986",))
PUBLISHED = date(1987, 4, 27)
DEBT = "How large is Mora's foreign debt?"
SUPPLY = "What was Mora's oil supply in 1986?"


def _measure(question: str, scope: TimeScope, *texts: str, title: str = "Harbour news") -> str:
    told = story(
        *(sentence(text, position=position) for position, text in enumerate(texts)),
        title=title,
        published=PUBLISHED,
    )
    asked = asked_measure(query(question), scope)
    assert asked is not None
    given = measure_of(asked, told, about_story(told))
    if given is None:
        return ""
    value = given.told.value
    return given.chosen.sentence.quote[value.start : value.end]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The banks wrote off part of Mora's 108 billion dlr foreign debt.", "108 billion dlr"),
        ("The foreign debt of Mora stands at 27.8 billion dlrs.", "27.8 billion dlrs"),
        ("Holm told Sund of Mora's 108 billion dlr foreign debt.", "108 billion dlr"),
        ("Sund fears the 108 billion dlr Mora foreign debt.", "108 billion dlr"),
        # "Its" is of the last one named.
        ("Mora may follow Sund, which cannot pay its 108 billion dlr foreign debt.", ""),
        # A payment is not the debt, nor is a rise of it.
        ("Mora paid three billion dlrs on its foreign debt.", ""),
        ("The foreign debt of Mora rose to 30 billion dlrs.", ""),
        ("The foreign debt of Mora stands at two billion dlrs in March.", ""),
        # Somebody else's, or what is owed to one country of many.
        ("The foreign debt of Sund stands at 27.8 billion dlrs.", ""),
        ("Mora's foreign debt with Sund stands at 27.8 billion dlrs.", ""),
    ],
)
def test_a_measure_is_told_by_what_it_belongs_to(text: str, told: str) -> None:
    assert _measure(DEBT, TimeScope(), text) == told


@pytest.mark.parametrize(
    ("title", "told"), [("Mora swaps debt", "27.8 billion dlrs"), ("Debt", "")]
)
def test_a_sentence_without_names_is_about_those_of_its_headline(title: str, told: str) -> None:
    text = "The country's foreign debt stands at 27.8 billion dlrs."
    assert _measure(DEBT, TimeScope(), text, title=title) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Oil supply of Mora fell to 45.2 mln bpd from 47.2 mln bpd in 1986.", "47.2 mln bpd"),
        ("Oil supply of Mora rose to 47.5 mln bpd last year.", "47.5 mln bpd"),
        ("Oil supply of Mora rose to 47.5 mln bpd in 1985.", ""),
        ("Oil supply of Mora rose to 47.5 mln bpd.", ""),
        ("A drop in Mora supply to 47.5 mln bpd in 1986 is seen.", "47.5 mln bpd"),
        ("In 1986, with Mora's supply just below 3 mln bpd, prices fell.", "just below 3 mln bpd"),
        ("In 1986, Mora's supply 3 mln bpd higher, prices fell.", ""),
        ("In 1986, oil supply of Mora totalled 47.5 mln bpd, the agency said.", "47.5 mln bpd"),
    ],
)
def test_where_a_time_is_asked_for_the_number_is_of_that_time(text: str, told: str) -> None:
    assert _measure(SUPPLY, IN_1986, text) == told


def test_a_story_that_gives_two_gives_none() -> None:
    two = ("Mora's 108 billion dlr foreign debt grew.", "Mora's 109 billion dlr foreign debt grew.")
    assert _measure(DEBT, TimeScope(), *two) == ""
    assert _measure(DEBT, TimeScope(), two[0]) == "108 billion dlr"


@pytest.mark.parametrize(
    "question", ["Who owns the port of Mora?", "How large is Mora?", "What did Holm say of debt?"]
)
def test_a_question_that_names_no_measure_asks_for_none(question: str) -> None:
    assert asked_measure(query(question), TimeScope()) is None


def test_a_country_produces_its_output_and_what_comes_in_barrels_is_oil() -> None:
    of_march = TimeScope(month=3, phrases=("in March",))
    asked = "How much oil did Mora produce in March?"
    text = "Mora's March output was 14.6 mln bpd, 1.2 mln below its ceiling."
    assert _measure(asked, of_march, text) == "14.6 mln bpd"
    assert _measure(asked, of_march, text.replace("bpd", "tonnes")) == ""
    assert _measure(asked, of_march, text.replace("March", "April")) == ""


def test_of_a_stretch_of_months_each_months_measure_is_asked_for() -> None:
    stretch = TimeScope(month=3, last_month=7, phrases=("March and July",))
    asked = "What was Mora's oil output between March and July?"
    text = "Mora output fell to 15.5 mln bpd in April/May from 16.5 mln bpd in January."
    april = "Mora's April output was 14.6 mln bpd, 1.2 mln below its ceiling."
    assert _measure(asked, stretch, text) == "15.5 mln bpd"
    assert _measure(asked, stretch, text.replace("April/May", "May")) == "15.5 mln bpd"
    assert _measure(asked, stretch, text.replace("April/May", "August")) == ""
    assert _measure(asked, stretch, april) == "14.6 mln bpd"
    assert _measure(asked, stretch, april.replace("April", "August")) == ""


def test_what_is_told_of_two_months_is_told_of_each() -> None:
    of_march = TimeScope(month=3, phrases=("in March",))
    text = "Mora output fell to 15.5 mln bpd in February/March from 16.5 mln bpd in January."
    asked = "What was Mora's oil output in March?"
    assert _measure(asked, of_march, text) == "15.5 mln bpd"
    assert _measure(asked, of_march, text.replace("March", "April")) == ""
