"""A pronoun stands for what the last question makes the likeliest."""

from tests.qa.conversation.making import completed


def test_a_name_of_nobody_known_is_it() -> None:
    whole = "How much of the mine does Larkspur own?"
    assert completed("How much of the mine does it own?", "Who is Larkspur?") == whole
    assert completed("How old is it?", "Who is Guler?") == "How old is it?"


def test_nothing_is_before_what_is_being_done() -> None:
    asked = "What was the offer before that?"
    assert completed(asked, "How much is Alder offering for the mine?") == asked
