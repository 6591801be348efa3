"""Which way of ranking puts a right passage first, counted over a made collection."""

from pathlib import Path

from eval.indexed import index_documents
from eval.retrieval import count_right
from eval.squad import SquadQuestion

HARBOUR = "Harbour\n\nThe harbour of Veltrin was closed by a storm on Monday.\n"
BUSES = "Buses\n\nOstmark doubled the number of its night buses in spring.\n"


def test_a_right_passage_first_counts_for_each_way_that_puts_it_there(tmp_path: Path) -> None:
    index = index_documents([("a.txt", HARBOUR), ("b.txt", BUSES)], tmp_path / "collection")
    start = HARBOUR.index("on Monday")
    gold = ((start, start + len("on Monday")),)
    right = SquadQuestion("When did a storm close the harbour?", 0, "a.txt", gold)
    # No passage reaches that far.
    elsewhere = SquadQuestion("When did a storm close the harbour?", 0, "a.txt", ((900, 909),))
    ways = {"lexical R@1", "dense R@1", "fused R@1", "reader R@1", "R@5", "R@10"}
    assert dict(count_right(index, [right])) == dict.fromkeys(ways, 1)
    assert dict(count_right(index, [elsewhere])) == dict.fromkeys(ways, 0)
