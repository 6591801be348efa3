"""Rankings are merged by rank."""

import pytest

from eval.systems.rank_fusion import fuse_by_rank


def test_a_passage_ranked_high_twice_beats_one_ranked_first_once() -> None:
    merged = fuse_by_rank([[1, 2], [3, 2]])
    # 2 is second twice; 1 and 3 are first once, and stand in order of id.
    assert [id_ for id_, _ in merged] == [2, 1, 3]
    assert [score for _, score in merged] == pytest.approx([2 / 62, 1 / 61, 1 / 61])


def test_nothing_merged_is_nothing() -> None:
    assert fuse_by_rank([]) == []
    assert fuse_by_rank([[], []]) == []
