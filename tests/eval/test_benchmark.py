"""The tables of the benchmark, and where they are put."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import benchmark
from eval.benchmark import main

MARKED = "Before.\n<!-- benchmark: begin -->\nold\n<!-- benchmark: end -->\nAfter.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the benchmark writes to."""
    (tmp_path / "eval").mkdir()
    for name in ("README.md", "eval/RESULTS.md"):
        (tmp_path / name).write_text(MARKED, "utf-8")
    monkeypatch.setattr(benchmark, "_ROOT", tmp_path)
    monkeypatch.setattr(
        benchmark, "_SETS", {name: benchmark._SETS[name] for name in ("seeds-held-out",)}
    )
    return tmp_path


def test_what_is_measured_stands_between_the_marks_of_both_files(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Path(__file__).parents[2]
    (root / "eval" / "questions").symlink_to(repository / "eval" / "questions")
    monkeypatch.chdir(repository)
    done = CliRunner().invoke(
        main, [str(root), "--report", str(root / "pages")], catch_exceptions=False
    )
    assert done.exit_code == 0
    for name in ("README.md", "eval/RESULTS.md"):
        text = (root / name).read_text("utf-8")
        assert text.startswith("Before.\n<!-- benchmark: begin -->\n**Our own question sets**\n")
        assert text.endswith("<!-- benchmark: end -->\nAfter.\n")
        assert "old" not in text
        assert "| | right | answered right | cited right |" in text
        assert "| seeds-held-out.jsonl: 40 answerable, 20 not | 0." in text
        assert text == (root / "README.md").read_text("utf-8")
    assert (root / "pages" / "seeds-held-out" / "index.html").is_file()


def test_a_trial_writes_nothing_down(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Path(__file__).parents[2]
    (root / "eval" / "questions").symlink_to(repository / "eval" / "questions")
    monkeypatch.chdir(repository)
    done = CliRunner().invoke(main, [str(root), "--limit", "2"], catch_exceptions=False)
    assert "| right | answered right |" in done.output
    assert (root / "README.md").read_text("utf-8") == MARKED


def test_the_repositorys_files_have_the_marks() -> None:
    for name in ("README.md", "eval/RESULTS.md"):
        text = (Path(__file__).parents[2] / name).read_text("utf-8")
        assert text.count("<!-- benchmark: begin -->\n") == 1
        assert text.count("<!-- benchmark: end -->") == 1
