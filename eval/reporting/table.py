"""Show scores in a terminal. Input: Scores by system. Output: a table."""

from collections.abc import Mapping

from rich.markup import escape
from rich.table import Table

from eval.measures.figures import MEANINGS, Figure, written
from eval.measures.scores import Scores
from eval.reporting.notes import notes_on

# With more systems than that the intervals go below the values: a terminal has 80 columns.
_ON_ONE_LINE = 2


def present(name: str, scores: Mapping[str, Scores]) -> Table:
    """A row for each figure that any system has, a column for each system: the value, and the
    bounds of its 95% interval."""
    first = next(iter(scores.values()))
    unanswerable = first.questions - first.answerable
    table = Table(
        title=f"{escape(name)}: {first.answerable} answerable, {unanswerable} not",
        caption="\n".join(
            ("in brackets: the 95% interval, by bootstrap over the questions", *notes_on(scores))
        ),
    )
    table.add_column("figure")
    for system in scores:
        table.add_column(escape(system), justify="right")
    group = ""
    for meaning in MEANINGS:
        row = [each.figure(meaning.name) for each in scores.values()]
        if not any(row):
            continue
        if group and meaning.group != group:
            table.add_section()
        group = meaning.group
        unit = " (ms)" if meaning.unit == "ms" else ""
        between = "\n" if len(scores) > _ON_ONE_LINE else " "
        table.add_row(f"{meaning.name}{unit}", *(_cell(figure, between) for figure in row))
    return table


def _cell(figure: Figure | None, between: str) -> str:
    if figure is None:
        return ""
    value, low, high = written(figure)
    return f"{value}{between}[dim]({low}–{high})[/dim]"
