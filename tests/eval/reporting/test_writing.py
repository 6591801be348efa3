"""A report is written into a folder."""

import json
from pathlib import Path

import pytest

from eval.measures.scores import measure
from eval.reporting.page import report_page
from eval.reporting.stored import report_json
from eval.reporting.writing import write_report
from index.errors import InvalidRequest
from tests.eval.making import outcome, question

RIGHT = ("a.txt", "Güler: 20,000.")
RUNS = {"reader": [outcome(question("q1"), "20,000.", cites=(RIGHT,), passages=(RIGHT,))]}
SCORES = {"reader": measure(RUNS["reader"])}


def test_a_folder_is_made_with_the_page_and_what_it_was_made_of(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "report"
    write_report(folder, "set", RUNS, SCORES)
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "report.json"]
    assert (folder / "index.html").read_text("utf-8") == report_page("set", RUNS, SCORES)
    stored = (folder / "report.json").read_text("utf-8")
    assert stored == json.dumps(report_json("set", SCORES), ensure_ascii=False) + "\n"


def test_an_earlier_report_is_replaced_and_other_files_are_left(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write_report(tmp_path, "first", RUNS, SCORES)
    write_report(tmp_path, "second", RUNS, SCORES)
    assert "<h1>second</h1>" in (tmp_path / "index.html").read_text("utf-8")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_broken_character_does_not_cost_the_report(tmp_path: Path) -> None:
    runs = {"reader": [outcome(question("q1", asks="Who \ud800?"), None)]}
    write_report(tmp_path, "set", runs, {"reader": measure(runs["reader"])})
    assert "Who ??" in (tmp_path / "index.html").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidRequest, match="cannot be written") as refused:
        write_report(tmp_path / "file", "set", RUNS, SCORES)
    assert "--report" in refused.value.remedy
