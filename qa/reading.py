"""Read the chosen passages with a trained reader. Input: a Query and what to read. Output:
Candidates, a sentence each.

The few sentences that answer best in their passages are read once more, each by itself: what stands
around a sentence helps to understand it, and draws off what answers as well.

A follow-up is read twice, as it was completed and as it was asked: what is filled in may lead away
from what is asked, and a passage that was found for it needs no telling what "it" is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qa.choosing import PassageToRead
from qa.reader.network import Reader
from qa.reader.records import PassageReading, Span, Unread
from qa.stories import Sentence, Story
from qa.understanding import Query

# The rest is the completed question's. Of 57 follow-ups, 38 come right reading the completed one
# alone, 40 with a half of each, 43 with this.
_OWN_SHARE = 1 / 3
# Of 1,500 held-back questions on news, the sentence that answers is among so many for .965.
_READ_ALONE = 4


@dataclass(frozen=True, slots=True)
class Alone:
    """How well a sentence answers that is read by itself under its headline, in logits."""

    relevance: float
    margin: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, as it was read.

    ``span`` are its words that answer best, as offsets into its document's text, and ``has_words``
    tells that they are chosen, and not the sentence whole; ``relevance``, ``fused`` and ``cosine``
    are its passage's. ``alone`` is of those few that are read by themselves as well.
    """

    sentence: Sentence
    story: Story
    span: Span
    relevance: float
    fused: float
    cosine: float
    has_words: bool = True
    alone: Alone | None = None

    @property
    def in_quote(self) -> tuple[int, int]:
        """Where its words stand in the sentence's quote."""
        return self.span.start - self.sentence.start, self.span.end - self.sentence.start


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
    asked = [passage.question or query.text for passage in passages]
    readings = _readings(reader, query, asked, [each for each, _ in unread])
    found = [
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
    ]
    return tuple(_with_alone(reader, query, asked, found))


def _with_alone(
    reader: Reader, query: Query, asked: Sequence[str], found: Sequence[PassageRead]
) -> Iterable[PassageRead]:
    """The passages, their best sentences read alone too, each for what its passage was asked."""
    every = [
        (candidate, question)
        for passage, question in zip(found, asked, strict=True)
        for candidate in passage.candidates
    ]
    every.sort(key=lambda each: (-each[0].span.margin, each[0].sentence.place))
    best = every[:_READ_ALONE]
    unread = [_unread_alone(candidate) for candidate, _ in best]
    readings = _readings(reader, query, [question for _, question in best], unread)
    alone = {
        candidate.sentence.place: Alone(reading.relevance, reading.spans[0].margin)
        for (candidate, _), reading in zip(best, readings, strict=True)
    }
    for passage in found:
        candidates = (
            replace(each, alone=alone.get(each.sentence.place)) for each in passage.candidates
        )
        yield replace(passage, candidates=tuple(candidates))


def _unread_alone(candidate: Candidate) -> Unread:
    quote = candidate.sentence.quote
    return Unread(candidate.story.article.title, quote, ((0, len(quote)),))


def _readings(
    reader: Reader, query: Query, asked: Sequence[str], unread: Sequence[Unread]
) -> list[PassageReading]:
    """What the reader finds in each for its question in ``asked``, and for the query's own text
    where it has one."""
    found: dict[int, PassageReading] = {}
    for question in dict.fromkeys(asked):
        places = [at for at, each in enumerate(asked) if each == question]
        read_so = reader.read(question, [unread[at] for at in places])
        found.update(zip(places, read_so, strict=True))
    readings = [found[at] for at in range(len(unread))]
    if query.own_text and unread:
        own = reader.read(query.own_text, unread)
        readings = [_joined(*both) for both in zip(readings, own, strict=True)]
    return readings


def _joined(whole: PassageReading, own: PassageReading) -> PassageReading:
    """Both readings as one: of each sentence the words that either is surer of."""
    spans = tuple(
        replace(mine if mine.margin > one.margin else one, margin=_between(one.margin, mine.margin))
        for one, mine in zip(whole.spans, own.spans, strict=True)
    )
    relevance = _between(whole.relevance, own.relevance)
    return replace(whole, relevance=relevance, spans=spans)


def _between(whole: float, own: float) -> float:
    return (1 - _OWN_SHARE) * whole + _OWN_SHARE * own


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
