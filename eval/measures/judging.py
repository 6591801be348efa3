"""Judge what a system made of each question. Input: Outcomes. Output: Judged, in the same order.

A `Judged` is all that figures are computed from, and small enough to keep: two runs are compared
by theirs, long after the texts are gone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from eval.measures.answers import (
    exact_match,
    is_answered_right,
    is_cited_right,
    is_evidence_right,
    is_right,
    token_f1,
)
from eval.measures.question_kinds import question_kind
from eval.measures.rankings import score_rankings, score_sentences
from eval.records import Outcome, SentenceOutcome


@dataclass(frozen=True, slots=True)
class Judged:
    """What one question came to.

    ``values`` are the figures that are means over questions, by name; one that the question says
    nothing of is left out. ``abstained``, ``confidence`` and ``right`` are None where the system
    gave no answer, or where the set does not say what a right one would be.
    """

    id: str
    kind: str
    answerable: bool
    took_ms: float
    values: Mapping[str, float]
    abstained: bool | None = None
    confidence: float | None = None
    right: bool | None = None
    question: str = ""


def judge(outcomes: Sequence[Outcome]) -> tuple[Judged, ...]:
    """Each outcome's ranking and answer."""
    short = _gives_short_answers(outcomes)
    return tuple(
        _judged(outcome, ranking, short)
        for outcome, ranking in zip(outcomes, score_rankings(outcomes), strict=True)
    )


def judge_sentences(outcomes: Sequence[SentenceOutcome]) -> tuple[Judged, ...]:
    """Each outcome's order of sentences; answerable is a question that one of them answers."""
    return tuple(
        Judged(
            id=outcome.question.id,
            kind=question_kind(outcome.question.question),
            answerable=any(outcome.question.labels),
            took_ms=outcome.took_ms,
            values=values,
            question=outcome.question.question,
        )
        for outcome, values in zip(outcomes, score_sentences(outcomes), strict=True)
    )


def is_answer_judged(outcome: Outcome) -> bool:
    """Whether there is an answer, and the set says what a right one would be."""
    question = outcome.question
    return outcome.answer is not None and (bool(question.answers) or not question.answerable)


def _judged(outcome: Outcome, ranking: Mapping[str, float], short: bool) -> Judged:
    question = outcome.question
    common = Judged(
        id=question.id,
        kind=question_kind(question.question),
        answerable=question.answerable,
        took_ms=outcome.took_ms,
        values=ranking,
        question=question.question,
    )
    if outcome.answer is None or not is_answer_judged(outcome):
        return common
    return replace(
        common,
        values={**ranking, **_answered(outcome, short)},
        abstained=outcome.answer.abstained,
        confidence=outcome.answer.confidence,
        right=is_right(outcome),
    )


def _answered(outcome: Outcome, short: bool) -> dict[str, float]:
    if outcome.answer is None or not outcome.question.answerable:
        return {}
    values = {
        "answered right": float(is_answered_right(outcome)),
        "cited right": float(is_cited_right(outcome)),
        "evidence right": float(is_evidence_right(outcome)),
    }
    if not short:
        return values
    said = outcome.answer.short_answer
    words, accepted = said.text if said else "", outcome.question.answers
    return {
        **values,
        "exact match": exact_match(words, accepted),
        "token F1": token_f1(words, accepted),
    }


def _gives_short_answers(outcomes: Sequence[Outcome]) -> bool:
    """Whether short answers are to be judged: not where answers were given and none was short."""
    answers = [o.answer for o in outcomes if o.answer is not None and not o.answer.abstained]
    return not answers or any(answer.short_answer for answer in answers)
