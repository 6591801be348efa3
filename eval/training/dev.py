"""Score a reader on what is held back. Input: a Reader and Groups. Output: DevScores."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.training.records import Group, Text
from qa.reader.network import Reader
from qa.reader.records import PassageReading, Unread

_QUESTIONS = 250
_WRONG = 4


@dataclass(frozen=True, slots=True)
class PassageScores:
    """On questions held back, each with its right passage and the four hardest wrong ones.

    ``f1`` is that of the best span's characters in the right passage; ``first`` the share of
    questions whose right passage has the highest relevance; ``first_by_span`` the same by the best
    span less "none here"; ``auroc`` tells right passages from the best wrong ones by relevance.
    """

    f1: float
    first: float
    first_by_span: float
    auroc: float


@dataclass(frozen=True, slots=True)
class DevScores:
    """Of encyclopedia questions, of those on news in other words than its own, and the F1 alone of
    those on single sentences."""

    encyclopedia: PassageScores
    news: PassageScores
    sentence_f1: float


def dev_scores(reader: Reader, groups: Sequence[Group]) -> DevScores:
    """Scores, 0 to 1, on the groups that are held back; 0 where there is none of the kind."""
    held_back = [group for group in groups if group.held_back and group.right]
    short = _spread([g for g in held_back if g.kind == "qamr"])
    return DevScores(
        encyclopedia=_passage_scores(reader, [g for g in held_back if "wiki" in g.kind]),
        news=_passage_scores(reader, [g for g in held_back if g.kind in ("newswire", "made")]),
        sentence_f1=_mean([span_f1(_read(reader, group, ())[0], group) for group in short]),
    )


def _passage_scores(reader: Reader, groups: Sequence[Group]) -> PassageScores:
    groups = _spread([group for group in groups if len(group.wrong) >= _WRONG])
    read = [_read(reader, group, group.wrong[:_WRONG]) for group in groups]
    relevance = _table([[each.relevance for each in row] for row in read])
    margins = _table([[each.spans[0].margin for each in row] for row in read])
    higher = relevance[:, :1] > relevance[:, 1:].max(axis=1, initial=-np.inf)[None, :]
    return PassageScores(
        f1=_mean([span_f1(row[0], group) for row, group in zip(read, groups, strict=True)]),
        first=_mean(relevance.argmax(axis=1) == 0),
        first_by_span=_mean(margins.argmax(axis=1) == 0),
        auroc=_mean(higher),
    )


def span_f1(reading: PassageReading, group: Group) -> float:
    """The best overlap in characters of the words found with a right span, as F1."""
    found = reading.spans[0]

    def one(start: int, end: int) -> float:
        shared = max(0, min(end, found.end) - max(start, found.start))
        return 2 * shared / ((end - start) + (found.end - found.start))

    return max(one(*each) for each in group.right.spans) if group.right else 0.0


def _read(reader: Reader, group: Group, wrong: Sequence[Text]) -> tuple[PassageReading, ...]:
    """The right passage read, then the wrong ones."""
    texts = [text for text in (group.right, *wrong) if text]
    unread = [Unread(each.title, each.text, ((0, len(each.text)),)) for each in texts]
    return reader.read(group.question, unread)


def _table(rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """(n, 5) float64, a row a question, the right passage first."""
    return np.array(rows, dtype=np.float64).reshape(-1, _WRONG + 1)


def _mean(values: Sequence[float] | NDArray[np.bool_]) -> float:
    return round(float(np.mean(values)), 4) if np.size(values) else 0.0


def _spread(groups: Sequence[Group]) -> Sequence[Group]:
    return groups[:: max(1, len(groups) // _QUESTIONS)][:_QUESTIONS]
