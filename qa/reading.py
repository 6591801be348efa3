"""Read the chosen passages with a trained reader. Input: a Query and what to read. Output:
Candidates, a sentence each.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.choosing import PassageToRead
from qa.reader.network import Reader
from qa.reader.records import PassageReading, Span, Unread
from qa.stories import Sentence, Story
from qa.understanding import Query


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, as it was read.

    ``span`` are its words that answer best, as offsets into its document's text, and ``has_words``
    tells that they are chosen, and not the sentence whole; ``relevance``, ``fused`` and ``cosine``
    are its passage's.
    """

    sentence: Sentence
    story: Story
    span: Span
    relevance: float
    fused: float
    cosine: float
    has_words: bool = True


@dataclass(frozen=True, slots=True)
class PassageRead:
    """A passage's relevance, and its candidates in reading order, perhaps none."""

    id: int
    relevance: float
    candidates: tuple[Candidate, ...]


def read(
    reader: Reader, query: Query, passages: Sequence[PassageToRead]
) -> tuple[PassageRead, ...]:
    """What the reader finds in each passage, in the same order."""
    unread = [_unread(passage) for passage in passages]
    readings = _readings(reader, query, [each for each, _ in unread])
    return tuple(
        PassageRead(
            passage.id,
            reading.relevance,
            tuple(
                Candidate(
                    sentence,
                    passage.story,
                    Span(base + span.start, base + span.end, span.margin),
                    reading.relevance,
                    passage.fused,
                    passage.cosine,
                    reading.has_words,
                )
                for sentence, span in zip(passage.sentences, reading.spans, strict=True)
            ),
        )
        for passage, (_, base), reading in zip(passages, unread, readings, strict=True)
    )


def _readings(reader: Reader, query: Query, unread: Sequence[Unread]) -> list[PassageReading]:
    """What the reader finds for the question; for a follow-up, joined with what it finds for the
    question with those that it leans on."""
    own = reader.read(query.own_text, unread)
    if query.own_text == query.text:
        return list(own)
    whole = reader.read(query.text, unread)
    return [_joined(query, *pair) for pair in zip(own, whole, strict=True)]


def _joined(query: Query, own: PassageReading, whole: PassageReading) -> PassageReading:
    """The words of each sentence are those of the reading that is surer of them.

    Where a word points back ("When was it?"), the reading with what it points to is as good as any.
    Where none does ("And the ferry?"), it would answer the earlier question once more: what counts
    is the mean of both.
    """
    pairs = list(zip(own.spans, whole.spans, strict=True))
    surer = [max(pair, key=lambda span: span.margin) for pair in pairs]
    if query.points_back:
        return PassageReading(max(own.relevance, whole.relevance), tuple(surer), own.has_words)
    spans = [
        replace(best, margin=(one.margin + other.margin) / 2)
        for best, (one, other) in zip(surer, pairs, strict=True)
    ]
    relevance = (own.relevance + whole.relevance) / 2
    return PassageReading(relevance, tuple(spans), own.has_words)


def _unread(passage: PassageToRead) -> tuple[Unread, int]:
    """The passage as the reader takes it, and where its text begins in the document's.

    What stands between two sentences of a passage is white space and nothing else.
    """
    whole = [each for each in passage.story.sentences if each.passage_id == passage.id]
    base = whole[0].start
    text = ""
    for sentence in whole:
        text = text.ljust(sentence.start - base) + sentence.quote
    places = tuple((each.start - base, each.end - base) for each in passage.sentences)
    return Unread(passage.story.article.title, text, places), base
