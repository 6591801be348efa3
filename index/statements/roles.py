"""Find roles that stand beside names. Input: text on one line. Output: Titled, in order.

A role is found by its noun ("minister"), taken back over the words that make it another ("Turkish
Defense Minister") and joined with the name behind it, or with the one that it is apposed to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.places import PLACES
from index.statements.lexicon import (
    BEFORE_ROLES,
    BODIES,
    HONORIFICS,
    NO_NAMES,
    OFFICES,
    PARTICLES,
    REGION_ENDS,
    ROLES,
    SMALL_ROLES,
)
from index.statements.names import CAPITAL, NAME, is_persons, plain, tidy, without_titles

WORDS = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_NAME_HERE = re.compile(NAME)
_NAME_BEFORE = re.compile(rf"(?P<name>{NAME})(?:,\s\d\d|\s\([^()]*\))?,\s(?:who\s(?:is|was)\s)?$")
_BEFORE_APPOSED = re.compile(
    r"(?P<comma>,\s(?:who\s(?:is|was)\s)?)(?P<determiner>(?:(?:the|an?|its|his|her|their|one\sof\sthe)\s)?)"
    r"(?:[\w.&'’/-]+\s){0,5}$"
)
# Of what, where the name follows at once: "Secretary of State George Shultz".
_OFFICE = re.compile(
    rf"\s(?:of|for)\s(?:{OFFICES}(?:\s(?:and|of)\s{OFFICES})?(?=[\s,])"
    rf"|(?!the\b|an?\b|its\b|his\b|her\b)[a-z]+(?:\s[a-z]+)?(?=\s[{CAPITAL}]\w+\s[{CAPITAL}]))"
)
# "President of Iran Ana Lund": a place, before a name of two words.
_PLACES = "|".join(sorted(word.title() for word in PLACES | REGION_ENDS))
_OF_PLACE = re.compile(
    rf"\sof\s(?:the\s)?(?P<place>(?:[{CAPITAL}]\w+\s){{0,2}}?(?:{_PLACES}))"
    rf"\s(?=[{CAPITAL}][\w-]+\s(?:{PARTICLES}[\s-])?[{CAPITAL}])"
)
# What follows a name that is a company's after all.
_COMPANY_GOES_ON = re.compile(r"\s(?:and|&)\sCo\b|\s(?:and|&)\sSons\b")
_OF_BODY = re.compile(r"\s(?:of|for|to|at|in|with)\s[^,.;:()\"“”]{2,80},\s")
_TAIL = re.compile(r"\s(?:of|for|at|with|in|on|to)\s[^,.;:()\"“”<>]{2,90}")
_NO_TAIL = re.compile(
    r"\s(?:who|which|that|ha[sd]|have|is|was|will|would|and\s(?:said|told|added)|[a-z]+ed\s(?:to|that|on|the|in|by|it|his|her|at|from)|said|says"
    r"|told|tells|wrote|according|added)\b"
)
# What a tail that was cut may end on.
_DANGLING = re.compile(r"(?:\s(?:of|for|at|with|in|on|to|and|the|an?))+$")
# Before a name it tells that no person is meant, or not as the one whose role follows.
_GOVERNED = re.compile(r"\b(?:the|in|of|at|from|to|near|on)\s$")
_DETERMINER = re.compile(r"\b(?:(?:the|an?|its|his|her|their|one\sof\sthe)\s)$", re.IGNORECASE)
_OF_BODY_BEFORE = re.compile(
    rf"(?<![\w.'’-])(?P<run>(?!The\s)(?:[{CAPITAL}]\w+\s){{0,3}}?(?P<body>[{CAPITAL}]\w+)\s(?:of|for)\s(?:the\s)?"
    rf"(?:[{CAPITAL}]\w+\s(?:and\s)?){{0,4}})$"
)
# "said its director, Ana Lund.", but not "David Saks, the head of Morgan, Olmstead.".
_OWN = re.compile(
    r"(?:^|[^\s,]\s)(?:(?:the|an?|its|his|her|their)\s(?:[\w'’-]+\s){0,3}?|(?:\S+\s){1,3}?\S+['’]s?\s)$",
    re.IGNORECASE,
)
_END = re.compile(r"[.;]?$")
_WHOSE = " whose "
# Behind a name, before the role: "until now the", "currently". Of the first kind it is past.
_NO_LONGER = re.compile(r"(?:until|once|formerly|previously|then|at\sthe\stime)\s")
_AT_PRESENT = re.compile(r"(?:[a-z]+ly|now|also|himself|herself)\s(?:(?:the|an?)\s)?")
_OWNER = re.compile(
    r"(?:^|,\s|\b(?:the|said|told|added|warned|but|and|while|although|though|as|because)\s)"
    r"(?P<owner>(?!(?:the|but|and|while|although|though|as|because)\s)(?:[\w&.-]+\s){0,3}?[\w&.-]+['’]s?\s)$",
    re.IGNORECASE,
)
_OWNERS = ("'s ", "’s ", "s' ", "s’ ")
_LONGEST_BODY_CHARS = 70
_IN = ("In ", "in ", "From ", "from ")
_LINKS = frozenset(("of", "for", "the", "and"))
_LONGEST_NAME_CHARS, _MOST_MODIFIERS = 90, 8
_CAPITAL = re.compile(f"[{CAPITAL}]")


@dataclass(frozen=True, slots=True)
class Titled:
    """A person with a role: ``text[start:end]`` is all of it, ``text[at:name_end]`` the name."""

    start: int
    end: int
    at: int
    name: str
    role: str


def titled_in(line: str) -> list[Titled]:
    """Each person with a role in ``line``, text without line breaks, in order of their names."""
    words = [(match.start(), match.end()) for match in WORDS.finditer(line)]
    found: dict[int, Titled] = {}
    for number, (start, end) in enumerate(words):
        word = line[start:end].casefold()
        if (word in ROLES or line[start:end] in SMALL_ROLES) and _ends_chain(line, words, number):
            titled = _with_name_behind(line, words, number) or _apposed(line, words, number)
        elif word in HONORIFICS:
            titled = _addressed(line, start, end)
        else:
            continue
        if titled:
            known = found.get(titled.at)
            found[titled.at] = _joined(known, titled) if known else titled
    return [found[at] for at in sorted(found)]


def _joined(one: Titled, other: Titled) -> Titled:
    """One person with two roles, "Mayor Ana Lund, a sister of Jan,": the longer one tells more, and
    it begins where either does."""
    longer = other if len(one.role) < len(other.role) else one
    return replace(longer, start=min(one.start, other.start))


def _ends_chain(line: str, words: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether no further role noun follows at once: in "Prime Minister" the last one counts."""
    if number + 1 == len(words):
        return True
    start, end = words[number + 1]
    return line[start:end].casefold() not in ROLES or start - words[number][1] != 1


