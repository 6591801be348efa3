"""Tell what somebody speaks about. Input: speakers and the statements they make. Output: a note.

In the articles' own words: the noun phrases that those statements hold, the ones first that several
of them or their headlines hold too, and of the rarer words. One person whom two articles spell
otherwise is named once.
"""

import math
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from index.analysis import stems
from index.opening import Index
from index.records import StoredStatement
from qa.countries import country_words
from qa.passing import articles_passing, statements_passing
from qa.records import Filters
from qa.speech.noun_phrases import noun_phrases, tells_something
from qa.speech.speaker import persons
from qa.stories import Stories

_MOST_TOPICS = 5
_MOST_SPEAKERS = 3
# Enough to tell what a minister of a thousand statements speaks about.
_MOST_STATEMENTS = 60
# A headline names what its article is about.
_IN_HEADLINE = 2.0
# What is said more often is no better known by it.
_COUNTED = 3
# Of a long phrase so many words count, so that it is not the best by its length.
_WORDS_COUNTED = 2


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A few words of a statement as they stand there, and their stems."""

    words: str
    stems: frozenset[str]


def topics_note(index: Index, stories: Stories, speakers: Sequence[str], filters: Filters) -> str:
    """A whole sentence on what each of these speakers does speak about, in the articles that pass
    the filters; empty where they say nothing, or are so many that they speak of everything."""
    found = persons(speakers)
    if len(found) > _MOST_SPEAKERS:
        return ""
    allowed = articles_passing(index, filters)
    told = [words for names in found if (words := _told(index, stories, names, allowed))]
    return f"In the articles, {'; '.join(told)}." if told else ""


def _told(
    index: Index, stories: Stories, names: Sequence[str], allowed: Container[str] | None
) -> str:
    """What one person speaks about, by the name with the most statements."""
    said = statements_passing(index, names, allowed)
    topics = _topics(index, stories, names, said[:_MOST_STATEMENTS])
    if not topics:
        return ""
    counts = Counter(each.said.name for each in said)
    name = max(names, key=lambda name: counts[name])
    return f"{name} {'speak' if _is_crowd(name) else 'speaks'} about: {', '.join(topics)}"


def _is_crowd(name: str) -> bool:
    """Whether it is many who speak: "Turkish officials"."""
    last = name.rsplit(maxsplit=1)[-1]
    return last.islower() and last.endswith("s")


def _topics(
    index: Index, stories: Stories, speakers: Sequence[str], said: Sequence[StoredStatement]
) -> list[str]:
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
    passages = index.fulltext.passages

    def weight(stem: str) -> float:
        rarity = math.log(1 + passages / (1 + index.fulltext.frequency(stem)))
        in_headline = _IN_HEADLINE if stem in headlines else 1.0
        return rarity * min(counts[stem], _COUNTED) * in_headline

    # A country's name tells little.
    weights = {stem: weight(stem) for stem in counts if stem not in country_words()}

    def worth(phrase: _Phrase) -> float:
        return sum(sorted(weights.get(stem, 0.0) for stem in phrase.stems)[-_WORDS_COUNTED:])

    # Python's sort keeps the order of equals, which is that of the articles.
    chosen: list[_Phrase] = []
    for phrase in sorted(phrases, key=lambda phrase: -worth(phrase)):
        if len(chosen) < _MOST_TOPICS and all(
            phrase.stems.isdisjoint(other.stems) for other in chosen
        ):
            chosen.append(phrase)
    return [phrase.words for phrase in chosen]


def _phrases(text: str) -> Iterator[_Phrase]:
    for start, end in noun_phrases(text):
        words = " ".join(text[start:end].split())
        if tells_something(words):
            yield _Phrase(words, frozenset(stems(words)) - {"of", "the"})


def _contents(index: Index, stored: Sequence[StoredStatement]) -> Iterator[str]:
    """The words of each statement. They come by article: each document is read once."""
    for article_id, group in groupby(stored, lambda each: each.said.article_id):
        article = index.store.article(article_id, index.generation)
        document = index.store.document(article.document_id, index.generation) if article else None
        if document is not None:
            yield from (document.text[each.said.start : each.said.end] for each in group)
