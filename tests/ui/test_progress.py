"""The bars of a run of indexing, as a terminal shows them."""

import io

from rich.console import Console

from ui.progress import ProgressBars


def _shown(*calls: tuple[str, int, int, int]) -> list[str]:
    """The lines that stand when the run is over."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=False, width=200)
    with ProgressBars(console) as progress:
        for call in calls:
            progress(*call)
    return [line for line in screen.getvalue().splitlines() if line.strip()]


def test_a_bar_tells_its_share_and_how_many_documents() -> None:
    (line,) = _shown(
        ("Reading and embedding", 0, 1_000, 0), ("Reading and embedding", 250, 1_000, 1_234)
    )
    assert line.startswith("Reading and embedding ")
    assert " 25% " in line
    assert "1,234 documents, " in line
    assert " a second" in line


def test_each_stage_has_its_bar_and_only_the_one_that_reads_counts_documents() -> None:
    reading, publishing = _shown(
        ("Reading and embedding", 10, 10, 5), ("Publishing", 0, 1, 5), ("Publishing", 1, 1, 5)
    )
    assert "100%" in reading
    assert "100%" in publishing
    assert "documents" not in publishing


def test_a_stage_of_nothing_is_done() -> None:
    (line,) = _shown(("Reading and embedding", 0, 0, 0))
    assert "100%" in line
