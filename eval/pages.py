"""Measure how pages are taken apart. Input: pages with what is expected of them. Output: a table.

`python -m eval.pages [FOLDER]` (tests/pages without one). For every non-blank line of a text page
expected.json holds the article it belongs to and its kind; expected-html.json has the words of each
block of an HTML page too, and is looked for in the text that was extracted. A line is found to be
what the block that holds most of it is, but body where a dateline leads into text. One that no
block holds stays with the article before it, and has no kind; of an HTML page it was left out as a
leftover.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from index.pages.extracting import extract
from index.reading import read_page
from index.records import Article, BlockKind, Field, Item

DEFAULT_FOLDER = Path("tests/pages")
_EXPECTED, _EXPECTED_HTML = "expected.json", "expected-html.json"
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of an article as a whole; None for what its page does not tell."""

    title: str | None
    published: date | None
    byline: str | None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The article a line belongs to, counted from 0, and the line's kind, if it has one."""

    article: int
    kind: BlockKind | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A page taken apart, by hand or by the index room: stories and lines in page order."""

    stories: tuple[Story, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A page, what it should give, and what it gave. ``texts`` are its non-blank lines."""

    page: str
    texts: tuple[str, ...]
    expected: Reading
    found: Reading


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the ``wanted`` and of the ``given`` are ``right``."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the given that is right; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the wanted that was given; 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        both = self.given + self.wanted
        return 2 * self.right / both if both else 0.0


def try_pages(folder: Path) -> tuple[Trial, ...]:
    """A trial for each page of the folder's expected.json, then of its expected-html.json.

    Raises SourceUnreadable where a page cannot be read, ValueError where expected.json holds
    another number of lines than the page.
    """
    text, html = (
        json.loads(path.read_bytes()) if path.exists() else {}
        for path in (folder / _EXPECTED, folder / _EXPECTED_HTML)
    )
    return (
        *(_try_text(folder / name, page) for name, page in text.items()),
        *(_try_html(folder / name, page) for name, page in html.items()),
    )


def _try_text(path: Path, page: dict[str, Any]) -> Trial:
    text, articles = _take_apart(path)
    spans = tuple(_line_spans(text))
    if len(spans) != len(page["lines"]):
        raise ValueError(f"{path} has {len(spans)} lines, {len(page['lines'])} are expected.")
    expected = tuple(Line(at, BlockKind(kind)) for at, kind in page["lines"])
    texts = tuple(text[start:end] for start, end in spans)
    lines = tuple(_find_lines(articles, spans))
    return _trial(path, page, texts=texts, expected=expected, articles=articles, found=lines)


def _try_html(path: Path, page: dict[str, Any]) -> Trial:
    text, articles = _take_apart(path)
    texts = tuple(words for _, _, words in page["texts"])
    expected = tuple(Line(at, BlockKind(kind)) for at, kind, _ in page["texts"])
    found = _find_lines(articles, find_rows(text, texts))
    lines = (
        replace(given, kind=BlockKind.BOILERPLATE)
        if given.kind is None and wanted.kind is BlockKind.BOILERPLATE
        else given
        for given, wanted in zip(found, expected, strict=True)
    )
    return _trial(path, page, texts=texts, expected=expected, articles=articles, found=tuple(lines))


def _take_apart(path: Path) -> tuple[str, list[Article]]:
    page = read_page(Item(path.name, path.name, path.read_bytes()))
    return page.document.text, [extracted.article for extracted in extract(page)]


def _trial(
    path: Path,
    page: dict[str, Any],
    *,
    texts: tuple[str, ...],
    expected: tuple[Line, ...],
    articles: Sequence[Article],
    found: tuple[Line, ...],
) -> Trial:
    return Trial(
        page=path.name,
        texts=texts,
        expected=Reading(tuple(map(_read_story, page["articles"])), expected),
        found=Reading(tuple(map(_story, articles)), found),
    )


def _read_story(story: dict[str, str | None]) -> Story:
    published = story["published"]
    return Story(
        title=story["title"],
        published=date.fromisoformat(published) if published else None,
        byline=story["byline"],
        outlet=story.get("outlet"),
    )


def _line_spans(text: str) -> Iterable[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line)
            yield start, start + len(line)


def find_rows(text: str, rows: Sequence[str]) -> list[tuple[int, int] | None]:
    """Where each row's words stand in ``text``, both in the same order; None for one left out.

    A row is a line of the text, white space aside, or stands within the lines between those.
    """
    spans = list(_line_spans(text))
    lines = [_plain(text[start:end]) for start, end in spans]
    wanted = [_plain(row) for row in rows]
    found: list[tuple[int, int] | None] = [None] * len(rows)
    row_at = line_at = 0
    matches = SequenceMatcher(None, wanted, lines, autojunk=False).get_matching_blocks()
    for row, line, size in matches:
        between = spans[line_at:line]
        for at in range(row_at, row):
            found[at] = next(
                (s for s in between if wanted[at] and wanted[at] in _plain(text[s[0] : s[1]])), None
            )
        for offset in range(size):
            found[row + offset] = spans[line + offset]
        row_at, line_at = row + size, line + size
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())


def _story(article: Article) -> Story:
    # Without a headline an article's title is its first words, which no page calls its title.
    origins = dict(article.origins)
    title = None if origins.get(Field.TITLE) == "first words" else article.title
    return Story(title, article.published, article.byline, article.outlet)


