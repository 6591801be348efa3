"""Score rankings, each question by itself. Input: Outcomes. Output: their figures by name.

ir-measures computes them. A question is looked for once: of its right passages the first found
counts, so that a system is not judged by how many right ones it happens to cut a text into. Where a
set grades documents, each document counts by its best passage, with its grade.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from eval.documents import ranked_documents
from eval.measures.answers import is_right_passage
from eval.records import Outcome, SentenceOutcome

# What a ranking is of goes before the name.
PASSAGES, DOCUMENTS = "passage", "document"

Values = dict[str, float]


def score_rankings(outcomes: Sequence[Outcome]) -> list[Values]:
    """Of each outcome the figures of its ranking; none for an unanswerable question."""
    # Heavy: it brings pandas.
    from ir_measures import RR, R, nDCG

    measures = {R @ 1: "R@1", R @ 5: "R@5", R @ 20: "R@20", RR @ 10: "MRR@10", nDCG @ 10: "nDCG@10"}
    asked = [o for o in outcomes if is_ranked(o)]
    found = _computed(measures, [_grades(o) for o in asked], [_places(o) for o in asked])
    named = (
        {f"{_ranked(outcome)} {name}": value for name, value in values.items()}
        for outcome, values in zip(asked, found, strict=True)
    )
    return [next(named) if is_ranked(outcome) else {} for outcome in outcomes]


def score_sentences(outcomes: Sequence[SentenceOutcome]) -> list[Values]:
    """Of each outcome its average precision and reciprocal rank, named for their means; none for
    a question that no sentence answers, as is the custom."""
    from ir_measures import AP, RR

    asked = [o for o in outcomes if any(o.question.labels)]
    grades = [_numbered(o.question.labels) for o in asked]
    found = iter(_computed({AP: "MAP", RR: "MRR"}, grades, [_ordered(o.scores) for o in asked]))
    return [next(found) if any(o.question.labels) else {} for o in outcomes]


def is_ranked(outcome: Outcome) -> bool:
    """Whether there is something right to be found for the question, and a place to find it."""
    question = outcome.question
    return question.answerable and bool(question.relevance or question.answers)


def first_right(outcome: Outcome) -> int | None:
    """The rank, from 1, of the first right passage (or passage of a right document); None where
    none is among those found."""
    ranks = enumerate(outcome.ranking, start=1)
    return next((at for at, found in ranks if is_right_passage(found, outcome.question)), None)


def by_score(scores: Sequence[float]) -> list[int]:
    """The places of the scores, the highest first.

    Of equal scores the later comes first, as trec_eval has it: what tells nothing apart gains
    nothing by the order in which the sentences are given.
    """
    return sorted(range(len(scores)), key=lambda at: (-scores[at], -at))


def _ranked(outcome: Outcome) -> str:
    return DOCUMENTS if outcome.question.relevance else PASSAGES


def _grades(outcome: Outcome) -> dict[str, int]:
    """How right each thing is that could be found."""
    if outcome.question.relevance:
        return dict(outcome.question.relevance)
    rank = first_right(outcome)
    return {str(rank): 1} if rank else {}


def _places(outcome: Outcome) -> dict[str, float]:
    """What was found with its rank as a score, higher being better."""
    if outcome.question.relevance:
        return {uri: -rank for rank, uri in enumerate(ranked_documents(outcome))}
    return {str(rank): -rank for rank in range(1, len(outcome.ranking) + 1)}


def _numbered(grades: Sequence[bool]) -> dict[str, float]:
    return {str(at): int(grade) for at, grade in enumerate(grades)}


def _ordered(scores: Sequence[float]) -> dict[str, float]:
    return {str(at): -rank for rank, at in enumerate(by_score(scores))}


def _computed(
    measures: Mapping[Any, str],
    grades: Sequence[Mapping[str, float]],
    places: Sequence[Mapping[str, float]],
) -> list[Values]:
    """Of each question every measure by its name, in the questions' order.

    Questions are numbered here: an id may be anything, and a run may ask one twice.
    """
    from ir_measures import Qrel, ScoredDoc, iter_calc

    qrels = [
        Qrel(str(at), name, int(grade))
        for at, graded in enumerate(grades)
        for name, grade in graded.items()
    ]
    ranking = [
        ScoredDoc(str(at), name, score)
        for at, placed in enumerate(places)
        for name, score in placed.items()
    ]
    # What nothing right was found for, ir-measures may not name: it has nought of everything.
    found: list[Values] = [dict.fromkeys(measures.values(), 0.0) for _ in grades]
    if qrels and ranking:
        for metric in iter_calc(list(measures), qrels, ranking):
            found[int(metric.query_id)][measures[metric.measure]] = float(metric.value)
    return found