def _with_name_behind(line: str, words: Sequence[tuple[int, int]], number: int) -> Titled | None:
    end = words[number][1]
    office = _OFFICE.match(line, end)
    after = office.end() if office else end
    name_at = after + 1 if line[after : after + 1] == " " else -1
    match = _NAME_HERE.match(line, name_at) if name_at > 0 else None
    if match is None and (place := _OF_PLACE.match(line, end)):
        after, name_at = place.end("place"), place.end()
        match = _NAME_HERE.match(line, name_at)
    if match is None:
        of_body = _OF_BODY.match(line, end)
        name_at = of_body.end() if of_body else after + 2 if line[after : after + 2] == ", " else -1
        match = _NAME_HERE.match(line, name_at) if name_at > 0 else None
        if match is None or not (
            line.startswith(",", match.end()) or _ends_on_name(line, words, number, match)
        ):
            return None
        titles, name = without_titles(tidy(match.group()))
        # A role before a comma is one's own only where a title or "The" tells that it goes on.
        low = _back(line, words, number)
        is_whole = (
            low == 0
            or line.endswith(_OWNERS, 0, low)
            or "'s " in line[low:end]
            or "’s " in line[low:end]
        )
        if not titles and not is_whole and not _DETERMINER.search(line, 0, low):
            return None
        after = name_at
    else:
        titles, name = without_titles(tidy(match.group()))
    if not is_persons(name) or is_role(name) or _COMPANY_GOES_ON.match(line, match.end()):
        return None
    low = _back(line, words, number)
    if after == name_at and (owner := _OWNER.search(line, max(0, low - _LONGEST_NAME_CHARS), low)):
        # "The ship's captain, Ana Lund,": whose captain is a part of the role.
        low = owner.start("owner")
    role = f"{line[low:after].strip(' ,')}{',' if line[after - 2 : after] == ', ' else ''} {titles}"
    return Titled(low, match.end(), line.index(name, name_at), name, role.strip(" ,"))


def _ends_on_name(
    line: str, words: Sequence[tuple[int, int]], number: int, name: re.Match[str]
) -> bool:
    """Whether the sentence ends on a role and its name."""
    if not _END.match(line, name.end()):
        return False
    own = _OWN.search(line, max(0, words[number][0] - _LONGEST_NAME_CHARS), words[number][0])
    return own is not None and "," not in own.group()


