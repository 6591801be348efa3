"""Index the collection that question sets over newswire are about. Input: a table of stories
(JSONL, .gz too), folders or files beside it. Output: an index, and how many documents are in it.

    python -m eval.newswire stories.jsonl.gz --index FOLDER [--seeds FOLDER]

The stories are those of Reuters-21578: every one of ten whole days, 636 in all, each cited as
"reuters/" and its number. A story sent twice to the letter is one document of two names.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from eval.indexed import index_items
from index.discovering import Source, find_sources
from index.errors import InvalidRequest
from index.records import Failure, Field, IndexReport, Item
from index.unpacking import unpack

# The quiet days that stand next to each other, one at least of each month of spring. On the 27th of
# April much of the night's and the Sunday's file was sent again, some of it shortened or with other
# figures; the days before and after tell the same events as they went on.
DAYS = frozenset(
    """
    1987-02-26 1987-03-01
    1987-04-05 1987-04-06
    1987-04-26 1987-04-27 1987-04-28 1987-04-29
    1987-06-15 1987-06-16
    """.split()
)


def all_stories(stories: Path) -> Iterator[Item]:
    """Every story of the table in its order, cited as "reuters/" and its number."""
    for item in _unpacked(Source(stories.name, stories)):
        yield replace(item, uri=f"reuters/{item.uri.rpartition('#')[2]}")


def newswire_items(stories: Path) -> tuple[Item, ...]:
    """The stories of the days, in the table's order, each with its title, day, place and author
    beside its text. Raises InvalidRequest where the table has none."""
    chosen = tuple(item for item in all_stories(stories) if _day(item) in DAYS)
    if not chosen:
        raise InvalidRequest(
            f"{stories} holds no story of the collection's days.",
            "Name the table of Reuters-21578, with the columns id, title, dateline, date, text.",
        )
    return chosen


def file_items(paths: tuple[Path, ...], folder: Path) -> tuple[Item, ...]:
    """What the files hold, cited by their paths as given, as `citewire index` cites them."""
    if not paths:
        return ()
    sources, _ = find_sources(paths, folder)
    return tuple(item for source in sources for item in _unpacked(source))


def index_newswire(stories: Path, folder: Path, beside: tuple[Path, ...] = ()) -> IndexReport:
    """The collection, and what is named ``beside`` it, in an index in ``folder``."""
    return index_items((*file_items(beside, folder), *newswire_items(stories)), folder)


def _unpacked(source: Source) -> Iterator[Item]:
    return (item for item in unpack(source, {}) if not isinstance(item, Failure))


def _day(item: Item) -> str | None:
    return next((told.value for told in item.told if told.field is Field.PUBLISHED), None)


@click.command(help=__doc__)
@click.argument("stories", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--index", "folder", type=click.Path(path_type=Path), required=True)
@click.option("--seeds", "beside", type=click.Path(path_type=Path, exists=True), multiple=True)
def main(stories: Path, folder: Path, beside: tuple[Path, ...]) -> None:
    """Index, and tell what came of it."""
    report = index_newswire(stories, folder, beside)
    added = report.added
    click.echo(
        f"{folder}: {added.documents:,} documents, {added.articles:,} articles,"
        f" {added.passages:,} passages added in {report.seconds:.0f} s;"
        f" {report.unchanged.documents:,} were there, {len(report.failed)} could not be indexed."
    )


if __name__ == "__main__":
    main()
