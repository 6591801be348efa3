"""Turn what the engine gives into text for a terminal. Plain functions; nothing is printed here."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from index.records import Article, BlockKind, Counts, Document, Failure, Field, IndexReport
from ui.article_json import Listed
from ui.days import period

if TYPE_CHECKING:
    # The qa room brings FAISS with it, which a list of articles has no use for.
    from index.pages.extracting import Extracted
    from qa.records import Answer, Citation, Difference, FoundPassage, Quote, ShortAnswer
    from qa.speech.listing import ListedStatement
    from qa.timing.timeline import Moment

_PREVIEW_CHARS = 280
_BLOCK_CHARS = 160
_KIND_STYLES = {
    BlockKind.HEADLINE: "bold",
    BlockKind.DATELINE: "cyan",
    BlockKind.CAPTION: "magenta",
    BlockKind.BODY: "",
    BlockKind.BOILERPLATE: "dim red",
}
# A terminal obeys these; an article must not command it.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_NEAREST_SHOWN = 3


def present_answer(answer: "Answer") -> RenderableType:
    """The few words that answer, if there are any, the answer, how sure it is, and each citation
    with its place and quote."""
    parts: list[RenderableType] = [*_understood(answer), *_answered(answer)]
    parts += [_difference(each) for each in answer.differences]
    parts += [present_note(note) for note in answer.notes]
    if answer.abstained and answer.passages:
        parts += [Text("\nThe nearest passages, which may not answer:", style="dim")]
        nearest = answer.passages[:_NEAREST_SHOWN]
        parts += [present_passage(rank, each) for rank, each in enumerate(nearest, 1)]
    if not answer.abstained:
        parts += [_citation(citation) for citation in answer.citations]
    milliseconds = answer.timings_ms["total"]
    parts.append(Text(f"\nconfidence {answer.confidence:.2f}, {milliseconds:.0f} ms", style="dim"))
    return Group(*parts)


def present_note(note: str) -> RenderableType:
    """What a user must know of what was found."""
    return Text(f"\n{_plain(note)}", style="yellow")


def _understood(answer: "Answer") -> list[RenderableType]:
    if answer.understood_as is None:
        return []
    return [Text(f"Understood as: {_plain(answer.understood_as)}\n", style="dim")]


def _answered(answer: "Answer") -> list[RenderableType]:
    from qa.citing import cited_text
    from qa.records import NO_ANSWER

    if not answer.parts:
        style = "bold" if answer.sentences else ""
        return [*_short(answer.short_answer), Text(answer.answer, style=style)]
    shown: list[RenderableType] = []
    for part in answer.parts:
        own = [said for said in answer.sentences if set(said.citations) & set(part.citations)]
        shown.append(Text(f"{_plain(part.question)}", style="cyan"))
        shown += _short(part.short_answer)
        shown.append(Text(f"{cited_text(own) or NO_ANSWER}\n", style="bold" if own else ""))
    return shown


def _short(short: "ShortAnswer | None") -> list[RenderableType]:
    return [Text(f"{short.text} [{short.citation}]\n", style="bold green")] if short else []


def _difference(difference: "Difference") -> RenderableType:
    sides = "; ".join(f"{value.text} [{value.citation}]" for value in difference.values)
    return Text(f"\nThe articles differ: {_plain(sides)}", style="yellow")


def present_passage(rank: int, found: "FoundPassage") -> RenderableType:
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
        table.add_row(name, *(f"{number:,}" for number in numbers))
    table.add_row("failed", f"{len(report.failed):,}")
    failures = [present_failure(failure) for failure in report.failed]
    return Group(table, *failures, Text(_duration(report), style="dim"))


def present_failure(failure: Failure) -> RenderableType:
    """What could not be taken in, and what to do about it."""
    return Text(_plain(f"{failure.problem} {failure.remedy}"), style="red")


def present_document(document: Document, articles: Sequence["Extracted"]) -> RenderableType:
    """What one item was read as: its articles with their facts, signals and blocks."""
    read = f"{document.uri} ({document.media_type}, {len(document.text):,} characters)"
    parts: list[RenderableType] = [Text(_plain(read), style="bold underline")]
    for number, extracted in enumerate(articles, start=1):
        parts.append(Text(f"\nArticle {number} of {len(articles)}", style="bold green"))
        parts += [_facts(extracted), _blocks(document, extracted)]
    return Group(*parts, Text(""))


def present_articles(listed: Sequence[Listed]) -> RenderableType:
    """A row for each article."""
    table = Table(box=None, pad_edge=False)
    for heading in ("published", "outlet", "title", "id", "uri"):
        table.add_column(heading, no_wrap=heading in ("published", "id"), overflow="fold")
    for each in listed:
        told = each.article
        day = told.published.isoformat() if told.published else "undated"
        cells = (day, told.outlet or "", told.title, told.id, each.uris[0])
        table.add_row(*(Text(_plain(cell)) for cell in cells))
    return table


def present_statements(listed: Sequence["ListedStatement"]) -> RenderableType:
    """Each statement under who makes it, with its place."""
    if not listed:
        return Text("Nobody says anything like it in the articles.", style="dim")
    return Group(*(part for each in listed for part in _statement(each)))


def _statement(listed: "ListedStatement") -> tuple[RenderableType, ...]:
    said, article = listed.said, listed.article
    manner = f"  {said.verb}, {'word for word' if said.direct else 'as reported'}"
    where = place(article.title, article.outlet, article.published, listed.uri)
    speaker = Text(_plain(said.speaker_full or "Somebody not told"), style="bold green")
    return (
        speaker.append(_plain(manner), style="dim not bold"),
        _indented(_plain(" ".join(listed.text.split())), "italic" if said.direct else ""),
        _indented(_plain(f"{where}, characters {said.start}-{said.end}"), "dim"),
        Text(""),
    )


def present_moments(moments: Sequence["Moment"]) -> RenderableType:
    """Each moment under its day, month or year, with the words that name it and its place."""
    if not moments:
        return Text("The articles tell no day of it.", style="dim")
    return Group(*(part for each in moments for part in _moment(each)))


def _moment(moment: "Moment") -> tuple[RenderableType, ...]:
    cited = moment.citation
    named = f"  “{moment.words}”" if moment.words else "  published"
    where = place(cited.title, cited.outlet, cited.published, cited.uri)
    when = Text(period(moment.since, moment.until), style="bold green")
    return (
        when.append(_plain(named), style="dim not bold"),
        _indented(_plain(" ".join(cited.quote.split())), ""),
        _indented(_plain(f"{where}, characters {cited.start}-{cited.end}"), "dim"),
        *([_indented(reports_line(cited), "dim")] if cited.also_in else []),
        Text(""),
    )


def _duration(report: IndexReport) -> str:
    rate = report.added.documents / report.seconds if report.seconds else 0.0
    many = f", {rate:,.1f} documents a second" if rate >= 1 else ""
    spent = ", ".join(f"{name} {seconds:.1f}" for name, seconds in report.stages if seconds >= 1)
    return f"{report.seconds:.1f} seconds{many}" + (f" ({spent})" if spent else "")


def present_checks(checks: Sequence[tuple[str, bool, str]]) -> RenderableType:
    """The doctor's findings: (what, whether it is sound, what was found or what to do)."""
    table = Table(box=None, pad_edge=False, show_header=False)
    for what, is_sound, found in checks:
        mark = Text("ok", style="green") if is_sound else Text("WRONG", style="bold red")
        table.add_row(mark, what, found)
    return table


