"""Find who took a role, left one or followed somebody. Input: sentences. Output: Turns, in order.

"Tamayo became president of the Federation on Wednesday, taking over from Ibarra" gives Tamayo the
role and tells whom he followed; "The company named Frost as chief executive" gives it to Frost.
Whoever is to take a role is told apart; whoever is yet to be elected takes none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.calendar_words import MONTH, WEEKDAY
from index.statements.lexicon import ROLES
from index.statements.names import CAPITAL, NAME, is_persons, without_titles

_CHEAP = re.compile(
    r"\b(?:became|becomes|named|appointed|elected|promoted|chose|chosen|picked|sworn"
    r"|succeed(?:s|ed)?|replace[sd]?|took over|takes over|taken over|taking over|voted out"
    r"|predecessor|successor|succeeding|replacing|resigned|left|followed|stepped into|filled"
    r"|unseated|who (?:had|has) been|become|succeed|replace|take over"
    r"|(?:ministry|department) (?:goes|went|passes|passed|falls|fell) to|heads"
    r"|quit|stepped down|retired|dismissed|fired|sacked|ousted|removed)\b"
)
_ROLE = (
    rf"(?!former)(?:(?!on\b|in\b|and\b)[\w.&’'-]+ ){{0,4}}(?:{'|'.join(sorted(ROLES))})\b"
    r"(?: (?:of|for|at) (?:(?! (?:on|in|after|from|as|last|yesterday)\b)[^,.;]){2,60})?"
)
_ASIDE = r"(?:, \d\d,|, (?:(?:the|an?|its|his|her|their|who)\b|[a-z])[^,.;]{2,60},)?"
_THE = r"(?:the |an? |its |his |her |their |new )*"
_AS = r"(?: to be| to become| as)?"
_TAKES = (
    re.compile(
        rf"(?P<new>{NAME})(?:{_ASIDE}|, who) (?:became|becomes|took over as|takes over as) {_THE}"
        rf"(?P<role>{_ROLE})"
    ),
    re.compile(
        rf"(?P<new>{NAME})(?:{_ASIDE}|,) (?:was|is|has been|had been) (?:named|appointed|elected"
        rf"|promoted|chosen|sworn in){_AS} {_THE}(?P<role>{_ROLE})"
    ),
    re.compile(
        rf"\b(?:named|appointed|elected|promoted|chose) (?:(?:its|his|her|their|the|an?) "
        # An aside is what somebody was before, unless "as" tells it.
        rf"[^,.;]{{2,50}}, )?(?P<new>{NAME})(?:{_ASIDE},? (?:as|to be|to become))? {_THE}"
        rf"(?P<role>{_ROLE})"
    ),
)
# "Frost would become chief executive in May"; what would be so only if something else were, is not.
_AHEAD = r"(?:will|would|(?:is|was) (?:to|due to|set to|expected to))"
# Nor is what is denied, doubted or hoped for.
_IS_IF = re.compile(
    r"\b(?:if|unless|should|whether|not|never|nobody|no one|den(?:y|ies|ied|ying)|doubt\w*"
    r"|believe[sd]?|critics|fear\w*|hop(?:e|es|ed|ing)|wish\w*|rumou?r\w*|speculat\w*"
    r"|predict\w*|suggest\w*|reject\w*|unlikely|could|might|may"
    r"|If|Unless|Should|Whether|Not|Never|Nobody|No one|Few|Critics|Rumou?rs)\b|n['’]t\b"
)
_TAKES_AHEAD = re.compile(
    rf"(?P<new>{NAME}){_ASIDE} {_AHEAD} (?:become|take over as) {_THE}(?P<role>{_ROLE})"
)
_HAD = re.compile(rf"(?P<old>{NAME}), who (?P<has>had|has) been {_THE}(?P<role>{_ROLE})")
_OFFICE = r"(?P<office>[a-z]+(?: and [a-z]+| [a-z]+)?) (?:ministry|department)"
_TAKES_OFFICE = (
    re.compile(
        rf"(?P<new>{NAME}){_ASIDE} (?:(?:takes|took|has taken) over|now heads) {_THE}{_OFFICE}"
    ),
    re.compile(rf"\b[Tt]he {_OFFICE} (?:goes|went|passes|passed|falls|fell) to (?P<new>{NAME})"),
)
_GONE = (
    r"resigned|left|quit|stepped down|retired"
    r"|(?:was|has been) (?:dismissed|fired(?! (?:at|upon|on by)\b)|sacked|ousted|removed|voted out)"
)
_FOLLOWS = (
    re.compile(
        rf"(?P<new>{NAME}){_ASIDE},? (?:who )?(?:has |had )?(?:succeeded|succeeds|replaced"
        # "Nordahl replaced Ekberg as defence minister".
        rf"|replaces|took over from|takes over from|unseated) (?P<old>{NAME})"
        rf"(?: as {_THE}(?P<role>{_ROLE}))?"
    ),
    re.compile(rf"(?P<new>{NAME}){_ASIDE},? (?:who )?followed (?P<old>{NAME}) as {_THE}{_ROLE}"),
    re.compile(
        rf"(?P<new>{NAME}){_ASIDE},? (?:who )?(?:stepped into|filled|took|took over)"
        rf" (?P<old>{NAME})['’]s? (?:shoes|place|post|job|seat)\b"
    ),
    re.compile(
        rf"(?P<new>{NAME}){_ASIDE} (?:became|becomes|was (?:named|appointed|elected)|took"
        rf" over|takes over)\b[^.;]*?\b(?:taking over from|in succession to|succeeding"
        rf"|replacing|after|to succeed|to replace) (?P<old>{NAME})"
    ),
    re.compile(
        rf"\b(?:named|appointed|elected|chose|picked) (?P<new>{NAME})\b[^.;]*?"
        rf"\bto (?:succeed|replace) (?P<old>{NAME})"
    ),
    # "The council dismissed Kint on Thursday and named Paul Anders to succeed her".
    re.compile(
        rf"\b(?:dismissed|fired|sacked|ousted|removed|replaced) (?:(?:the|its|his|her|their) )?"
        rf"(?:[a-z-]+ ){{0,4}}(?P<old>{NAME})\b[^.;]*?\b(?:with|(?:named|appointed|chose|picked)) "
        rf"(?P<new>{NAME})(?= to (?:succeed|replace) (?:him|her|them)\b| instead\b|\W*$)"
    ),
    re.compile(
        rf"(?P<old>{NAME}){_ASIDE} (?:(?:{_GONE})\b[^.;]*? and )?(?:was|is|has been)"
        rf" (?:succeeded|replaced) by (?P<new>{NAME})"
    ),
    re.compile(
        rf"(?P<new>{NAME}){_ASIDE} (?:took office|took the post)\b[^.;]*?\bafter"
        rf" (?P<old>{NAME}) (?:had )?(?:{_GONE})\b"
    ),
    re.compile(rf"(?P<new>{NAME})['’]s? predecessor,? (?P<old>{NAME})"),
    re.compile(rf"(?P<old>{NAME})['’]s? successor,? (?P<new>{NAME})"),
)
_FOLLOWS_AHEAD = (
    re.compile(
        rf"(?P<new>{NAME}){_ASIDE} {_AHEAD} (?:succeed|replace|take over from) (?P<old>{NAME})"
    ),
    re.compile(
        rf"(?P<new>{NAME}){_ASIDE} {_AHEAD} (?:become|take over)\b[^.;]*?\b(?:taking over from"
        rf"|succeeding|replacing|to succeed|to replace) (?P<old>{NAME})"
    ),
)
# Whoever is beaten had the role where that is told. Between the winner and the beaten no other
# stands who may have won, but a place or a day.
_DAY = rf"(?:{WEEKDAY}|{MONTH})\b"
_PLACE = rf"(?:in|(?:{'|'.join(sorted(ROLES))}|city|town) of) (?:the )?{NAME}"
_OTHER_CLAUSE = (
    r"(?:as|while|when|whose|where|that|said|says|told|after(?! (?:beat|defeat|unseat)ing\b)|before"
    r"|if|not|never|without|lost|failed|den(?:y|ies|ied)|hop(?:e|es|ed|ing)|will|would|could|might"
    r"|may)\b"
)
_BEATS = re.compile(
    rf"(?:\b(?:Challenger|Rival|Newcomer|Candidate) )?(?P<new>{NAME})"
    rf"(?:, an? [^,.;]{{2,60}},)?(?=[ ,])"
    rf"(?:\b{_PLACE}(?= \w|,)|\b{_DAY}|(?!\b[{CAPITAL}]|\b{_OTHER_CLAUSE})(?:[^.;]|\.\d))*?"
    rf"\b(?:beating|beat|defeating|defeated|unseating) (?P<old>{NAME})"
    rf"(?=, who (?:had been|has been|was) {_THE}{_ROLE})"
)
# "In Veddo", "on Monday", and the rest of a longer name: none of them wins.
_NO_WINNER = re.compile(rf"(?:\b(?i:in|on|of|at|for|by)(?: the)?|\b[{CAPITAL}][\w.’'-]*) $")
_LEAVES = re.compile(rf"(?P<old>{NAME}){_ASIDE},? (?:who )?(?:has |had )?(?:{_GONE})\b")
_PREDECESSOR = re.compile(
    rf"\b(?:[Hh]er|[Hh]is) (?P<which>predecessor|successor),? (?P<name>{NAME})"
)
_REPLACED = re.compile(
    rf"\b(?:He|She) (?P<when>was|will be|is to be) (?:succeeded|replaced) by (?P<new>{NAME})"
)
# "The premier named Sofia Brandt, a deputy minister, as his successor".
_AS_SUCCESSOR = re.compile(
    rf"\b(?:named|appointed|elected|chose|picked) (?P<new>{NAME}){_ASIDE} (?:as|to be) (?:his|her)"
    r" successor\b"
)
# So far behind somebody's leaving it is still told of him.
_SOON_SENTENCES = 6
_NAMED_BEFORE = re.compile(
    r"[A-Z][\w’'-]+ [A-Z][\w’'-]+(?=,| was| is| had| has| will| would| said| announced)"
)
_PRONOUNS = frozenset(("He", "She", "They", "It"))


@dataclass(frozen=True, slots=True)
class Turn:
    """``new`` took a role, or followed ``old``; with ``new`` empty, ``old`` only left it, or had
    had it where ``role`` is told, and has it still where it ``is_on``.

    ``role`` is as written, empty where the sentence does not tell it; ``at`` is the number of the
    sentence. ``is_near`` where only the sentence before tells that ``old`` left, ``is_ahead`` where
    ``new`` was yet to take it.
    """

    at: int
    new: str
    old: str
    role: str
    is_near: bool = False
    is_ahead: bool = False
    is_on: bool = False


def turns(sentences: list[str]) -> tuple[Turn, ...]:
    """What the sentences, in order, tell of roles that change hands."""
    found: list[Turn] = []
    for at, quote in enumerate(sentences):
        if _CHEAP.search(quote):
            found.extend(_in(at, " ".join(quote.split()), sentences))
    gone = {each.at: each.old for each in found if not (each.new or each.role)}
    near = [
        Turn(each.at, each.new, gone[each.at - 1], "", is_near=True)
        for each in found
        if each.new and each.role and not (each.old or each.is_ahead) and each.at - 1 in gone
    ]
    return (*found, *near, *_successors(sentences, found))


def _successors(sentences: list[str], found: list[Turn]) -> Iterator[Turn]:
    """Who is named as the successor of whoever was last told to leave."""
    for at, quote in enumerate(sentences):
        if "successor" not in quote:
            continue
        for each in _AS_SUCCESSOR.finditer(" ".join(quote.split())):
            left = [
                turn.old
                for turn in found
                if turn.old and not turn.new and 0 < at - turn.at <= _SOON_SENTENCES
            ]
            new = without_titles(each["new"])[1]
            if left and left[-1] != new:
                yield Turn(at, new, left[-1], "")


def _in(at: int, line: str, sentences: list[str]) -> list[Turn]:
    found = [
        Turn(at, each["new"], "", each["role"]) for form in _TAKES for each in form.finditer(line)
    ]
    found += [
        Turn(at, each["new"], "", f"{each['office']} minister")
        for form in _TAKES_OFFICE
        for each in form.finditer(line)
    ]
    found += [
        Turn(at, each["new"], each["old"], each.groupdict().get("role") or "")
        for form in _FOLLOWS
        for each in form.finditer(line)
    ]
    found += [
        Turn(at, each["new"], each["old"], "")
        for each in _BEATS.finditer(line)
        if is_persons(each["new"]) and not _NO_WINNER.search(line[: each.start()])
    ]
    found += [
        Turn(at, "", each["old"], each["role"], is_on=each["has"] == "has")
        for each in _HAD.finditer(line)
    ]
    if not _IS_IF.search(line):
        found += _ahead(at, line)
    found += [Turn(at, "", each["old"], "") for each in _LEAVES.finditer(line)]
    # "Her" and "he" are whom the sentence before is about.
    before = " ".join(sentences[at - 1].split()) if at else ""
    named = _NAMED_BEFORE.search(before)
    if named and (of := _PREDECESSOR.search(line)):
        pair = (named.group(), of["name"])
        new, old = pair if of["which"] == "predecessor" else pair[::-1]
        found.append(Turn(at, new, old, ""))
    if named and (by := _REPLACED.search(line)):
        found.append(Turn(at, by["new"], named.group(), "", is_ahead=by["when"] != "was"))
    bare = (
        replace(each, new=without_titles(each.new)[1], old=without_titles(each.old)[1])
        for each in found
    )
    return [
        each
        for each in bare
        if not {each.new, each.old} & _PRONOUNS and not each.role.endswith("successor")
    ]


def _ahead(at: int, line: str) -> list[Turn]:
    takes = [Turn(at, each["new"], "", each["role"]) for each in _TAKES_AHEAD.finditer(line)]
    follows = [
        Turn(at, each["new"], each["old"], "")
        for form in _FOLLOWS_AHEAD
        for each in form.finditer(line)
    ]
    return [replace(each, is_ahead=True) for each in (*takes, *follows)]
