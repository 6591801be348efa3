"""Measure statements against those found by reading, or count those of all stories.

    python -m eval.statements stories.jsonl.gz [--seeds FOLDER] [--misses]
                              [--census N [--seed SEED]]

Spans are matched at 80 % of overlap and at 30 %. --misses lists what went wrong at 80 %; --census
finds the statements of every story, and shows N of them to be read and judged; another --seed shows
others.
"""

from pathlib import Path

import click

from eval.newswire import all_stories
from eval.statements.census import SEED, take_census
from eval.statements.documents import (
    chosen,
    read_documents,
    require_texts,
    seed_items,
)
from eval.statements.gold import read_gold
from eval.statements.matching import match
from eval.statements.presenting import census_lines, misses, table

_STRICT, _LOOSE = 0.8, 0.3


@click.command(help=__doc__)
@click.argument("stories", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--seeds", type=click.Path(path_type=Path, exists=True), default=Path("seeds"))
@click.option("--misses", "lists_misses", is_flag=True)
@click.option("--census", "sample", type=click.IntRange(min=0))
@click.option("--seed", type=int, default=SEED, show_default=True)
def main(stories: Path, seeds: Path, lists_misses: bool, sample: int | None, seed: int) -> None:
    """Print the table, or the census."""
    items = all_stories(stories)
    if sample is not None:
        for line in census_lines(take_census(items, sample, seed)):
            click.echo(line)
        return
    documents = (*read_documents(seed_items(seeds)), *read_documents(chosen(items)))
    gold = read_gold()
    require_texts(documents, gold)
    for least in (_STRICT, _LOOSE):
        matched = [match(document, gold, least) for document in documents]
        click.echo(f"Overlap of at least {least:.0%}:")
        for line in table(matched):
            click.echo(line)
        if lists_misses and least == _STRICT:
            for line in misses(matched):
                click.echo(line)


if __name__ == "__main__":
    main()
