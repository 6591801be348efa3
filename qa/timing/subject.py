"""Tell how well a sentence tells of a subject. Input: a Query, a Sentence and its Story. Output:
a number, 0 where it does not.

A subject that is named must be borne by its words. Of one that is asked about, "What was the
coordination between Baghdad and Erbil meant to do?", the names must be, and one word more: which
of its other words are the subject's own, and which only ask, cannot be told.
"""

import re
from dataclasses import dataclass

from index.analysis import stems
from qa.matching import covered, match
from qa.stories import Sentence, Story
from qa.timing.words import ASKING_WORDS
from qa.understanding import Query, QueryTerm

# A sentence is of the subject where it bears this share of the words, with its headline; one that
# bears a half of them by itself goes before it.
_LEAST_COVERED = 0.6
_LEAST_COVERED_ASKED = 0.4
# "G-7" is two words of one letter, and either alone stands anywhere.
_ALL = 1.0
_LEAST_COVERED_ALONE = 0.3
_OF_HEADLINE = 0.3
_IS_QUESTION = re.compile(
    r"\?\s*$|^\W*(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|do|does|did|has"
    r"|have|had|can|could|will|would)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASKING_STEMS = frozenset(stems(" ".join(sorted(ASKING_WORDS))))


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a subject: those that must stand in a headline or a sentence, and others."""

    demanded: tuple[QueryTerm, ...]
    others: tuple[QueryTerm, ...]
    least: float


def subject_of(query: Query) -> Subject:
    """What the query is about; without the words that only ask, and those for a time."""
    terms = tuple(each for each in query.terms if not _only_asks(each)) or query.terms
    if all(len(each.stem) == 1 for each in terms):
        return Subject(terms, (), _ALL)
    if not _IS_QUESTION.search(query.text):
        return Subject(terms, (), _LEAST_COVERED)
    named = tuple(each for each in terms if each.is_name)
    if not named:
        return Subject(terms, (), _LEAST_COVERED_ASKED)
    others = tuple(each for each in terms if not each.is_name)
    return Subject(named, others, _LEAST_COVERED)


def worth(subject: Subject, sentence: Sentence, story: Story) -> float:
    """How well it tells of the subject; 0 where it does not."""
    terms = (*subject.demanded, *subject.others)
    with_title = sentence.stems | story.title_stems
    alone, together = covered(terms, sentence.stems), covered(terms, with_title)
    if covered(subject.demanded, with_title) < subject.least:
        return 0.0
    if covered(subject.demanded, sentence.stems) < _LEAST_COVERED_ALONE:
        return 0.0
    if subject.others and not any(match(each, with_title) for each in subject.others):
        return 0.0
    return alone + _OF_HEADLINE * together


def _only_asks(term: QueryTerm) -> bool:
    return term.stem in _ASKING_STEMS or bool(_YEAR.fullmatch(term.stem))
