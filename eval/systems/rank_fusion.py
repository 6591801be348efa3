"""Merge rankings by rank alone: the usual way to join two searches, that ours is held against."""

from collections import defaultdict
from collections.abc import Sequence

_K = 60


def fuse_by_rank(rankings: Sequence[Sequence[int]]) -> list[tuple[int, float]]:
    """Merge ranked passage ids: score(p) = sum of 1 / (60 + rank), rank counted from 1.

    Best first; ties in id order, so that two runs agree. No rankings give an empty list.
    Source: Cormack, Clarke and Buettcher, SIGIR 2009 (reciprocal rank fusion, k = 60).
    """
    scores: defaultdict[int, float] = defaultdict(float)
    for ranking in rankings:
        for rank, passage_id in enumerate(ranking, start=1):
            scores[passage_id] += 1 / (_K + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
