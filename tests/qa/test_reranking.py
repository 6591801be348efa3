"""Passages are ordered by what the reader found in them."""

import pytest

from qa.reading import PassageRead
from qa.reranking import rerank
from tests.qa.making import hit


def _read(passage: int, relevance: float) -> PassageRead:
    return PassageRead(passage, relevance, ())


def _ids(hits: list[tuple[int, float]], read: list[tuple[int, float]], weight: float) -> list[int]:
    """The passages in order, of hits with these fused scores and these as relevant."""
    found = [hit(id_, fused=fused) for id_, fused in hits]
    reranked = rerank(found, [_read(*each) for each in read], weight)
    return [each.passage.id for each in reranked]


def test_a_passage_that_answers_comes_before_one_that_only_looks_like_it() -> None:
    hits = [hit(1, fused=0.8, dense=0.4), hit(2, fused=0.6)]
    # .8 + .1 * -2 = .6 and .6 + .1 * 3 = .9
    assert rerank(hits, [_read(1, -2.0), _read(2, 3.0)], 0.1) == (
        hit(2, fused=0.6, reader=3.0),
        hit(1, fused=0.8, dense=0.4, reader=-2.0),
    )


@pytest.mark.parametrize(
    ("weight", "expected"),
    # .8 + w * 1 and .6 + w * 3: equal at .1
    [(0.0, [1, 2]), (0.09, [1, 2]), (0.11, [2, 1])],
)
def test_the_weight_is_the_readers_say(weight: float, expected: list[int]) -> None:
    assert _ids([(1, 0.8), (2, 0.6)], [(1, 1.0), (2, 3.0)], weight) == expected


def test_what_the_reader_thinks_little_of_still_comes_before_what_it_did_not_read() -> None:
    hits = [(1, 0.9), (2, 0.8), (3, 0.7), (4, 0.6)]
    assert _ids(hits, [(4, -9.0), (3, -8.0)], 1.0) == [3, 4, 1, 2]


def test_what_was_not_read_keeps_its_scores_and_its_order() -> None:
    hits = [hit(3, fused=0.1), hit(1, fused=0.2), hit(2, lexical=7.0)]
    assert rerank(hits, [_read(1, 2.0)], 0.5) == (hit(1, fused=0.2, reader=2.0), hits[0], hits[2])


def test_a_passage_without_a_fused_score_counts_by_the_reader_alone() -> None:
    hits = [hit(1, fused=0.3), hit(2, dense=0.9)]
    # .3 + .5 * 1 = .8 and .5 * 2 = 1
    reranked = rerank(hits, [_read(1, 1.0), _read(2, 2.0)], 0.5)
    assert [each.passage.id for each in reranked] == [2, 1]


def test_equals_come_in_the_order_of_their_ids() -> None:
    hits = [(3, 0.5), (1, 0.5), (2, 0.5)]
    assert _ids(hits, [(3, 1.0), (2, 1.0), (1, 1.0)], 0.5) == [1, 2, 3]


def test_a_passage_read_that_the_search_did_not_bring_is_no_hit() -> None:
    assert _ids([(1, 0.5)], [(1, 1.0), (9, 5.0)], 0.5) == [1]


def test_the_hits_that_were_given_stay_as_they_were() -> None:
    given = hit(1, fused=0.5)
    rerank([given], [_read(1, 1.0)], 0.5)
    assert given == hit(1, fused=0.5)


def test_no_hits_are_none_whatever_was_read() -> None:
    assert rerank([], [], 0.5) == ()
    assert rerank([], [_read(1, 0.9)], 0.5) == ()
