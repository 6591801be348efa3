"""Setting found statements against those found by reading."""

from dataclasses import replace

import pytest

from eval.statements.matching import match, overlap
from tests.eval.statements.making import found, gold, read


def test_overlap_is_the_share_of_the_longer_span() -> None:
    # 80 characters in common: all of the one, 80 of the other's 100.
    assert overlap(gold(0, 100), found(20, 100)) == pytest.approx(0.8)
    assert overlap(gold(20, 100), found(0, 100)) == pytest.approx(0.8)
    assert overlap(gold(0, 10), found(10, 20)) == 0


def test_spans_that_overlap_enough_are_a_pair_and_others_are_missed_and_wrong() -> None:
    a, b = gold(0, 100), gold(200, 300)
    given, cut = found(20, 100), found(200, 270)

    matched = match(read(given, cut), [a, b], 0.8)

    assert [(pair.gold, pair.found) for pair in matched.pairs] == [(a, given)]
    assert matched.missed == (b,)
    assert matched.wrong == (cut,)
    assert len(match(read(given, cut), [a, b], 0.3).pairs) == 2


def test_each_has_one_partner_and_the_closest_comes_first() -> None:
    wanted = gold(0, 100)
    close, closer = found(0, 90), found(0, 95)

    matched = match(read(close, closer), [wanted], 0.8)

    assert [pair.found for pair in matched.pairs] == [closer]
    assert matched.wrong == (close,)


def test_a_statement_half_in_an_optional_one_is_neither_wrong_nor_found() -> None:
    optional = gold(0, 100, is_optional=True)
    half, less = found(50, 150), found(60, 160)

    matched = match(read(half, less), [optional], 0.8)

    assert not matched.pairs
    assert not matched.missed
    assert matched.left_out == (half,)
    assert matched.wrong == (less,)


def test_another_documents_statements_do_not_count() -> None:
    assert match(read(), [gold(0, 10)], 0.8).missed
    assert not match(replace(read(), uri="seeds/b.txt"), [gold(0, 10)], 0.8).missed