def _is_place(name: str) -> bool:
    return plain(name.rsplit(maxsplit=1)[-1]) in REGION_ENDS or name.casefold() in PLACES


def _apposed(line: str, words: Sequence[tuple[int, int]], number: int) -> Titled | None:
    """Whom a role is apposed to: "Zaki Akturk, the spokesman of the ministry,"."""
    low = _back(line, words, number)
    before = _BEFORE_APPOSED.search(line, max(0, low - _LONGEST_NAME_CHARS), low)
    if before is None or _NO_TAIL.search(line, before.start(), low) or _WHOSE in before.group():
        return None
    opening = before.end("comma")
    if _NO_LONGER.match(line, opening):
        return None
    match = _NAME_BEFORE.search(
        line, max(0, before.end() - _LONGEST_NAME_CHARS), before.end("comma")
    )
    if match is None:
        return None
    _, name = without_titles(tidy(match["name"]))
    if not is_persons(name) or is_role(name) or _GOVERNED.search(line, 0, match.start()):
        return None
    if adverb := _AT_PRESENT.match(line, opening, low):
        opening = adverb.end()
    end = words[number][1]
    if tail := _TAIL.match(line, end):
        stop = _NO_TAIL.search(line, end, tail.end())
        end = stop.start() if stop else tail.end()
    at = line.index(name.split()[0], match.start())
    return Titled(
        at,
        end,
        at,
        name,
        _DANGLING.sub("", line[opening:end].removeprefix(before["determiner"]).strip(" ,")),
    )


def _addressed(line: str, start: int, end: int) -> Titled | None:
    """Who an honorific stands before: "Sen. John McCain"."""
    if not _CAPITAL.match(line, start):
        return None
    after = end + 1 if line.startswith(".", end) else end
    match = _NAME_HERE.match(line, after + 1) if line.startswith(" ", after) else None
    titles, name = without_titles(tidy(match.group())) if match else ("", "")
    # With the title, so that "Mrs May" is no month.
    if match is None or not is_persons(f"{line[start:end]} {name}") or is_role(name):
        return None
    at = line.index(name, match.start())
    return Titled(start, match.end(), at, name, f"{line[start:after]} {titles}".strip())


def _back(line: str, words: Sequence[tuple[int, int]], number: int) -> int:
    """Where the role begins that ends with word ``number``."""
    low = number
    while low > 0 and number - low < _MOST_MODIFIERS and _belongs(line, words, low - 1):
        low -= 1
    # "and", "of the" join on only what they stand between.
    while low < number and line[words[low][0] : words[low][1]].casefold() in _LINKS:
        low += 1
    start = words[low][0]
    if low < number and line.endswith(_IN, 0, start) and _is_place(line[start : words[low][1]]):
        # "In Tehran Foreign Minister Ana Lund": that is where.
        low += 1
        start = words[low][0]
    of_body = _OF_BODY_BEFORE.search(line, max(0, start - _LONGEST_BODY_CHARS), start)
    if of_body and low < number + 1 and plain(of_body["body"]) in BODIES:
        # "Bank of England Governor": the body that the role is in.
        return of_body.start("run")
    return start


def _belongs(line: str, words: Sequence[tuple[int, int]], number: int) -> bool:
    start, end = words[number]
    word = line[start:end]
    gap = line[end : words[number + 1][0]]
    if gap not in (" ", "-", ". ") or (gap == ". " and len(word) > 3):
        return False
    folded = word.casefold()
    if folded in _LINKS:
        return word != "The" and _links_roles(line, words, number, folded)
    if folded in BEFORE_ROLES or folded in ROLES or folded.endswith("-based"):
        return True
    return bool(_CAPITAL.match(word)) and (word[1:2].isupper() or plain(word) not in NO_NAMES)


def _links_roles(line: str, words: Sequence[tuple[int, int]], number: int, link: str) -> bool:
    """Whether "and" or "of the" stands behind a role: "expert and retired Brigadier General"."""
    if number == 0:
        return False
    before = line[words[number - 1][0] : words[number - 1][1]].casefold()
    if link == "the":
        return before in ("of", "for") and number > 1 and _is_role_word(line, words[number - 2])
    if link in ("of", "for"):
        return _is_role_word(line, words[number - 1]) or before in ("ministry", "department")
    return before in ROLES


def _is_role_word(line: str, word: tuple[int, int]) -> bool:
    return line[word[0] : word[1]].casefold() in ROLES


def is_role(name: str) -> bool:
    """Whether the words are a role and no name at all: "Vice President"."""
    return all(plain(word) in ROLES or plain(word) in BEFORE_ROLES for word in name.split())
