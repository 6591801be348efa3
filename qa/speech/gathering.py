"""Gather what certain people said, wherever it stands. Input: what is Asked, and the articles
allowed. Output: sentences with their stories.

A minister may have said a thousand things: only the articles whose passages come nearest to the
subject, by words and by meaning, are read.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.opening import Index
from qa.fusing import fuse
from qa.passing import statements_passing
from qa.speech.asking import Asked
from qa.speech.speaker import Meant
from qa.speech.speakers import are_told
from qa.stories import Sentence, Story
from qa.understanding import QueryTerm

# The passages that come nearest, in which the sentences are looked for.
_PASSAGES = 24
_LEXICAL = 100


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence in which one of those asked after speaks."""

    sentence: Sentence
    story: Story


@dataclass(frozen=True, slots=True)
class Heard:
    """What certain people said: the sentences, those of the nearest article first, and how near
    each passage is among those in which they speak, 0 to 1, as a search among these finds."""

    spoken: tuple[Spoken, ...] = ()
    fused: Mapping[int, float] = field(default_factory=dict)


def said_by(
    index: Index,
    read: Callable[[str], Story | None],
    asked: Asked,
    vector: NDArray[np.float32],
    allowed: Collection[str] | None,
) -> Heard:
    """The sentences in which those meant speak, of the articles that come nearest to the subject.
    ``read`` gives an article's story, ``vector`` is the question's, and ``allowed`` the articles
    that may answer, None for all."""
    by_name = {each.name: each for each in asked.meant}
    within = {
        each.passage_id: each.said.article_id
        for each in statements_passing(index, sorted(by_name), allowed)
    }
    nearest = _nearest(index, within, asked.subject, vector)[:_PASSAGES]
    found = (read(id_) for id_ in dict.fromkeys(within[id_] for id_, _ in nearest))
    spoken = (each for story in found if story for each in _spoken(story, by_name))
    return Heard(tuple(spoken), dict(nearest))


def _nearest(
    index: Index,
    within: Mapping[int, str],
    subject: Sequence[QueryTerm],
    vector: NDArray[np.float32],
) -> list[tuple[int, float]]:
    """The passages, the nearest first."""
    cosines = index.vectors.cosines(vector, sorted(within))
    stems = [term.stem for term in subject]
    among = sorted(set(within.values()))
    lexical = index.fulltext.search(stems, _LEXICAL, among)
    return fuse(list(cosines.items()), [each for each in lexical if each[0] in within])


def _spoken(story: Story, by_name: Mapping[str, Meant]) -> Iterator[Spoken]:
    whole = story.title_stems.union(*(sentence.stems for sentence in story.sentences))
    told = {
        name for name, each in by_name.items() if not each.missing or are_told(each.missing, whole)
    }
    for sentence in story.sentences:
        if any(said.name in told for said in sentence.said):
            yield Spoken(sentence, story)
