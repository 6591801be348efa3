"""What the records promise besides holding their fields."""

from dataclasses import FrozenInstanceError

import pytest

from index.records import Block, BlockKind, Counts, Document, Passage


def test_counts_add_up_by_kind() -> None:
    assert Counts(1, 2, 3) + Counts(documents=10) + Counts(passages=4) == Counts(11, 2, 7)
    assert Counts() == Counts(0, 0, 0)


@pytest.mark.parametrize(
    "record",
    [
        Block(BlockKind.BODY, 0, 5),
        Passage("a", 0, 5, BlockKind.BODY),
        Document("d", "uri", "text/plain", "0", "text"),
        Counts(),
    ],
)
def test_a_record_is_never_changed(record: object) -> None:
    (name, *_) = type(record).__match_args__  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        setattr(record, name, "other")


def test_kinds_are_stored_and_shown_under_their_names() -> None:
    assert [str(kind) for kind in BlockKind] == [
        "headline", "caption", "dateline", "body", "boilerplate",
    ]  # fmt: skip
    assert BlockKind("body") is BlockKind.BODY
