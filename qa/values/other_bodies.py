"""Tell where a sentence is of another body than the question names. Input: a Query, a Sentence, its
Story and the place of the words taken. Output: yes or no.

Further on in an article "the bank" is the Asian Development Bank that it opened with, and not the
World Bank that somebody asks about; "the Navy" is the U.S. one, and not Iran's.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from index.analysis import stems
from index.statements.names import NAME, NAMES, plain, without_opening
from index.statements.people import ONE_LINE
from qa.countries import countries, countries_proper
from qa.matching import FUNCTION_STEMS
from qa.stories import Sentence, Story
from qa.understanding import Asks, Query

_RUN = re.compile(NAMES)
# "(ADB)" right behind the name that it is short for.
_INITIALS = re.compile(r"\s\((?:the\s)?([A-Z]{2,8})\)")
# What a body may be called for short. Companies are called by their names, and parties by others.
_KINDS = frozenset(
    """
    navy fleet army police forces ministry government parliament senate congress court bank union
    federation association council commission committee cabinet command militia guard church
    university airline embassy treasury hospital fund agency department
    """.split()
)
# "Iran's navy", "the Brazilian central bank".
_OF_WHOM = re.compile(
    rf"\b({NAME})(?:['’]s?)?\s(?:(?:central|national|federal|state|surface|defen[cs]e|finance"
    rf"|foreign|interior|opposition|ruling)\s)?({'|'.join(sorted(_KINDS))})\b"
)
# Bodies that are called by either word.
_KIN = (
    frozenset(stems("union federation association")),
    frozenset(stems("navy fleet")),
    frozenset(stems("ministry department")),
)
# They tell one country's from no other's: Britain's navy is the Royal Navy.
_ANY = frozenset(stems("royal national federal central state supreme high general united imperial"))
# "It" and "the bank" may be the asked one.
_IN_SHORT = re.compile(r"\b(?:it|its|they|their|he|his|she|her|the (?P<kind>[a-z]+))\b", re.I)
_CAPITALS = re.compile(r"\b[A-Z]{2,8}\b")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]{2,5}|(?:[A-Z]\.){2,})(?![\w])")
# "Kerrish" is of Kerrland.
_ALIKE_LETTERS = 4
_NAMING = (Asks.NUMBER, Asks.TIME, Asks.PERSON)
_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class _Body:
    """What it may be called for short, and what tells it from others of its kind, in stems.

    ``initials`` are those of its name, or that it is told to have; ``is_short`` where what tells it
    is abbreviated, as in "EC Commission".
    """

    start: int
    end: int
    kind: frozenset[str]
    others: frozenset[str]
    initials: str
    is_short: bool


def is_of_another_body(
    query: Query, sentence: Sentence, story: Story, start: int, end: int
) -> bool:
    """Whether the sentence tells of a body of the kind that the question names, which is another
    one, and has no word of what tells the asked one from others, nor its initials: the sentence
    names another before ``quote[start:end]``, or the story, whose headline and lead have no such
    word either, knows one by its full name."""
    line = sentence.quote.translate(ONE_LINE)
    around = story.head_stems
    capitals = set(_CAPITALS.findall(line))
    return any(
        (query.asks in _NAMING and _names_another(body, line, start, end))
        or (not _is_told_apart_by(body, around) and _is_mentioned(body, sentence, story))
        for body in _bodies(query.text)
        if not (body.is_short or body.others <= _ANY or body.initials in capitals)
        if not _is_told_apart_by(body, sentence.stems)
    )


def _is_told_apart_by(body: _Body, words: Set[str]) -> bool:
    if not body.others.isdisjoint(words):
        return True
    return not countries_proper(body.others).isdisjoint(countries(words))


def _names_another(asked: _Body, line: str, start: int, end: int) -> bool:
    """Whether the line names a body of the kind by its own name before the words taken, which are
    not that name, and means no other by "it"."""
    named = [body for body in _bodies(line) if not asked.kind.isdisjoint(body.kind)]
    if not named or any(body.is_short or _are_alike(asked, body) for body in named):
        return False
    if any(body.start < end and start < body.end for body in named):
        return False
    before = line[: max(start, named[0].start)]
    is_it = any(
        not each["kind"] or not asked.kind.isdisjoint(stems(each["kind"]))
        for each in _IN_SHORT.finditer(before)
    )
    return not is_it


def _are_alike(one: _Body, other: _Body) -> bool:
    return any(
        len(mine) >= _ALIKE_LETTERS and mine[:_ALIKE_LETTERS] == its[:_ALIKE_LETTERS]
        for mine in one.others
        for its in other.others
    )


def _is_mentioned(asked: _Body, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence has the kind of body, or the initials of one, that the story names."""
    named = [
        body
        for each in story.sentences
        if not asked.kind.isdisjoint(each.stems)
        for body in _in_full(each.quote.translate(ONE_LINE))
        if not asked.kind.isdisjoint(body.kind)
    ]
    capitals = _CAPITALS.findall(sentence.quote)
    return bool(named) and (
        not asked.kind.isdisjoint(sentence.stems)
        or any(body.initials in capitals for body in named)
    )


@lru_cache(_KEPT)
def _bodies(text: str) -> tuple[_Body, ...]:
    """The bodies that a text names, in full or by whose they are, in that order."""
    of_whom = [
        _body(of[2], without_opening(of[1]), *of.span(), "") for of in _OF_WHOM.finditer(text)
    ]
    return (*_in_full(text), *(body for body in of_whom if body))


@lru_cache(_KEPT)
def _in_full(line: str) -> tuple[_Body, ...]:
    """The bodies that a line names in full: "Bank of Japan", "Asian Development Bank"."""
    found: list[_Body] = []
    for run in _RUN.finditer(line):
        words = without_opening(run[0]).split()
        at = next((n for n in (len(words) - 1, 0) if words and plain(words[n]) in _KINDS), None)
        if at is None or len(words) < 2:
            continue
        told = _INITIALS.match(line, run.end())
        initials = told[1] if told else "".join(word[0] for word in words if word[0].isupper())
        others = " ".join((*words[:at], *words[at + 1 :]))
        if body := _body(words[at], others, *run.span(), initials):
            found.append(body)
    return tuple(found)


def _body(kind: str, others: str, start: int, end: int, initials: str) -> _Body | None:
    telling = frozenset(stems(others)) - FUNCTION_STEMS
    if not telling:
        return None
    own = frozenset(stems(kind))
    kin = next((each for each in _KIN if not own.isdisjoint(each)), own)
    is_short = _ABBREVIATED.search(others) is not None and not countries_proper(telling)
    return _Body(start, end, kin, telling, initials, is_short)
