"""Make a page ready for the index. Input: a Page. Output: its articles and passages.

This is the middle of the pipeline, segment -> mark -> split, as one pure function, with what is
embedded for each passage: its headline first, since a passage alone may not tell what it is about.
The headline is never part of the passage's own text. The bands by which copies are found are made
here too, since this runs in many processes and storing in one.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from index.context import heading_contexts
from index.copies import article_bands, sentence_bands
from index.mending import mend
from index.pages.extracting import extract
from index.prepared import BandedSentence, Prepared, body_text
from index.records import Article, Page, Passage
from index.sentences import sentence_spans
from index.splitting import split


def prepare(page: Page, shared: frozenset[str] = frozenset()) -> Prepared:
    """Segment, mark and split the page; one of white space alone gives no article.

    ``shared`` are the lines that other pages of its outlet have too; see `repeated_lines`.
    """
    document = page.document
    articles = tuple(extracted.article for extracted in extract(page, shared))
    by_article = [split(document, article) for article in articles]
    passages = tuple(chain.from_iterable(by_article))
    return Prepared(
        document,
        articles,
        passages,
        tuple(_inputs(document.text, articles, by_article)),
        tuple(article_bands(body_text(document.text, article.blocks)) for article in articles),
        tuple(_banded(document.text, articles, passages)),
    )


def _inputs(
    text: str, articles: Sequence[Article], by_article: Sequence[Sequence[Passage]]
) -> Iterator[str]:
    for article, passages in zip(articles, by_article, strict=True):
        contexts = heading_contexts(text, article, passages)
        for passage, context in zip(passages, contexts, strict=True):
            yield f"{context}\n{mend(text[passage.start : passage.end])}"


def _banded(
    text: str, articles: Sequence[Article], passages: Sequence[Passage]
) -> Iterator[BandedSentence]:
    # By blocks, as they were split: a passage of several paragraphs ends a sentence with each.
    starts = [passage.start for passage in passages]
    for block in (block for article in articles for block in article.blocks):
        for start, end in sentence_spans(text, block.start, block.end):
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= passages[at].end and (bands := sentence_bands(text[start:end])):
                yield BandedSentence(at, start, end, bands)
