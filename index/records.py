"""What travels through the index room. Frozen: each stage makes new records.

All offsets are characters into ``Document.text``, end excluded, so that
``document.text[start:end]`` is the very text that a span means.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BlockKind(StrEnum):
    """What a span of a page is to its reader."""

    HEADLINE = "headline"
    CAPTION = "caption"
    DATELINE = "dateline"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Document:
    """One file as text.

    ``id`` is made from ``text`` alone, so that a copy under another name is the same document;
    ``sha256`` is of the bytes the text was decoded from. No character of ``text`` is ever changed.
    """

    id: str
    uri: str
    media_type: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A span of the document's text with what it is. Blocks of an article never overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One news story inside a document.

    ``title`` is the headline as it stands, or the first words where there is none. What the page
    does not tell (outlet, byline, date, language) is None, never a guess.
    """

    id: str
    document_id: str
    title: str
    outlet: str | None
    byline: str | None
    published: date | None
    language: str | None
    start: int
    end: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences of one article and one kind of block, short enough to quote."""

    article_id: str
    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as the index holds it: with its number, which no other passage ever gets."""

    id: int
    article_id: str
    document_id: str
    start: int
    end: int
    kind: BlockKind


class Fact(StrEnum):
    """What the database remembers of the index as a whole."""

    INDEX_ID = "index_id"
    MODEL = "embedding_model"
    FINGERPRINT = "embedding_fingerprint"
    DIMENSION = "embedding_dimension"
    PUBLISHED = "published_generation"


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be taken in, and why."""

    uri: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each there are."""

    documents: int = 0
    articles: int = 0
    passages: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.documents + other.documents,
            self.articles + other.articles,
            self.passages + other.passages,
        )


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What one run of `update_index` did. ``generation`` is the one now published."""

    generation: int
    added: Counts
    unchanged: Counts
    removed: Counts
    failed: tuple[Failure, ...]
    seconds: float
