"""Who did it is not told by who asked for it, or may do it."""

import pytest

from qa.speech.deeds import of_deeds
from qa.speech.gathering import Spoken
from tests.qa.making import query, sentence, story

RESIGNED = "Adler resigned on Monday."
CALLED = "Brandt called on the minister, Karl Adler, to resign."
OTHER = "The ferry is white."


def _left(question: str, *texts: str) -> list[str]:
    sentences = [sentence(text, position=at) for at, text in enumerate(texts)]
    of = story(*sentences)
    found = of_deeds(query(question), [Spoken(each, of) for each in sentences])
    return [each.sentence.quote for each in found]


@pytest.mark.parametrize(
    "undone",
    [
        CALLED,
        "Adler refused to resign.",
        "Adler may resign.",
        "Brandt demanded the resignation of Adler.",
    ],
)
def test_who_did_it_is_told_only_where_it_was_done(undone: str) -> None:
    assert _left("Who resigned?", undone, RESIGNED) == [RESIGNED]
    assert _left("Who resigned?", undone, OTHER) == []


@pytest.mark.parametrize(
    "done",
    [RESIGNED, "Adler was forced to resign.", "Adler decided to resign after Brandt asked him to."],
)
def test_what_is_done_stays_whatever_else_the_articles_tell(done: str) -> None:
    assert _left("Who resigned?", done, OTHER) == [done, OTHER]


def test_whether_somebody_did_it_is_told_by_a_refusal_too_and_by_no_demand() -> None:
    refused = "Adler refused to resign."
    assert _left("Did Karl Adler resign?", CALLED, refused) == [refused]
    assert _left("Has the minister resigned?", CALLED) == []


@pytest.mark.parametrize(
    "question", ["Who called on Adler to resign?", "When did Adler resign?", "Who cut the rope?"]
)
def test_other_questions_keep_every_sentence(question: str) -> None:
    assert _left(question, CALLED, "Brandt called on him to cut it.") == [
        CALLED,
        "Brandt called on him to cut it.",
    ]
