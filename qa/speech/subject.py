"""Tell whether statements are about a subject. Input: sentences with their stories, and the words
of a subject. Output: whether any is.

What somebody says goes on over sentences: "withdrawal" may stand in the one before. Names decide:
nobody speaks of Cyprus who never names it, however much is said of troops.
"""

from collections.abc import Callable, Sequence, Set
from itertools import islice

from index.records import BlockKind
from qa.countries import countries
from qa.matching import covered, match
from qa.pointing_back import opens_with_pronoun, says_a_pronoun
from qa.speech.gathering import Spoken
from qa.stories import Sentence, Story
from qa.understanding import QueryTerm

# Of the names of a subject, by rarity, the share that a statement's surroundings must bear.
_LEAST_OF_NAMES = 0.5
# What has no name may be said in other words. On a minister's statements that speak of withdrawal,
# "pullout of the soldiers" has .39 and "a truce" .39, "football" .24 and "elections" .29.
_LEAST_COSINE = 0.35
# The first sentences of a story tell what it is about.
_LEAD = 2


def run(sentence: Sentence, story: Story) -> tuple[Sentence, ...]:
    """The sentences of what is said in it, in reading order: those that its statements go on in,
    and the neighbours in which the same speaker speaks."""
    at = sentence.position
    first, last = at, at
    while first > 0 and _goes_with(story.sentences[first - 1], sentence, at - first + 1):
        first -= 1
    while last + 1 < len(story.sentences) and _goes_with(
        story.sentences[last + 1], sentence, last + 1 - at
    ):
        last += 1
    return story.sentences[first : last + 1]


def is_spoken_of(subject: Sequence[QueryTerm], spoken: Sequence[Spoken], cosine: float) -> bool:
    """Whether any of the statements is about the subject; of no subject in particular, all are.
    ``cosine`` is the nearest of their passages' with the question."""
    if not subject:
        return bool(spoken)
    if cosine >= _LEAST_COSINE and not any(term.is_name for term in subject):
        return True
    return any(is_near(subject, each) for each in spoken)


def is_near(subject: Sequence[QueryTerm], spoken: Spoken) -> bool:
    """Whether the statement's surroundings bear the subject's names, or any word of it where it has
    none."""
    if any(term.is_name for term in subject):
        return bears_names(subject, spoken)
    return not subject or covered(subject, _surroundings(spoken)) > 0


def bears_names(subject: Sequence[QueryTerm], spoken: Spoken) -> bool:
    """Whether the statement's surroundings bear the subject's names, if it has any: other words may
    be put otherwise."""
    names = [term for term in subject if term.is_name]
    surroundings = _surroundings(spoken) if names else frozenset[str]()
    named = [term for term in names if _is_named(term, surroundings)]
    return _rarity(named) >= _LEAST_OF_NAMES * _rarity(names)


def matter(
    spoken: Spoken, points_back: Callable[[Sentence], bool] = says_a_pronoun
) -> tuple[Sentence, ...]:
    """All that is said there on end; and the sentence before it, where the first one
    ``points_back``."""
    said = run(spoken.sentence, spoken.story)
    first = said[0].position
    return (spoken.story.sentences[first - 1], *said) if first and points_back(said[0]) else said


def _surroundings(spoken: Spoken) -> frozenset[str]:
    """The words of the headline, of the story's lead and of the statement's matter."""
    story = spoken.story
    body = (each for each in story.sentences if each.kind is BlockKind.BODY)
    return story.title_stems.union(
        *(each.stems for each in matter(spoken, _points_back)),
        *(each.stems for each in islice(body, _LEAD)),
    )


def _points_back(sentence: Sentence) -> bool:
    return opens_with_pronoun(sentence) or says_a_pronoun(sentence)


def _is_named(name: QueryTerm, words: Set[str]) -> bool:
    """Whether the words hold the name, or another of the same country: Japanese, Tokyo."""
    return match(name, words) > 0 or not countries({name.stem}).isdisjoint(countries(words))


def _rarity(terms: Sequence[QueryTerm]) -> float:
    return sum(term.rarity for term in terms)


def _goes_with(other: Sentence, sentence: Sentence, distance: int) -> bool:
    if other.kind is not sentence.kind:
        return False
    if not set(other.said).isdisjoint(sentence.said):
        return True
    return distance == 1 and other.speaker is not None and other.speaker == sentence.speaker
