"""The question that this project started from, and those it must not answer."""

import pytest

from qa.engine import Engine

URI = "seeds/000_6ae00b7adb0b0fec.txt"
TITLE = (
    "Türkiye Backing Syria’s Military and Has No Immediate Withdrawal Plans, Defense Minister Says"
)
TOO_EARLY = "too early to discuss possible withdrawal"
RE_EVALUATED = "only be re-evaluated when Syria achieves peace and stability"


@pytest.mark.parametrize(
    "question",
    [
        "What did Guler say about withdrawal?",
        "what did guler say about withdrawal?",
        "What did Güler say about withdrawal?",
        "What did Gular say about withdrawal?",
    ],
)
def test_what_guler_said_about_withdrawal_is_answered_in_his_words(
    engine: Engine, question: str
) -> None:
    answer = engine.ask(question)
    assert not answer.abstained
    for said in (TOO_EARLY, RE_EVALUATED):
        (sentence,) = [each for each in answer.sentences if said in each.text]
        cited = [answer.citations[number - 1] for number in sentence.citations]
        assert all(said in " ".join(citation.quote.split()) for citation in cited)
    assert {citation.uri for citation in answer.citations} == {URI}
    assert {citation.title for citation in answer.citations} == {TITLE}
    assert {citation.speaker for citation in answer.citations} == {"Yasar Guler"}


@pytest.mark.parametrize(
    "question",
    [
        "How do I bake sourdough bread?",
        "Who won the 2022 World Cup?",
        "asdf qwer",
        "What did Guler say about Cyprus?",
    ],
)
def test_what_the_articles_do_not_answer_is_not_answered(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    assert answer.abstained
    assert (answer.sentences, answer.citations) == ((), ())
    assert answer.answer == "The articles do not answer this."
    assert answer.passages
