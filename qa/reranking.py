"""Order passages by what the reader found in them. Input: Hits and PassageReads. Output: Hits."""

from collections.abc import Sequence
from dataclasses import replace

from qa.reading import PassageRead
from qa.records import Hit


def rerank(hits: Sequence[Hit], read: Sequence[PassageRead], weight: float) -> tuple[Hit, ...]:
    """The same hits, best first by fused score and ``weight`` times the reader's, which each one
    that was read gets as its score "reader".

    The unread ones follow in the order they came in, since nothing is known against those above.
    """
    relevance = {each.id: each.relevance for each in read}
    were_read = [
        replace(hit, scores={**hit.scores, "reader": relevance[hit.passage.id]})
        for hit in hits
        if hit.passage.id in relevance
    ]
    unread = [hit for hit in hits if hit.passage.id not in relevance]

    def score(hit: Hit) -> float:
        return hit.scores.get("fused", 0.0) + weight * hit.scores["reader"]

    return (*sorted(were_read, key=lambda hit: (-score(hit), hit.passage.id)), *unread)
