"""Counting what was found, and by whom."""

import pytest

from eval.statements.matching import match
from eval.statements.measure import figures
from tests.eval.statements.making import found, gold, read

GOLD = [
    gold(0, 100, "Yasar Guler", is_person=True),
    gold(100, 200, "Salant Corp"),
    gold(200, 300, "analysts", direct=True),
    gold(300, 400),
]
FOUND = read(
    found(0, 100, "Guler"),  # right, though not in full
    found(100, 200, "Texaco Inc"),  # somebody else
    found(200, 300, direct=True),  # left open
    found(410, 420, "Ankara"),  # nothing is there
)


def test_precision_and_recall_are_of_the_pairs() -> None:
    got = figures([match(FOUND, GOLD, 0.8)])

    assert (got.spans.right, got.spans.given, got.spans.wanted) == (3, 4, 4)
    assert got.spans.f1 == pytest.approx(0.75)


def test_speakers_are_right_among_those_attributed() -> None:
    got = figures([match(FOUND, GOLD, 0.8)])

    assert (got.attributed, got.right, got.in_full) == (2, 1, 0)
    assert got.accuracy == pytest.approx(1 / 2)
    assert got.attributed_share == pytest.approx(2 / 3)


def test_a_speaker_given_where_none_can_be_told_is_wrong() -> None:
    got = figures([match(read(found(300, 400, "Ankara")), GOLD, 0.8)])

    assert (got.attributed, got.right) == (1, 0)


def test_direct_and_reported_are_counted_apart() -> None:
    matched = [match(FOUND, GOLD, 0.8)]
    direct = figures(matched, lambda each, _: each.direct)
    reported = figures(matched, lambda each, _: not each.direct)

    assert (direct.spans.right, direct.spans.given, direct.spans.wanted) == (1, 1, 1)
    assert (reported.spans.right, reported.spans.given, reported.spans.wanted) == (2, 3, 3)


def test_kinds_and_verbs_are_of_the_pairs() -> None:
    as_quoted = figures([match(read(found(0, 100, direct=True)), GOLD, 0.8)])

    assert (as_quoted.spans.right, as_quoted.kinds, as_quoted.verbs) == (1, 0, 1)


def test_nothing_found_gives_zeros() -> None:
    got = figures([match(read(), GOLD, 0.8)])

    assert (got.spans.precision, got.spans.recall, got.accuracy, got.attributed_share) == (0,) * 4
