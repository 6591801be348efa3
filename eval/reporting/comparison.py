"""Compare two reports in a terminal. Input: two report files. Output: a table."""

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from eval.measures.comparing import Difference, differences, shared_questions
from eval.measures.figures import MEANINGS, meaning_of
from eval.measures.judging import Judged
from eval.reporting.stored import StoredReport, read_report
from index.errors import InvalidRequest

_SURE = 0.05


def compare(a: Path, b: Path, a_system: str | None = None, b_system: str | None = None) -> Table:
    """A row for each figure that both have: its values, their difference with the 95% interval,
    and p. Reports may be named by their folders, or by their report.json.

    Unless told, the system that is the first in ``a`` and also in ``b``; where they share none, the
    first of each. Raises InvalidRequest where there is no such report, system or shared question,
    and where the two are not on one set.
    """
    one, other = read_report(a), read_report(b)
    if one.name != other.name:
        raise InvalidRequest(
            f"{a} is on the set {one.name}, {b} on {other.name}.",
            "Compare two reports on one question set.",
        )
    a_name, b_name = _systems(one, other, a_system, b_system)
    of_a, of_b = _judged(one, a_name, a), _judged(other, b_name, b)
    pairs = shared_questions(of_a, of_b)
    if not pairs:
        raise InvalidRequest(
            f"{a} and {b} have no question in common.", "Compare two reports on one question set."
        )
    alone = len(of_a) + len(of_b) - 2 * len(pairs)
    left_out = f", {alone} that only one was asked left out" if alone else ""
    table = Table(
        title=f"{len(pairs)} questions of both{left_out}",
        caption="each figure over the questions of which both have a value;"
        " difference: b - a, with its 95% interval and p by paired bootstrap;"
        f" [green]better[/green] or [red]worse[/red] where p < {_SURE}",
    )
    table.add_column("figure")
    for column in (
        f"a: {escape(a_name)}",
        f"b: {escape(b_name)}",
        "difference",
        "95% interval",
        "p",
    ):
        table.add_column(column, justify="right")
    found = {each.name: each for each in differences(pairs)}
    for meaning in MEANINGS:
        if meaning.name in found:
            table.add_row(*_row(found[meaning.name]))
    return table


def _row(found: Difference) -> tuple[str, ...]:
    meaning = meaning_of(found.name)
    places = 3 if meaning.unit == "share" else 1
    unit = " (ms)" if meaning.unit == "ms" else ""
    colour = ""
    if found.p < _SURE and found.difference:
        colour = "green" if (found.difference > 0) == meaning.higher_is_better else "red"
    difference = f"{found.difference:+.{places}f}"
    return (
        f"{found.name}{unit}",
        f"{found.a:.{places}f}",
        f"{found.b:.{places}f}",
        f"[{colour}]{difference}[/{colour}]" if colour else difference,
        f"{found.low:+.{places}f} to {found.high:+.{places}f}",
        f"{found.p:.3f}",
    )


def _systems(
    one: StoredReport, other: StoredReport, a_system: str | None, b_system: str | None
) -> tuple[str, str]:
    shared = next((name for name in one.systems if name in other.systems), None)
    return (
        a_system or shared or next(iter(one.systems), ""),
        b_system or shared or next(iter(other.systems), ""),
    )


def _judged(report: StoredReport, system: str, path: Path) -> tuple[Judged, ...]:
    if system not in report.systems:
        raise InvalidRequest(
            f"{path} has no system {system!r}.",
            f"It has: {', '.join(report.systems) or 'none'}.",
        )
    return report.systems[system]
