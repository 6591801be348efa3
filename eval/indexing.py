"""Measure how an archive is taken in. Input: a table of stories (JSONL, .gz too). Output: a table.

    python -m eval.indexing stories.jsonl.gz [--limit N] [--index FOLDER]

The stages apart, in this process over the first stories; then the whole in processes of their own:
all stories into a new index, again with nothing changed, again with a hundred stories changed, and
again with every story a file of its own. Memory is of all processes together, shared pages counted
once. Seconds stand beside those of the same interpreter doing nothing. No part of the tests.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.table import Table

from eval.speed import CITEWIRE
from index.articles import prepare
from index.discovering import Source
from index.manifest import read_manifest
from index.pages.extracting import extract
from index.reading import read_page
from index.records import Failure
from index.settings import read_settings
from index.splitting import split
from index.store import Store
from index.unpacking import unpack
from index.wiring import open_embedder

_T = TypeVar("_T")
_SAMPLE = 1_000
_EMBEDDED = 400
_CHANGED = 100
_LOOK_EVERY_S = 0.2
_CITEWIRE = (sys.executable, *CITEWIRE)


@dataclass(slots=True)
class Run:
    """A process: its seconds, the most memory of it and its children, and what it printed."""

    seconds: float = 0.0
    peak_mb: float = 0.0
    printed: str = ""


@dataclass(slots=True)
class Figures:
    """Name and value of each figure, in order."""

    rows: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, value: str) -> None:
        """One more figure."""
        self.rows.append((name, value))


def measure_stages(file: Path, figures: Figures) -> None:
    """Stories and passages a second of reading, segmenting and marking, splitting, all that is
    prepared, and embedding; each alone in this process."""
    items = [
        item
        for item in islice(unpack(Source(file.name, file), {}), _SAMPLE)
        if not isinstance(item, Failure)
    ]
    unpacked_s = _seconds(lambda: list(islice(unpack(Source(file.name, file), {}), _SAMPLE)))
    figures.add("unpacking, stories a second", _rate(len(items), unpacked_s))
    pages, read_s = _timed(lambda: [read_page(item) for item in items])
    figures.add("reading, stories a second", _rate(len(pages), read_s))
    extract(pages[0])  # loads the language model
    articles, extracted_s = _timed(lambda: [extract(page) for page in pages])
    figures.add("segmenting and marking, stories a second", _rate(len(pages), extracted_s))
    passages, split_s = _timed(
        lambda: [
            passage
            for page, found in zip(pages, articles, strict=True)
            for each in found
            for passage in split(page.document, each.article)
        ]
    )
    figures.add("splitting, stories a second", _rate(len(pages), split_s))
    figures.add("splitting, passages a second", _rate(len(passages), split_s))
    prepared, prepared_s = _timed(lambda: [prepare(page) for page in pages])
    figures.add("all that is prepared, stories a second", _rate(len(pages), prepared_s))
    inputs = [text for each in prepared for text in each.inputs][:_EMBEDDED]
    settings = read_settings()
    embedder = open_embedder(settings.embedding_model, settings)
    embedder.embed_passages(inputs[:2])
    embedded_s = _seconds(lambda: embedder.embed_passages(inputs))
    figures.add("embedding, passages a second", _rate(len(inputs), embedded_s))


def measure_runs(file: Path, folder: Path, scratch: Path, figures: Figures) -> None:
    """The whole, again unchanged, with some stories changed, and with a file for each story."""
    nothing = run_process((sys.executable, "-c", "pass"))
    figures.add("python doing nothing, s", f"{nothing.seconds:.3f}")
    first = _index(file, folder, figures, "all stories")
    figures.add("index size, MB", f"{_size(folder) / 1e6:,.0f}")
    figures.add("summary", " ".join(first.printed.split()[-14:]))
    _count(folder, figures)
    _index(file, folder, figures, "nothing changed")
    change(file)
    _index(file, folder, figures, f"{_CHANGED} stories changed")
    files = scratch / "files"
    many = write_files(file, files)
    _index(files, scratch / "files-index", figures, f"{many:,} files", prepared_by=folder)


def _index(
    path: Path, folder: Path, figures: Figures, what: str, prepared_by: Path | None = None
) -> Run:
    run = run_process((*_CITEWIRE, "index", str(path), "--index", str(folder)))
    figures.add(f"{what}: seconds", f"{run.seconds:,.1f}")
    figures.add(f"{what}: peak MB", f"{run.peak_mb:,.0f}")
    if prepared_by:
        again = run_process((*_CITEWIRE, "index", str(path), "--index", str(folder)))
        figures.add(f"{what}, nothing changed: seconds", f"{again.seconds:,.1f}")
    return run


def run_process(command: Sequence[str]) -> Run:
    """Run it to its end, its memory watched. Raises CalledProcessError where it fails."""
    run = Run()
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    done = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, run, done))
    watcher.start()
    run.printed = process.communicate()[0]
    run.seconds = time.perf_counter() - began
    done.set()
    watcher.join()
    # 1 tells of stories that could not be taken in; the others were.
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command)
    return run


def _watch(pid: int, run: Run, done: threading.Event) -> None:
    while not done.wait(_LOOK_EVERY_S):
        held = sum(map(_proportional_kb, _family(pid)))
        run.peak_mb = max(run.peak_mb, held / 1000)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _proportional_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def change(file: Path) -> None:
    """Add a sentence to a hundred of the file's stories, evenly spread."""
    stories = list(read_stories(file))
    for at in range(0, len(stories), max(1, len(stories) // _CHANGED))[:_CHANGED]:
        stories[at]["text"] += "\n    This line was added to the story later."
    with gzip.open(file, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(story) + "\n" for story in stories)


def read_stories(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a JSONL file, .gz or not."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def write_files(file: Path, folder: Path) -> int:
    """A text file for each story, its title above it; how many."""
    folder.mkdir()
    many = 0
    for many, story in enumerate(read_stories(file), start=1):
        text = f"{story['title']}\n\n{story['text']}\n"
        (folder / f"{many:06d}.txt").write_text(text, encoding="utf-8")
    return many


def _count(folder: Path, figures: Figures) -> None:
    manifest = read_manifest(folder)
    if manifest is None:
        return
    store = Store(folder)
    counts = store.counts(manifest.generation)
    figures.add("articles", f"{counts.articles:,}")
    figures.add("passages", f"{counts.passages:,}")
    figures.add("near-copy groups", f"{store.near_copy_groups(manifest.generation):,}")
    store.close()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _timed(act: Callable[[], _T]) -> tuple[_T, float]:
    began = time.perf_counter()
    made = act()
    return made, time.perf_counter() - began


def _seconds(act: Callable[[], object]) -> float:
    return _timed(act)[1]


def _rate(many: int, seconds: float) -> str:
    return f"{many / seconds:,.0f}"


def present_figures(title: str, figures: Figures) -> Table:
    """A row for each."""
    table = Table(title=title)
    table.add_column("figure")
    table.add_column("value", justify="right")
    for name, value in figures.rows:
        table.add_row(name, value)
    return table


@click.command(help=__doc__)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--limit", type=int, help="Take in only so many stories.")
def main(file: Path, limit: int | None) -> None:
    """Measure on a copy of the file, and print the table."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        copy = scratch / "stories.jsonl.gz"
        with gzip.open(copy, "wt", encoding="utf-8") as stream:
            rows = islice(read_stories(file), limit)
            stream.writelines(json.dumps(row) + "\n" for row in rows)
        measure_stages(copy, figures)
        measure_runs(copy, scratch / "index", scratch, figures)
    Console().print(present_figures(f"{file.name}: {limit or 'all'} stories", figures))


if __name__ == "__main__":
    main()