def _facts(extracted: "Extracted") -> RenderableType:
    table = Table(box=None, pad_edge=False, show_header=False)
    for field, origin in extracted.article.origins:
        value = _plain(_value(extracted.article, field))
        table.add_row(Text(field.value, style="green"), value, Text(_plain(origin), style="dim"))
    begins = "; ".join(extracted.signals) or "it is all there is"
    table.add_row(Text("begins by", style="green"), _plain(begins))
    return table


def _value(article: Article, field: Field) -> str:
    return str(getattr(article, field.value))


def _blocks(document: Document, extracted: "Extracted") -> RenderableType:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    for block, why in zip(extracted.article.blocks, extracted.why, strict=True):
        style = _KIND_STYLES[block.kind]
        words = _shortened(document.text[block.start : block.end], _BLOCK_CHARS)
        table.add_row(
            Text(block.kind.value, style=style),
            Text(f"{block.start}-{block.end}", style="dim"),
            Text(_plain(why), style="dim"),
            Text(_plain(words), style=style),
        )
    return table


def _citation(citation: "Citation") -> RenderableType:
    where = place(citation.title, citation.outlet, citation.published, citation.uri)
    speaker = f"  speaker: {citation.speaker}" if citation.speaker else ""
    copies = [uri for uri in citation.uris if uri != citation.uri]
    return Group(
        Text(f"\n[{citation.number}] ", style="cyan").append(where, style=""),
        _indented(f"characters {citation.start}-{citation.end}{speaker}", "dim"),
        _indented(citation.quote, "italic"),
        *([_indented(f"also stored as: {', '.join(copies)}", "dim")] if copies else []),
        *([_indented(reports_line(citation), "dim")] if citation.also_in else []),
        *(part for other in citation.also_in for part in _other(other)),
    )


def reports_line(citation: "Citation") -> str:
    """How many texts report what is cited, how many articles or outlets have them, and how many of
    those took the very text that is cited, an agency's where they name it."""
    also = citation.also_in
    articles = len(also) + 1
    same = _same_text(citation)
    if citation.reports == 1:
        return f"One report, in {articles} articles made from {same}"
    if citation.reports == articles:
        return f"{articles} independent reports"
    outlets = {citation.outlet, *(each.outlet for each in also)}
    # An article that names no outlet may be any outlet's.
    are_outlets = None not in outlets and len(outlets) == articles
    where = f"{articles} outlets" if are_outlets else f"{articles} articles"
    told = f"{citation.reports} independent reports, in {where}"
    copies = 1 + sum(other.is_copy for other in also)
    return f"{told}, {copies} of them from {same}" if copies > 1 else told


def _same_text(citation: "Citation") -> str:
    """What the articles made from one text are made from."""
    copies = [other.agency for other in citation.also_in if other.is_copy]
    agency = citation.agency
    is_of_it = agency is not None and all(
        copy is not None and copy.casefold() == agency.casefold() for copy in copies
    )
    return f"the same {agency} text" if is_of_it else "the same text"


def _other(other: "Quote") -> tuple[RenderableType, ...]:
    where = place(other.title, other.outlet, other.published, other.uri)
    return (
        _indented(
            f"{'same text' if other.is_copy else 'also reported by'}: {where},"
            f" characters {other.start}-{other.end}",
            "dim",
        ),
        _indented(other.quote, "dim italic"),
    )


def _indented(text: str, style: str) -> RenderableType:
    return Padding(Text(text, style=style), (0, 0, 0, 4), expand=False)


def _preview(text: str) -> str:
    return _shortened(text, _PREVIEW_CHARS)


def _shortened(text: str, limit_chars: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit_chars else line[:limit_chars].rsplit(" ", 1)[0] + " …"


def _plain(words: str) -> str:
    return _CONTROLS.sub("�", words)
