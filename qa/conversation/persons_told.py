"""Tell from a sentence whether a name in it is a person's, and a man's or a woman's. Input: the
name and the sentence. Output: what the words around it tell.

First names are known only in part, so that "The captain, Henrik Dahle, 58, was detained at his
home" is read itself: a captain, an age and "his" tell what "Henrik" may not.
"""

import re

from index.folding import fold
from qa.conversation.mentions import NAME_RUN
from qa.conversation.words import PEOPLE_TITLES

_AGE = re.compile(r"^,\s+(?:aged\s+)?[1-9]\d(?=[\s,.;]|$)")
_WHO = re.compile(r"^,\s+(?:who|whose)\b")
_BESIDE = re.compile(r"^,\s+([^,.;]+)(?=[,.;]|$)")
_WORD = re.compile(r"[\w'’-]+")
_ENDS = frozenset("of at in for who that which whose whom".split())
_OF_HIM = frozenset("he him his himself".split())
_OF_HER = frozenset("she her hers herself".split())


def is_told_person(name: str, sentence: str) -> bool:
    """Whether an age, "who" or a word for a person stands beside the name."""
    at = sentence.find(name)
    if at < 0:
        return False
    before, behind = sentence[:at], sentence[at + len(name) :]
    if _AGE.match(behind) or _WHO.match(behind):
        return True
    # "The captain, Henrik Dahle"; "Margaret Osei, a former head of Fairway".
    beside = _BESIDE.match(behind)
    last = _WORD.findall(before)[-1:] if before.endswith((", ", " ")) else []
    titles = {fold(word) for word in (*last, *(_to_head(beside[1]) if beside else ()))}
    return not PEOPLE_TITLES.isdisjoint(titles)


def is_told_otherwise(pronoun: str, name: str, sentence: str) -> bool:
    """Whether the first pronoun behind the name, with nobody named between, is of the other sex."""
    at = sentence.find(name)
    behind = sentence[at + len(name) :] if at >= 0 else ""
    until = NAME_RUN.search(behind)
    words = [fold(word) for word in _WORD.findall(behind[: until.start()] if until else behind)]
    told = next((word for word in words if word in _OF_HIM | _OF_HER), "")
    return bool(told) and (told in _OF_HIM) != (pronoun in _OF_HIM)


def _to_head(words: str) -> list[str]:
    """The words up to the first that leads on: "a former head" of "a former head of Fairway"."""
    parts = _WORD.findall(words)
    ends = (at for at, word in enumerate(parts) if word in _ENDS)
    return parts[: next(ends, len(parts))]
