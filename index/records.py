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
    """One file, or one entry of a file, as text.

    ``id`` is made from ``text`` and from what the file tells beside it, so that a copy under
    another name is the same document; ``sha256`` is of the item it was read from. No character of
    ``text`` is ever changed.
    """

    id: str
    uri: str
    media_type: str
    sha256: str
    text: str


class Field(StrEnum):
    """What may be told of an article beside its text."""

    TITLE = "title"
    OUTLET = "outlet"
    BYLINE = "byline"
    AGENCY = "agency"
    PLACE = "place"
    PUBLISHED = "published"
    LANGUAGE = "language"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Told:
    """A field that the source itself tells, and where: "field 'date'", "page metadata".

    ``value`` of `Field.PUBLISHED` is a day as YYYY-MM-DD.
    """

    field: Field
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Item:
    """What is read as one page: a file, or an archive's member, a table's row, a feed's entry.

    ``uri`` is what it is cited by: the file's, and after a ``#`` which part of it. The ending of
    ``name`` says what form ``content`` has.
    """

    uri: str
    name: str
    content: bytes
    told: tuple[Told, ...] = ()
    is_one_article: bool = False


class Role(StrEnum):
    """What a page's markup may say of a stretch of its text."""

    ARTICLE = "article"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    LEFTOVER = "leftover"
    FRONT_MATTER = "front matter"


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup says of ``text[start:end]``: its role, and by which sign.

    `Role.ARTICLE` says that an article begins at ``start``; the others are of the whole stretch.
    ``day`` is the day, as YYYY-MM-DD, that the markup of a date tells beside its words.
    """

    role: Role
    start: int
    end: int
    sign: str
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A document as read, with what its file says of it beside the text.

    ``is_one_article`` where the file holds each article apart, as a feed or a table does.
    """

    document: Document
    told: tuple[Told, ...] = ()
    markup: tuple[Markup, ...] = ()
    is_one_article: bool = False


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
    does not tell (outlet, byline, date, ...) is None, never a guess. ``origins`` says of each field
    that is not None where it was read from, in order of `Field`.
    """

    id: str
    document_id: str
    title: str
    outlet: str | None
    byline: str | None
    published: date | None
    language: str | None
    agency: str | None
    place: str | None
    url: str | None
    origins: tuple[tuple[Field, str], ...]
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


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said in an article: ``document.text[start:end]``, without quotation marks and
    without the words that tell who said it.

    ``verb`` is how it was said, as written ("said", "according to"), and ``direct`` whether it is
    quoted. ``speaker`` is the name as written beside it, or the one that a "he" stands for;
    ``name`` is the fullest form of it in the article and ``role`` what goes before or behind it
    there. Where it is not sure who speaks, all three are None.
    """

    article_id: str
    start: int
    end: int
    verb: str
    direct: bool
    speaker: str | None
    name: str | None
    role: str | None

    @property
    def speaker_full(self) -> str | None:
        """The name with its role: "Defense Minister Yasar Guler"."""
        return " ".join(filter(None, (self.role, self.name))) or None


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement as the index holds it: with the passage that it begins in."""

    passage_id: int
    said: Statement


class VectorKind(StrEnum):
    """How the vectors are searched."""

    FLAT = "flat"
    HNSW = "hnsw"


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
    """What one run did. ``generation`` is the one now published.

    ``added`` and ``removed`` tell what that generation has more and less than the one before it: a
    document counts under each of its names, an article and a passage once however many names show
    it. ``stages`` are seconds by name, CPU seconds of all processes where a stage runs in several.
    """

    generation: int
    added: Counts
    unchanged: Counts
    removed: Counts
    failed: tuple[Failure, ...]
    seconds: float
    stages: tuple[tuple[str, float], ...] = ()
