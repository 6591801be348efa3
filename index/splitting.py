"""Split an article into passages. Input: a Document and an Article. Output: Passages in order.

A passage is whole sentences that follow one another in blocks of one kind, with nothing of another
kind between them: it never crosses an article, a caption or a leftover.
"""

from collections.abc import Iterator
from itertools import groupby

from index.records import Article, BlockKind, Document, Passage
from index.sentences import sentence_spans

# Long enough for a speaker and what is said to stand together, short enough to be read at a glance
# and to fit the embedding model's window (256 tokens) with the headline.
_TARGET_CHARS = 600
_KINDS = (BlockKind.BODY, BlockKind.CAPTION)


def split(document: Document, article: Article) -> tuple[Passage, ...]:
    """The article's body and captions as passages of about 600 characters; one sentence at least.

    A sentence longer than that is a passage of its own, uncut.
    """
    passages: list[Passage] = []
    for kind, blocks in groupby(article.blocks, key=lambda block: block.kind):
        if kind not in _KINDS:
            continue
        sentences = [
            span
            for block in blocks
            for span in sentence_spans(document.text, block.start, block.end)
        ]
        passages.extend(
            Passage(article.id, start, end, kind) for start, end in _gathered(sentences)
        )
    return tuple(passages)


def _gathered(sentences: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    last = 0
    for low, high in sentences:
        if start is not None and high - start > _TARGET_CHARS:
            yield start, last
            start = None
        start = low if start is None else start
        last = high
    if start is not None:
        yield start, last
