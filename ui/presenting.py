"""Turn what the engine gives into text for a terminal. Plain functions; nothing is printed here."""

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from index.records import Counts, IndexReport
from qa.records import Answer, Citation, FoundPassage, Quote

_PREVIEW_CHARS = 280
_NEAREST_SHOWN = 3


def present_answer(answer: Answer) -> RenderableType:
    """The answer, how sure it is, and each citation with its place and quote."""
    parts: list[RenderableType] = [Text(answer.answer, style="bold" if answer.sentences else "")]
    if answer.abstained:
        parts += [Text("\nThe nearest passages, which may not answer:", style="dim")]
        nearest = answer.passages[:_NEAREST_SHOWN]
        parts += [present_passage(rank, each) for rank, each in enumerate(nearest, 1)]
    else:
        parts += [_citation(citation) for citation in answer.citations]
    milliseconds = answer.timings_ms["total"]
    parts.append(Text(f"\nconfidence {answer.confidence:.2f}, {milliseconds:.0f} ms", style="dim"))
    return Group(*parts)


def present_passage(rank: int, found: FoundPassage) -> RenderableType:
    """A passage found, with its scores by name, its place and its first words."""
    passage, article = found.hit.passage, found.article
    scores = "  ".join(f"{name} {score:.3f}" for name, score in found.hit.scores.items())
    where = place(article.title, article.outlet, article.published, found.uri)
    return Group(
        Text(f"\n{rank}. ", style="cyan").append(where, style=""),
        _indented(f"characters {passage.start}-{passage.end}, {passage.kind}  {scores}", "dim"),
        _indented(_preview(found.text), ""),
    )


def place(title: str, outlet: str | None, published: date | None, uri: str) -> str:
    """Where something stands, in one line: title, outlet, date and file."""
    day = published.isoformat() if published else "undated"
    return " · ".join(part for part in (title, outlet, day, uri) if part)


def present_report(report: IndexReport) -> RenderableType:
    """What a run of indexing did, and each file that failed with its remedy."""
    table = Table(box=None, pad_edge=False)
    for heading in ("", "documents", "articles", "passages"):
        table.add_column(heading, justify="left" if not heading else "right")
    for name in ("added", "unchanged", "removed"):
        counts: Counts = getattr(report, name)
        numbers = (counts.documents, counts.articles, counts.passages)
        table.add_row(name, *(str(number) for number in numbers))
    table.add_row("failed", str(len(report.failed)))
    failures = [
        Text(f"{failure.problem} {failure.remedy}", style="red") for failure in report.failed
    ]
    return Group(table, *failures, Text(f"{report.seconds:.1f} seconds", style="dim"))


def present_checks(checks: Sequence[tuple[str, bool, str]]) -> RenderableType:
    """The doctor's findings: (what, whether it is sound, what was found or what to do)."""
    table = Table(box=None, pad_edge=False, show_header=False)
    for what, is_sound, found in checks:
        mark = Text("ok", style="green") if is_sound else Text("WRONG", style="bold red")
        table.add_row(mark, what, found)
    return table


def _citation(citation: Citation) -> RenderableType:
    where = place(citation.title, citation.outlet, citation.published, citation.uri)
    speaker = f"  speaker: {citation.speaker}" if citation.speaker else ""
    return Group(
        Text(f"\n[{citation.number}] ", style="cyan").append(where, style=""),
        _indented(f"characters {citation.start}-{citation.end}{speaker}", "dim"),
        _indented(citation.quote, "italic"),
        *(part for other in citation.also_in for part in _other(other)),
    )


def _other(other: Quote) -> tuple[RenderableType, ...]:
    where = place(other.title, other.outlet, other.published, other.uri)
    return (
        _indented(f"also in: {where}, characters {other.start}-{other.end}", "dim"),
        _indented(other.quote, "dim italic"),
    )


def _indented(text: str, style: str) -> RenderableType:
    return Padding(Text(text, style=style), (0, 0, 0, 4), expand=False)


def _preview(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _PREVIEW_CHARS else line[:_PREVIEW_CHARS].rsplit(" ", 1)[0] + " …"
