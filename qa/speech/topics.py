"""Tell what somebody speaks about. Input: speakers and the statements they make. Output: a note.

In the articles' own words: the noun phrases, as far as short words and endings tell one, that those
statements hold, the ones first that several of them or their headlines hold too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.analysis import stems
from index.opening import Index
from index.records import StoredStatement
from qa.speech.countries import country_words
from qa.speech.words import NO_TOPICS
from qa.stories import Stories
from qa.words import FUNCTION_WORDS, SPEECH_FAMILIES, SPEECH_VERBS, TIME_WORDS

_MOST_TOPICS = 5
_MOST_SPEAKERS = 3
# Enough to tell what a minister of a thousand statements speaks about.
_MOST_STATEMENTS = 60
_MOST_WORDS = 3
_LEAST_CHARS = 4
# A headline names what its article is about.
_IN_HEADLINE = 2.0
# What is said more often is no better known by it.
_COUNTED = 3
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
# What ends so is seldom a noun: an adverb, a verb in the past.
_NO_NOUN_ENDS = ("ly", "ed", "ize", "ise")
_APART = (
    FUNCTION_WORDS
    | SPEECH_VERBS
    | TIME_WORDS
    | NO_TOPICS
    | frozenset[str]().union(*SPEECH_FAMILIES)
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A few words of a statement as they stand there, and their stems."""

    words: str
    stems: frozenset[str]


def topics_note(index: Index, stories: Stories, speakers: Sequence[str]) -> str:
    """A whole sentence on what these speakers do speak about; empty where they say nothing, or are
    so many that they speak of everything."""
    if not 0 < len(speakers) <= _MOST_SPEAKERS:
        return ""
    topics = _topics(index, stories, speakers)
    if not topics:
        return ""
    verb = "speaks" if len(speakers) == 1 else "speak"
    return f"In the articles, {_joined(speakers)} {verb} about: {', '.join(topics)}."


def _topics(index: Index, stories: Stories, speakers: Sequence[str]) -> list[str]:
    said = index.store.statements_by(speakers, index.generation)[:_MOST_STATEMENTS]
    own = frozenset(stem for name in speakers for stem in stems(name))
    phrases = [
        phrase
        for words in _contents(index, said)
        for phrase in _phrases(words)
        if phrase.stems.isdisjoint(own)
    ]
    headlines = frozenset[str]().union(
        *(
            story.title_stems
            for id_ in dict.fromkeys(each.said.article_id for each in said)
            if (story := stories.story(id_)) is not None
        )
    )
    counts = Counter(stem for phrase in phrases for stem in phrase.stems)

    def worth(phrase: _Phrase) -> float:
        # Two words tell more than one, and a country's name tells little.
        return sum(
            min(counts[stem], _COUNTED) * (_IN_HEADLINE if stem in headlines else 1.0)
            for stem in phrase.stems - country_words()
        )

    # Python's sort keeps the order of equals, which is that of the articles.
    chosen: list[_Phrase] = []
    for phrase in sorted(phrases, key=lambda phrase: -worth(phrase)):
        if len(chosen) < _MOST_TOPICS and all(
            phrase.stems.isdisjoint(other.stems) for other in chosen
        ):
            chosen.append(phrase)
    return [phrase.words for phrase in chosen]


def _phrases(text: str) -> Iterator[_Phrase]:
    """The runs of words that no punctuation and no word of a closed class parts, ending in a noun
    as far as can be told."""
    run: list[str] = []
    end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        is_apart = text[end : match.start()].strip() != "" or _POSSESSIVE.sub("", word) != word
        if word.casefold() in _APART or is_apart:
            yield from _phrase(run)
            run = []
        if word.casefold() not in _APART:
            run.append(word)
        end = match.end()
    yield from _phrase(run)


def _phrase(run: Sequence[str]) -> Iterator[_Phrase]:
    words = list(run)
    while words and _ends_before(words):
        words.pop()
    # "Determine extending coordination" is about coordination.
    verbs = [at for at, word in enumerate(words[:-1]) if word.casefold().endswith("ing")]
    words = words[verbs[-1] + 1 if verbs else 0 :][-_MOST_WORDS:]
    if words and len(words[-1]) >= _LEAST_CHARS:
        shown = " ".join([*words[:-1], _POSSESSIVE.sub("", words[-1])])
        yield _Phrase(shown, frozenset(stems(shown)))


def _ends_before(words: Sequence[str]) -> bool:
    """Whether the last word belongs to what comes behind it, as far as can be told: "gaps
    separating"."""
    last = words[-1].casefold()
    follows_a_noun = len(words) > 1 and words[-2].endswith("s")
    return last.endswith(_NO_NOUN_ENDS) or (last.endswith("ing") and follows_a_noun)


def _contents(index: Index, stored: Sequence[StoredStatement]) -> Iterator[str]:
    """The words of each statement. They come by article: each document is read once."""
    for article_id, group in groupby(stored, lambda each: each.said.article_id):
        article = index.store.article(article_id, index.generation)
        document = index.store.document(article.document_id, index.generation) if article else None
        if document is not None:
            yield from (document.text[each.said.start : each.said.end] for each in group)


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
