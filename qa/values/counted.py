"""Find the amount that a question asks of one event or thing: "How many people were on board the
Solveig?" Input: a Query, its TimeScope and a Story. Output: at most one Given.

The words around a number may differ from article to article, "carried 214 people" and "with 221
people aboard". What must not differ is what is asked: the same unit, every word of the question in
the number's own clause, in these words or in others for the same, and whose it is in the sentence
or at the head of the article. Parts, comparisons, rates and what is only expected are left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.analysis import stems
from index.records import BlockKind
from qa.composing import Chosen
from qa.matching import match
from qa.stories import Sentence, Story
from qa.timing.demonyms import DEMONYMS
from qa.timing.scope import TimeScope
from qa.understanding import Query, QueryTerm
from qa.values.figures import counted_noun, figures
from qa.values.framing import framed
from qa.values.given import HOW, Given, one_line, told_by
from qa.values.records import Value
from qa.values.sameness import About, is_told_of_one_amount
from qa.values.units import DURATIONS, MEASURES, MONEY, PEOPLE, PERSONS
from qa.values.wordings import LIGHT, WORDINGS

_HOW = re.compile(r"\bhow (?P<how>many|much|long)\b(?: of)?(?: the)?", re.IGNORECASE)
_PAID = re.compile(r"\b(?:cost|costs|pay|paid|spend|spent|worth)\b", re.IGNORECASE)
# What follows tells of which day or moment, not what is counted.
_CIRCUMSTANCE = re.compile(r"\b(?:when|after|before|while|as|since)\b.*", re.IGNORECASE)
_OF_CLASS = re.compile(r"\b([a-z]+) (?=[A-Z])")
_PLACES = re.compile(
    r"\b(?:in|at|near|from|to|off|outside|around|across|into)\s+(?:the\s+)?(?:[A-Z][\w'’-]*\s*)+"
)
_COUNTRIES = frozenset(stem for words in DEMONYMS for stem in stems(" ".join(sorted(words))))
_PERSON_STEMS = frozenset(stems(" ".join(sorted(PERSONS))))
_PART_BEFORE = re.compile(
    r"\b(?:including|among (?:them|these|those)|of (?:them|these|those|whom|which)|another"
    r"|a further|the other|(?:and|but) only|not|every|per)\s+$",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"\s*(?:,? ?of (?:them|these|those|whom|which|the)\b|more\b|,? (?:fewer|less|more) than\b)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:per|each|every|apiece|an? (?:minute|hour|day|night|week|month|year|trip|head|piece|share"
    r"|barrel|tonne|ton|kilo|ounce|person))\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|can|expect(?:s|ed|ing)?|plan(?:s|ned)?"
    r"|forecasts?|hopes?|hoped|target|if|unless|capacity|up to|designed|proposed|seeks?|sought"
    r"|wants?|wanted)\b",
    re.IGNORECASE,
)
# A question on what happened, not on what is so or is to be: the answer stays.
_HAPPENED = re.compile(
    r"\b(?:did|was|were|had|[a-z]{2,}ed|took|went|came|lost|left|sank|fell|hit|ran)\b"
)
_BREAK = re.compile(r"[;:.,](?!\d)")
_LASTS = frozenset(stems("last lasted take took go"))
# "How much did it cost?" tells too little.
_FEWEST_WORDS = 2
_STRETCH_OF = re.compile(r"\b([a-z]+) of\s+$")


@dataclass(frozen=True, slots=True)
class AskedAmount:
    """What is asked the amount of: its ``units``, the ``names`` of whom, the words for ``what``
    that its clause must have, and those that its story must have ``somewhere``.

    ``is_named`` where one of the names is no mere place: the Solveig runs aground once, in Kabul a
    bomb goes off again. ``is_past`` where it is over, so that it changes no more; ``is_length``
    where it is how long something lasts.
    """

    units: frozenset[str]
    names: tuple[QueryTerm, ...]
    what: tuple[QueryTerm, ...]
    somewhere: tuple[QueryTerm, ...]
    is_named: bool
    is_length: bool
    is_past: bool


def asked_amount(query: Query, scope: TimeScope) -> AskedAmount | None:
    """The amount that is asked for; none where the question tells too little to be sure."""
    how = _HOW.search(query.text)
    if how is None or query.asks_speech or scope.narrows:
        return None
    kind = how["how"].casefold()
    noun = counted_noun(query.text, how.end()) if kind == "many" else ""
    units = _units(kind, noun, query.text)
    if units is None:
        return None
    aside = frozenset(stems(" ".join(_CIRCUMSTANCE.findall(query.text[how.end() :]))))
    aside |= frozenset(stems(" ".join(_OF_CLASS.findall(query.text[how.end() :]))))
    aside |= frozenset(stems(" ".join(_OF_CLASS.findall(query.text[: how.start()]))))
    of_unit = frozenset(stems(noun)) | HOW
    about = [term for term in query.terms if term.stem not in of_unit]
    names = tuple(term for term in about if term.is_name)
    what = tuple(
        term
        for term in about
        if not term.is_name and term.stem not in aside and term.stem not in LIGHT
    )
    somewhere = tuple(term for term in about if not term.is_name and term.stem in aside)
    if not what or len(names) + len(what) + bool(noun) < _FEWEST_WORDS:
        return None
    return AskedAmount(
        units,
        names,
        what,
        somewhere,
        is_named=any(term.stem in _named(query.text) for term in names),
        is_length=units <= DURATIONS,
        is_past=bool(_HAPPENED.search(query.text)) and not _EXPECTED.search(query.text),
    )


def amount_of(asked: AskedAmount, story: Story, about: About) -> Given | None:
    """The amount that the story gives; none where it gives several that differ."""
    if not all(match(term, about.words) for term in (*asked.names, *asked.somewhere)):
        return None
    found = [
        given
        for sentence in story.sentences
        if sentence.kind is BlockKind.BODY
        for given in _amounts(asked, sentence, story, about)
    ]
    values = {(each.told.value.unit, each.told.value.low) for each in found}
    return found[0] if len(values) == 1 else None


def of_one_amount(asked: AskedAmount, one: Given, other: Given) -> bool:
    """Whether both are the amount of one event or thing: what leaves it open sets them apart."""
    expected = _is_expected(one), _is_expected(other)
    return expected[0] == expected[1] and is_told_of_one_amount(
        one.told,
        other.told,
        is_named=asked.is_named,
        is_past=asked.is_past and not any(expected),
    )


def _units(kind: str, noun: str, text: str) -> frozenset[str] | None:
    if kind == "long":
        return DURATIONS
    if kind == "much":
        return MONEY if _PAID.search(text) else None
    if not noun:
        return None
    if noun in MEASURES:
        return frozenset((MEASURES[noun],))
    return frozenset(("people", *_PERSON_STEMS)) if noun in PEOPLE else frozenset(stems(noun))


def _named(text: str) -> frozenset[str]:
    """The stems of the question's words without its places and countries."""
    return frozenset(stems(_PLACES.sub(" ", text))) - _COUNTRIES


