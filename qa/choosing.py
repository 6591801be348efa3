"""Choose the sentences worth reading closely. Input: a Query, Hits and Stories. Output: a Choice.

Where the question asks what a certain person said, only that person's statements are candidates,
from anywhere in the articles found; captions say nothing for anybody. A question on a picture is
for the captions alone.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.analysis import stems
from index.opening import Index
from index.pages.punctuation import ends_a_sentence
from index.records import BlockKind
from qa.matching import covered, match
from qa.reading import Candidate
from qa.records import Hit
from qa.sentence_vectors import SentenceVectors
from qa.stories import Sentence, Stories, Story
from qa.understanding import Query, QueryTerm

# To embed a sentence costs 4 ms, to weigh its words some microseconds: the words choose which are
# read closely. On SQuADShifts' new_wiki_train five left nothing out that would have come first; a
# statement's answer may run over more sentences.
_READ_CLOSELY = 8
_CONTEXT_WEIGHT = 0.5
# Enough that a cosine's last bits, which change with the company it is computed in, never show.
_COSINE_DECIMALS = 4
_LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates, the most promising first, and the query to read them with.

    Where they are one person's statements, that person's name is no more a word that they should
    bear: it would make each of them look like half an answer.
    """

    query: Query
    candidates: tuple[Candidate, ...]


class Chooser:
    """Chooses from the stories of one opened index, and keeps its sentences' vectors."""

    def __init__(self, index: Index, stories: Stories, vectors: SentenceVectors) -> None:
        self._index, self._stories, self._vectors = index, stories, vectors

    def choose(
        self, query: Query, question_vector: NDArray[np.float32], hits: Sequence[Hit]
    ) -> Choice:
        """At most eight candidates; none without hits. ``question_vector`` is (d,) float32, unit
        length."""
        stories = self._stories_of(hits)
        speakers = _asked_speakers(query, stories)
        focused = _without_speaker(query) if speakers else query
        eligible = _eligible(query, stories, {hit.passage.id for hit in hits}, speakers)
        passages = {sentence.passage_id for sentence, _ in eligible}
        dense = self._index.vectors.cosines(question_vector, sorted(passages))
        promising = _most_promising(focused, eligible, dense)
        cosines = self._vectors.vectors([sentence for sentence, _ in promising]) @ question_vector
        candidates = tuple(
            Candidate(
                sentence,
                story,
                round(cosine, _COSINE_DECIMALS),
                round(dense[sentence.passage_id], _COSINE_DECIMALS),
            )
            for (sentence, story), cosine in zip(promising, cosines.tolist(), strict=True)
        )
        return Choice(focused, candidates)

    def _stories_of(self, hits: Sequence[Hit]) -> list[Story]:
        ids = dict.fromkeys(hit.passage.article_id for hit in hits)
        return [story for id_ in ids if (story := self._stories.story(id_)) is not None]


def _most_promising(
    query: Query, eligible: Sequence[tuple[Sentence, Story]], dense: Mapping[int, float]
) -> list[tuple[Sentence, Story]]:
    def promise(sentence: Sentence, story: Story) -> float:
        return (
            covered(query.terms, sentence.stems)
            + dense[sentence.passage_id]
            + _CONTEXT_WEIGHT * covered(query.terms, story.title_stems | sentence.stems)
        )

    # Python's sort keeps the order of equals: the better article's sentence, then the earlier one.
    return sorted(eligible, key=lambda pair: -promise(*pair))[:_READ_CLOSELY]


def _asked_speakers(query: Query, stories: Sequence[Story]) -> frozenset[str]:
    """The speakers in these stories that the question asks the words of; empty where it asks
    nobody's in particular, or nobody of that name speaks."""
    speakers = {s.voice.speaker for story in stories for s in story.sentences if s.voice.speaker}
    return frozenset(
        speaker for speaker in speakers if any(_is_called(speaker, term) for term in query.speaker)
    )


def _is_called(speaker: str, term: QueryTerm) -> bool:
    """A close spelling may mean a person; a single word is often a country, and Turkish is not
    Türkiye."""
    likeness = match(term, set(stems(speaker)))
    return likeness == 1.0 or (likeness > 0.0 and len(speaker.split()) > 1)


def _without_speaker(query: Query) -> Query:
    named = {term.stem for term in query.speaker}
    topic = tuple(term for term in query.terms if term.stem not in named)
    return replace(query, terms=topic) if topic else query


def _eligible(
    query: Query, stories: Sequence[Story], passages: Set[int], speakers: frozenset[str]
) -> list[tuple[Sentence, Story]]:
    pairs = [(sentence, story) for story in stories for sentence in story.sentences]
    if speakers:
        return [pair for pair in pairs if pair[0].voice.speaker in speakers]
    found = [pair for pair in pairs if pair[0].passage_id in passages]
    if any(term.is_name for term in query.speaker):
        # What somebody else said is no answer to what this person did.
        found = [pair for pair in found if pair[0].voice.speaker is None]
    captions = [pair for pair in found if pair[0].kind is BlockKind.CAPTION]
    if query.asks_picture and captions:
        return captions
    text = [pair for pair in found if pair[0].kind is BlockKind.BODY and _is_whole(pair[0])]
    return text if query.asks_speech else text + captions


def _is_whole(sentence: Sentence) -> bool:
    """A line between two paragraphs, an item of a list or "He said:" says nothing by itself."""
    leads_on = sentence.quote.endswith((":", ";", ","))
    closes = ends_a_sentence(sentence.quote) or len(sentence.quote.split()) >= _LEAST_WORDS
    return closes and not leads_on
