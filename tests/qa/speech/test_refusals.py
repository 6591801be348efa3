"""Where somebody would say nothing, that is what the articles have of them."""

import pytest

from qa.speech.refusals import refusals
from qa.stories import Sentence
from tests.qa.making import query, sentence, story

LEAD = sentence("The ferry Aurora sank off Holm.", position=0)
STRAND = sentence(
    "The board's head, Ada Strand, said a report would follow.", position=1, speaker="Ada Strand"
)


def _refused(
    question: str, *texts: str, before: tuple[Sentence, ...] = (LEAD, STRAND), answered: str = ""
) -> list[str]:
    first = len(before)
    told = [*before, *(sentence(text, position=at) for at, text in enumerate(texts, first))]
    best = sentence(answered) if answered else None
    return [each.sentence.quote for each in refusals(query(question), [story(*told)], best, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel declined to comment.",
        "Kestrel would not immediately comment.",
        "Kestrel did not respond to a request.",
        "Kestrel could not be reached.",
        "Kestrel had no immediate comment.",
        "The ferry's owner fell, but Kestrel refused to say why.",
        "Officials of Kestrel were unavailable for comment.",
    ],
)
def test_who_would_not_speak_is_found(text: str) -> None:
    assert _refused("Did Kestrel comment?", text) == [text]
    assert _refused("What did Kestrel say?", text) == [text]
    assert not _refused("Did Larkspur comment?", text)


def test_what_is_no_refusal_to_speak_is_none() -> None:
    for text in ("Kestrel declined to pay.", "Kestrel commented on it.", "Kestrel did not sink."):
        assert not _refused("Did Kestrel comment?", text)


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel did not decline to comment.",
        "Kestrel never refused to comment.",
        "Reporters asked Kestrel why Larkspur would not comment.",
        "A rival of Kestrel declined to comment.",
        "The lawyer for it all, and Kestrel's victim, declined to comment.",
        "Kestrel did not say a word after the crash but wept.",
    ],
)
def test_whoever_else_or_no_refusal_at_all_is_none_of_theirs(text: str) -> None:
    assert not _refused("Did Kestrel comment?", text)


def test_who_speaks_for_somebody_refuses_for_them() -> None:
    for who in ("A spokeswoman for Kestrel", "Officials of Kestrel", "Kestrel's lawyers"):
        text = f"{who} declined to comment."
        assert _refused("Did Kestrel comment?", text) == [text]


def test_another_in_the_sentence_is_not_who_would_not_speak() -> None:
    assert not _refused("Did Kestrel comment?", "Kestrel fell, and Larkspur declined to comment.")


def test_a_pronoun_is_who_spoke_just_before_or_was_named_first() -> None:
    text = "She declined to comment on whether the ferry was overloaded."
    assert _refused("Did Strand comment on the ferry?", text) == [text]
    assert not _refused("Did Kestrel comment on the ferry?", text)
    named = (sentence("Ostrow conceded defeat to Quill.", position=0),)
    late = "He did not say whether he would stand again."
    assert _refused("Did Ostrow say whether he would stand?", late, before=named) == [late]
    assert not _refused("Did Quill say whether she would stand?", late, before=named)
    assert not _refused("Did Ostrow say whether he would stand?", late, before=())


def test_a_refusal_is_on_what_it_says_or_on_what_was_told_before() -> None:
    on_crew = "Kestrel declined to comment on the crew."
    assert not _refused("Did Kestrel comment on the ferry?", on_crew)
    assert _refused("Did Kestrel comment on the crew?", on_crew) == [on_crew]
    bare = "Kestrel declined to comment."
    assert _refused("Did Kestrel comment on the ferry?", bare) == [bare]
    assert not _refused("Did Kestrel comment on the strike?", bare)


def test_the_it_of_a_refusal_may_be_whoever_is_named_before() -> None:
    owner = sentence("Kestrel owns it, said Ada Strand.", position=0, speaker="Ada Strand")
    late = "She would not say whether it would pay."
    assert _refused("Did Strand say whether Kestrel would pay?", late, before=(owner,)) == [late]
    assert not _refused("Did Strand say whether Larkspur would pay?", late, before=(owner,))


def test_where_words_answer_a_refusal_is_no_better() -> None:
    bare = "Kestrel declined to comment on the ferry."
    said = "Kestrel said the ferry was sound."
    for question in ("Did Kestrel comment on the ferry?", "What did Kestrel say on the ferry?"):
        assert not _refused(question, bare, answered=said)
    aside = "Kestrel said that shares fell."
    assert _refused("Did Kestrel say whether the ferry was old?", f"{bare[:-1]}, old or not.")
    assert _refused("Did Kestrel comment on the ferry?", bare, answered=aside) == [bare]
    assert not _refused("What did Kestrel say on the ferry?", bare, answered=aside)


def test_only_whose_words_are_asked_for_may_refuse() -> None:
    assert not _refused("Who declined to comment?", "Kestrel declined to comment.")
    assert not _refused("What did Kestrel buy?", "Kestrel declined to comment.")
