"""List the articles of an index. Input: an index folder and filters. Output: articles with uris.

The database and the manifest are enough: no model is loaded, and neither FAISS nor tantivy is.
"""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from index.database import require_index
from index.errors import InvalidRequest
from index.published import published_generation
from index.records import Article
from index.store import Store
from ui.article_json import Listed


def list_articles(
    folder: Path,
    *,
    outlets: Sequence[str] = (),
    published_from: date | None = None,
    published_to: date | None = None,
    limit: int | None = None,
) -> list[Listed]:
    """At most ``limit`` (None: all) of the articles that pass every filter, by uri and place.

    Raises IndexMissing, IndexForeign, IndexDamaged or InvalidRequest.
    """
    if limit is not None and limit < 1:
        raise InvalidRequest(f"The limit {limit} is not 1 or more.", "Change it, or leave it out.")
    require_index(folder)
    with closing(Store(folder)) as store, store.snapshot():
        generation = published_generation(folder, store)
        found = store.articles(
            generation,
            "",
            -1 if limit is None else limit,
            outlets=outlets,
            published_from=published_from,
            published_to=published_to,
        )
        return with_uris(store, generation, found)


def with_uris(store: Store, generation: int, found: Sequence[tuple[Article, str]]) -> list[Listed]:
    """The articles that a store gave, each with all its uris and the one it came with first."""
    uris: dict[str, tuple[str, ...]] = {}
    for article, _ in found:
        if article.document_id not in uris:
            uris[article.document_id] = store.uris(article.document_id, generation)
    return [
        Listed(article, (first, *(uri for uri in uris[article.document_id] if uri != first)))
        for article, first in found
    ]
