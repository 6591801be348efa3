"""Numbers are found as intervals, and what only looks like one is left out."""

from math import inf

import pytest

from qa.values.numbers import Number, find_compared, find_numbers


def _only(text: str) -> Number:
    (number,) = find_numbers(text)
    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It has six bridges.", 6),
        ("It has twenty-five bridges.", 25),
        ("It has 1,250 bridges.", 1_250),
        ("It costs 2.5 mln marks.", 2_500_000),
        ("It costs three billion marks.", 3_000_000_000),
        ("It yields 7-1/4 pct.", 7.25),
        ("It costs $40.", 40),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    number = _only(text)
    assert number.low <= value <= number.high
    assert (number.low + number.high) / 2 == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1987.",
        "It opened on May 4.",
        "It opened on 4 May.",
        "A Boeing 747 landed.",
        "It left at 5:30.",
        "The Group of Seven met.",
        "It is one of the best.",
        "A 12-man crew sailed.",
        "Output rose from nine tonnes.",
    ],
)
def test_what_is_no_number_of_its_own_is_left_out(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        # A nought at the end may be rounding, by half its place but by no more than a twentieth.
        ("It has 200 boats.", 190, 210),
        ("It has 1,230 boats.", 1_225, 1_235),
        ("It costs 2.1 mln marks.", 2_050_000, 2_150_000),
        # A tenth each way: 9 * .9 and 9 * 1.1.
        ("It has about nine boats.", 8.1, 9.9),
        ("It has more than nine boats.", 9, inf),
        ("It has at least nine boats.", 9, inf),
        ("It has up to nine boats.", 0, 9),
        ("It has just under nine boats.", 8.55, 9),
        ("It has just over nine boats.", 9, 9.9),
        # A twentieth, and one way only.
        ("It has nearly 90 boats.", 85.5, 90),
        ("It has two to four boats.", 2, 4),
        ("It costs 2 to 4 mln marks.", 2_000_000, 4_200_000),
        ("It has between two and four boats.", 2, 4),
    ],
)
def test_a_number_stands_for_all_that_it_may_mean(text: str, low: float, high: float) -> None:
    number = _only(text)
    assert number.low == pytest.approx(low, rel=0.001)
    assert number.high == pytest.approx(high, rel=0.03)


def test_what_bounds_a_number_belongs_to_it() -> None:
    text = "It has more than nine boats."
    number = _only(text)
    assert text[number.start : number.end] == "more than nine"


def test_two_numbers_side_by_side_stay_two() -> None:
    assert len(find_numbers("It has two boats and four bridges.")) == 2


def test_of_a_change_only_what_it_came_to_is_found() -> None:
    text = "The fleet grew from two to four boats."
    number = _only(text)
    assert text[number.start : number.end] == "four"


@pytest.mark.parametrize(
    "text",
    [
        "It fell to 45 mln marks from 47 mln a year ago.",
        "It has 45 mln marks, against 47 mln in 1986.",
        "It has 45 mln marks, compared with 47 mln in 1986.",
    ],
)
def test_what_a_number_is_compared_with_is_found_apart(text: str) -> None:
    (own,), (other,) = find_numbers(text), find_compared(text)
    assert text[own.start : own.end] == "45 mln"
    assert text[other.start : other.end] == "47 mln"


@pytest.mark.parametrize(
    ("text", "low"),
    [("It has around 15.5 mln boats.", 14.725e6), ("It has about 2 mln boats.", 1.8e6)],
)
def test_the_closer_a_number_is_told_the_less_is_about_it(text: str, low: float) -> None:
    # 15.5 less a twentieth, 2 less a tenth
    assert _only(text).low == pytest.approx(low)
