"""What a sentence tells of something else than what is asked."""

import pytest

from qa.values.of_others import (
    is_of_another_day,
    is_with_another_country,
    names_nobody_new,
)
from tests.qa.making import query, sentence, story

WHEN = "When was the harbour master of Mora replaced?"
WILL = "On which day will the port of Mora open?"


@pytest.mark.parametrize(
    ("question", "text", "words", "told"),
    [
        (WHEN, "The port revealed, on Thursday, the start of a new ferry.", "Thursday", True),
        (WHEN, "The harbour master was replaced on Thursday.", "Thursday", False),
        (
            "When did Mora announce the ferry?",
            "It announced on Thursday a ferry.",
            "Thursday",
            False,
        ),
        (WILL, "Delegates visited Mora on Tuesday to discuss the port.", "Tuesday", True),
        (WILL, "The port will be opened on Tuesday.", "Tuesday", False),
        # Not asked when.
        ("Who visited Mora?", "The port revealed, on Thursday, a visit.", "Thursday", False),
    ],
)
def test_the_day_of_the_telling_is_not_the_day_of_what_is_asked(
    question: str, text: str, words: str, told: bool
) -> None:
    start = text.index(words)
    found = is_of_another_day(query(question), sentence(text), start, start + len(words))
    assert found is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("With Holm in charge, the talks with Holm's creditors failed.", True),
        ("The resignation of Finance Minister Peter Holm is a blow.", True),
        ("The resignation of Peter Holm opens the way for Anna Sund.", False),
    ],
)
def test_who_comes_after_somebody_is_somebody_else(text: str, told: bool) -> None:
    assert names_nobody_new(query("Who will succeed Holm as minister?"), sentence(text)) is told
    assert not names_nobody_new(query("Who criticised Holm?"), sentence(text))


def test_a_newcomer_may_be_spelled_with_any_capital() -> None:
    assert not names_nobody_new(query("Who replaced Lund?"), sentence("Østergaard replaced Lund."))
    assert not names_nobody_new(query("Who replaced Lund?"), sentence("Lund left. Berg came."))


@pytest.mark.parametrize(
    ("text", "around", "is_another"),
    [
        ("Canada shipped 2 tonnes of gas to the U.S. in May.", "", True),
        ("Canada shipped 2 tonnes of gas to the U.S. in May.", "mexican gas", False),
        ("Canada shipped 2 tonnes to the U.S. and to Mexico.", "", False),
        ("Canada shipped 2 tonnes of gas in May.", "", False),
        ("Canada shipped gas from the U.S. in May.", "", False),
        ("Canada shipped gas to Pemex in May.", "", False),
        ("Canada shipped gas to Chad Smith in May.", "", False),
        ("Canada shipped gas to Japan and Mexico.", "", False),
        ("Canada shipped gas to Quebec.", "", False),
        ("Canada shipped gas to Ottawa.", "", False),
    ],
)
def test_what_went_to_one_country_did_not_go_to_another(
    text: str, around: str, *, is_another: bool
) -> None:
    asked = query("How much gas did Canada ship to Mexico?")
    one = sentence(text)
    found = is_with_another_country(asked, one, story(one, title=around))
    assert found is is_another
