"""The words that tell of one number."""

import pytest

from qa.values.figures import figures
from qa.values.segments import segment

TWO = "At least 17 people died and 4,200 people were moved after water broke in, police said."


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (TWO, ["At least 17 people died ", " 4,200 people were moved "]),
        ("The 12 men and women died on Monday.", ["The 12 men and women died on Monday"]),
        ("It rained; 40 roads were shut.", [" 40 roads were shut"]),
        (
            "He said that 9 men died, but 3 boys came home.",
            ["He said that 9 men died", " 3 boys came home"],
        ),
    ],
)
def test_each_number_has_its_own_clause(text: str, clauses: list[str]) -> None:
    assert [segment(text, value) for value in figures(text)] == clauses
