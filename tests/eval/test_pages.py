"""How pages taken apart are counted against what they should give, on pages made for it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from eval.pages import (
    DEFAULT_FOLDER,
    Tally,
    Trial,
    find_rows,
    main,
    pair_stories,
    tally_boundaries,
    tally_kind,
    try_pages,
    wrong_lines,
)
from index.records import BlockKind

REPOSITORY = Path(__file__).parents[2]
SHIPPED = REPOSITORY / DEFAULT_FOLDER
TITLE = "Storm Closes the Harbour of Veltrin"
TEXT = "The harbour of Veltrin was closed by a storm on Monday morning."
PAGE = f"{TITLE}\nBy Nora Falk\n{TEXT}\nRead more: Ferries wait at sea\n"
HTML = (
    f"<nav>Home <a>News</a></nav><h1>{TITLE}</h1><p class=byline>By Nora Falk</p>"
    f"<p>{TEXT}</p><script>Not shown</script>"
)
STORY = {"title": TITLE, "published": None, "byline": "Nora Falk"}
KINDS = ("headline", "dateline", "body", "boilerplate")


def _try_text(folder: Path, *kinds: str, story: dict[str, Any] | None = None) -> tuple[Trial, ...]:
    expected = {"page.txt": {"articles": [story or STORY], "lines": [[0, k] for k in kinds]}}
    (folder / "page.txt").write_text(PAGE, "utf-8")
    (folder / "expected.json").write_text(json.dumps(expected), "utf-8")
    return try_pages(folder)


def _try_html(folder: Path, *texts: tuple[int, str, str]) -> tuple[Trial, ...]:
    expected = {"page.html": {"articles": [STORY], "texts": texts}}
    (folder / "page.html").write_text(HTML, "utf-8")
    (folder / "expected-html.json").write_text(json.dumps(expected), "utf-8")
    return try_pages(folder)


def test_a_page_read_as_expected_has_every_line_and_fact_right(tmp_path: Path) -> None:
    trials = _try_text(tmp_path, *KINDS)
    for kind in map(BlockKind, KINDS):
        assert tally_kind(trials, kind) == Tally(right=1, given=1, wanted=1)
    ((wanted, given),) = pair_stories(trials[0])
    assert (given.title, given.published, given.byline) == (TITLE, None, "Nora Falk")
    assert wanted == given
    assert tally_boundaries(trials) == Tally(right=0, given=0, wanted=0)
    assert list(wrong_lines(trials[0])) == []


def test_a_line_of_another_kind_counts_against_both(tmp_path: Path) -> None:
    # Expected: two body lines and no boilerplate; given: one of each.
    trials = _try_text(tmp_path, "headline", "dateline", "body", "body")
    assert tally_kind(trials, BlockKind.BODY) == Tally(right=1, given=1, wanted=2)
    assert tally_kind(trials, BlockKind.BOILERPLATE) == Tally(right=0, given=1, wanted=0)
    (wrong,) = wrong_lines(trials[0])
    assert wrong.startswith("page.txt: expected 0 body, found 0 boilerplate: Read more")


def test_a_wrong_fact_is_told(tmp_path: Path) -> None:
    story = {**STORY, "published": "2020-02-20", "byline": "NORA FALK"}
    trials = _try_text(tmp_path, *KINDS, story=story)
    ((wanted, given),) = pair_stories(trials[0])
    assert (wanted.published, given.published) == (date(2020, 2, 20), None)
    assert list(wrong_lines(trials[0])) == ["page.txt: expected published 2020-02-20, found None"]


def test_another_number_of_lines_than_expected_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="has 4 lines, 3 are expected"):
        _try_text(tmp_path, *KINDS[:3])


def test_an_html_page_is_looked_for_in_its_text(tmp_path: Path) -> None:
    trials = _try_html(
        tmp_path,
        (0, "boilerplate", "Home News"),
        (0, "headline", TITLE),
        (0, "dateline", "By Nora Falk"),
        (0, "body", TEXT),
        (0, "boilerplate", "Not shown"),
    )
    for kind, count in (("headline", 1), ("dateline", 1), ("body", 1), ("boilerplate", 2)):
        assert tally_kind(trials, BlockKind(kind)) == Tally(count, count, count)


def test_a_storys_words_that_an_html_page_left_out_are_missed(tmp_path: Path) -> None:
    trials = _try_html(tmp_path, (0, "headline", TITLE), (0, "body", "Not shown"))
    assert tally_kind(trials, BlockKind.BODY) == Tally(right=0, given=0, wanted=1)
    assert [line.kind for line in trials[0].found.lines] == [BlockKind.HEADLINE, None]


@pytest.mark.parametrize(
    ("text", "rows", "found"),
    [
        ("one\ntwo\n", ["one", "two"], ["one", "two"]),
        ("one  two\n", ["one two"], ["one  two"]),
        ("one\n\nmore\ntwo\n", ["one", "two"], ["one", "two"]),
        ("one\ntwo\n", ["one", "left out", "two"], ["one", None, "two"]),
        ("one\nand two too\nthree\n", ["one", "two", "three"], ["one", "and two too", "three"]),
        ("one\ntwo\none\n", ["one", "two", "one"], ["one", "two", "one"]),
        ("", ["one"], [None]),
        ("one", [], []),
    ],
)
def test_rows_are_found_in_their_order(text: str, rows: list[str], found: list[str | None]) -> None:
    spans = find_rows(text, rows)
    assert [text[span[0] : span[1]] if span else None for span in spans] == found


def test_the_shares_are_worked_out_from_what_was_counted() -> None:
    tally = Tally(right=3, given=4, wanted=6)
    assert (tally.precision, tally.recall) == (0.75, 0.5)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.5 / 1.25)
    nothing = Tally(right=0, given=0, wanted=0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_the_command_prints_the_figures_and_each_wrong_line(tmp_path: Path) -> None:
    _try_text(tmp_path, "headline", "dateline", "body", "body")
    quiet = CliRunner().invoke(main, [str(tmp_path)])
    assert quiet.exit_code == 0
    assert "1 pages" in quiet.output
    assert "expected 0 body" not in quiet.output
    assert "expected 0 body" in CliRunner().invoke(main, [str(tmp_path), "--verbose"]).output


@pytest.fixture(scope="module")
def shipped() -> tuple[Trial, ...]:
    return try_pages(SHIPPED)


def test_every_shipped_page_has_its_expectation(shipped: tuple[Trial, ...]) -> None:
    pages = {path.name for ending in ("*.txt", "*.html") for path in SHIPPED.glob(ending)}
    assert {trial.page for trial in shipped} == pages
    for trial in shipped:
        held = {line.article for line in trial.expected.lines}
        assert held == set(range(len(trial.expected.stories))), trial.page


def test_the_shipped_pages_are_taken_apart_as_well_as_they_were(shipped: tuple[Trial, ...]) -> None:
    assert tally_boundaries(shipped, past_leftovers=True).f1 >= 0.95
    assert tally_kind(shipped, BlockKind.BODY).recall >= 0.995
    assert tally_kind(shipped, BlockKind.BOILERPLATE).precision >= 0.97
    pairs = [pair for trial in shipped for pair in pair_stories(trial)]
    assert sum(wanted.title == given.title for wanted, given in pairs) >= 0.95 * len(pairs)
    assert sum(wanted.published == given.published for wanted, given in pairs) >= 0.95 * len(pairs)
