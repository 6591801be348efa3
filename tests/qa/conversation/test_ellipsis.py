"""What is little more than a question word asks the earlier question so."""

import pytest

from tests.qa.conversation.making import completed


def test_a_price_is_asked_by_the_unit() -> None:
    earlier = "How much has Alder offered for the mine?"
    assert completed("How much is that a share?", earlier) == (
        "How much has Alder offered for the mine a share?"
    )
    assert completed("How much is that a share?", "Who is Guler?") == "How much is that a share?"


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ("When will owners vote on the offer?", "Where will owners vote on the offer?"),
        ("When does the meeting begin?", "Where will the meeting be held?"),
        ("Who attends the funeral?", "Where will the funeral be held?"),
        ("When will Bonn hold the fair?", "Where will the fair be held?"),
    ],
)
def test_what_is_held_is_what_is_done_where_no_event_is_named(earlier: str, expected: str) -> None:
    assert completed("And where will it be held?", earlier) == expected
