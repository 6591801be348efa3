"""Tests of telling roles that change hands: by hand-written sentences."""

import pytest

from qa.roles.turns import turns


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
        (
            "Ana Lund, a former rector of Veddo, was named chief on Monday, succeeding Ole Berg.",
            "Ana Lund",
            "Ole Berg",
        ),
        ("Ana Lund stepped into Ole Berg's shoes in May.", "Ana Lund", "Ole Berg"),
        ("The deputy, Ana Lund, was named acting director.", "Ana Lund", ""),
        ("Ana Lund, who became chief of the board in May, agreed.", "Ana Lund", ""),
        ("Ana Lund took office on March 11 after Ole Berg resigned.", "Ana Lund", "Ole Berg"),
        ("Ana Lund followed Ole Berg as director of the museum.", "Ana Lund", "Ole Berg"),
        (
            "Challenger Ana Lund won with 50.9 percent, beating Ole Berg, who had been mayor.",
            "Ana Lund",
            "Ole Berg",
        ),
    ],
)
def test_who_takes_follows_and_leaves_is_told(text: str, new: str, old: str) -> None:
    assert (new, old) in {(each.new, each.old) for each in turns([text])}


def test_her_predecessor_is_that_of_whom_the_sentence_before_is_about() -> None:
    told = turns(["The minister, Ana Lund, declined.", "Her predecessor, Ole Berg, was away."])
    assert [(each.at, each.new, each.old) for each in told] == [(1, "Ana Lund", "Ole Berg")]


def test_who_follows_is_told_with_the_role_that_is() -> None:
    (told,) = turns(["The pact was signed by Ana Lund, who replaced Ole Berg as mayor on May 3."])
    assert (told.new, told.old, told.role) == ("Ana Lund", "Ole Berg", "mayor")


def test_whoever_takes_office_has_no_other_role_of_who_left() -> None:
    (told, *_) = turns(["Ana Lund took office in May after Ole Berg resigned as governor of Sund."])
    assert (told.new, told.old, told.role) == ("Ana Lund", "Ole Berg", "")


def test_she_who_will_be_succeeded_is_whom_the_sentence_before_is_about() -> None:
    told = turns(["Ole Berg will step down in May.", "He will be succeeded by Ana Lund."])
    assert [(each.new, each.old, each.is_ahead) for each in told] == [
        ("Ana Lund", "Ole Berg", True)
    ]


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


def test_whoever_is_beaten_had_no_role_unless_that_is_told() -> None:
    assert turns(["Ana Lund won the race for mayor of Veddo, beating Ole Berg, a baker."]) == ()


def test_whoever_is_to_take_a_role_is_told_apart() -> None:
    told = turns(["Ana Lund will become director in May, replacing Ole Berg."])
    assert [(each.new, each.old, each.role, each.is_ahead) for each in told] == [
        ("Ana Lund", "", "director", True),
        ("Ana Lund", "Ole Berg", "", True),
    ]


def test_what_would_be_if_something_else_were_is_no_turn() -> None:
    assert turns(["Ana Lund would become director if Ole Berg stepped aside."]) == ()


@pytest.mark.parametrize(("verb", "is_on"), [("had", False), ("has", True)])
def test_who_had_a_role_is_told_and_leaves_nothing(verb: str, is_on: bool) -> None:
    told = turns([f"They met Ole Berg, who {verb} been mayor since 2013."])
    assert [(each.new, each.old, each.role) for each in told] == [("", "Ole Berg", "mayor")]
    assert told[0].is_on is is_on


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Ada Lund watched on Monday as Jan Holm won the election, beating Tom Frost", "Jan Holm"),
        (
            "Ada Lund, a friend of Ole Berg, won in New Veddo on May 4, beating Tom Frost",
            "Ada Lund",
        ),
        ("Ada Lund said on Monday a rival won, beating Tom Frost", None),
        ("In New Veddo a baker won on Sunday, beating Tom Frost", None),
        ("Ada Lund could win on Monday by beating Tom Frost", None),
    ],
)
def test_whoever_won_is_the_name_with_no_other_before_the_beaten(
    text: str, new: str | None
) -> None:
    told = turns([f"{text}, who had been mayor of Veddo."])
    assert [each.new for each in told if each.new] == ([new] if new else [])


@pytest.mark.parametrize(
    "text",
    [
        "Nobody believes Jan Holm will become mayor of Veddo on Monday.",
        "Lund denied that Jan Holm would become mayor in May.",
        "Critics fear Jan Holm will replace Tom Frost.",
        "It may rain, and Jan Holm would become mayor in May.",
        "The board didn't say Jan Holm will become mayor.",
    ],
)
def test_what_is_denied_doubted_or_feared_is_no_turn(text: str) -> None:
    assert turns([text]) == ()


def test_whoever_is_named_as_a_successor_follows_who_was_last_told_to_leave() -> None:
    named = "The premier named Ana Lund, until now deputy minister of health, as his successor."
    between = "He had broken no law, he wrote."
    (followed,) = [each for each in turns(["Ole Berg resigned.", between, named]) if each.new]
    assert (followed.new, followed.old, followed.role) == ("Ana Lund", "Ole Berg", "")
    # What she was before is not what she was named as.
    assert turns([between, named]) == ()


def test_somebody_may_be_named_behind_what_the_person_was() -> None:
    (took,) = turns(["The minister named a former judge, Ana Lund, as mediator on Monday."])
    assert (took.new, took.role) == ("Ana Lund", "mediator")
