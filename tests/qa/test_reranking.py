"""Passages are ordered by what a reader finds in them."""

from collections.abc import Sequence

import pytest

from qa.reading import Reading
from qa.records import Hit
from qa.reranking import ReaderReranker, Reranker
from tests.qa.making import hit, reading, sentence


class AsFound:
    """A deterministic fake: leaves the order that the search gave."""

    def rerank(self, hits: Sequence[Hit], readings: Sequence[Reading]) -> tuple[Hit, ...]:
        return tuple(hits)


def _read(passage: int, probability: float) -> Reading:
    return reading(sentence("So it is.", passage=passage), probability)


def test_a_passage_that_answers_comes_before_one_that_only_looks_like_it() -> None:
    hits = [hit(1, fused=0.8), hit(2, fused=0.6)]
    # .8 + .5 * .1 = .85 and .6 + .5 * .9 = 1.05
    reranked = ReaderReranker(0.5).rerank(hits, [_read(1, 0.1), _read(2, 0.9)])
    assert reranked == (hit(2, fused=0.6, reader=0.9), hit(1, fused=0.8, reader=0.1))


def test_the_weight_is_the_readers_say() -> None:
    hits = [hit(1, fused=0.8), hit(2, fused=0.6)]
    # .8 + .2 * .1 = .82 and .6 + .2 * .9 = .78
    reranked = ReaderReranker(0.2).rerank(hits, [_read(1, 0.1), _read(2, 0.9)])
    assert [each.passage.id for each in reranked] == [1, 2]


def test_a_passages_best_sentence_speaks_for_it() -> None:
    readings = [_read(1, 0.2), _read(1, 0.7), _read(1, 0.4)]
    (only,) = ReaderReranker(0.5).rerank([hit(1, fused=0.3)], readings)
    assert only.scores == {"fused": 0.3, "reader": 0.7}


def test_a_passage_of_which_nothing_was_read_counts_nothing() -> None:
    hits = [hit(1, fused=0.3), hit(2, fused=0.2)]
    reranked = ReaderReranker(0.5).rerank(hits, [_read(2, 0.6), _read(9, 1.0)])
    assert reranked == (hit(2, fused=0.2, reader=0.6), hit(1, fused=0.3, reader=0.0))


def test_equals_come_in_the_order_of_their_ids() -> None:
    hits = [hit(3, fused=0.5), hit(1, fused=0.5), hit(2, fused=0.5)]
    assert [each.passage.id for each in ReaderReranker(0.5).rerank(hits, [])] == [1, 2, 3]


@pytest.fixture(params=["reader", "fake"])
def reranker(request: pytest.FixtureRequest) -> Reranker:
    rerankers: dict[str, Reranker] = {"reader": ReaderReranker(0.5), "fake": AsFound()}
    return rerankers[request.param]


def test_any_reranker_gives_the_same_hits_with_the_scores_they_had(reranker: Reranker) -> None:
    hits = [hit(1, dense=0.4, fused=0.8), hit(2, lexical=3.0, fused=0.6), hit(3, fused=0.0)]
    reranked = reranker.rerank(hits, [_read(2, 0.9)])
    before = {each.passage: each.scores for each in hits}
    after = {each.passage: each.scores for each in reranked}
    assert len(reranked) == len(hits)
    assert after.keys() == before.keys()
    assert all(scores.items() <= after[passage].items() for passage, scores in before.items())
    assert [each.scores for each in hits] == [before[each.passage] for each in hits]


def test_any_reranker_gives_nothing_for_nothing(reranker: Reranker) -> None:
    assert reranker.rerank([], []) == ()
    assert reranker.rerank([], [_read(1, 0.9)]) == ()
