"""How a question asks for an amount."""

import pytest

from qa.values.amount_forms import amount_form


@pytest.mark.parametrize(
    ("question", "unit", "noun"),
    [
        ("How many boats sank off Holm?", "boat", "boats"),
        ("How far from the shore did the boat sink?", "mile", ""),
        ("What is the contract with Sund Line worth?", "dollar", ""),
        ("What did Holm pay for the mill?", "dollar", ""),
        ("What was the price paid for the mill?", "dollar", ""),
        ("How much has Sund Line offered for the mill?", "dollar", ""),
        ("What pay rise did the dockers demand?", "percent", "rise"),
        ("How much of Sund Line does Holm own?", "percent", ""),
        ("What is the death toll in Holm?", "people", ""),
    ],
)
def test_an_amount_is_asked_for_in_many_forms(question: str, unit: str, noun: str) -> None:
    form = amount_form(question)
    assert form is not None
    assert unit in form.units
    assert form.noun == noun


@pytest.mark.parametrize(
    "question",
    ["What did Holm say?", "Who paid for the mill?", "How old is Holm?"],
)
def test_other_questions_ask_for_none(question: str) -> None:
    assert amount_form(question) is None
