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
_CALLED_PLAINLY = (
    "navy fleet army police forces ministry government parliament senate congress court bank union"
    " federation association council commission committee party cabinet command militia guard"
    " church university airline embassy treasury"
).split()
_OF_WHOM = re.compile(
    rf"\b({NAME})(?:['’]s?)?\s(?:(?:central|national|federal|state|surface|defen[cs]e|finance"
    rf"|foreign|interior|opposition|ruling)\s)?({'|'.join(_CALLED_PLAINLY)})\b"
)
# Bodies that are called by either word.
_KIN = (
    frozenset(stems("union federation association guild brotherhood confederation league")),
    frozenset(stems("navy fleet")),
    frozenset(stems("ministry department")),
)
# "It" or "the bank" that opens a sentence may be the asked one.
_OPENS_IN_SHORT = re.compile(
    r"\W*(?:(?:it|they|he|she|its|their|his|her)\b|the (?P<kind>[a-z]+))", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]{2,5}|(?:[A-Z]\.){2,})(?![\w])")
# "Kerrish" is of Kerrland.
_ALIKE_LETTERS = 4


@dataclass(frozen=True, slots=True)
class _Body:
    """What it may be called for short, and what tells it from others of its kind, in stems.

    ``is_short`` where that is abbreviated, as in "EC Commission".
    """

    kind: frozenset[str]
    others: frozenset[str]
    is_short: bool


def is_of_another_body(query: Query, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence tells of a body of the kind that the question names, which is another
    one, and has no word of what tells the asked one from others: another is named in it, or the
    story, whose headline and lead have no such word either, knows one by its full name."""
    line = sentence.quote.translate(ONE_LINE)
    around = story.title_stems | story.lead_stems
    return any(
        _names_another(body, line)
        or (not _is_told_apart_by(body, around) and _is_mentioned(body, sentence, story))
        for body, _ in _bodies(query.text)
        if not (body.is_short or _is_told_apart_by(body, sentence.stems))
    )


def _is_told_apart_by(body: _Body, words: Set[str]) -> bool:
    if not body.others.isdisjoint(words):
        return True
    return not countries_proper(body.others).isdisjoint(countries(words))


def _names_another(asked: _Body, line: str) -> bool:
    """Whether the line names a body of the kind by its own name, and may mean no other by "it"."""
    opening = _OPENS_IN_SHORT.match(line)
    is_it = opening and not (opening["kind"] and asked.kind.isdisjoint(stems(opening["kind"])))
    if is_it:
        return False
    named = [body for body, _ in _bodies(line) if not asked.kind.isdisjoint(body.kind)]
    return bool(named) and not any(body.is_short or _are_alike(asked, body) for body in named)


def _are_alike(one: _Body, other: _Body) -> bool:
    return any(
        len(mine) >= _ALIKE_LETTERS and mine[:_ALIKE_LETTERS] == its[:_ALIKE_LETTERS]
        for mine in one.others
        for its in other.others
    )


def _is_mentioned(asked: _Body, sentence: Sentence, story: Story) -> bool:
    """Whether the sentence has the kind of body, or the initials of one, that the story names."""
    is_named, initials = False, set[str]()
    for each in story.sentences:
        if not asked.kind.isdisjoint(each.stems):
            for body, short in _in_full(each.quote.translate(ONE_LINE)):
                if not asked.kind.isdisjoint(body.kind):
                    is_named = True
                    initials.add(short)
    return is_named and (
        not asked.kind.isdisjoint(sentence.stems)
        or not initials.isdisjoint(re.findall(r"\b[A-Z]{2,8}\b", sentence.quote))
    )


def _bodies(text: str) -> Iterator[tuple[_Body, str]]:
    """The bodies that a text names, in full or by whose they are, with their initials, empty for
    none."""
    yield from _in_full(text)
    for of in _OF_WHOM.finditer(text):
        for body in _body(of[2], without_opening(of[1])):
            yield body, ""


def _in_full(line: str) -> Iterator[tuple[_Body, str]]:
    """The bodies that a line names in full: "Bank of Japan", "Asian Development Bank"."""
    for run in _RUN.finditer(line):
        words = without_opening(run[0]).split()
        if len(words) > 1:
            at = next((n for n in (len(words) - 1, 0) if plain(words[n]) in BODIES), None)
            if at is not None:
                initials = _INITIALS.match(line, run.end())
                for body in _body(words[at], " ".join((*words[:at], *words[at + 1 :]))):
                    yield body, initials[1] if initials else ""


def _body(kind: str, others: str) -> Iterator[_Body]:
    telling = frozenset(stems(others)) - FUNCTION_STEMS
    if telling:
        own = frozenset(stems(kind))
        kin = next((each for each in _KIN if not own.isdisjoint(each)), own)
        is_short = _ABBREVIATED.search(others) is not None and not countries_proper(telling)
        yield _Body(kin, telling, is_short)
