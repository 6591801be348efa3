"""Tests of telling roles that change hands: by hand-written sentences."""

import pytest

from qa.timing.turns import turns


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("Ana Lund became president of the Board, taking over from Ole Berg.", "Ana Lund", ""),
        (
            "Ana Lund became president of the Board, taking over from Ole Berg.",
            "Ana Lund",
            "Ole Berg",
        ),
        ("The company named its head of sales, Ana Lund, as chief executive.", "Ana Lund", ""),
        (
            "The minister, Ana Lund, who succeeded Ole Berg on May 12, spoke.",
            "Ana Lund",
            "Ole Berg",
        ),
        ("Ole Berg was replaced by Ana Lund.", "Ana Lund", "Ole Berg"),
        ("Ole Berg stepped down on Friday.", "", "Ole Berg"),
        ("Ana Lund was named chief to succeed Ole Berg, who retired.", "Ana Lund", "Ole Berg"),
        ("The board named Ana Lund on Monday to replace Ole Berg.", "Ana Lund", "Ole Berg"),
        (
            "The king dismissed Finance Minister Ole Berg and named Ana Lund to succeed him.",
            "Ana Lund",
            "Ole Berg",
        ),
        ("Chairman Ole Berg quit on Monday and was replaced by Ana Lund.", "Ana Lund", "Ole Berg"),
        ("Lund's predecessor, Ole Berg, heads the academy.", "Lund", "Ole Berg"),
    ],
)
def test_who_takes_follows_and_leaves_is_told(text: str, new: str, old: str) -> None:
    assert (new, old) in {(each.new, each.old) for each in turns([text])}


def test_her_predecessor_is_that_of_whom_the_sentence_before_is_about() -> None:
    told = turns(["The minister, Ana Lund, declined.", "Her predecessor, Ole Berg, was away."])
    assert [(each.at, each.new, each.old) for each in told] == [(1, "Ana Lund", "Ole Berg")]


def test_whoever_is_to_be_elected_has_no_role_yet() -> None:
    assert turns(["The board will elect Ana Lund in May.", "It rained."]) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The board picked Ana Lund to succeed Ole Berg.", ("Ana Lund", "Ole Berg")),
        ("Ole Berg was voted out.", ("", "Ole Berg")),
        ("Ole Berg was fired on Monday.", ("", "Ole Berg")),
        ("Ole Berg was fired at by gunmen.", None),
    ],
)
def test_whoever_is_fired_at_holds_the_office_still(
    text: str, found: tuple[str, str] | None
) -> None:
    told = [(each.new, each.old) for each in turns([text])]
    assert told == ([found] if found else [])
