"""What is promised of every answer holds for every question of the seeds' question set."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.records import Question
from index.records import BlockKind
from qa import open_engine
from qa.composing import DEFAULT_SENTENCES
from qa.engine import Engine
from qa.records import Answer, Citation, Quote, answer_json
from qa.settings import read_settings
from tests.qa.conftest import Plain

# The fields of the design, with what a reader of the JSON may find in each.
ANSWER = {
    "question": str,
    "understood_as": (str, type(None)),
    "abstained": bool,
    "confidence": float,
    "answer": str,
    "short_answer": (dict, type(None)),
    "sentences": list,
    "citations": list,
    "differences": list,
    "notes": list,
    "parts": list,
    "passages": list,
    "timings_ms": dict,
}
DIFFERENCE = {"kind": str, "values": list}
VALUE = {"text": str, "citation": int}
PART = {
    "question": str,
    "abstained": bool,
    "confidence": float,
    "short_answer": (dict, type(None)),
    "citations": list,
}
SENTENCE = {"text": str, "citations": list}
SHORT_ANSWER = {"text": str, "citation": int}
ALSO_IN = {
    "article_id": str,
    "title": str,
    "outlet": (str, type(None)),
    "published": (str, type(None)),
    "uri": str,
    "start": int,
    "end": int,
    "quote": str,
    "is_copy": bool,
    "agency": (str, type(None)),
}
CITATION = {
    **{field: kind for field, kind in ALSO_IN.items() if field != "is_copy"},
    "uris": list,
    "reports": int,
    "number": int,
    "passage_id": int,
    "speaker": (str, type(None)),
    "also_in": list,
}
PASSAGE = {
    "passage_id": int,
    "article_id": str,
    "title": str,
    "outlet": (str, type(None)),
    "published": (str, type(None)),
    "uri": str,
    "kind": str,
    "start": int,
    "end": int,
    "text": str,
    "scores": dict,
}
TIMINGS = {"retrieve": float, "rerank": float, "compose": float, "total": float}
SAID = re.compile(r"\bwhat (?:did|does|has) .* (?:say|tell)\b|\bdescribe\b|\bsay\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def text_of(engine: Engine) -> Callable[[str], str]:
    """The text of the document that an article stands in."""
    texts = {
        article.id: engine.article_text(article.id).document.text
        for article, _ in engine.articles()
    }
    return lambda article_id: texts[article_id]


def _quoted(answers: tuple[Answer, ...]) -> list[Citation | Quote]:
    citations = [citation for answer in answers for citation in answer.citations]
    return [*citations, *(other for citation in citations for other in citation.also_in)]


def _kinds_under(engine: Engine, cited: Citation | Quote) -> set[BlockKind]:
    blocks = engine.article_text(cited.article_id).article.blocks
    return {b.kind for b in blocks if b.start < cited.end and cited.start < b.end}


def test_the_set_asks_enough_to_show_it(answers: tuple[Answer, ...]) -> None:
    assert sum(not answer.abstained for answer in answers) >= 40
    assert sum(answer.abstained for answer in answers) >= 20


def test_every_quote_stands_in_its_document_to_the_letter(
    answers: tuple[Answer, ...], text_of: Callable[[str], str]
) -> None:
    for cited in _quoted(answers):
        assert text_of(cited.article_id)[cited.start : cited.end] == cited.quote
        assert cited.quote.strip()


def test_every_quote_is_of_the_article_that_its_citation_names(
    answers: tuple[Answer, ...], engine: Engine
) -> None:
    by_id = {article.id: (article, uri) for article, uri in engine.articles()}
    for cited in _quoted(answers):
        article, uri = by_id[cited.article_id]
        assert article.start <= cited.start < cited.end <= article.end
        assert (cited.title, cited.outlet, cited.published, cited.uri) == (
            article.title,
            article.outlet,
            article.published,
            uri,
        )


def test_every_sentence_has_a_citation_and_they_are_numbered_in_order_of_first_use(
    answers: tuple[Answer, ...],
) -> None:
    for answer in answers:
        assert all(sentence.citations for sentence in answer.sentences)
        used = [number for sentence in answer.sentences for number in sentence.citations]
        in_order_of_first_use = list(dict.fromkeys(used))
        assert in_order_of_first_use == list(range(1, len(answer.citations) + 1))
        assert [citation.number for citation in answer.citations] == in_order_of_first_use


def test_every_sentence_stands_in_its_quote(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        for sentence in answer.sentences:
            for number in sentence.citations:
                quote = " ".join(answer.citations[number - 1].quote.split())
                assert sentence.text in quote


def test_the_answer_is_its_sentences_in_their_order(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        if not answer.abstained:
            bare = re.sub(r" (?:\[\d+\])+", "", answer.answer)
            assert bare == " ".join(sentence.text for sentence in answer.sentences)


def test_an_abstaining_answer_cites_nothing_and_shows_the_nearest_passages(
    answers: tuple[Answer, ...],
) -> None:
    for answer in answers:
        if answer.abstained:
            assert (answer.sentences, answer.citations) == ((), ())
            assert answer.short_answer is None
            assert answer.answer == "The articles do not answer this."
            assert answer.passages


def test_an_answer_that_does_not_abstain_says_something(answers: tuple[Answer, ...]) -> None:
    assert all(answer.sentences for answer in answers if not answer.abstained)


def test_every_passage_is_its_span_of_the_document(
    answers: tuple[Answer, ...], text_of: Callable[[str], str]
) -> None:
    for answer in answers:
        for found in answer.passages:
            passage = found.hit.passage
            assert text_of(passage.article_id)[passage.start : passage.end] == found.text


def test_every_passage_is_shown_once(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        ids = [found.hit.passage.id for found in answer.passages]
        assert len(set(ids)) == len(ids) <= 10


def test_the_same_question_gets_the_same_answer_again(
    engine: Engine, questions: tuple[Question, ...], answers: tuple[Answer, ...], plain: Plain
) -> None:
    for question, answer in zip(questions, answers, strict=True):
        again = engine.ask(question.question, history=question.history)
        assert plain(again) == plain(answer)


def test_another_engine_asked_in_another_order_gives_the_same_answers(
    seeds_index: Path, questions: tuple[Question, ...], answers: tuple[Answer, ...], plain: Plain
) -> None:
    fresh = open_engine(seeds_index)
    backwards = [fresh.ask(q.question, history=q.history) for q in reversed(questions)]
    assert [plain(answer) for answer in reversed(backwards)] == [plain(a) for a in answers]


def test_only_text_and_captions_are_ever_quoted(
    answers: tuple[Answer, ...], engine: Engine
) -> None:
    kinds = {kind for cited in _quoted(answers) for kind in _kinds_under(engine, cited)}
    assert kinds == {BlockKind.BODY, BlockKind.CAPTION}


def test_no_passage_shown_is_boilerplate(answers: tuple[Answer, ...]) -> None:
    kinds = {found.hit.passage.kind for answer in answers for found in answer.passages}
    assert kinds == {BlockKind.BODY, BlockKind.CAPTION}


def test_no_caption_is_quoted_for_what_somebody_said(
    questions: tuple[Question, ...], answers: tuple[Answer, ...], engine: Engine
) -> None:
    said = [a for q, a in zip(questions, answers, strict=True) if SAID.search(q.question)]
    assert len(said) >= 14
    for answer in said:
        for citation in answer.citations:
            assert _kinds_under(engine, citation) == {BlockKind.BODY}


def test_what_one_person_said_is_quoted_of_one_person(
    questions: tuple[Question, ...], answers: tuple[Answer, ...]
) -> None:
    asked = {
        "What did Khafaji say about the return of the Peshmerga to Kirkuk?": "khafaji",
        "What did Güler say about withdrawal from Syria?": "guler",
        "What did Akar say about the Turkish military presence in Syria?": "akar",
        "What did Rasool say about Israel's allegations?": "rasool",
    }
    by_question = {q.question: a for q, a in zip(questions, answers, strict=True)}
    for question, name in asked.items():
        speakers = {(c.speaker or "").casefold() for c in by_question[question].citations}
        assert len(speakers) == 1
        assert name in speakers.pop()


def test_an_answer_has_four_sentences_at_most(answers: tuple[Answer, ...]) -> None:
    assert DEFAULT_SENTENCES == 4
    assert max(len(answer.sentences) for answer in answers) <= 4


def test_an_answer_has_as_many_sentences_as_are_asked_for_at_most(
    engine: Engine, questions: tuple[Question, ...]
) -> None:
    for question in questions[:20]:
        answer = engine.ask(question.question, history=question.history, limit=1)
        assert len(answer.sentences) == len(answer.citations) == (not answer.abstained)


def test_the_confidence_is_a_probability_and_decides(answers: tuple[Answer, ...]) -> None:
    threshold = read_settings({}).threshold
    for answer in answers:
        assert 0 <= answer.confidence <= 1
        assert answer.abstained == (answer.confidence < threshold)


def _check(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    assert fields.keys() == expected.keys()
    for name, kinds in expected.items():
        assert isinstance(fields[name], kinds), name
        assert not (kinds is int and isinstance(fields[name], bool)), name


def test_the_json_has_every_field_of_the_design_and_no_other(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        fields = answer_json(answer)
        _check(fields, ANSWER)
        _check(fields["timings_ms"], TIMINGS)
        if fields["short_answer"] is not None:
            _check(fields["short_answer"], SHORT_ANSWER)
        for sentence in fields["sentences"]:
            _check(sentence, SENTENCE)
            assert all(type(number) is int for number in sentence["citations"])
        assert all(type(note) is str for note in fields["notes"])
        for part in fields["parts"]:
            _check(part, PART)
        for difference in fields["differences"]:
            _check(difference, DIFFERENCE)
            for value in difference["values"]:
                _check(value, VALUE)
        for citation in fields["citations"]:
            _check(citation, CITATION)
            for other in citation["also_in"]:
                _check(other, ALSO_IN)
        for passage in fields["passages"]:
            _check(passage, PASSAGE)
            assert passage["scores"].keys() <= {"dense", "lexical", "fused", "reader"}
            assert all(type(score) is float for score in passage["scores"].values())
