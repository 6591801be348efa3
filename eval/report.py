"""Show the scores of a run in a terminal. Input: Scores. Output: a table."""

from rich.table import Table

from eval.scores import Scores


def present_scores(name: str, scores: Scores) -> Table:
    """A row for each figure."""
    unanswerable = scores.questions - scores.answerable
    table = Table(title=f"{name}: {scores.answerable} answerable, {unanswerable} not")
    table.add_column("figure")
    table.add_column("value", justify="right")
    for figure, value in (
        ("answered right", scores.answered_right),
        ("cited right", scores.cited_right),
        ("abstention precision", scores.abstention_precision),
        ("abstention recall", scores.abstention_recall),
        ("abstention F1", scores.abstention_f1),
        ("passage R@1", scores.r_at_1),
        ("passage R@5", scores.r_at_5),
        ("passage MRR@10", scores.mrr_at_10),
    ):
        table.add_row(figure, f"{value:.3f}")
    table.add_row("median latency", f"{scores.median_ms:.1f} ms")
    table.add_row("p95 latency", f"{scores.p95_ms:.1f} ms")
    return table
