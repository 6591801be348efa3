"""Tell whose a number is that an "its" or a name with 's stands before. Input: a line. Output: a
name.

"Brazil, which last week suspended payments on its 108 billion dlr debt" is Brazil's, "Mexico ...
earlier than Argentina, clinched an agreement on its 100 billion dlr debt" is Mexico's.
"""

import re

from index.analysis import stems
from index.statements.names import NAME, tidy, without_opening
from index.statements.people import ONE_LINE
from qa.countries import countries_proper
from qa.stories import Sentence
from qa.understanding import Asks, Query
from qa.values.figures import figures
from qa.words import SPEECH_VERBS

_BESIDE = r"(?:total|estimated|foreign|existing|record|huge|outstanding|current|about|some)"
_NAMED = re.compile(rf"({NAME}['’]?)\s+(?:{_BESIDE}\s+)*$")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_ITS = re.compile(rf"\b(?:its|their)\s+(?:{_BESIDE}\s+)*$", re.IGNORECASE)
_WHICH = re.compile(r",\s+(?:which|who|whose)\b")
_SAID = re.compile(rf"\b(?:that|{'|'.join(sorted(SPEECH_VERBS))})\b", re.IGNORECASE)
_NAME = re.compile(NAME)
# "After Mexico's deal, Brazil ...": what opens the sentence so is not who it is about.
_FRONTED = re.compile(
    r"^\W*(?:in|after|before|like|unlike|with|following|despite|for|on|at|under|by|since|as|while"
    r"|although|though|when|if|besides)\b[^,]*,\s",
    re.IGNORECASE,
)
# Beyond so much a name stands too far off to own anything.
_NEAR_CHARS = 300


def possessor(line: str, start: int) -> str:
    """Whose what begins at ``start`` is, by the name or the "its" before it; empty where nothing
    tells. "Its" is of whom ", which" tells, else of the first one named in its clause."""
    before = _FRONTED.sub("", line[:start])[-_NEAR_CHARS:]
    if (named := _NAMED.search(before)) and _POSSESSIVE.search(named[1]):
        return tidy(without_opening(named[1]))
    its = _ITS.search(before)
    if its is None:
        return ""
    before = before[: its.start()]
    if which := list(_WHICH.finditer(before)):
        return next(reversed(_names(before[: which[-1].start()])), "")
    said = [each.end() for each in _SAID.finditer(before)]
    return next(iter((_names(before[said[-1] :]) if said else []) or _names(before)), "")


def is_of_another_country(query: Query, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the number in ``quote[start:end]`` is told to be that of another country than those
    that the question names."""
    if query.asks is not Asks.NUMBER:
        return False
    asked = countries_proper({term.stem for term in query.terms})
    if not asked:
        return False
    line = sentence.quote.translate(ONE_LINE)
    value = next((each for each in figures(line) if each.start < end and start < each.end), None)
    name = possessor(line, value.start) if value else ""
    owner = countries_proper(set(stems(name)))
    if value is None or not owner or not owner.isdisjoint(asked):
        return False
    # "The U.S. wants Brazil to pay its debt": whoever stands between may own it.
    between = line[line.find(name) + len(name) : value.start]
    return asked.isdisjoint(countries_proper(set(stems(between))))


def _names(text: str) -> list[str]:
    return [name for run in _NAME.findall(text) if (name := tidy(without_opening(run)))]
