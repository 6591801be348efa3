"""Tell what somebody is. Input: a question "Who is X?", a sentence, and the words that the reader
takes. Output: the words that describe X.

A role or an apposition beside the name describes it: "Prosecutor Beatriz Solano said that Victor
Haldane, the former manager, ..." says of the one that she is a prosecutor, and never the other.
"""

import re
from collections.abc import Sequence

from index.folding import fold
from index.statements.lexicon import HONORIFICS
from index.statements.people import ONE_LINE
from index.statements.roles import Titled, titled_in
from qa.conversation.mentions import NAME_RUN
from qa.conversation.words import PEOPLE_TITLES
from qa.stories import Sentence
from qa.understanding import Query

_WHO_IS = re.compile(
    rf"\W*(?:(?:and|but|so)\s+)?who(?:['’]s|\s+(?:is|was))\s+(?P<name>{NAME_RUN.pattern})\W*$"
)
_WORD = re.compile(r"[\w'’-]+")
_NAME_BEFORE = re.compile(r"([^\W\d_a-z][\w'’-]*)\s+$")
_SAID_BEHIND = re.compile(r",\s+(?:said|says|told|added|according)\b.*$")
_BESIDE = re.compile(r"\s*(?:,|\(|–|—)?\s*(?:(?:who\s+)?(?:is|was)\s+|as\s+)?", re.IGNORECASE)
_FIRST_NAMES = re.compile(
    r"\s*,?\s*(?:(?:de|van|von|der|la|al|el|bin|ibn)\s+|[^\W\d_a-z][\w.'’-]*\s+){0,4}"
)
Span = tuple[int, int]


def asked_name(query: Query) -> str:
    """X of "Who is X?"; empty for other questions."""
    asked = _WHO_IS.match(query.text[:1].lower() + query.text[1:])
    return asked["name"] if asked else ""


def describing(name: str, sentence: Sentence, start: int, end: int) -> Span | None:
    """The span of the sentence's quote that says what the one of that name is: the reader's,
    ``quote[start:end]``, where it stands beside the name, else the role that stands there; None
    where neither does."""
    line = sentence.quote.translate(ONE_LINE)
    end = start + len(_SAID_BEHIND.sub("", line[start:end]))
    words = fold(name).split()
    at = [
        each.span()
        for each in _WORD.finditer(line)
        if fold(each.group()) == words[-1] and not _is_of_anothers_name(line[: each.start()], words)
    ]
    roles = _roles(line, words)
    own = [each for each in roles if each.start <= start and end <= each.end]
    names = (name, *(each.name for each in own))
    if own and not any(_is_name(line[start:end], each) for each in names):
        return start, end
    if any(_is_beside(line, start, end, each) for each in at):
        return start, end
    for each in roles:
        role = each.role.removeprefix("as ")
        place = line.find(role, each.start, each.end)
        if place >= 0:
            return place, place + len(role)
    return None


def is_introduced(name: str, sentence: Sentence) -> bool:
    """Whether a role stands beside the name of the one who has it; "Mr" is none."""
    words = fold(name).split()
    if not words or words[-1] not in fold(sentence.quote):
        return False
    return any(
        fold(each.role) not in HONORIFICS
        for each in _roles(sentence.quote.translate(ONE_LINE), words)
    )


def _roles(line: str, words: Sequence[str]) -> list[Titled]:
    return [each for each in titled_in(line) if _may_be_one(words, fold(each.name).split())]


def _may_be_one(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: one has no word that the other lacks."""
    return other[-1:] == words[-1:] and (set(words) <= set(other) or set(other) <= set(words))


def _is_of_anothers_name(before: str, words: Sequence[str]) -> bool:
    """Whether another's first name leads up to the last name: "Carmen" of "Carmen Rojas"."""
    led = _NAME_BEFORE.search(before)
    return led is not None and len(words) > 1 and not {fold(led[1])} <= {*words, *PEOPLE_TITLES}


def _is_beside(line: str, start: int, end: int, name: Span) -> bool:
    """Whether the words hold the name and more, stand right before it or go on from it; another
    name there tells nothing."""
    first, last = name
    if NAME_RUN.fullmatch(line, start, end):
        return False
    if start <= first and last <= end:
        return True
    if end <= first:
        return _FIRST_NAMES.fullmatch(line, end, first) is not None
    return last <= start and _BESIDE.fullmatch(line, last, start) is not None


def _is_name(words: str, name: str) -> bool:
    return set(fold(words).split()) <= set(fold(name).split())
