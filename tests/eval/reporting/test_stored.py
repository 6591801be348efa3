"""What a report was made of is kept, and read again."""

import json
from pathlib import Path

import pytest

from eval.measures.scores import measure
from eval.reporting.stored import FILE, read_report, report_json
from index.errors import InvalidRequest
from tests.eval.making import outcome, question, search

RIGHT = ("a.txt", "There are 20,000 troops.")
SCORES = {
    "reader": measure(
        [outcome(question("q1"), "20,000.", cites=(RIGHT,)), outcome(question(), None)]
    ),
    "fused": measure([search(question("q1"), RIGHT)]),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(json.dumps(report_json("seeds.jsonl", SCORES)), "utf-8")
    return tmp_path


def test_what_was_judged_is_read_as_it_was(folder: Path) -> None:
    report = read_report(folder / FILE)
    assert report.name == "seeds.jsonl"
    assert list(report.systems) == ["reader", "fused"]
    for system, scores in SCORES.items():
        assert report.systems[system] == scores.judged


def test_a_report_may_be_named_by_its_folder(folder: Path) -> None:
    assert read_report(folder) == read_report(folder / FILE)


def test_the_figures_are_there_for_whoever_reads_the_file(folder: Path) -> None:
    stored = json.loads((folder / FILE).read_text("utf-8"))["systems"]["reader"]
    assert (stored["questions"], stored["answerable"]) == (2, 2)
    figures = {figure["name"]: figure for figure in stored["figures"]}
    assert figures["answered right"]["value"] == 0.5
    assert set(figures["answered right"]) == {"name", "value", "low", "high", "n"}
    assert stored["kinds"][0]["kind"] == "what"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no JSON", "is no report"),
        ("[]", "is no report"),
        ('{"name": "x"}', "is no report"),
        ('{"format": 3, "name": "x", "systems": {}}', "its format is 3, not 2"),
        ('{"format": 2, "name": "x", "systems": {"a": {"judged": [{"id": "q"}]}}}', "is no report"),
        ('{"format": 2, "name": "x", "systems": []}', "is no report"),
    ],
)
def test_another_file_is_told_of(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "other.json").write_text(text, "utf-8")
    with pytest.raises(InvalidRequest, match=told) as refused:
        read_report(tmp_path / "other.json")
    assert "--report" in refused.value.remedy


def test_a_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match=r"report\.json cannot be read"):
        read_report(tmp_path)
