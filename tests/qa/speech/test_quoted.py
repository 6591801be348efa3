"""Words in quotation marks are asked for word for word."""

import pytest

from qa.speech.quoted import bears, quoted_words
from tests.qa.making import sentence

PUMPS = ("the", "pumps", "alone", "need", "10", "days")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ('Who said "The pumps alone need ten days"?', (PUMPS,)),
        ("Who said “the pumps alone need 10 days.”?", (PUMPS,)),
        ("Who said ‘The pumps alone need ten days’?", (PUMPS,)),
        ('Who said "It is over. We lost"?', (("it", "is", "over"), ("we", "lost"))),
        ("Who said that the miners' pay is low?", ()),
        ('Who asked about "radar"?', ()),
    ],
)
def test_each_sentence_that_stands_in_quotation_marks_is_found(
    question: str, words: tuple[tuple[str, ...], ...]
) -> None:
    assert quoted_words(question) == words


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("“The pumps alone need ten days,” Anand said.", True),
        ("“The pumps alone will need ten days,” Anand said.", True),
        ("“The pumps alone do not need ten days,” Anand said.", False),
        ("“The pumps need a week,” Anand said.", False),
        ("“The pumps are old,” Anand said. “They alone may well need some ten days.”", False),
    ],
)
def test_a_slip_is_let_pass_and_another_meaning_is_not(text: str, stand: bool) -> None:
    assert bears(sentence(text), PUMPS) is stand
