"""Two scored lists become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.fusing import fuse

FOUND = st.lists(
    st.tuples(st.integers(1, 9), st.floats(-1, 30, allow_nan=False)),
    unique_by=lambda pair: pair[0],
)


def test_a_passage_is_worth_half_of_each_normalised_score() -> None:
    # Dense .9, .5, .1 become 1, .5, 0; lexical 8 and 2 become 1 and 0.
    dense, lexical = [(1, 0.9), (2, 0.5), (3, 0.1)], [(2, 8.0), (4, 2.0)]
    assert fuse(dense, lexical) == [
        (2, pytest.approx(0.5 * 0.5 + 0.5 * 1)),
        (1, pytest.approx(0.5 * 1)),
        (3, 0.0),
        (4, 0.0),
    ]


def test_the_weight_is_the_dense_scores_share() -> None:
    dense, lexical = [(1, 0.9), (2, 0.5), (3, 0.1)], [(2, 8.0), (3, 2.0)]
    assert fuse(dense, lexical, weight=0.2) == [
        (2, pytest.approx(0.2 * 0.5 + 0.8 * 1)),
        (1, pytest.approx(0.2 * 1)),
        (3, 0.0),
    ]


def test_scores_below_zero_are_normalised_as_any_other() -> None:
    assert fuse([(1, -0.6), (2, -0.2), (3, -0.4)], []) == [
        (2, 0.5),
        (3, pytest.approx(0.25)),
        (1, 0.0),
    ]


def test_equals_come_in_the_order_of_their_ids() -> None:
    assert fuse([(9, 0.7), (4, 0.7)], [(6, 3.0), (5, 3.0)]) == [
        (4, 0.5),
        (5, 0.5),
        (6, 0.5),
        (9, 0.5),
    ]


def test_a_single_passage_is_as_good_as_its_search_knows() -> None:
    assert fuse([(7, 0.1)], []) == [(7, 0.5)]
    assert fuse([(7, 0.1)], [(7, 2.0)]) == [(7, 1.0)]


def test_what_one_search_did_not_find_counts_nothing_there() -> None:
    assert fuse([], [(1, 4.0), (2, 1.0)]) == [(1, 0.5), (2, 0.0)]


def test_two_empty_lists_give_none() -> None:
    assert fuse([], []) == []


@given(dense=FOUND, lexical=FOUND)
def test_every_passage_found_comes_once_best_first_between_0_and_1(
    dense: list[tuple[int, float]], lexical: list[tuple[int, float]]
) -> None:
    fused = fuse(dense, lexical)
    scores = [score for _, score in fused]
    assert sorted(id_ for id_, _ in fused) == sorted({id_ for id_, _ in (*dense, *lexical)})
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
