"""Two reports are compared in a terminal."""

import json
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from eval.measures.scores import measure
from eval.records import Outcome
from eval.reporting.comparison import compare
from eval.reporting.stored import FILE, report_json
from index.errors import InvalidRequest
from tests.eval.making import question, search

RIGHT, WRONG = ("a.txt", "There are 20,000 troops."), ("a.txt", "Six.")
QUESTIONS = [question(f"q{at}") for at in range(40)]
BEST = [search(asked, RIGHT, ms=20) for asked in QUESTIONS]
WORST = [search(asked, WRONG, RIGHT, ms=10) for asked in QUESTIONS]


def written(folder: Path, name: str, runs: Mapping[str, list[Outcome]], asked: str = "set") -> Path:
    (folder / name).mkdir()
    scores = {system: measure(outcomes) for system, outcomes in runs.items()}
    (folder / name / FILE).write_text(json.dumps(report_json(asked, scores)), "utf-8")
    return folder / name


def printed(table: Table) -> str:
    screen = StringIO()
    Console(file=screen, width=120).print(table)
    return screen.getvalue()


def rows(table: Table) -> dict[str, list[str]]:
    lines = [line.split("│")[1:-1] for line in printed(table).splitlines()]
    cells = [[cell.strip() for cell in line] for line in lines if line]
    return {line[0]: line[1:] for line in cells}


def test_each_figure_of_both_is_a_row(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"reader": WORST})
    b = written(tmp_path, "b", {"reader": BEST})
    found = rows(compare(a, b / FILE))
    # No resample of 1000 was against it: 2 * (0 + 1) / 1001
    assert found["passage R@1"] == ["0.000", "1.000", "+1.000", "+1.000 to +1.000", "0.002"]
    assert found["passage R@5"] == ["1.000", "1.000", "+0.000", "+0.000 to +0.000", "1.000"]
    assert found["median latency (ms)"] == ["10.0", "20.0", "+10.0", "+10.0 to +10.0", "0.002"]


def test_better_is_green_and_worse_is_red_whichever_way_the_figure_goes(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"reader": WORST})
    b = written(tmp_path, "b", {"reader": BEST})
    differences = list(compare(a, b).columns[3].cells)
    assert "[green]+1.000[/green]" in differences
    assert "[red]+10.0[/red]" in differences
    assert "+0.000" in differences


def test_the_first_system_that_both_have_is_compared(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"lexical": BEST, "reader": WORST})
    b = written(tmp_path, "b", {"reader": BEST})
    assert rows(compare(a, b))["passage R@1"][:2] == ["0.000", "1.000"]


def test_systems_of_different_names_are_compared_where_none_is_shared(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"lexical": WORST})
    b = written(tmp_path, "b", {"reader": BEST})
    table = printed(compare(a, b))
    assert "a: lexical" in table
    assert "b: reader" in table


def test_two_systems_of_one_report_are_compared_by_name(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"lexical": WORST, "reader": BEST})
    found = rows(compare(a, a, "lexical", "reader"))
    assert found["passage R@1"][:2] == ["0.000", "1.000"]


def test_questions_that_only_one_was_asked_are_left_out_and_told_of(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"reader": WORST})
    b = written(tmp_path, "b", {"reader": BEST[:30]})
    assert "30 questions of both, 10 that only one was asked left out" in printed(compare(a, b))


def test_reports_on_different_sets_are_refused(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"reader": BEST[:20]})
    b = written(tmp_path, "b", {"reader": BEST[20:]})
    with pytest.raises(InvalidRequest, match="no question in common"):
        compare(a, b)


def test_reports_on_sets_of_other_names_are_refused(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"reader": BEST})
    b = written(tmp_path, "b", {"reader": BEST}, asked="another")
    with pytest.raises(InvalidRequest, match=r"is on the set set, .* on another\."):
        compare(a, b)


def test_a_system_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    a = written(tmp_path, "a", {"lexical": WORST, "reader": BEST})
    with pytest.raises(InvalidRequest, match="no system 'dense'") as refused:
        compare(a, a, "dense")
    assert "lexical, reader" in refused.value.remedy
