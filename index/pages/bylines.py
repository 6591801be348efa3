"""Read who wrote a story. Input: a line. Output: the names alone, or none.

A line signs by its words ("By Ann Poe", "Ann Poe | Staff Writer"); a bare name signs only where it
stands, which is for its caller to say.
"""

import re
from itertools import takewhile

from index.pages.letters import UPPER
from index.pages.outlets import OUTLET_WORDS, ends_like_outlet

_PARTICLE = r"(?:al|bin|bint|da|de|del|den|der|di|do|dos|du|el|ibn|la|le|van|von|y|e)"
_WORD = rf"[{UPPER}][\w’'.-]*"
_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:,\s+(?:and\s+)?|\s+(?:and|AND|&|und)\s+){_NAME}){{0,4}}"
_SIGNS = re.compile(
    r"^(?i:(?:(?:(?:written|words|story|text|reported|report|posted|published|analysis|opinion"
    r"|review|interview)\s+(?:and (?:pictures|photos|photographs|video)\s+)?)?by|from|authors?"
    r"|byline|(?:reporters?|writer|interview|words|text|story)(?=\s*:))\s*:?\s+)"
    rf"(?P<names>(?i:our)\s+(?i:\w+\s+)?(?i:staff|reporters?|correspondents?)\b"
    rf"|{_WORD}\s+(?i:staff|reporters?|correspondents?|desk|agenc(?:y|ies))\b"
    # "By Sea Road and Rail, Aid Reaches ..." is a headline.
    rf"|(?>{_NAMES})(?!\s+(?:and|AND|&|und)\s+{_WORD},)"
    r"|(?:Reuters|AFP|AP|UPI|dpa|DPA|EFE|ANSA|Xinhua|TASS|Bloomberg|[A-Z]{3,})$)"
)
# Two capitals at least: "By the Numbers" and "By Land and Sea" name nobody.
_STRICT = re.compile(rf"^{_NAMES}$")
_ROLE = (
    r"(?:[\w’'&-]+\s+){0,5}(?:reporters?|correspondents?|editors?|writers?|journalists?|columnists?"
    r"|critic|producer|bureau chief|contributors?|presenter|photographers?|staff|analyst"
    r"|commentator|agencies|agency|special to .{2,40})"
    r"(?:\s+(?:in|at|for|on|of)\s+.{2,40}|\s+and\s+\w+)?"
)
_SHORTEST_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_WORD}){{1,3}}?"
_WITH_ROLE = re.compile(
    rf"^(?P<names>{_SHORTEST_NAME}(?:\s+(?:and|&)\s+{_SHORTEST_NAME})*)\s*(?:,|\||–|—|-|·|•|/|\("
    rf"|\s)\s*(?i:{_ROLE})\)?$"
)
_AT_PLACE = re.compile(
    rf"^(?P<names>{_NAMES})\s+(?:in|at|reports? from)\s+(?:the\s+)?[{UPPER}].{{1,40}}$"
)
_STAFF = re.compile(
    r"^(?:(?:our|the|a)\s+)?(?:[A-Z][\w’'.-]*\s+){0,3}(?:staff(?: (?:reporters?|writers?"
    r"|correspondents?))?"
    r"|reporters?|correspondents?|(?:news )?agenc(?:y|ies)|newsroom|news desk|editorial (?:board"
    r"|team)|wire (?:service|report)s?|desk)$",
    re.IGNORECASE,
)
# Words of sections and outlets, which stand in capitals like names.
_NO_NAME = frozenset(
    """
    world politics business sport sports opinion culture science health technology travel weather
    economy local national international breaking latest live update updates story stories report
    editorial comment comments markets education environment entertainment society features analysis
    video photo photos home menu search more read related topics tags share the a an of in on at for
    to with monday tuesday wednesday thursday friday saturday sunday today yesterday january
    february march april may june july august september october november december port mount fort
    what why how who whose where when here there is are was were next then after before this that
    these lake cape bay island islands valley river hills town key points page edition section city
    council government minister ministry state north south east west new university school party
    league club united street road centre center our
    """.split()
)
# Longer lines are passed over unread: the patterns take their time over a long one.
_LONGEST_WORDS, _LONGEST_CHARS = 14, 300
# The date of the same line may follow, or its first word.
_DATE_BEHIND = re.compile(
    r"\s+(?:(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:[a-z]*day|uary|ch|il|[ey]|ust|(?:tem|o|em)ber)?|Published|Posted|Updated)\.?$"
)
# "ENG ORL DEU" is no name.
_CODE_CHARS = 3
_PLACE_WORDS = 4


def read_byline(line: str) -> str | None:
    """The authors that the line names by its own words, as they stand; None if it signs nothing."""
    if len(line) > _LONGEST_CHARS or len(line.split()) > _LONGEST_WORDS:
        return None
    if line.endswith((".", ":", "?", "!")):
        return None
    signed = _SIGNS.match(line)
    if signed:
        return _authors(_DATE_BEHIND.sub("", signed["names"]))
    match = _WITH_ROLE.match(line)
    return match["names"] if match and _may_name(match["names"]) else None


def read_signature(line: str) -> str | None:
    """Who signs below a text: a bare name, with or without a place behind it."""
    name, _, place = line.partition(",")
    if place and (not place.strip()[:1].isupper() or len(place.split()) > _PLACE_WORDS):
        return None
    return read_bare_name(name)


def read_bare_name(line: str) -> str | None:
    """The line itself where it may be nothing but an author's name or the staff's; None otherwise.

    "(Mrs)" and the like behind it are left out.
    """
    if len(line) > _LONGEST_CHARS or _SIGNS.match(line):
        return None
    bare = re.sub(r"\s*\([^()]{1,12}\)$", "", line.lstrip("•·|-–— ").strip())
    if _STAFF.match(bare) and bare[:1].isupper():
        return bare
    at_place = _AT_PLACE.match(bare)
    names = at_place["names"] if at_place else bare
    return names if _STRICT.match(names) and _may_name(names) else None


def _authors(names: str) -> str:
    """The names up to the first part that is a role or an outlet: "Ann Poe, Transport Reporter"."""
    first, *others = re.split(r",\s+(?!and\b)", names)
    if len(others) == 1 and " and " not in names:
        # "By Ann Poe, Port Ahoma": two authors are joined by "and".
        return first
    authors = takewhile(
        lambda part: _may_name(part) and not _WITH_ROLE.match(f"A B, {part}"), others
    )
    return ", ".join((first, *authors))


def _may_name(names: str) -> bool:
    words = names.split()
    if names.isupper() and all(len(word) <= _CODE_CHARS for word in words):
        return False
    if ends_like_outlet(names):
        return False
    return not any(word.casefold().strip(".,'’") in _NO_NAME | OUTLET_WORDS for word in words)
