"""Which amount a question asks for."""

import pytest

from qa.timing.scope import TimeScope
from qa.values.asked_amounts import AskedAmount, asked_amount
from tests.qa.making import query


def _asked(question: str) -> AskedAmount:
    asked = asked_amount(query(question), TimeScope())
    assert asked is not None
    return asked


@pytest.mark.parametrize(
    ("question", "unit", "what"),
    [
        ("How many people died in the flood at Holm?", "people", ["die"]),
        ("How many have died in the flood at Holm?", "people", ["die"]),
        ("What is the death toll of the flood at Holm?", "people", ["death", "toll"]),
        ("How many lorries did the mill fire destroy?", "lorri", ["destroy"]),
        ("How many schools did the strike in Holm close?", "school", ["close"]),
        ("How many doses of cholera vaccine were given in Holm?", "dose", ["cholera", "vaccin"]),
        ("How much damage did the flood cause?", "crown", ["damag"]),
        ("How big was the hole in the finances of the railways?", "crown", ["hole"]),
    ],
)
def test_what_is_done_must_be_told_and_where_it_was_need_not(
    question: str, unit: str, what: list[str]
) -> None:
    asked = _asked(question)
    assert unit in asked.units
    assert [term.stem for term in asked.what] == what


@pytest.mark.parametrize(
    "question",
    ["Who was on board the Aurora?", "How many were there?", "How big was the ship at Holm?"],
)
def test_a_question_that_tells_too_little_asks_no_amount(question: str) -> None:
    assert asked_amount(query(question), TimeScope()) is None
