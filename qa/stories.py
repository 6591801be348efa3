"""An article taken apart for reading: its sentences, with kind, passage and statements.

What is made of an article never changes, so the newest few hundred are kept between questions.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.analysis import stems
from index.opening import Index
from index.records import Article, BlockKind, Statement, StoredPassage, StoredStatement
from index.sentences import sentence_spans
from qa.records import Hit

_KEPT = 512
_LEADING = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: a span of its document's text.

    ``quote`` is that span to the letter; ``shown`` has its runs of white space as one space.
    """

    article_id: str
    passage_id: int
    position: int
    start: int
    end: int
    quote: str
    kind: BlockKind
    stems: frozenset[str]
    said: tuple[Statement, ...] = ()

    @property
    def place(self) -> tuple[str, int]:
        """Which sentence it is, of all: its article's id and where it begins."""
        return self.article_id, self.start

    @property
    def shown(self) -> str:
        """The sentence as an answer gives it."""
        return " ".join(self.quote.split())

    @property
    def speaker(self) -> str | None:
        """Who speaks in it: the first speaker that is known."""
        return next((said.name for said in self.said if said.name), None)


@dataclass(frozen=True, slots=True)
class Story:
    """An article, its document's uris, and its body's and captions' sentences in reading order."""

    article: Article
    uri: str
    uris: tuple[str, ...]
    title_stems: frozenset[str]
    sentences: tuple[Sentence, ...]

    @property
    def lead_stems(self) -> frozenset[str]:
        """The stems of its first sentences, which tell what it is about."""
        return frozenset[str]().union(*(each.stems for each in self.sentences[:_LEADING]))

    @property
    def head_stems(self) -> frozenset[str]:
        """The stems of its headline and first sentences."""
        return self.title_stems | self.lead_stems

    def around(self, sentence: Sentence, above: int) -> Iterator[Sentence]:
        """The other sentences of its passage, and the ``above`` ones that lead up to it."""
        for position in range(sentence.position - 1, -1, -1):
            before = self.sentences[position]
            if sentence.position - position > above and before.passage_id != sentence.passage_id:
                break
            yield before
        for position in range(sentence.position + 1, len(self.sentences)):
            if self.sentences[position].passage_id != sentence.passage_id:
                break
            yield self.sentences[position]


class Stories:
    """The stories of one opened index, read once each."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.story = lru_cache(_KEPT)(self._read)

    def _read(self, article_id: str) -> Story | None:
        store = self._index.store
        article = store.article(article_id, self._index.generation)
        document = store.document(article.document_id, self._index.generation) if article else None
        if article is None or document is None:
            return None
        spans = _spans(document.text, article, store.passages_of(article_id))
        return Story(
            article,
            document.uri,
            store.uris(document.id, self._index.generation),
            frozenset(stems(article.title)),
            _sentences(document.text, spans, store.statements_of(article_id)),
        )


def stories_of(hits: Iterable[Hit], story: Callable[[str], Story | None]) -> list[Story]:
    """The stories that the hits are of, each once, in the order of the hits."""
    found = map(story, dict.fromkeys(hit.passage.article_id for hit in hits))
    return [each for each in found if each]


def _spans(
    text: str, article: Article, passages: list[StoredPassage]
) -> list[tuple[int, int, StoredPassage]]:
    """Each sentence that stands in a passage, with that passage. Passages are in reading order."""
    starts = [passage.start for passage in passages]
    spans = []
    for block in article.blocks:
        for start, end in sentence_spans(text, block.start, block.end):
            at = bisect_right(starts, start) - 1
            if at >= 0 and end <= passages[at].end:
                spans.append((start, end, passages[at]))
    return spans


def _sentences(
    text: str,
    spans: list[tuple[int, int, StoredPassage]],
    statements: list[StoredStatement],
) -> tuple[Sentence, ...]:
    said = [each.said for each in statements]
    return tuple(
        Sentence(
            article_id=passage.article_id,
            passage_id=passage.id,
            position=position,
            start=start,
            end=end,
            quote=text[start:end],
            kind=passage.kind,
            stems=frozenset(stems(text[start:end])),
            said=tuple(each for each in said if each.start < end and start < each.end),
        )
        for position, (start, end, passage) in enumerate(spans)
    )
