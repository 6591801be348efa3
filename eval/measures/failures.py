"""Tell how a question failed. Input: an Outcome or a SentenceOutcome. Output: its kind of failure.

Where there is an answer to judge, it is the answer that fails; elsewhere the ranking does.
"""

from enum import StrEnum

from eval.measures.answers import is_answered_right, is_evidence_right
from eval.measures.judging import is_answer_judged
from eval.measures.rankings import first_right, is_ranked
from eval.records import Outcome, SentenceOutcome


class Failure(StrEnum):
    """Kinds of failure, in the order that they are listed; the values are shown to people."""

    WRONG = "Wrong answer"
    ELSEWHERE = "Right words, wrong evidence"
    UNANSWERED = "Unanswered"
    UNCALLED_FOR = "Answered though unanswerable"
    NOT_FOUND = "Not found"
    NOT_FIRST = "Right sentence not first"


def failure_of(outcome: Outcome) -> Failure | None:
    """How it failed; None where it did not, or where nothing can be told."""
    if outcome.answer is None or not is_answer_judged(outcome):
        missed = is_ranked(outcome) and first_right(outcome) is None
        return Failure.NOT_FOUND if missed else None
    if not outcome.question.answerable:
        return None if outcome.answer.abstained else Failure.UNCALLED_FOR
    if outcome.answer.abstained:
        return Failure.UNANSWERED
    if is_evidence_right(outcome):
        return None
    return Failure.ELSEWHERE if is_answered_right(outcome) else Failure.WRONG


def sentence_failure_of(outcome: SentenceOutcome) -> Failure | None:
    """How it failed; None where a right sentence has the highest score, or where none is right."""
    labels = outcome.question.labels
    if not any(labels):
        return None
    highest = max(outcome.scores)
    # Of equal scores none is first: what does not tell them apart has not found the right one.
    tops = [label for label, score in zip(labels, outcome.scores, strict=True) if score == highest]
    return None if all(tops) else Failure.NOT_FIRST
