"""Show what a file would be taken in as. Input: a file. Output: its documents, taken apart.

Reads no index, writes nothing and loads no model.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.discovering import Source
from index.errors import SourceUnreadable
from index.pages.extracting import Extracted, extract
from index.reading import read_page
from index.records import Document, Failure, Item
from index.unpacking import unpack
from ui.article_json import Listed, article_json


@dataclass(frozen=True, slots=True)
class Inspected:
    """One item of a file, and the articles in it, in reading order."""

    document: Document
    articles: tuple[Extracted, ...]


def inspect(path: Path, mapping: Mapping[str, str]) -> Iterator[Inspected | Failure]:
    """Each item of the file in order, and a failure for each that cannot be read.

    ``mapping`` gives, by our name of a row's field, the name that the file has for it.
    """
    source = Source(path.as_posix(), path)
    try:
        for entry in unpack(source, mapping):
            yield _inspected(entry) if isinstance(entry, Item) else entry
    except SourceUnreadable as error:
        yield Failure(source.uri, error.problem, error.remedy)


def inspection_json(found: Sequence[Inspected | Failure]) -> dict[str, Any]:
    """All of it as JSON; every offset is into the ``text`` of its document."""
    return {
        "documents": [_document_json(one) for one in found if isinstance(one, Inspected)],
        "failed": [asdict(one) for one in found if isinstance(one, Failure)],
    }


def _inspected(item: Item) -> Inspected | Failure:
    try:
        page = read_page(item)
    except SourceUnreadable as error:
        return Failure(item.uri, error.problem, error.remedy)
    return Inspected(page.document, extract(page))


def _document_json(inspected: Inspected) -> dict[str, Any]:
    document = inspected.document
    return {
        "uri": document.uri,
        "media_type": document.media_type,
        "id": document.id,
        "articles": [_article_json(document, each) for each in inspected.articles],
        "text": document.text,
    }


def _article_json(document: Document, extracted: Extracted) -> dict[str, Any]:
    article = extracted.article
    return {
        **article_json(Listed(article, (document.uri,))),
        "signals": list(extracted.signals),
        "blocks": [
            {
                "kind": block.kind.value,
                "start": block.start,
                "end": block.end,
                "why": why,
                "text": document.text[block.start : block.end],
            }
            for block, why in zip(article.blocks, extracted.why, strict=True)
        ],
    }
