"""Tell which articles pass filters. Input: an index and Filters. Output: their ids."""

from index.opening import Index
from qa.records import Filters


def articles_passing(index: Index, filters: Filters) -> list[str]:
    """The ids of the articles that every filter lets through, all of them where there is none."""
    return index.store.article_ids(
        index.generation,
        filters.outlet,
        filters.published_from,
        filters.published_to,
        filters.article_id,
    )
