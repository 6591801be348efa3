"""Find the statements of a whole collection. Input: items. Output: how many, how fast, and some to
read.

What is timed is the finder alone: not reading, taking apart or splitting.
"""

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass

from index.pages.extracting import extract
from index.reading import read_page
from index.records import BlockKind, Item, Statement
from index.sentences import sentence_spans
from index.statements.finding import find_statements

SEED = 29
_BEFORE, _BEHIND = 160, 160


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement to be read and judged, with what stands before and behind it."""

    uri: str
    said: Statement
    before: str
    words: str
    behind: str


@dataclass(frozen=True, slots=True)
class Census:
    """``speaking`` are the articles with a statement; ``seconds`` are the finder's, of the CPU."""

    articles: int
    speaking: int
    statements: int
    attributed: int
    direct: int
    words: int
    seconds: float
    sample: tuple[Shown, ...]


def take_census(items: Iterable[Item], sample: int, seed: int = SEED) -> Census:
    """The statements of all the items, and ``sample`` of them chosen by ``seed`` (all if fewer)."""
    articles = speaking = words = 0
    seconds = 0.0
    everything: list[tuple[Item, Statement]] = []
    for item in items:
        page = read_page(item)
        text = page.document.text
        words += len(text.split())
        for article in (extracted.article for extracted in extract(page)):
            spans = [
                span
                for block in article.blocks
                if block.kind is BlockKind.BODY
                for span in sentence_spans(text, block.start, block.end)
            ]
            began = time.process_time()
            found = find_statements(article.id, text, spans)
            seconds += time.process_time() - began
            articles += 1
            speaking += bool(found)
            everything.extend((item, said) for said in found)
    picked = random.Random(seed).sample(everything, min(sample, len(everything)))
    return Census(
        articles=articles,
        speaking=speaking,
        statements=len(everything),
        attributed=sum(said.name is not None for _, said in everything),
        direct=sum(said.direct for _, said in everything),
        words=words,
        seconds=seconds,
        sample=tuple(_shown(item, said) for item, said in picked),
    )


def _shown(item: Item, said: Statement) -> Shown:
    text = read_page(item).document.text
    return Shown(
        item.uri,
        said,
        text[max(0, said.start - _BEFORE) : said.start],
        text[said.start : said.end],
        text[said.end : said.end + _BEHIND],
    )
