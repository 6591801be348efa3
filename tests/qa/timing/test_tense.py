"""Tests of telling whether a time lies ahead: by hand-written sentences."""

import pytest

from qa.timing.tense import lies_ahead


def ahead(text: str, words: str = "June") -> bool | None:
    start = text.index(words)
    return lies_ahead(text, start, start + len(words))


@pytest.mark.parametrize(
    "text",
    [
        "They will meet in June.",
        "In June, they will meet.",
        "The pact agreed in May will be reviewed in June.",
        "The notes will be formally signed in May and in June.",
        "They agreed to meet in June.",
        "He said output in June would fall.",
        "It is due next June.",
        "The museum will stay closed until June.",
        "If it is not in by June, they leave.",
    ],
)
def test_a_verb_of_what_is_to_come_tells_that_the_time_lies_ahead(text: str) -> None:
    assert ahead(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "They met in June.",
        "In June output fell.",
        "A meeting would address the quota agreed in June.",
        "A meeting would address the limit last June.",
        "They will sign what was drafted in June.",
        "He hopes to win, he said in June.",
    ],
)
def test_a_verb_of_the_past_tells_that_it_does_not(text: str) -> None:
    assert ahead(text) is False


@pytest.mark.parametrize(
    "text", ["The June summit looms.", "Final data will show more for June.", "Prices in June."]
)
def test_without_a_verb_that_tells_it_is_not_known(text: str) -> None:
    assert ahead(text) is None


def test_whoever_is_declared_the_next_governor_is_so_already() -> None:
    assert ahead("She was declared the next governor in June.") is not True
    assert ahead("They set the next meeting for a day in June.") is True
