"""Tell whether a sentence holds the kind of thing that is asked for. Input: a Query and a Sentence.

What the question itself brings (a number, a name) does not count: it cannot be the answer.
"""

import re
from collections.abc import Callable, Set

from index.analysis import stems
from index.folding import fold
from index.particulars import NUMBER_WORDS
from index.statements.people import ONE_LINE
from qa.stories import Sentence
from qa.understanding import Asks, Query
from qa.values.figures import counted_noun, figures
from qa.values.names import persons
from qa.values.numbers import find_numbers
from qa.values.records import Value
from qa.values.units import FATES, MEASURES, PEOPLE, PERSON_STEMS, PERSONS, SURVIVED
from qa.values.wordings import DEAD
from qa.words import REASON_WORDS, TIME_WORDS

_PLACE = re.compile(
    r"\b(?:in|at|from|to|near|into|across|outside|inside|of|around)\s(?:the\s)?(?:\w+\s)?[A-Z]"
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_WHO_IS = re.compile(r"\W*who(?:['’]s|\s+(?:is|was|are|were))\b", re.IGNORECASE)
_HOW_OLD = re.compile(r"\bhow old\b", re.IGNORECASE)
_AGE = re.compile(
    r"\bage[ds]?\b|\b(?:born|founded|built|old(?:er|est)?|birthday|made|dat(?:es?|ing))\b"
    r"|(?:,|\()\s*(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)\s*(?:,|\)|$)",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\bhow many(?: of)?(?: the)?\b", re.IGNORECASE)
_HOW_MANY_DIED = re.compile(
    r"\bhow many(?: \w+){0,3}?(?: (?:have|had|has|were|was|are|been))*"
    r" (?:killed|died?|dead|perished|drowned)\b",
    re.IGNORECASE,
)
_OF_DEATH = re.compile(
    rf"{DEAD.told.pattern}|\b(?:bod(?:y|ies)|corpses?|victims?|casualties|lives|lost|fatal\w*|lethal"
    r"|murder\w*|shot|executed|slain|massacre\w*|surviv\w*|funerals?|graves?)\b",
    re.IGNORECASE,
)
# Stems of nouns for persons that no list has: "driver", "visitor", "pacifist", "refugee".
_LIKE_PERSONS = ("er", "or", "ist", "ee", "ian", "ant", "men", "man")
_INNER_CAPITAL = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'’-]+")


def holds(query: Query, sentence: Sentence) -> bool:
    """False where the kind that is asked for is known and the sentence holds none of it."""
    test = _TESTS.get(query.asks)
    return test(query, sentence) if test else True


def _name(query: Query, sentence: Sentence) -> bool:
    return any(
        word.casefold() not in _asked(query) for word in _INNER_CAPITAL.findall(sentence.quote)
    )


def _place(_query: Query, sentence: Sentence) -> bool:
    return _PLACE.search(sentence.quote) is not None


def _number(query: Query, sentence: Sentence) -> bool:
    written = set(re.findall(r"\d+", sentence.quote)) | (NUMBER_WORDS & _words(sentence))
    return not written <= _asked(query)


def counts_another(query: Query, sentence: Sentence) -> bool:
    """Whether no number of the sentence can be one of what is asked how many there are: six
    factions are no number of fighters, eight years in office no age, and the injured none of the
    dead. Trucks may be vehicles, and soldiers fighters."""
    if _HOW_OLD.search(query.text):
        return _AGE.search(sentence.quote) is None
    return query.asks is Asks.NUMBER and (
        _is_of_another_fate(query, sentence) or not _may_count(query, sentence)
    )


def is_of_the_asked(query: Query, sentence: Sentence, start: int, end: int) -> bool:
    """Whether ``quote[start:end]`` is but the name of one whom the question itself names: "Dilson"
    does not tell who succeeds Funaro. Not asked where the question is who somebody is."""
    if query.asks is not Asks.PERSON or _WHO_IS.match(query.text):
        return False
    asked = {fold(word) for word in _INNER_CAPITAL.findall(query.text)}
    return any(
        name.start <= start and end <= name.end and not asked.isdisjoint(name.name.split())
        for name in persons(sentence.quote.translate(ONE_LINE))
    )


def _is_of_another_fate(query: Query, sentence: Sentence) -> bool:
    """Whether it tells what became of people, and not what is asked: who died, who was hurt. How
    many died is told by no sentence in which nobody does."""
    asked, told = _fates(_asked(query)), _fates(_words(sentence))
    is_of_dead = asked == {FATES["dead"]}
    if is_of_dead and _HOW_MANY_DIED.search(query.text) and not _OF_DEATH.search(sentence.quote):
        return True
    if len(asked) != 1 or not told or not asked.isdisjoint(told):
        return False
    return not is_of_dead or DEAD.told.search(sentence.quote) is None


def _fates(words: Set[str]) -> set[str]:
    found = {FATES[word] for word in words if word in FATES}
    return found if SURVIVED.isdisjoint(words) else found | {"alive"}


def _may_count(query: Query, sentence: Sentence) -> bool:
    how_many = _HOW_MANY.search(query.text)
    noun = counted_noun(query.text, how_many.end()) if how_many else ""
    if not noun or noun in MEASURES:
        return True
    if noun in SURVIVED:
        return not SURVIVED.isdisjoint(_words(sentence))
    if not sentence.stems.isdisjoint(stems(noun)):
        return True
    line = sentence.quote.translate(ONE_LINE)
    counts = figures(line)
    # Where a number stands without what it counts, there is no telling.
    if not counts or len(counts) < len(find_numbers(line)):
        return True
    return any(_may_be(noun, value) for value in counts)


def _may_be(noun: str, value: Value) -> bool:
    if value.is_measure:
        return False
    is_person = value.unit == "people" or value.unit in PERSON_STEMS
    if noun in PEOPLE | PERSONS:
        return is_person or value.unit.endswith(_LIKE_PERSONS)
    # What is no person by any list may be one all the same: travelers, visitors.
    return True


def _time(query: Query, sentence: Sentence) -> bool:
    named = set(_YEAR.findall(sentence.quote)) | (TIME_WORDS & _words(sentence))
    return not named <= _asked(query)


def _reason(_query: Query, sentence: Sentence) -> bool:
    return not REASON_WORDS.isdisjoint(_words(sentence)) or " to " in sentence.quote


def _asked(query: Query) -> set[str]:
    return set(re.findall(r"\w+", query.text.casefold()))


def _words(sentence: Sentence) -> set[str]:
    return set(re.findall(r"[a-z]+", sentence.quote.casefold()))


_TESTS: dict[Asks, Callable[[Query, Sentence], bool]] = {
    Asks.PERSON: _name,
    Asks.PLACE: _place,
    Asks.NUMBER: _number,
    Asks.TIME: _time,
    Asks.REASON: _reason,
}
