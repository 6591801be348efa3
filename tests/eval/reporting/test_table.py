"""Scores are shown in a terminal."""

from io import StringIO

from rich.console import Console

from eval.measures.figures import Figure
from eval.measures.scores import Scores
from eval.reporting.table import present


def scores(*figures: Figure) -> Scores:
    return Scores(questions=10, answerable=7, figures=figures, kinds=(), judged=())


ONE = scores(
    Figure("passage R@1", 0.1234, 0.1, 0.2, 7),
    Figure("abstention F1", 0.4, 0.3, 0.5, 10),
    Figure("median latency", 12.34, 10.0, 1500.0, 10),
)
OTHER = scores(Figure("passage R@1", 1.0, 1.0, 1.0, 7))


def shown(name: str, **systems: Scores) -> str:
    screen = StringIO()
    Console(file=screen, width=120).print(present(name, systems))
    return screen.getvalue()


def rows(printed: str) -> list[list[str]]:
    lines = [line.split("│")[1:-1] for line in printed.splitlines()]
    return [[cell.strip() for cell in line] for line in lines if line]


def test_every_figure_that_a_system_has_is_a_row_with_its_interval() -> None:
    assert rows(shown("seeds.jsonl", reader=ONE, fused=OTHER)) == [
        ["passage R@1", "0.123 (0.100–0.200)", "1.000 (1.000–1.000)"],
        ["abstention F1", "0.400 (0.300–0.500)", ""],
        ["median latency (ms)", "12.3 (10.0–1500.0)", ""],
    ]


def test_the_intervals_of_many_systems_go_below_their_values() -> None:
    found = rows(shown("seeds.jsonl", a=OTHER, b=OTHER, c=OTHER))
    assert found == [
        ["passage R@1", "1.000", "1.000", "1.000"],
        ["", "(1.000–1.000)", "(1.000–1.000)", "(1.000–1.000)"],
    ]


def test_what_must_be_known_of_a_system_is_told_where_it_was_asked() -> None:
    note = "langchain finds 4 chunks for a question, and no more: its R@5 and R@20 are R@4."
    assert note in " ".join(shown("seeds.jsonl", langchain=OTHER, reader=ONE).split())
    assert "langchain" not in shown("seeds.jsonl", reader=ONE)


def test_the_title_says_how_much_was_asked_of_what() -> None:
    assert "set[1].jsonl: 7 answerable, 3 not" in shown("set[1].jsonl", reader=ONE)
