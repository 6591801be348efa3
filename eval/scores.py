"""Score a run. Input: Outcomes. Output: Scores.

A question is answered right when an accepted string stands in the answer, and cited right when its
first citation's uri is also one of those accepted. A passage is right when it lies in an accepted
document and holds an accepted string; R@k is the share of answerable questions with a right passage
among the first k.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from eval.question_sets import Question
from eval.runner import Outcome
from index.folding import fold

_QUOTES = re.compile(r"[“”„«»\"‘’‚`´]")


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares are 0 to 1; the three of retrieval and the first two are of the answerable questions.

    Precision and recall of abstaining are 0 where there is nothing to divide by.
    """

    questions: int
    answerable: int
    answered_right: float
    cited_right: float
    abstention_precision: float
    abstention_recall: float
    r_at_1: float
    r_at_5: float
    mrr_at_10: float
    median_ms: float
    p95_ms: float

    @property
    def abstention_f1(self) -> float:
        """The harmonic mean of abstention's precision and recall; 0 where both are."""
        precision, recall = self.abstention_precision, self.abstention_recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(outcomes: Sequence[Outcome]) -> Scores:
    """The scores of a run of at least one question."""
    answerable = [o for o in outcomes if o.question.answerable]
    abstained = [o for o in outcomes if o.answer.abstained]
    rightly = sum(not o.question.answerable for o in abstained)
    times = [o.answer.timings_ms["total"] for o in outcomes]
    r_at_1, r_at_5, mrr = _retrieval(answerable)
    return Scores(
        questions=len(outcomes),
        answerable=len(answerable),
        answered_right=_share(map(is_answered_right, answerable)),
        cited_right=_share(map(is_cited_right, answerable)),
        abstention_precision=rightly / len(abstained) if abstained else 0.0,
        abstention_recall=_share(o.answer.abstained for o in outcomes if not o.question.answerable),
        r_at_1=r_at_1,
        r_at_5=r_at_5,
        mrr_at_10=mrr,
        median_ms=median(times),
        p95_ms=float(np.percentile(times, 95)),
    )


def is_answered_right(outcome: Outcome) -> bool:
    """Whether an accepted string stands in the answer; never for an abstention."""
    return not outcome.answer.abstained and holds(outcome.answer.answer, outcome.question)


def is_cited_right(outcome: Outcome) -> bool:
    """Whether the answer is right and its first citation is to an accepted document."""
    citations = outcome.answer.citations
    return is_answered_right(outcome) and citations[0].uri in outcome.question.uris


def holds(text: str, question: Question) -> bool:
    """Whether an accepted string stands in the text, case, diacritics, kinds of quotation mark and
    runs of white space aside."""
    folded = _folded(text)
    return any(_folded(answer) in folded for answer in question.answers)


def _retrieval(answerable: Sequence[Outcome]) -> tuple[float, float, float]:
    """R@1, R@5 and MRR@10; 0 for no questions."""
    # Heavy: it brings pandas.
    from ir_measures import RR, Qrel, ScoredDoc, Success, calc_aggregate

    if not answerable:
        return 0.0, 0.0, 0.0
    qrels, ranking = [], []
    for outcome in answerable:
        id_ = outcome.question.id
        # So that a question without any right passage found still counts.
        qrels.append(Qrel(id_, "none found", 1))
        for rank, found in enumerate(outcome.answer.passages):
            passage = str(found.hit.passage.id)
            right = found.uri in outcome.question.uris and holds(found.text, outcome.question)
            qrels.append(Qrel(id_, passage, int(right)))
            ranking.append(ScoredDoc(id_, passage, -rank))
    measures = (Success @ 1, Success @ 5, RR @ 10)
    found_scores = calc_aggregate(measures, qrels, ranking)
    return tuple(found_scores[measure] for measure in measures)  # type: ignore[return-value]


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def _folded(text: str) -> str:
    return " ".join(fold(_QUOTES.sub("'", text)).split())
