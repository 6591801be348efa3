"""An article taken apart for reading: its sentences, with kind, passage and voice.

What is made of an article never changes, so the newest few hundred are kept between questions.
"""

from dataclasses import dataclass
from functools import lru_cache

from index.analysis import stems
from index.opening import Index
from index.records import Article, BlockKind, StoredPassage
from index.sentences import sentence_spans
from index.speakers import Voice, voices

_KEPT = 512
_SILENT = Voice(is_statement=False, speaker=None)


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
    voice: Voice
    stems: frozenset[str]

    @property
    def shown(self) -> str:
        """The sentence as an answer gives it."""
        return " ".join(self.quote.split())


@dataclass(frozen=True, slots=True)
class Story:
    """An article, its uri, and its body's and captions' sentences in reading order."""

    article: Article
    uri: str
    title_stems: frozenset[str]
    sentences: tuple[Sentence, ...]


class Stories:
    """The stories of one opened index, read once each."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.story = lru_cache(_KEPT)(self._read)

    def _read(self, article_id: str) -> Story | None:
        store = self._index.store
        article = store.article(article_id)
        document = store.document(article.document_id, self._index.generation) if article else None
        if article is None or document is None:
            return None
        passages = store.passages_of(article_id)
        spans = [
            (start, end, passage)
            for block in article.blocks
            for start, end in sentence_spans(document.text, block.start, block.end)
            for passage in passages
            if passage.start <= start and end <= passage.end
        ]
        return Story(
            article,
            document.uri,
            frozenset(stems(article.title)),
            _sentences(document.text, spans),
        )


def _sentences(text: str, spans: list[tuple[int, int, StoredPassage]]) -> tuple[Sentence, ...]:
    body = [at for at, (_, _, passage) in enumerate(spans) if passage.kind is BlockKind.BODY]
    heard = voices([text[spans[at][0] : spans[at][1]] for at in body])
    voice_at = dict(zip(body, heard, strict=True))
    return tuple(
        Sentence(
            article_id=passage.article_id,
            passage_id=passage.id,
            position=position,
            start=start,
            end=end,
            quote=text[start:end],
            kind=passage.kind,
            voice=voice_at.get(position, _SILENT),
            stems=frozenset(stems(text[start:end])),
        )
        for position, (start, end, passage) in enumerate(spans)
    )
