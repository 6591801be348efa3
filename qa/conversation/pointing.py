"""Find the words of a question that stand for something named elsewhere. Input: its words. Output:
what each stands for.

A pronoun whose meaning the question itself names before it points nowhere: "What did Erdogan say
about his meeting with Asad?"
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from index.folding import fold
from qa.conversation.mentions import NAME_RUN, head_of, is_plural
from qa.conversation.verbs import is_base, is_participle, is_rarely_verb
from qa.conversation.words import (
    AUXILIARIES,
    DETERMINERS,
    GROUP_PRONOUNS,
    PEOPLE_TITLES,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
)
from qa.words import FUNCTION_WORDS, SPEECH_VERBS

WORD = re.compile(r"[\w'’.-]*\w|[^\w\s]")
BEING_THERE = frozenset("is are was were be been being will would has have had".split())
_IS_THERE = frozenset("is are was were been".split())
ORDINALS = frozenset("another which first second new other last next".split())
_POINTING = frozenset("this that these those".split())
_OPENS_A_CLAUSE = frozenset(
    "that when while if because although who whom where how whether and but after before".split()
)
_BEFORE_AN_OTHER = PREPOSITIONS | SPEECH_VERBS
_NO_NOUNS_OF_THEIR_OWN = frozenset("that her his its their".split())
# "It" that stands for nothing.
_EMPTY_IT = re.compile(
    r"\bit\s+(?:\w+\s+)?(?:true|possible|likely|clear|known|certain|legal|safe|said|reported"
    r"|believed|thought|too|time|take)\b|\bwhich\s[^?]+\s(?:is|was) it\W*$"
    r"|\b(?:why|how|when) (?:is|was) it (?:that|so)\b",
    re.IGNORECASE,
)


class Stands(StrEnum):
    """What a word stands for."""

    PERSON = "person"
    GROUP = "group"
    THING = "thing"
    WHAT_IS_SAID = "what is said"
    PLACE = "place"
    ONE_OF_THEM = "one of them"


def points_back(question: str) -> bool:
    """Whether a word of it means something that it does not name."""
    words = [each.group() for each in WORD.finditer(question)]
    return any(stands_for(words, at, question) is not None for at in range(len(words)))


def stands_for(words: Sequence[str], at: int, question: str) -> Stands | None:
    """What the word at this place stands for; None where for nothing outside the question."""
    kind = _kind(words, at, question)
    return None if kind is None or _is_bound(words, at, kind) else kind


def _kind(words: Sequence[str], at: int, question: str) -> Stands | None:
    word = words[at].casefold().removesuffix("'s").removesuffix("’s")
    before = words[at - 1].casefold() if at else ""
    behind = words[at + 1].casefold() if at + 1 < len(words) else "?"
    plain = {
        **dict.fromkeys((*PERSON_PRONOUNS, "his", "hers", "her"), Stands.PERSON),
        **dict.fromkeys((*GROUP_PRONOUNS, "their"), Stands.GROUP),
        "its": Stands.THING,
    }
    if word in plain:
        return plain[word]
    if word == "it":
        return None if _EMPTY_IT.search(question) else Stands.THING
    if word == "there":
        return Stands.PLACE if _is_place(before, behind) else None
    if word in ("one", "ones"):
        return Stands.ONE_OF_THEM if before in ORDINALS else None
    if word in _POINTING and _is_alone(before, behind):
        return Stands.WHAT_IS_SAID if word in ("this", "that") else Stands.GROUP
    return None


def _is_place(before: str, behind: str) -> bool:
    """ "Who was there?", and not "How many were there in Syria?"."""
    if before in _IS_THERE:
        return not behind[0].isalnum()
    return before not in BEING_THERE and behind not in BEING_THERE


def _is_alone(before: str, behind: str) -> bool:
    """Whether "that" is neither a noun's nor leads in a clause: "When did that happen?"."""
    if not behind[0].isalnum() or behind in AUXILIARIES or behind in PREPOSITIONS:
        return bool(before) or behind in AUXILIARIES
    follows = before in AUXILIARIES | PREPOSITIONS | {"do", "say", "said", "so"}
    is_verb = is_base(behind) or is_participle(behind) or behind in ("true", "so", "all")
    return follows and is_verb


def _is_bound(words: Sequence[str], at: int, kind: Stands) -> bool:
    """Whether the question itself names what the pronoun means, before it."""
    if kind not in (Stands.PERSON, Stands.GROUP, Stands.THING):
        return False
    earlier, word = words[:at], words[at].casefold()
    if _is_another(words, at):
        return False
    names = [
        run
        for run in NAME_RUN.finditer(" ".join(earlier[1:]))
        if fold(run.group()) not in FUNCTION_WORDS
    ]
    nouns = _nouns(earlier)
    if kind is Stands.PERSON:
        return bool(names) or any(head_of(noun) in PEOPLE_TITLES for noun in nouns)
    behind = words[at + 1] if at + 1 < len(words) else "?"
    if not behind[0].isalnum() and earlier and earlier[-1].casefold() in _BEFORE_AN_OTHER:
        # "What did Israel say about it?": nobody asks so of Israel.
        return False
    if kind is Stands.GROUP:
        some = any(is_plural(noun) for noun in nouns) or len(names) > 1
        return some or (bool(names) and word == "their")
    said = any(each.casefold() in SPEECH_VERBS for each in earlier)
    return any(not is_plural(noun) for noun in nouns) or (bool(names) and (said or word == "its"))


def _is_another(words: Sequence[str], at: int) -> bool:
    """Whether what stands before it in its clause cannot be what it means: "How much cargo did it
    carry?", "Why did the government rescue it?"
    """
    earlier = [word.casefold() for word in words[:at]]
    if not earlier or not _OPENS_A_CLAUSE.isdisjoint(earlier[1:]):
        return False
    before, behind = earlier[-1], words[at + 1] if at + 1 < len(words) else "?"
    is_own = words[at].casefold() in POSSESSIVES and behind[0].isalnum()
    is_subject = before in AUXILIARIES and AUXILIARIES.isdisjoint(earlier[:-1])
    # "What did Strand say about him?": of himself he would say "himself".
    is_object = words[at].casefold() == "him"
    return not is_own and (is_subject or is_object or (len(earlier) > 2 and is_rarely_verb(before)))


def _nouns(words: Sequence[str]) -> list[str]:
    """Each stretch of lower-case words that a determiner or "how many" opens."""
    found: list[str] = []
    for at, word in enumerate(words):
        opens = word.casefold() in DETERMINERS - _NO_NOUNS_OF_THEIR_OWN
        # "Are there any plans to bring them home?": the plans are not brought home.
        is_there = at > 0 and words[at - 1].casefold() == "there"
        if (opens or word.casefold() in ("many", "which", "much")) and not is_there:
            found += [noun] if (noun := _noun_behind(words[at + 1 :])) else []
    return found


def _noun_behind(words: Sequence[str]) -> str:
    ends = AUXILIARIES | PREPOSITIONS | FUNCTION_WORDS
    until = next((at for at, word in enumerate(words) if word.casefold() in ends), len(words))
    return " ".join(words[: min(until, 3)])
