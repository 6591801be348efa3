"""What is made of a page before it is stored. Frozen, as all records of this room are."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from index.names.mentions import ArticleWords
from index.records import Article, Block, BlockKind, Document, Passage, Statement


@dataclass(frozen=True, slots=True)
class BandedSentence:
    """A sentence of ``passages[passage]``, as offsets into the document, with its bands."""

    passage: int
    start: int
    end: int
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement that begins in ``passages[passage]``."""

    passage: int
    said: Statement


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its articles, its passages in order, and the text to embed for each.

    ``words`` and ``article_bands`` have a row for each article; ``sentences`` are those that have
    bands.
    """

    document: Document
    articles: tuple[Article, ...]
    passages: tuple[Passage, ...]
    inputs: tuple[str, ...]
    words: tuple[ArticleWords, ...]
    article_bands: tuple[tuple[int, ...], ...]
    sentences: tuple[BandedSentence, ...]
    statements: tuple[PlacedStatement, ...]


def body_text(text: str, blocks: Sequence[Block]) -> str:
    """The article's body alone, a line for each of its blocks."""
    return "\n".join(text[b.start : b.end] for b in blocks if b.kind is BlockKind.BODY)


def input_checksum(fingerprint: str, text: str) -> str:
    """What tells whether a vector made before can serve: the model and the text it was given."""
    return hashlib.sha256(f"{fingerprint}\n{text}".encode()).hexdigest()[:32]
