"""Set found statements against those found by reading. Input: a document and its gold. Output:
pairs, and what is left on either side.

Two spans overlap by the share that they have in common of the longer one: "by at least 80 %" is of
both. Each statement has one partner at most, those that overlap most first.
"""

from collections.abc import Sequence

from eval.statements.records import Gold, Matched, Pair, Read
from index.records import Statement


def match(document: Read, gold: Sequence[Gold], least: float) -> Matched:
    """The document's statements in pairs that overlap by ``least``, from above 0 to 1.

    A found statement without a partner is left out, and not wrong, where at least half of it lies
    in an optional one.
    """
    wanted = [each for each in gold if each.uri == document.uri]
    required = [each for each in wanted if not each.is_optional]
    optional = [each for each in wanted if each.is_optional]
    pairs = _pairs(required, document.found, least)
    paired = {id(pair.gold) for pair in pairs}
    alone = [each for each in document.found if not any(each is pair.found for pair in pairs)]
    left_out = tuple(each for each in alone if _is_optional(each, optional))
    return Matched(
        document,
        pairs,
        missed=tuple(each for each in required if id(each) not in paired),
        wrong=tuple(each for each in alone if not _is_optional(each, optional)),
        left_out=left_out,
    )


def overlap(one: Gold | Statement, other: Gold | Statement) -> float:
    """The share of the longer span that both have, from 0 to 1."""
    longer = max(one.end - one.start, other.end - other.start)
    return _common(one, other) / longer if longer else 0.0


def _pairs(gold: Sequence[Gold], found: Sequence[Statement], least: float) -> tuple[Pair, ...]:
    ranked = sorted(
        (
            (share, a, b)
            for a, wanted in enumerate(gold)
            for b, given in enumerate(found)
            if (share := overlap(wanted, given)) >= least
        ),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    taken: dict[int, int] = {}
    for _, a, b in ranked:
        if a not in taken and b not in taken.values():
            taken[a] = b
    return tuple(Pair(gold[a], found[b]) for a, b in sorted(taken.items()))


def _is_optional(found: Statement, optional: Sequence[Gold]) -> bool:
    return any(2 * _common(found, each) >= found.end - found.start for each in optional)


def _common(one: Gold | Statement, other: Gold | Statement) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
