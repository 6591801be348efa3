"""Choose the passages to read, and which of their sentences may answer. Input: a Query, Hits and
Stories. Output: a Choice.

Where the question asks what a certain person said, only that person's statements may answer, from
anywhere in the articles that the filters allow; captions say nothing for anybody. A question on a
picture is for the captions alone.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.opening import Index
from qa.eligible import eligible_sentences
from qa.matching import covered
from qa.passing import articles_passing
from qa.records import Filters, Hit
from qa.speech.abbreviations import Explained, find_explained, in_words_of, with_both
from qa.speech.allowing import namesakes_note, of_speakers, of_those_it_fits
from qa.speech.asking import Asked, asked_words, asks_quoted
from qa.speech.gathering import Heard, Spoken, said_by
from qa.speech.rewording import asked_of, reworded
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
    asked after, and ``stories`` those of the hits, the best first. ``note`` is a whole sentence on
    who may be meant, empty where that is plain.
    """

    query: Query
    passages: tuple[PassageToRead, ...]
    speakers: frozenset[str]
    stories: tuple[Story, ...]
    note: str = ""


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
        asked = self._asked(query)
        explained = find_explained(self._index, query.text) if asked.meant else ()
        read = self._reading(explained)
        stories = {
            id_: story
            for id_ in dict.fromkeys(hit.passage.article_id for hit in hits)
            if (story := read(id_)) is not None
        }
        focused = _without_speaker(query, asked)
        fused = {hit.passage.id: hit.scores.get("fused", 0.0) for hit in hits}
        heard = self._heard(asked, question_vector, filters, read)
        eligible = [
            each
            for each in eligible_sentences(query, asked, heard, hits, tuple(stories.values()))
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
                    in_words_of(
                        story,
                        _put_to(
                            query, asked, [e for e in eligible if e.sentence.passage_id == id_]
                        ),
                        explained,
                    ),
                )
                for id_, story in of_story.items()
                # A passage made by other rules for sentences may hold none that is whole.
                if story and any(each.passage_id == id_ for each in story.sentences)
            ),
            _speakers(asked, eligible),
            tuple(stories.values()),
            namesakes_note(eligible, asked),
        )

    def _asked(self, query: Query) -> Asked:
        if not (query.asks_speech or query.speaker or query.speech_verbs or asks_quoted(query)):
            return Asked()
        return asked_words(query, self.speakers, self._index.fulltext.lexicon)

    def _reading(self, explained: Sequence[Explained]) -> Callable[[str], Story | None]:
        """Reads a story, abbreviations and what they stand for being the same words."""
        if not explained:
            return self._stories.story

        @cache
        def read(id_: str) -> Story | None:
            story = self._stories.story(id_)
            return with_both(story, explained) if story else None

        return read

    def _heard(
        self,
        asked: Asked,
        vector: NDArray[np.float32],
        filters: Filters,
        read: Callable[[str], Story | None],
    ) -> Heard:
        """What those asked after say of the subject, in the manner asked for."""
        if not asked.meant:
            return Heard()
        allowed = articles_passing(self._index, filters)
        heard = said_by(self._index, read, asked, vector, allowed)
        spoken = of_speakers(of_those_it_fits(heard.spoken, asked), asked)
        passages = {each.sentence.passage_id for each in spoken}
        cosine = max(self._index.vectors.cosines(vector, passages).values(), default=0.0)
        return (
            replace(heard, spoken=spoken)
            if is_spoken_of(asked.subject, spoken, cosine)
            else Heard()
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
    """The question in the name of the one of those meant who speaks first, and of who said
    something in the name of whose words come nearest; none where nobody speaks in the passage."""
    if asked.who_said:
        nearest = max(
            spoken, key=lambda each: covered(asked.subject, each.sentence.stems), default=None
        )
        speaker = nearest.sentence.speaker if nearest else None
        return asked_of(query, speaker) if speaker else ""
    names = {each.name for each in asked.meant}
    name = next(
        (said.name for each in spoken for said in each.sentence.said if said.name in names), None
    )
    return reworded(query, name) if name else ""


def _speakers(asked: Asked, eligible: Sequence[Spoken]) -> frozenset[str]:
    """Those meant: of those of whom an article must tell more, the ones of whom one does."""
    heard = {said.name for each in eligible for said in each.sentence.said}
    return frozenset(each.name for each in asked.meant if not each.missing or each.name in heard)
