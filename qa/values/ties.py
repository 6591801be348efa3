"""Tell what a sentence ties to one of its measures, and whose it is. Input: a sentence, a Value of
it and the words for what is measured. Output: yes or no, and words.

"Its 108 billion dlr debt" and "supply totalled 28 mln bpd" are of the number; "rose 3 mln bpd" is
none of the output's.
"""

import re
from collections.abc import Sequence, Set

from index.analysis import stems
from qa.matching import match
from qa.understanding import QueryTerm
from qa.values.numbers import NEXT_WORD
from qa.values.possessors import possessor
from qa.values.records import Value
from qa.values.units import TIMES
from qa.values.wordings import IMPLIED, alike
from qa.words import FUNCTION_WORDS

# What ties what is measured to its number.
_TIED = re.compile(
    r"\b(?:(?:drop|fall|decline|rise|increase|growth|jump|cut) in(?:\s[\w.'’-]+){1,6}? to"
    r"|is|was|are|were|be|been|total(?:s|led|ed|ling)?|reach(?:es|ed)?|hit|exceed(?:s|ed)?"
    r"|(?:stands?|stood|estimated|put|valued|running|remain(?:s|ed)?|forecast) at"
    r"|(?:rose|risen|fell|fallen|grew|grown|climbed|jumped|dropped|declined|widened|narrowed"
    r"|increased|decreased|shrank|amount(?:s|ed)?|c[ao]mes?|swelled)(?:\s[\w.]+){0,12}? to"
    r"|(?:surplus|deficit|debt|output|production|supply|demand|population|budget|profit|loss"
    r"|revenues?|sales|income|reserves|exports|imports|spending|capacity) of)"
    r"(?:\s(?:a|an|only|now|currently|just|tentatively|record|new|high|total|of|level|around"
    r"|at|forecast|provisional))*\s+$",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:stands?|stood)(?:\s(?:now|currently))? at\s+$", re.IGNORECASE)
# "With its output just below 3.0 mln bpd": right behind what is measured, and no change of it.
_MORE_OR_LESS = re.compile(
    r"\s*(?:pct\b|%|percent\b)?\s*(?:higher|lower|above|below|more|less|up|down|over|under|short)\b"
)
_NAME = re.compile(r"(?<!^)\b[A-Z][\w-]*\w")
_LONGEST_PHRASE = 4
_LAST_WORD = re.compile(r"([a-z]+)\s+$", re.IGNORECASE)
# What it is compared with: another number's words, or a limit that is of the same time.
_COMPARED = re.compile(r"\b(?:compar\w+ (?:to|with)|against|versus|vs)\b|\bfrom (?=\S*\d)")
_LIMIT = re.compile(r"\b(?:quota|ceiling|target|limit|capacity|allocation)\b")


def tied_to(value: Value, within: Sequence[Value]) -> Value:
    """The number whose tie is the value's: its own, or that of the one compared with it."""
    if value in within:
        return value
    before = [each for each in within if each.end <= value.start and each.unit == value.unit]
    return before[-1] if before else value


def is_meant(term: QueryTerm, among: Set[str]) -> bool:
    """Whether the word stands among the stems, or another for the same measure."""
    return match(term, among) > 0 or not alike(term.stem).isdisjoint(among)


def is_measured(what: Sequence[QueryTerm], among: Set[str], value: Value) -> bool:
    """Whether the words for what is measured stand among the stems, but for what the unit tells."""
    return all(is_meant(term, among) or IMPLIED.get(term.stem) == value.unit for term in what)


def is_tied(what: Sequence[QueryTerm], line: str, value: Value, *, at_a_time: bool) -> bool:
    """Whether what is measured is told to be the number, ``at_a_time`` or for good."""
    before = line[: value.start]
    if not at_a_time:
        return bool(_STANDS.search(before))
    last = _LAST_WORD.search(before)
    is_beside = last is not None and any(is_meant(term, set(stems(last[1]))) for term in what)
    return bool(_TIED.search(before)) or (is_beside and not _MORE_OR_LESS.match(line, value.end))


def is_named_by(what: Sequence[QueryTerm], line: str, value: Value) -> bool:
    """ "A 108 billion dlr foreign debt": the number belongs to what is asked for."""
    described = belonging(line, value)
    return all(is_meant(term, described) for term in what)


def belonging(line: str, value: Value) -> frozenset[str]:
    """The stems of the words that go with the number."""
    return value.described.union(stems(" ".join(_phrase(line, value))))


def owners(what: Sequence[QueryTerm], line: str, value: Value) -> list[str]:
    """Whose it is, where the number belongs to what is asked for and a name stands beside it: "the
    Philippines' 10.3 billion dlr debt", "the 170 billion dlr U.S. deficit"."""
    if not is_named_by(what, line, value):
        return []
    if owner := possessor(line, value.start):
        return owner.split()
    return [word for word in _phrase(line, value) if word[0].isupper()]


def nearest_name(line: str, value: Value) -> list[str]:
    """The name that stands last before the value, if any: "it" and "its" are of that one."""
    names = _NAME.findall(line[: value.start])
    return [name for name in names if name.casefold() not in TIMES][-1:]


def compared_at(line: str, value: Value) -> int:
    """Where it is compared with another number or time, else the line's end."""
    behind = _COMPARED.search(line, value.end)
    return behind.start() if behind else len(line)


def is_limit(line: str, value: Value) -> bool:
    """Whether what the value is compared with is a quota of the same time."""
    behind = _COMPARED.search(line, value.end)
    return behind is not None and _LIMIT.search(line[behind.end() :].partition(",")[0]) is not None


def _phrase(line: str, value: Value) -> list[str]:
    """The words right behind the number, up to one that ends what is measured."""
    words: list[str] = []
    at = value.end
    while len(words) < _LONGEST_PHRASE and (word := NEXT_WORD.match(line, at)):
        if word[1].casefold() in FUNCTION_WORDS:
            break
        words.append(word[1])
        at = word.end()
    return words
