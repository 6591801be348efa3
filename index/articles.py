"""Make a document ready for the index. Input: a Document. Output: its articles and passages.

This is the middle of the pipeline, segment -> mark -> split, as one pure function, with what is
embedded for each passage: its headline first, since a passage alone may not tell what it is about.
The headline is never part of the passage's own text.
"""

import hashlib
from dataclasses import dataclass

from index.marking import mark
from index.paragraphs import read_paragraphs
from index.records import Article, Document, Passage
from index.segmenting import segment
from index.splitting import split


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with its articles, its passages in order, and the text to embed for each."""

    document: Document
    articles: tuple[Article, ...]
    passages: tuple[Passage, ...]
    inputs: tuple[str, ...]


def prepare(document: Document) -> Prepared:
    """Segment, mark and split the document; one of white space alone gives no article."""
    sections = segment(read_paragraphs(document.text))
    articles = tuple(mark(document, section) for section in sections)
    pairs = [(article, passage) for article in articles for passage in split(document, article)]
    return Prepared(
        document,
        articles,
        tuple(passage for _, passage in pairs),
        tuple(f"{a.title}\n{document.text[p.start : p.end]}" for a, p in pairs),
    )


def input_checksum(fingerprint: str, text: str) -> str:
    """What tells whether a vector made before can serve: the model and the text it was given."""
    return hashlib.sha256(f"{fingerprint}\n{text}".encode()).hexdigest()[:32]
