"""Choose the passages to read, and which of their sentences may answer. Input: a Query, Hits and
Stories. Output: a Choice.

Where the question asks what a certain person said, only that person's statements may answer, from
anywhere in the articles that the filters allow; captions say nothing for anybody. A question on a
picture is for the captions alone.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.opening import Index
from index.pages.punctuation import ends_a_sentence
from index.records import BlockKind
from qa.matching import covered
from qa.records import Filters, Hit
from qa.speech.allowing import of_others, of_speakers
from qa.speech.asking import Asked, asked_words
from qa.speech.gathering import Heard, Spoken, said_by
from qa.speech.rewording import reworded
from qa.speech.speakers import Speakers
from qa.speech.subject import is_spoken_of
from qa.stories import Sentence, Stories, Story
from qa.timing.narrowing import is_of
from qa.timing.scope import TimeScope
from qa.understanding import Query

# What somebody said may stand far from what the search found: so many passages more are read.
_FURTHER_PASSAGES = 4
# Enough that a cosine's last bits, which change with the company it is computed in, never show.
_COSINE_DECIMALS = 4
_LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class PassageToRead:
    """A passage of a story with those of its sentences that may answer, perhaps none.

    ``fused`` is the search's score: for a passage that it did not bring, that of a search among
    those in which whoever is asked after speaks, else 0; ``cosine`` is the passage's with the
    question. ``question`` is what it is to be read for, where that is put in
    other words than the query's.
    """

    id: int
    story: Story
    sentences: tuple[Sentence, ...]
    fused: float
    cosine: float
    question: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What to read, the search's best first, and the query to weigh the sentences with.

    Where only one person's statements may answer, that person's name is no more a word that they
    should bear: it would make each of them look like half an answer. ``speakers`` are the persons
    asked after, and ``stories`` those of the hits, the best first.
    """

    query: Query
    passages: tuple[PassageToRead, ...]
    speakers: frozenset[str]
    stories: tuple[Story, ...]


class Chooser:
    """Chooses from the stories of one opened index."""

    def __init__(self, index: Index, stories: Stories) -> None:
        self._index, self._stories = index, stories

    # Read once, and not before somebody's words are asked for: of 19,000 stories in 0.1 s.
    @cached_property
    def speakers(self) -> Speakers:
        """All who speak in the articles."""
        return Speakers(self._index.store.speakers(self._index.generation))

    def choose(
        self,
        query: Query,
        question_vector: NDArray[np.float32],
        hits: Sequence[Hit],
        filters: Filters,
        scope: TimeScope,
    ) -> Choice:
        """Every hit's passage, and four more at most; none without hits. ``question_vector`` is
        (d,) float32, unit length."""
        stories = {
            id_: story
            for id_ in dict.fromkeys(hit.passage.article_id for hit in hits)
            if (story := self._stories.story(id_)) is not None
        }
        asked = self._asked(query)
        focused = _without_speaker(query, asked)
        fused = {hit.passage.id: hit.scores.get("fused", 0.0) for hit in hits}
        heard = self._heard(asked, question_vector, filters)
        eligible = [
            each
            for each in self._eligible(query, asked, heard, hits)
            if is_of(scope, each.sentence, each.story)
        ]
        of_story = {hit.passage.id: stories.get(hit.passage.article_id) for hit in hits}
        outside = {each.sentence.passage_id for each in eligible} - fused.keys()
        cosines = self._index.vectors.cosines(question_vector, sorted(outside | of_story.keys()))
        of_story.update(_further(focused, eligible, outside, cosines))
        fused = {**heard.fused, **fused}
        return Choice(
            focused,
            tuple(
                PassageToRead(
                    id_,
                    story,
                    tuple(each.sentence for each in eligible if each.sentence.passage_id == id_),
                    fused.get(id_, 0.0),
                    round(cosines[id_], _COSINE_DECIMALS),
                    _put_to(query, asked, [e for e in eligible if e.sentence.passage_id == id_]),
                )
                for id_, story in of_story.items()
                # A passage made by other rules for sentences may hold none that is whole.
                if story and any(each.passage_id == id_ for each in story.sentences)
            ),
            _speakers(asked, eligible),
            tuple(stories.values()),
        )

    def _asked(self, query: Query) -> Asked:
        if not (query.asks_speech or query.speaker or query.speech_verbs):
            return Asked()
        return asked_words(query, self.speakers, self._index.fulltext.lexicon)

    def _heard(self, asked: Asked, vector: NDArray[np.float32], filters: Filters) -> Heard:
        """What those asked after say of the subject, in the manner asked for."""
        if not asked.meant:
            return Heard()
        allowed = None if filters.is_empty else self._allowed(filters)
        heard = said_by(self._index, self._stories, asked, vector, allowed)
        spoken = of_speakers(heard.spoken, asked)
        passages = {each.sentence.passage_id for each in spoken}
        cosine = max(self._index.vectors.cosines(vector, passages).values(), default=0.0)
        return (
            replace(heard, spoken=spoken)
            if is_spoken_of(asked.subject, spoken, cosine)
            else Heard()
        )

    def _eligible(
        self, query: Query, asked: Asked, heard: Heard, hits: Sequence[Hit]
    ) -> list[Spoken]:
        """The sentences that may answer, those of the best article first."""
        if asked.meant and asked.only_words and (heard.spoken or asked.country is None):
            return list(heard.spoken)
        found = [
            Spoken(sentence, story)
            for id_ in dict.fromkeys(hit.passage.article_id for hit in hits)
            if (story := self._stories.story(id_)) is not None
            for sentence in story.sentences
        ]
        others = _of_text(query, found, {hit.passage.id for hit in hits}, asked)
        # What is told of a deed, or of a country, need not be anybody's words.
        ours = {each.sentence for each in heard.spoken}
        return [
            *heard.spoken,
            *(each for each in of_others(query, others, asked) if each.sentence not in ours),
        ]

    def _allowed(self, filters: Filters) -> frozenset[str]:
        return frozenset(
            self._index.store.article_ids(
                self._index.generation,
                filters.outlet,
                filters.published_from,
                filters.published_to,
                filters.article_id,
            )
        )


