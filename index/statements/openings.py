"""Tell whom a sentence begins with in which nobody speaks. Input: a sentence. Output: an Opening.

Whoever acts is whom the next "he" or "it" means, so that a newcomer has to be seen even where it is
not told who that is.
"""

import re
from dataclasses import dataclass

from index.statements.grammar import FINITE, PAST
from index.statements.lexicon import BODIES, COMPANY_NOUNS, CROWDS, ROLES, THINGS
from index.statements.names import CAPITAL, NAMES, is_persons, last, plain, tidy, without_opening

_OPENING = re.compile(rf"(?:[Tt]he\s)?{NAMES}")
_ROLE_OPENING = re.compile(
    rf"(?:The|An?|His|Her|Its|Their|Former|One)\s(?:[\w'’-]+\s){{0,3}}?(?:{'|'.join(sorted(ROLES))})\b"
)
_INTRODUCTION = re.compile(
    r"(?:(?:Asked|In|On|At|After|Before|During|Since|Despite|For|With|By|From|Under)\s[^,;]{2,60}|\w+ly"
    r"|But|Nevertheless|However|Meanwhile|Still|Later|Earlier|Then|Also)(?:,\s|\s(?<=But\s))"
)
# "Acme veteran Ana Lund was": whoever a sentence begins with, behind words that are no names.
_CAME_IN = re.compile(
    rf"(?:[\w'’-]+\s){{0,4}}?(?P<who>[{CAPITAL}][\w'’-]+\s[{CAPITAL}][\w'’-]+)(?:\s[a-z]|,\s)"
)
# "At the gate stood Ana Lund.": somebody comes in behind the verb.
_STOOD = re.compile(
    rf"\b(?:stood|sat|waited|came|walked|lay|lived|lives|worked|works|is|are|was|were)\s(?P<who>[{CAPITAL}][\w'’-]+"
    rf"\s[{CAPITAL}][\w'’-]+)"
)
_BODY_NOUNS = "|".join(sorted((BODIES | COMPANY_NOUNS) - THINGS))
_BODY_ACTED = re.compile(
    rf"The\s(?:[a-z-]+\s){{0,2}}?(?P<noun>{_BODY_NOUNS})\s(?:has\s|had\s)?"
    rf"(?:{FINITE.pattern}|{PAST.pattern})"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """``name`` is what the sentence begins with at ``low``, "" if no name, ``after`` the rest."""

    low: int
    name: str
    after: str


def opening_of(line: str) -> Opening:
    """What the sentence begins with, behind "On Friday,"."""
    introduction = _INTRODUCTION.match(line)
    low = introduction.end() if introduction else 0
    match = _OPENING.match(line, low)
    name = tidy(without_opening(match.group())) if match else ""
    if plain(name.partition(" ")[0]) in CROWDS and " of the " in name:
        # "Members of the union came": not the union.
        name = ""
    return Opening(low, name, line[match.end() :] if match else "")


def body_in(line: str, opening: Opening) -> str | None:
    """The noun of the body that acts: "hospital" in "The hospital closed a ward"."""
    body = _BODY_ACTED.match(line, opening.low)
    return body["noun"] if body else None


def brings_another(line: str, opening: Opening, name: str | None) -> bool:
    """Whether somebody comes in who is not the one of that name."""
    if _ROLE_OPENING.match(line, opening.low):
        return True
    came = _CAME_IN.match(line, opening.low) or _STOOD.search(line)
    return (
        came is not None
        and name is not None
        and is_persons(came["who"])
        and last(came["who"]) != last(name)
    )
