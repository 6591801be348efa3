"""Tell what passes filters. Input: an index and Filters. Output: ids of articles, and what
speakers say in those."""

from collections.abc import Container, Sequence

from index.opening import Index
from index.records import StoredStatement
from qa.records import Filters


def articles_passing(index: Index, filters: Filters) -> frozenset[str] | None:
    """The ids of the articles that every filter lets through; None where there is no filter."""
    if filters.is_empty:
        return None
    return frozenset(
        index.store.article_ids(
            index.generation,
            filters.outlet,
            filters.published_from,
            filters.published_to,
            filters.article_id,
        )
    )


def statements_passing(
    index: Index, speakers: Sequence[str], allowed: Container[str] | None
) -> list[StoredStatement]:
    """The statements of these speakers, of the articles that are allowed; None allows all."""
    return [
        each
        for each in index.store.statements_by(speakers, index.generation)
        if allowed is None or each.said.article_id in allowed
    ]
