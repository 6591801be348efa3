"""Make a page ready for the index. Input: a Page. Output: its articles and passages.

This is the middle of the pipeline, segment -> mark -> split, as one pure function, with what is
embedded for each passage: its headline first, since a passage alone may not tell what it is about.
The headline is never part of the passage's own text. The bands by which copies are found, and
the words and names, are made here too, since this runs in many processes and storing in one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from index.context import heading_contexts
from index.copies import article_bands, sentence_bands
from index.mending import mend
from index.names.mentions import ArticleWords, article_words
from index.pages.extracting import extract
from index.prepared import BandedSentence, PlacedStatement, Prepared, body_text
from index.records import Article, BlockKind, Page, Passage, Statement
from index.sentences import sentence_spans
from index.splitting import split
from index.statements.finding import find_statements

# The place of its passage, and where it starts and ends.
_Sentence = tuple[int, int, int]


def prepare(page: Page, shared: frozenset[str] = frozenset()) -> Prepared:
    """Segment, mark and split the page; one of white space alone gives no article.

    ``shared`` are the lines that other pages of its outlet have too; see `repeated_lines`.
    """
    document = page.document
    articles = tuple(extracted.article for extracted in extract(page, shared))
    by_article = [split(document, article) for article in articles]
    passages = tuple(chain.from_iterable(by_article))
    sentences = list(_sentences(document.text, articles, passages))
    said = _said(document.text, articles, passages, sentences)
    return Prepared(
        document,
        articles,
        passages,
        tuple(_inputs(document.text, articles, by_article, said)),
        tuple(_words(document.text, articles, passages, sentences)),
        tuple(article_bands(body_text(document.text, article.blocks)) for article in articles),
        tuple(_banded(document.text, sentences)),
        tuple(_placed(passages, chain.from_iterable(said))),
    )


def _inputs(
    text: str,
    articles: Sequence[Article],
    by_article: Sequence[Sequence[Passage]],
    said: Sequence[Sequence[Statement]],
) -> Iterator[str]:
    for article, passages, statements in zip(articles, by_article, said, strict=True):
        contexts = heading_contexts(text, article, passages, statements)
        for passage, context in zip(passages, contexts, strict=True):
            yield f"{context}\n{mend(text[passage.start : passage.end])}"


def _sentences(
    text: str, articles: Sequence[Article], passages: Sequence[Passage]
) -> Iterator[_Sentence]:
    # By blocks, as they were split: a passage of several paragraphs ends a sentence with each.
    starts = [passage.start for passage in passages]
    for block in (block for article in articles for block in article.blocks):
        for start, end in sentence_spans(text, block.start, block.end):
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= passages[at].end:
                yield at, start, end


def _words(
    text: str,
    articles: Sequence[Article],
    passages: Sequence[Passage],
    sentences: Sequence[_Sentence],
) -> Iterator[ArticleWords]:
    by_article: dict[str, list[str]] = {article.id: [] for article in articles}
    for at, start, end in sentences:
        by_article[passages[at].article_id].append(text[start:end])
    for article in articles:
        yield article_words(article.title, by_article[article.id])


def _said(
    text: str,
    articles: Sequence[Article],
    passages: Sequence[Passage],
    sentences: Sequence[_Sentence],
) -> list[tuple[Statement, ...]]:
    """The statements of each article; captions say nothing for anybody."""
    bodies: dict[str, list[tuple[int, int]]] = {article.id: [] for article in articles}
    for at, start, end in sentences:
        if passages[at].kind is BlockKind.BODY:
            bodies[passages[at].article_id].append((start, end))
    return [find_statements(article.id, text, bodies[article.id]) for article in articles]


def _placed(
    passages: Sequence[Passage], statements: Iterable[Statement]
) -> Iterator[PlacedStatement]:
    starts = [passage.start for passage in passages]
    for said in statements:
        yield PlacedStatement(bisect_right(starts, said.start) - 1, said)


def _banded(text: str, sentences: Sequence[_Sentence]) -> Iterator[BandedSentence]:
    for at, start, end in sentences:
        if bands := sentence_bands(text[start:end]):
            yield BandedSentence(at, start, end, bands)
