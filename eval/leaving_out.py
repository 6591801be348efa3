"""Leave out of a collection what answers some of its questions. Input, output: SquadCollections.

Whole paragraphs go, and single sentences: the paragraph then still speaks of all that is asked, and
does not answer. A question that lost all its answers is asked all the same.
"""

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from eval.sets.squad import SquadCollection, SquadQuestion
from index.sentences import sentence_spans

_Cut = tuple[int, int]


def leave_out(
    collection: SquadCollection, paragraphs: float, answers: float, seed: int
) -> SquadCollection:
    """The collection without the share ``paragraphs`` of its paragraphs, and without the sentences
    that answer the share ``answers`` of its questions. The same seed leaves out the same."""
    chance = random.Random(seed)
    texts = dict(collection.documents)
    cuts: defaultdict[str, set[_Cut]] = defaultdict(set)
    for uri, start, end in sorted({(q.uri, *q.paragraph) for q in collection.questions}):
        if chance.random() < paragraphs:
            cuts[uri].add((start, end))
    for question in collection.questions:
        if chance.random() < answers:
            cuts[question.uri].update(_answering(question, texts[question.uri]))
    merged = {uri: _merged(sorted(cuts[uri])) for uri in texts}
    return replace(
        collection,
        documents=tuple((uri, _without(text, merged[uri])) for uri, text in texts.items()),
        questions=tuple(_moved(q, merged[q.uri]) for q in collection.questions),
    )


def _answering(question: SquadQuestion, text: str) -> list[_Cut]:
    return [
        (low, high)
        for low, high in sentence_spans(text, *question.paragraph)
        if any(start < high and low < end for start, end in question.answers)
    ]


def _merged(cuts: Sequence[_Cut]) -> list[_Cut]:
    """The cuts, in order, with none inside another."""
    merged: list[_Cut] = []
    for start, end in cuts:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _without(text: str, cuts: Sequence[_Cut]) -> str:
    edges = [0, *(edge for cut in cuts for edge in cut), len(text)]
    return "".join(text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))


def _moved(question: SquadQuestion, cuts: Sequence[_Cut]) -> SquadQuestion:
    left = [
        (start, end)
        for start, end in question.answers
        if not any(low < end and start < high for low, high in cuts)
    ]
    starts = [start for start, _ in cuts]

    def place(offset: int) -> int:
        before = cuts[: bisect_right(starts, offset)]
        return offset - sum(min(end, offset) - start for start, end in before)

    low, high = question.paragraph
    return replace(
        question,
        answers=tuple((place(start), place(end)) for start, end in left),
        paragraph=(place(low), place(high)),
    )
