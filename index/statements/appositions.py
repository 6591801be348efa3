"""Tell who a subject is by what stands beside it. Input: a sentence, a Subject. Output: a name.

A name behind a common noun tells who that is, "her barrister, Ana Lund", and a role belongs to the
name that it stands before or is apposed to.
"""

import re
from collections.abc import Sequence

from index.statements.lexicon import (
    BODIES,
    COMPANY_NOUNS,
    CROWDS,
    DOCUMENTS,
    ROLES,
    SMALL_ROLES,
    TRADES,
)
from index.statements.names import is_body, is_persons, tidy
from index.statements.phrases import phrase_of
from index.statements.roles import Titled
from index.statements.subjects import NAME_BEHIND, Subject

_NOT_BEFORE_NAME = re.compile(
    r"\b(?:of|for|at|with|in|from|on|to|by|and|who|which|that|as|or|than)\b"
)
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_AND_ANOTHER = re.compile(r"\s(?:and|or|nor)\s")
_OWN_ROLES = re.compile(r"(?:member|chief|head|president|leader|director|minister|secretary)\sof\s")
# "A former crewman": what such a word ends in is somebody.
_MAN = re.compile(r"[a-z-]{2,}(?:m[ae]n|wom[ae]n)")
_NO_MEN = frozenset(
    "specimen regimen abdomen acumen bitumen stamen talisman ottoman caiman human".split()
)
_OWNERS = frozenset("owner operator parent contractor supplier employer developer builder".split())
_DETERMINER_CHARS = 4


def titled_of(titled: Sequence[Titled], sentence: str, subject: Subject) -> Titled | None:
    """The person whose name and role the phrase is, with what is apposed to it."""
    start = subject.start
    for each in titled:
        # "Lund, president of the union said": the phrase is what is apposed to the name.
        if each.at < start <= each.end and " " in each.name:
            return each
        if not start <= each.at < subject.reach or each.start < start - _DETERMINER_CHARS:
            continue
        is_owner = sentence.endswith(_POSSESSIVE, start, each.end) and each.end < subject.end
        if is_owner or _AND_ANOTHER.match(sentence, each.end, subject.end):
            continue
        between = sentence[start : max(each.start, start)]
        # "member of the council and chief of staff Admiral Lund": it ends in the name.
        is_last = " " in each.name and each.end >= subject.end and _OWN_ROLES.match(between)
        if is_last or not _NOT_BEFORE_NAME.search(between):
            return each
    return None


def apposed_person(sentence: str, subject: Subject) -> Titled | None:
    """A name that tells who a common noun is: "Her barrister, Ana Lund, said"."""
    match = NAME_BEHIND.match(sentence, subject.end, subject.reach)
    phrase = phrase_of(sentence[subject.start : subject.end]) if match else None
    if match is None or phrase is None or not phrase.is_common:
        return None
    if not phrase.is_definite and not _is_what_somebody_is(phrase.noun):
        return None
    if not is_persons(match["name"]) or phrase.noun in BODIES | COMPANY_NOUNS | DOCUMENTS:
        return None
    return Titled(subject.start, match.end(), match.start("name"), match["name"], phrase.words)


def apposed_body(sentence: str, subject: Subject) -> str | None:
    """The name of a body that a common noun stands before: "Its owner, Acme Corp, said"."""
    match = NAME_BEHIND.match(sentence, subject.end, subject.reach)
    phrase = phrase_of(sentence[subject.start : subject.end]) if match else None
    if match is None or phrase is None or not phrase.is_common:
        return None
    is_bodys = phrase.noun in BODIES or phrase.noun in _OWNERS
    is_named = phrase.noun in COMPANY_NOUNS or (is_bodys and is_body(match["name"]))
    return tidy(match["name"]) if is_named else None


def _is_what_somebody_is(noun: str) -> bool:
    if noun in ROLES or noun in SMALL_ROLES or noun in TRADES:
        return True
    return _MAN.fullmatch(noun) is not None and noun not in _NO_MEN and noun not in CROWDS