def _amounts(asked: AskedAmount, sentence: Sentence, story: Story, about: About) -> Iterator[Given]:
    line = one_line(sentence)
    within = figures(line)
    if not within or not _is_named(asked, sentence, story, about):
        return
    first = next(each for each in story.sentences if each.kind is BlockKind.BODY)
    is_lead = sentence.position == first.position and all(
        match(term, about.headline) for term in asked.names
    )
    for value in within:
        if (
            value.unit in asked.units
            and not any(other.unit == value.unit for other in within if other is not value)
            and not _PART_BEFORE.search(line[: value.start])
            and not _PART_BEHIND.match(line, value.end)
            and not _RATE.search(_BREAK.split(line[value.end :], maxsplit=1)[0])
            and _is_told(asked, line, value, is_lead=is_lead)
        ):
            beside = tuple(each for each in within if each is not value)
            yield Given(
                told_by(value, beside, sentence, about), Chosen(sentence, story), is_asked=True
            )


def _is_named(asked: AskedAmount, sentence: Sentence, story: Story, about: About) -> bool:
    """Whether the sentence, the one before it or the head of the article has every name."""
    before = story.sentences[sentence.position - 1].stems if sentence.position else frozenset()
    named = sentence.stems | before | about.headline | about.lead
    return all(match(term, named) for term in asked.names)


def _is_told(asked: AskedAmount, line: str, value: Value, *, is_lead: bool) -> bool:
    frame = framed(line, value.start, value.end)
    # "Norrline's ferry" in an article on the Solveig may be another, but in its first sentence.
    is_named = is_lead or any(match(term, frame.names) for term in asked.names)
    if asked.names and frame.clause_names and not is_named:
        return False
    near = frame.clause | value.described | {value.unit}
    stretch = _STRETCH_OF.search(line[: value.start])
    return all(
        match(term, near) > 0
        or _is_worded(term, line, value)
        # "After a strike of 39 days": so long it lasted.
        or (asked.is_length and term.stem in _LASTS and stretch is not None)
        for term in asked.what
    )


def _is_worded(term: QueryTerm, line: str, value: Value) -> bool:
    """Whether other words for it stand before the number, or close behind."""
    behind = _BREAK.split(line[value.end :], maxsplit=1)[0]
    near = line[: value.end] + behind
    return any(term.stem in each.asked and each.told.search(near) for each in WORDINGS)


def _is_expected(given: Given) -> bool:
    """Whether the words before the number, and right behind it, tell of what is only to come."""
    line, value = one_line(given.chosen.sentence), given.told.value
    before = _BREAK.split(line[: value.start])[-1]
    behind = _BREAK.split(line[value.end :], maxsplit=1)[0]
    return _EXPECTED.search(before + behind) is not None
