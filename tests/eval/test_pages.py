"""How pages taken apart are counted against what they should give, on a page made for it."""

import json
from pathlib import Path

import pytest

from eval.pages import DEFAULT_FOLDER, pair_stories, tally_boundaries, tally_kind, try_pages
from index.records import BlockKind

REPOSITORY = Path(__file__).parents[2]
PAGE = """Storm Closes the Harbour of Veltrin
By Nora Falk
The harbour of Veltrin was closed by a storm on Monday morning.
Read more: Ferries wait at sea
"""
STORY = {"title": "Storm Closes the Harbour of Veltrin", "published": None, "byline": "Nora Falk"}
KINDS = ("headline", "dateline", "body", "boilerplate")


def _folder(tmp_path: Path, kinds: tuple[str, ...]) -> Path:
    expected = {"page.txt": {"articles": [STORY], "lines": [[0, kind] for kind in kinds]}}
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "expected.json").write_text(json.dumps(expected), "utf-8")
    return tmp_path


def test_a_page_read_as_expected_has_every_line_and_fact_right(tmp_path: Path) -> None:
    trials = try_pages(_folder(tmp_path, KINDS))
    for kind in map(BlockKind, KINDS):
        tally = tally_kind(trials, kind)
        assert (tally.right, tally.given, tally.wanted) == (1, 1, 1)
    ((wanted, given),) = pair_stories(trials[0])
    assert wanted == given
    assert tally_boundaries(trials).wanted == 0


def test_a_line_of_another_kind_counts_against_both(tmp_path: Path) -> None:
    # Expected: two body lines and no boilerplate; given: one of each.
    trials = try_pages(_folder(tmp_path, ("headline", "dateline", "body", "body")))
    body = tally_kind(trials, BlockKind.BODY)
    leftover = tally_kind(trials, BlockKind.BOILERPLATE)
    assert (body.right, body.given, body.wanted) == (1, 1, 2)
    assert (leftover.right, leftover.given, leftover.wanted) == (0, 1, 0)


@pytest.mark.parametrize("page", sorted((REPOSITORY / DEFAULT_FOLDER).glob("*.txt")), ids=str)
def test_every_line_of_the_shipped_pages_has_its_expectation(page: Path) -> None:
    expected = json.loads((page.parent / "expected.json").read_text("utf-8"))[page.name]
    lines = [line for line in page.read_text("utf-8").splitlines() if line.strip()]
    assert len(expected["lines"]) == len(lines)
    assert {article for article, _ in expected["lines"]} == set(range(len(expected["articles"])))
