"""Numbers that no noun follows."""

import pytest

from qa.values.bare import bare_values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The number of people killed rose to 23 on Thursday.", [("23", "people", False)]),
        ("It put the number of Mora customers hit at 29.", [("29", "custom", False)]),
        ("The death toll rose to nine.", [("nine", "people", False)]),
        ("And 4,200 were taken to safety.", [("4,200", "people", False)]),
        ("He put the number of such votes at “around 6,000”.", [("around 6,000", "vote", True)]),
        ("The hospital put the number at just over 1,100.", [("just over 1,100", "", True)]),
        (
            "The Front says that it is 40,000, but the Cross has spoken of 31,000.",
            [("40,000", "", True), ("31,000", "", True)],
        ),
        (
            "Another ministry spoke of 190 million dollars.",
            [("190 million dollars", "dollar", True)],
        ),
        # Named, a day, a page.
        ("It killed 23 people.", []),
        ("It happened on May 23.", []),
        ("See page 23.", []),
    ],
)
def test_what_is_counted_stands_before_or_goes_without_saying(
    text: str, told: list[tuple[str, str, bool]]
) -> None:
    found = bare_values(text)
    assert [(text[e.value.start : e.value.end], e.value.unit, e.is_again) for e in found] == told


def test_a_long_row_of_numbers_is_read_at_once() -> None:
    # A pattern that may take each comma twice would try 2 ** 200 ways.
    assert bare_values("The death toll rose " + "from 1, " * 200) == ()
