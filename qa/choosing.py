"""Choose the sentences worth reading closely. Input: a Query, Hits and Stories. Output: Candidates.

Where the question asks what a certain person said, only that person's statements are candidates,
from anywhere in the articles found; captions say nothing for anybody.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from index.analysis import stems
from index.paragraphs import ends_a_sentence
from index.records import BlockKind
from qa.matching import covered, match
from qa.reading import Candidate
from qa.records import Hit
from qa.sentence_vectors import SentenceVectors
from qa.stories import Sentence, Stories, Story
from qa.understanding import Query

# To embed a sentence costs 4 ms, to weigh its words some microseconds: the words choose which are
# read closely. On SQuADShifts' new_wiki_train five left nothing out that would have come first; a
# statement's answer may run over more sentences.
_READ_CLOSELY = 8
_CONTEXT_WEIGHT = 0.5
# Enough that a cosine's last bits, which change with the company it is computed in, never show.
_COSINE_DECIMALS = 4
_LEAST_WORDS = 8


class Chooser:
    """Chooses from the stories of one opened index, and keeps its sentences' vectors."""

    def __init__(self, stories: Stories, vectors: SentenceVectors) -> None:
        self._stories, self._vectors = stories, vectors

    def choose(
        self, query: Query, question_vector: NDArray[np.float32], hits: Sequence[Hit]
    ) -> tuple[Candidate, ...]:
        """At most eight candidates, the most promising first; none without hits.

        ``question_vector`` is (d,) float32, unit length.
        """
        dense = {hit.passage.id: hit.scores.get("dense", 0.0) for hit in hits}
        found = self._stories_of(hits)
        promising = self._promising(query, found, dense)[:_READ_CLOSELY]
        cosines = self._vectors.vectors([sentence for sentence, _ in promising]) @ question_vector
        return tuple(
            Candidate(
                sentence,
                story,
                round(cosine, _COSINE_DECIMALS),
                round(dense.get(sentence.passage_id, 0.0), _COSINE_DECIMALS),
            )
            for (sentence, story), cosine in zip(promising, cosines.tolist(), strict=True)
        )

    def _stories_of(self, hits: Sequence[Hit]) -> list[Story]:
        ids = dict.fromkeys(hit.passage.article_id for hit in hits)
        return [story for id_ in ids if (story := self._stories.story(id_)) is not None]

    def _promising(
        self, query: Query, stories: Sequence[Story], dense: Mapping[int, float]
    ) -> list[tuple[Sentence, Story]]:
        def promise(sentence: Sentence, story: Story) -> float:
            return (
                covered(query.terms, sentence.stems)
                + dense.get(sentence.passage_id, 0.0)
                + _CONTEXT_WEIGHT * covered(query.terms, story.title_stems | sentence.stems)
            )

        speakers = _asked_speakers(query, stories)
        eligible = [
            (-promise(sentence, story), order, sentence.position, sentence, story)
            for order, story in enumerate(stories)
            for sentence in _eligible(query, story, dense.keys(), speakers)
        ]
        ranked = sorted(eligible, key=lambda entry: entry[:3])
        return [(sentence, story) for *_, sentence, story in ranked]


def _asked_speakers(query: Query, stories: Sequence[Story]) -> frozenset[str]:
    """The speakers in these stories that the question asks the words of; empty where it asks
    nobody's in particular, or nobody of that name speaks."""
    speakers = {s.voice.speaker for story in stories for s in story.sentences if s.voice.speaker}
    return frozenset(
        speaker
        for speaker in speakers
        if any(match(term, set(stems(speaker))) for term in query.speaker)
    )


def _eligible(
    query: Query, story: Story, passages: Set[int], speakers: frozenset[str]
) -> Iterator[Sentence]:
    for sentence in story.sentences:
        if sentence.kind is BlockKind.CAPTION:
            is_eligible = not query.asks_speech and sentence.passage_id in passages
        elif speakers:
            is_eligible = sentence.voice.speaker in speakers
        else:
            is_eligible = sentence.passage_id in passages and _is_whole(sentence)
        if is_eligible:
            yield sentence


def _is_whole(sentence: Sentence) -> bool:
    """A line between two paragraphs, or an item of a list, says nothing by itself."""
    return ends_a_sentence(sentence.quote) or len(sentence.quote.split()) >= _LEAST_WORDS
