"""The steps of training, as commands. What they do: the package's docstring."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click

from eval.training.collections import collection_groups
from eval.training.examples import Mix, Share
from eval.training.news import write_news
from eval.training.records import Group, Text
from eval.training.sentences import sentence_groups
from eval.training.statements import statement_groups
from qa.reader.checkpoints import SHIPPED

_GROUPS = "groups.jsonl.gz"
_SEED = 5
_WINDOW_TOKENS = 256
_THREADS = 2
_MIX = Mix(
    shares={
        "new_wiki_train": Share(2.0, 3),
        "reddit": Share(0.5, 1),
        "amazon": Share(0.5, 1),
        "qamr": Share(0.4, 1),
        "statements": Share(0.3, 2),
        "statements-silent": Share(1.0, 1),
        # The only ones in other words than their articles': seen most often.
        "newswire": Share(3.0, 3),
        "newswire-silent": Share(2.5, 2),
        "made": Share(7.0, 3),
        "made-silent": Share(5.0, 2),
    },
    as_sentences=0.6,
    swapped=0.12,
    reworded=0.0,
)


@click.group()
def main() -> None:
    """Train the reader."""


@main.command()
@click.argument("work", type=click.Path(path_type=Path, file_okay=False))
@click.option("--bench", type=click.Path(path_type=Path, exists=True), required=True)
def prepare(work: Path, bench: Path) -> None:
    """Make the groups of the question sets in BENCH."""
    work.mkdir(parents=True, exist_ok=True)
    files = [bench / "squadshifts" / f"{n}.json" for n in ("new_wiki_train", "reddit", "amazon")]
    counts: Counter[str] = Counter()
    half = work / f"{_GROUPS}.half"
    with gzip.open(half, "wt", encoding="utf-8", compresslevel=3) as stream:
        for group in _all_groups(files, bench, work):
            stream.write(json.dumps(asdict(group)) + "\n")
            counts[f"{group.kind}{' held back' * group.held_back}"] += 1
            if sum(counts.values()) % 5_000 == 0:
                print(dict(counts), flush=True)
    half.replace(work / _GROUPS)
    print(dict(counts))


def _all_groups(files: list[Path], bench: Path, work: Path) -> Iterator[Group]:
    stories = bench / "reuters21578" / "stories.jsonl.gz"
    yield from sentence_groups(bench / "qamr" / "qamr_wiki.jsonl.gz", _SEED)
    yield from statement_groups(stories, _SEED)
    yield from collection_groups(files, work / "collection")
    yield from collection_groups(write_news(stories, work), work / "news")


@main.command()
@click.argument("stories", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def news(stories: Path, folder: Path) -> None:
    """Make newswire.json and made.json in FOLDER, our own questions as SQuAD files: those on
    STORIES, and those on made articles."""
    for path in write_news(stories, folder):
        print(path)


@main.command()
@click.argument("work", type=click.Path(path_type=Path, exists=True))
@click.option("--threads", default=_THREADS)
@click.option("--steps", default=5_000, help="Batches of 32; a pass has about 9,000.")
@click.option("--rate", default=1.8e-4)
@click.option(
    "--swapped", default=_MIX.swapped, help="Share of questions that come with another name too."
)
@click.option("--reworded", default=_MIX.reworded, help="Share that come with another word too.")
@click.option(
    "--begin-with",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A checkpoint whose weights a further run begins with.",
)
def train(
    *,
    work: Path,
    threads: int,
    steps: int,
    rate: float,
    swapped: float,
    reworded: float,
    begin_with: Path | None,
) -> None:
    """Train on the groups, from the last checkpoint on."""
    import torch

    from eval.training.training import Settings, Trainer

    torch.set_num_threads(threads)
    mix = replace(_MIX, swapped=swapped, reworded=reworded)
    settings = Settings(
        mix, steps, batch=32, rate=rate, window_tokens=_WINDOW_TOKENS, dev_every=400, seed=_SEED
    )
    Trainer(work, list(_read_groups(work)), settings, begin_with).train()


@main.command()
@click.argument("first", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("second", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("work", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--share", default=0.4, type=click.FloatRange(0, 1), help="That of the second.")
def average(first: Path, second: Path, work: Path, share: float) -> None:
    """Make the checkpoint of WORK of two others, each weight a mean of theirs."""
    from eval.training.averaging import average_checkpoints

    average_checkpoints(first, second, share, work / "checkpoint.pt")


@main.command()
@click.argument("work", type=click.Path(path_type=Path, file_okay=False, exists=True))
def restore(work: Path) -> None:
    """Make the checkpoint of WORK of the reader that Citewire ships."""
    from eval.training.restoring import restore_checkpoint

    restore_checkpoint(SHIPPED, work / "checkpoint.pt")


@main.command()
@click.argument("work", type=click.Path(path_type=Path, exists=True))
def export(work: Path) -> None:
    """Make full/ and int8/ of the checkpoint, and tell what each scores."""
    from eval.training.dev import dev_scores
    from eval.training.exporting import export as export_checkpoint
    from qa.reader.network import NetworkReader

    groups = list(_read_groups(work))
    for files in export_checkpoint(work / "checkpoint.pt", work, _WINDOW_TOKENS):
        scores = dev_scores(NetworkReader(files, threads=_THREADS), groups)
        print(f"{files.onnx}: {files.facts.onnx_bytes / 1e6:.1f} MB, {scores}")


def _read_groups(work: Path) -> Iterator[Group]:
    with gzip.open(work / _GROUPS, "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            right = _text(row["right"]) if row["right"] else None
            wrong = tuple(map(_text, row["wrong"]))
            yield Group(row["kind"], row["question"], row["held_back"], right, wrong)


def _text(row: dict[str, Any]) -> Text:
    return Text(row["title"], row["text"], tuple((start, end) for start, end in row["spans"]))


if __name__ == "__main__":
    main()
