"""Tell where a sentence is of another body than the question names. Input: a Query, a Sentence and
its Story. Output: yes or no.

Further on in an article "the bank" is the Asian Development Bank that it opened with, and not the
World Bank that somebody asks about; "the Navy" is the U.S. one, and not Iran's.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from index.analysis import stems
from index.statements.lexicon import BODIES
from index.statements.names import NAME, NAMES, plain, without_opening
from index.statements.people import ONE_LINE
from qa.countries import countries, countries_proper
from qa.matching import FUNCTION_STEMS
from qa.stories import Sentence, Story
from qa.understanding import Query

_RUN = re.compile(NAMES)
# "(ADB)" right behind the name that it is short for.
_INITIALS = re.compile(r"\s\((?:the\s)?([A-Z]{2,8})\)")
# "Iran's navy", "the Brazilian central bank".
_OF_COUNTRY = re.compile(rf"\b({NAME})(?:['’]s)?\s(?:[a-z]+\s)??({'|'.join(sorted(BODIES))})\b")


@dataclass(frozen=True, slots=True)
class _Body:
    """What kind of body it is, and what tells it from others, in stems."""

    kind: str
    others: frozenset[str]


def is_of_another_body(query: Query, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence tells of a body of the kind that the question names, which is another
    one: the story knows one by its full name, and neither the sentence nor the story's headline and
    lead have a word of what tells the asked one from others."""
    here = sentence.stems | story.title_stems | story.lead_stems
    return any(
        _is_mentioned(body, sentence, story)
        for body in _bodies(query.text)
        if not _is_told_apart_by(body, here)
    )


def _is_told_apart_by(body: _Body, words: Set[str]) -> bool:
    if not body.others.isdisjoint(words):
        return True
    return not countries_proper(body.others).isdisjoint(countries(words))


def _is_mentioned(asked: _Body, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence has the kind of body, or the initials of one, that the story names."""
    is_named, initials = False, set[str]()
    for each in story.sentences:
        if asked.kind in each.stems:
            line = each.quote.translate(ONE_LINE)
            for body, short in _named(line):
                if body.kind == asked.kind:
                    is_named = True
                    initials.add(short)
    return is_named and (
        asked.kind in sentence.stems
        or not initials.isdisjoint(re.findall(r"\b[A-Z]{2,8}\b", sentence.quote))
    )


def _bodies(question: str) -> Iterator[_Body]:
    """The bodies that a question names."""
    yield from (body for body, _ in _named(question))
    for of_country in _OF_COUNTRY.finditer(question):
        whose = countries_proper(set(stems(of_country[1])))
        if whose:
            yield from _body([of_country[2]], frozenset(stems(of_country[1])))


def _named(line: str) -> Iterator[tuple[_Body, str]]:
    """The bodies that a line names in full, and their initials, empty for none: "Bank of Japan",
    "Asian Development Bank"."""
    for run in _RUN.finditer(line):
        words = without_opening(run[0]).split()
        if len(words) > 1:
            at = next((n for n in (len(words) - 1, 0) if plain(words[n]) in BODIES), None)
            if at is not None:
                others = frozenset(stems(" ".join((*words[:at], *words[at + 1 :]))))
                initials = _INITIALS.match(line, run.end())
                for body in _body([words[at]], others):
                    yield body, initials[1] if initials else ""


def _body(kind: list[str], others: frozenset[str]) -> Iterator[_Body]:
    others -= FUNCTION_STEMS
    if others:
        yield from (_Body(stem, others) for stem in stems(" ".join(kind)))