def _further(
    query: Query, eligible: Sequence[Spoken], outside: Set[int], cosines: Mapping[int, float]
) -> dict[int, Story]:
    """The passages that the search did not bring and that come nearest to the question: of which a
    sentence bears most of its words, and which mean what it means; with their stories."""

    def nearness(each: Spoken) -> float:
        return covered(query.terms, each.sentence.stems) + cosines[each.sentence.passage_id]

    # Python's sort keeps the order of equals: the better article's sentence, then the earlier one.
    ranked = sorted(
        (each for each in eligible if each.sentence.passage_id in outside),
        key=lambda each: -round(nearness(each), _COSINE_DECIMALS),
    )
    stories: dict[int, Story] = {}
    for each in ranked:
        stories.setdefault(each.sentence.passage_id, each.story)
    return dict(islice(stories.items(), _FURTHER_PASSAGES))


def _without_speaker(query: Query, asked: Asked) -> Query:
    """The question without the words that tell who spoke and how, if others are left."""
    return replace(query, terms=asked.subject) if asked.meant and asked.subject else query


def _put_to(query: Query, asked: Asked, spoken: Sequence[Spoken]) -> str:
    """The question in the name of the one of those meant who speaks first; none where nobody does
    in the passage."""
    names = {each.name for each in asked.meant}
    name = next(
        (said.name for each in spoken for said in each.sentence.said if said.name in names), None
    )
    return reworded(query, name) if name else ""


def _speakers(asked: Asked, eligible: Sequence[Spoken]) -> frozenset[str]:
    """Those meant: of those of whom an article must tell more, the ones of whom one does."""
    heard = {said.name for each in eligible for said in each.sentence.said}
    return frozenset(each.name for each in asked.meant if not each.missing or each.name in heard)


def _of_text(
    query: Query, found: Sequence[Spoken], passages: Set[int], asked: Asked
) -> list[Spoken]:
    """Of the stories' sentences those in the passages found that are no fragments; captions only
    where the question does not ask for words. What somebody said may stand further on."""
    if not asked.who_said:
        found = [each for each in found if each.sentence.passage_id in passages]
    captions = [each for each in found if each.sentence.kind is BlockKind.CAPTION]
    if query.asks_picture and captions:
        return captions
    text = [
        each for each in found if each.sentence.kind is BlockKind.BODY and _is_whole(each.sentence)
    ]
    return text if query.asks_speech else text + captions


def _is_whole(sentence: Sentence) -> bool:
    """A line between two paragraphs, an item of a list or "He said:" says nothing by itself."""
    leads_on = sentence.quote.endswith((":", ";", ","))
    closes = ends_a_sentence(sentence.quote) or len(sentence.quote.split()) >= _LEAST_WORDS
    return closes and not leads_on