def _find_lines(
    articles: Sequence[Article], spans: Sequence[tuple[int, int] | None]
) -> Iterable[Line]:
    at = 0
    for span in spans:
        kinds: dict[BlockKind, int] = {}
        for number, article in enumerate(articles):
            for block in article.blocks if span else ():
                overlap = min(span[1], block.end) - max(span[0], block.start) if span else 0
                if overlap > 0:
                    at = number
                    kinds[block.kind] = kinds.get(block.kind, 0) + overlap
        leads_in = {BlockKind.DATELINE, BlockKind.BODY} <= kinds.keys()
        kind = max(kinds, key=lambda each: kinds[each], default=None)
        yield Line(at, BlockKind.BODY if leads_in else kind)


def tally_kind(trials: Sequence[Trial], kind: BlockKind) -> Tally:
    """How many lines of the kind were found to be of it."""
    pairs = [
        (wanted.kind == kind, given.kind == kind)
        for trial in trials
        for wanted, given in zip(trial.expected.lines, trial.found.lines, strict=True)
    ]
    return Tally(
        right=sum(wanted and given for wanted, given in pairs),
        given=sum(given for _, given in pairs),
        wanted=sum(wanted for wanted, _ in pairs),
    )


def tally_boundaries(trials: Sequence[Trial], *, past_leftovers: bool = False) -> Tally:
    """How many first lines of articles, the page's first line aside, were found.

    With ``past_leftovers`` an article begins at its first line that should not be boilerplate: it
    does no harm if a rule between two stories, say, goes with the wrong one of them.
    """
    right = given = wanted = 0
    for trial in trials:
        leftover = [
            past_leftovers and line.kind == BlockKind.BOILERPLATE for line in trial.expected.lines
        ]
        expected = _boundaries(trial.expected.lines, leftover)
        found = _boundaries(trial.found.lines, leftover)
        right, given, wanted = (
            right + len(expected & found),
            given + len(found),
            wanted + len(expected),
        )
    return Tally(right, given, wanted)


def _boundaries(lines: Sequence[Line], leftover: Sequence[bool]) -> set[int]:
    firsts = (n for n in range(1, len(lines)) if lines[n].article != lines[n - 1].article)
    return {
        next((n for n in range(first, len(lines)) if not leftover[n]), len(lines))
        for first in firsts
    }


def pair_stories(trial: Trial) -> Iterable[tuple[Story, Story]]:
    """Each expected story with the found one that holds most of its lines."""
    for number, story in enumerate(trial.expected.stories):
        holders = Counter(
            given.article
            for wanted, given in zip(trial.expected.lines, trial.found.lines, strict=True)
            if wanted.article == number
        )
        yield story, trial.found.stories[holders.most_common(1)[0][0]]


def _agree_on_names(wanted: str | None, given: str | None) -> bool:
    """Whether both name the same, case aside, or neither names any."""
    return (wanted or "").casefold() == (given or "").casefold()


_FACTS: dict[str, Callable[[Story, Story], bool]] = {
    "title": lambda wanted, given: wanted.title == given.title,
    "published": lambda wanted, given: wanted.published == given.published,
    "byline": lambda wanted, given: _agree_on_names(wanted.byline, given.byline),
    "outlet": lambda wanted, given: (
        wanted.outlet is None or _agree_on_names(wanted.outlet, given.outlet)
    ),
}


def present_trials(name: str, trials: Sequence[Trial]) -> Table:
    """A row for each figure, with what was counted."""
    table = Table(title=f"{name}: {len(trials)} pages")
    table.add_column("figure")
    for heading in ("precision", "recall", "F1", "right", "given", "wanted"):
        table.add_column(heading, justify="right")
    _add_tally(table, "article boundary", tally_boundaries(trials))
    _add_tally(table, "  leftovers aside", tally_boundaries(trials, past_leftovers=True))
    for kind in reversed(BlockKind):
        _add_tally(table, f"{kind} line", tally_kind(trials, kind))
    pairs = [pair for trial in trials for pair in pair_stories(trial)]
    for fact, agree in _FACTS.items():
        right = sum(agree(wanted, given) for wanted, given in pairs)
        share = f"{right / len(pairs):.3f}" if pairs else "-"
        table.add_row(
            f"{fact} match",
            "",
            share,
            "",
            str(right),
            "",
            str(len(pairs)),
        )
    return table


def _add_tally(table: Table, figure: str, tally: Tally) -> None:
    shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
    table.add_row(figure, *shares, str(tally.right), str(tally.given), str(tally.wanted))


def wrong_lines(trial: Trial) -> Iterable[str]:
    """A sentence for each wrong line of the page, then one for each wrong fact of a story."""
    for text, wanted, given in zip(
        trial.texts, trial.expected.lines, trial.found.lines, strict=True
    ):
        if wanted != given:
            yield f"{trial.page}: expected {_name(wanted)}, found {_name(given)}: {text[:70]}"
    for wanted_story, given_story in pair_stories(trial):
        for fact, agree in _FACTS.items():
            if not agree(wanted_story, given_story):
                found = getattr(given_story, fact)
                yield f"{trial.page}: expected {fact} {getattr(wanted_story, fact)}, found {found}"


def _name(line: Line) -> str:
    return f"{line.article} {line.kind or 'nothing'}"


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path), default=DEFAULT_FOLDER)
@click.option("--verbose", is_flag=True, help="Print each wrong line too.")
def main(folder: Path, verbose: bool) -> None:
    """Print the table, and the wrong lines first where asked for."""
    trials = try_pages(folder)
    console = Console()
    for trial in trials if verbose else ():
        for wrong in wrong_lines(trial):
            console.print(escape(wrong), soft_wrap=True, highlight=False)
    console.print(present_trials(str(folder), trials))


if __name__ == "__main__":
    main()
