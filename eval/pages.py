"""Measure how pages are taken apart. Input: a folder of pages with expected.json. Output: a table.

`python -m eval.pages [FOLDER]` (tests/pages without one). For every non-blank line of a page
expected.json holds the article it belongs to and its kind. A line is found to be what the block
that holds most of it is; one that no block holds has no kind, and stays with the article before it.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from index.articles import prepare
from index.reading import read_bytes, read_document
from index.records import Article, BlockKind

DEFAULT_FOLDER = Path("tests/pages")
_EXPECTED = "expected.json"
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Story:
    """What is told of an article as a whole; None for what its page does not tell."""

    title: str | None
    published: date | None
    byline: str | None


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
    """A trial for each page of the folder's expected.json, in its order.

    Raises SourceUnreadable where a page cannot be read, ValueError where expected.json holds
    another number of lines than the page.
    """
    pages = json.loads(read_bytes(folder / _EXPECTED))
    return tuple(_try_page(folder / name, _read_expected(page)) for name, page in pages.items())


def _try_page(path: Path, expected: Reading) -> Trial:
    document = read_document(path.name, path, read_bytes(path))
    spans = tuple(_line_spans(document.text))
    if len(spans) != len(expected.lines):
        raise ValueError(f"{path} has {len(spans)} lines, {len(expected.lines)} are expected.")
    articles = sorted(prepare(document).articles, key=lambda article: article.start)
    return Trial(
        page=path.name,
        texts=tuple(document.text[start:end] for start, end in spans),
        expected=expected,
        found=Reading(tuple(map(_story, articles)), tuple(_find_lines(articles, spans))),
    )


def _read_expected(page: dict[str, Any]) -> Reading:
    stories = (
        Story(
            title=story["title"],
            published=date.fromisoformat(story["published"]) if story["published"] else None,
            byline=story["byline"],
        )
        for story in page["articles"]
    )
    return Reading(tuple(stories), tuple(Line(at, BlockKind(kind)) for at, kind in page["lines"]))


def _line_spans(text: str) -> Iterable[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if line:
            start = match.start() + match[0].index(line)
            yield start, start + len(line)


def _story(article: Article) -> Story:
    # Without a headline an article's title is its first words, which no page calls its title.
    has_headline = any(block.kind == BlockKind.HEADLINE for block in article.blocks)
    return Story(article.title if has_headline else None, article.published, article.byline)


def _find_lines(articles: Sequence[Article], spans: Sequence[tuple[int, int]]) -> Iterable[Line]:
    at = 0
    for start, end in spans:
        overlap, found, kind = max(
            (
                (min(end, block.end) - max(start, block.start), number, block.kind)
                for number, article in enumerate(articles)
                for block in article.blocks
            ),
            key=lambda candidate: candidate[0],
            default=(0, 0, None),
        )
        at = found if overlap > 0 else at
        yield Line(at, kind if overlap > 0 else None)


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


def _agree_on_byline(wanted: Story, given: Story) -> bool:
    # expected.json has the names alone: a role or an outlet may follow them on the line.
    if wanted.byline is None or given.byline is None:
        return wanted.byline == given.byline
    return given.byline.startswith(wanted.byline)


_FACTS: dict[str, Callable[[Story, Story], bool]] = {
    "title": lambda wanted, given: wanted.title == given.title,
    "published": lambda wanted, given: wanted.published == given.published,
    "byline": _agree_on_byline,
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
