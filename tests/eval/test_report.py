"""Scores are shown in a terminal."""

from io import StringIO

from rich.console import Console

from eval.report import present_scores
from eval.scores import Scores

SCORES = Scores(
    questions=10,
    answerable=7,
    answered_right=0.5,
    cited_right=0.25,
    abstention_precision=0.6,
    abstention_recall=0.3,
    r_at_1=0.1234,
    r_at_5=0.5678,
    mrr_at_10=0.4321,
    median_ms=12.34,
    p95_ms=56.78,
)


def test_every_figure_has_its_row() -> None:
    screen = StringIO()
    Console(file=screen, width=80).print(present_scores("seeds.jsonl", SCORES))
    lines = [line.split("│")[1:-1] for line in screen.getvalue().splitlines()]
    rows = {cells[0].strip(): cells[1].strip() for cells in lines if cells}
    assert rows == {
        "answered right": "0.500",
        "cited right": "0.250",
        "abstention precision": "0.600",
        "abstention recall": "0.300",
        # 2 * .6 * .3 / .9
        "abstention F1": "0.400",
        "passage R@1": "0.123",
        "passage R@5": "0.568",
        "passage MRR@10": "0.432",
        "median latency": "12.3 ms",
        "p95 latency": "56.8 ms",
    }


def test_the_title_says_how_much_was_asked() -> None:
    assert present_scores("seeds.jsonl", SCORES).title == "seeds.jsonl: 7 answerable, 3 not"
