"""Tell that filters let no article through. Input: an index, Filters. Output: a sentence or more.

An abstention over no article at all reads like one over all of them: who mistyped an outlet must be
told so, and what there is to choose from.
"""

from collections.abc import Iterator, Sequence

from index.opening import Index
from index.records import Article
from qa.passing import articles_passing
from qa.records import Filters

_MOST_OUTLETS = 12


def unmatched(index: Index, filters: Filters) -> str | None:
    """What to tell where no article passes the filters; None where one does."""
    passing = articles_passing(index, filters)
    if passing is None or passing:
        return None
    articles = [article for article, _ in index.store.articles(index.generation, "", -1)]
    given = "; ".join(_given(filters))
    told = [f"No article passes these filters: {given}.", *_choices(filters, articles)]
    return " ".join(told)


def _given(filters: Filters) -> Iterator[str]:
    if filters.outlet:
        yield f"outlet {' or '.join(filters.outlet)}"
    if filters.published_from:
        yield f"published on {filters.published_from} or later"
    if filters.published_to:
        yield f"published on {filters.published_to} or earlier"
    if filters.article_id:
        yield f"article {' or '.join(filters.article_id)}"


def _choices(filters: Filters, articles: Sequence[Article]) -> Iterator[str]:
    """What each filter could be, and which of its values are of no article."""
    if filters.outlet:
        yield _outlets(articles)
    if filters.published_from or filters.published_to:
        days = [article.published for article in articles if article.published]
        undated = len(articles) - len(days)
        if days:
            yield f"The dated articles are of {min(days)} to {max(days)}."
        if undated:
            yield f"Articles without a date, which no day lets through: {undated:,}."
    known = {article.id for article in articles}
    if unknown := [id_ for id_ in filters.article_id if id_ not in known]:
        yield f"There is no article with the id {' or '.join(unknown)}."


def _outlets(articles: Sequence[Article]) -> str:
    # Case and repeats aside: as the filter compares them.
    named = {article.outlet.casefold(): article.outlet for article in articles if article.outlet}
    outlets = sorted(named.values(), key=str.casefold)
    if not outlets:
        return "No article names its outlet."
    more = len(outlets) - _MOST_OUTLETS
    shown = ", ".join(outlets[:_MOST_OUTLETS])
    return f"The outlets are: {shown}{f' and {more:,} more' if more > 0 else ''}."
