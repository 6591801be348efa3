"""Choose the passages to read, and which of their sentences may answer. Input: a Query, Hits and
Stories. Output: a Choice.

Where the question asks what a certain person said, only that person's statements may answer, from
anywhere in the articles found; captions say nothing for anybody. A question on a picture is for the
captions alone.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.analysis import stems
from index.opening import Index
from index.pages.punctuation import ends_a_sentence
from index.records import BlockKind
from qa.matching import covered, match
from qa.records import Hit
from qa.stories import Sentence, Stories, Story
from qa.understanding import Query, QueryTerm

# What somebody said may stand far from what the search found: so many passages more are read.
_FURTHER_PASSAGES = 4
# Enough that a cosine's last bits, which change with the company it is computed in, never show.
_COSINE_DECIMALS = 4
_LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class PassageToRead:
    """A passage of a story with those of its sentences that may answer, perhaps none.

    ``fused`` is the search's score, 0 for a passage that it did not bring; ``cosine`` is the
    passage's with the question.
    """

    id: int
    story: Story
    sentences: tuple[Sentence, ...]
    fused: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What to read, the search's best first, and the query to weigh the sentences with.

    Where only one person's statements may answer, that person's name is no more a word that they
    should bear: it would make each of them look like half an answer.
    """

    query: Query
    passages: tuple[PassageToRead, ...]


class Chooser:
    """Chooses from the stories of one opened index."""

    def __init__(self, index: Index, stories: Stories) -> None:
        self._index, self._stories = index, stories

    def choose(
        self, query: Query, question_vector: NDArray[np.float32], hits: Sequence[Hit]
    ) -> Choice:
        """Every hit's passage, and four more at most; none without hits. ``question_vector`` is
        (d,) float32, unit length."""
        stories = {
            id_: story
            for id_ in dict.fromkeys(hit.passage.article_id for hit in hits)
            if (story := self._stories.story(id_)) is not None
        }
        speakers = _asked_speakers(query, list(stories.values()))
        focused = _without_speaker(query) if speakers else query
        fused = {hit.passage.id: hit.scores.get("fused", 0.0) for hit in hits}
        eligible = _eligible(query, list(stories.values()), fused.keys(), speakers)
        of_story = {hit.passage.id: stories.get(hit.passage.article_id) for hit in hits}
        of_story.update(_further(focused, eligible, fused.keys()))
        cosines = self._index.vectors.cosines(question_vector, sorted(of_story))
        return Choice(
            focused,
            tuple(
                PassageToRead(
                    id_,
                    story,
                    tuple(sentence for sentence, _ in eligible if sentence.passage_id == id_),
                    fused.get(id_, 0.0),
                    round(cosines[id_], _COSINE_DECIMALS),
                )
                for id_, story in of_story.items()
                # A passage made by other rules for sentences may hold none that is whole.
                if story and any(each.passage_id == id_ for each in story.sentences)
            ),
        )


def _further(
    query: Query, eligible: Sequence[tuple[Sentence, Story]], found: Set[int]
) -> dict[int, Story]:
    """The passages that the search did not bring and of which a sentence bears most of the
    question's words, with their stories."""
    outside = [pair for pair in eligible if pair[0].passage_id not in found]
    # Python's sort keeps the order of equals: the better article's sentence, then the earlier one.
    ranked = sorted(outside, key=lambda pair: -covered(query.terms, pair[0].stems))
    stories: dict[int, Story] = {}
    for sentence, story in ranked:
        stories.setdefault(sentence.passage_id, story)
    return dict(islice(stories.items(), _FURTHER_PASSAGES))


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
