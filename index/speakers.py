"""Tell who speaks in each sentence of an article. Input: its sentences in order. Output: Voices.

Rules over names, titles, verbs and order. A speaker is looked for outside quotation marks, beside a
verb of saying; "he" and "she" are whoever spoke last, and a surname is the fullest form that the
article has. Where that is not sure the speaker is left open: a wrong one is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.folding import fold
from index.places import PLACES

_VERB = (
    r"(?:said|says|say|told|tells|added|adds|stated|states|stressed|stresses|announced|announces"
    r"|declared|declares|explained|explains|emphasi[sz]ed|emphasi[sz]es|noted|notes|warned|warns"
    r"|claimed|claims|argued|argues|insisted|insists|denied|denies|confirmed|confirms|revealed"
    r"|reveals|reported|reports|described|describes|reiterated|reiterates|asserted|asserts"
    r"|acknowledged|admitted|pointed out|points out|remarked|replied|responded|commented|vowed"
    r"|pledged|urged|called (?:for|on)|highlighted|underlined|underscored|accused|condemned"
    r"|rejected|demanded|recalled|concluded|continued|observed|suggested|complained|predicted)"
)
_ADVERB = r"(?:(?:also|further|later|recently|then|repeatedly|had|has|have|earlier|again)\s+)*"
_PART = r"(?:(?:[Aa]l|[Ee]l)-)?[A-Z][\w'’.-]*[\w.]"
_PARTICLE = "(?:bin|bint|ibn|de|del|da|do|dos|di|la|le|du|van|von|der|al|el)"
_NAME = rf"{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART})*"
_SUBJECT_VERB = re.compile(
    rf"(?P<name>{_NAME})(?:\s\([^()]{{1,40}}\))?(?:,\s[^,;:]{{2,90}},|,)?\s+{_ADVERB}{_VERB}\b"
)
_VERB_SUBJECT = re.compile(
    # The verb goes before its subject only behind what was said: a comma, or a blanked quotation.
    # A role may stand before the name: "said economist Laura Chen".
    rf"(?:(?:,\s+|\s{{3,}})(?:said|says|added|stated|noted)|\b[Aa]ccording to)\s+"
    rf"(?:(?!(?:in|at|on|to|of|from|by|for|with|that|as|after|before|during)\b)[a-z]+\s+){{0,3}}"
    rf"(?P<name>{_NAME})"
)
_PRONOUN_VERB = re.compile(rf"\b(?:he|she)\s+{_ADVERB}{_VERB}\b", re.IGNORECASE)
# People without a name, who may well open a sentence.
_CROWD = (
    "officials|sources|police|residents|witnesses|survivors|analysts|experts|authorities|critics"
    "|lawmakers|lawyers|prosecutors|diplomats|investigators|protesters|researchers|scientists"
    "|doctors|aides|ministers|reports|people"
)
_OTHER_VERB = re.compile(
    rf"\b(?:it|they|{_CROWD}|statement|ministry|command|government|spokes\w+|minister|president"
    r"|premier|chancellor|secretary|governor|mayor|senator|ambassador|general|commander|chairman"
    r"|director|judge|army)\b[^.;]{0,60}?"
    rf"\b{_ADVERB}{_VERB}\b|\baccording to\b",
    re.IGNORECASE,
)
_NAME_AND = re.compile(rf"(?P<name>{_NAME})\s+(?:and|or|nor)$")
# Beyond doubt a verb, and no noun: what follows it is what was said.
_SAYING = re.compile(
    r"\b(?:said|says|told|added|stated|announced|warned|insisted|explained|claimed|argued|denied)\b"
)
_TOLD = re.compile(rf"\b(?:told|asked|informed)\s+(?P<name>{_NAME})")
# An initial keeps its own.
_FULL_STOP = re.compile(r"(?<=\w\w)\.$")
_OPENING = re.compile(rf"\W*(?P<name>{_NAME})")
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")

_TITLES = frozenset(
    """
    minister president premier chancellor secretary secretary-general general major lieutenant
    brigadier colonel captain sergeant admiral commander marshal chief chairman chairwoman chair
    director governor mayor senator sen rep representative ambassador envoy king queen prince
    princess sheikh emir pope bishop judge justice spokesman spokeswoman spokesperson professor
    prof dr doctor mr mrs ms sir lord lady lt gen col maj brig adm capt sgt gov analyst expert
    officer leader head prime deputy vice foreign defense defence interior economist lawyer attorney
    resident neighbour neighbor witness survivor teacher coach manager founder owner pastor
    activist researcher scientist farmer editor author investigator prosecutor detective engineer
    """.split()
)
_BODIES = frozenset(
    """
    ministry command council government agency news party army forces force police court parliament
    committee commission bank group company corporation union region organization organisation
    office department association league authority congress senate house security statement times
    post press reuters
    """.split()
)
_NO_NAME = frozenset(_CROWD.split("|")) | frozenset(
    """
    the a an this that these those it he she they we i in on at by for with from but and as after
    before when while if since earlier meanwhile however also moreover additionally addressing
    both some many most according later then there during named
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """.split()
)

# Built once: it is asked for each word of each name.
_BEFORE_NAMES = _TITLES | _BODIES | _NO_NAME
_PREPOSITIONS = frozenset("by with from of to against in on for at about near over under".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """Whether a sentence reports what somebody said, and who: the fullest name, or None where it
    is not sure."""

    is_statement: bool
    speaker: str | None


SILENT = Voice(False, None)
_SOMEBODY = Voice(True, None)


def voices(sentences: Sequence[str]) -> tuple[Voice, ...]:
    """The voice of each sentence, in the same order."""
    full_names = _full_names(sentences)
    found: list[Voice] = []
    in_force: str | None = None
    for sentence in sentences:
        bare = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), sentence)
        # Nobody is quoted speaking of himself by name.
        himself = None if in_force and _last(in_force) in _lasts(sentence) else in_force
        voice = _voice(bare, himself, full_names)
        found.append(voice)
        if voice.is_statement:
            in_force = None if _tells_a_person(bare, full_names) else voice.speaker
        elif _brings_in_another(bare, in_force, full_names):
            # "he" could now be either.
            in_force = None
    return tuple(found)


def _tells_a_person(bare: str, full_names: dict[str, str]) -> bool:
    told = _TOLD.search(bare)
    name = _stripped(told["name"]) if told else None
    return name is not None and _last(name) in full_names


def _brings_in_another(bare: str, in_force: str | None, full_names: dict[str, str]) -> bool:
    """Whether a sentence that nobody speaks in has somebody in it beside who spoke last: by name,
    by a role, or by a lone capitalised word at its head that is no country."""
    lasts = _lasts(bare)
    own = {_last(in_force)} if in_force else set()
    if (lasts & full_names.keys()) - own or lasts & _TITLES:
        return True
    opening = _OPENING.match(bare)
    name = _stripped(opening["name"]) if opening else None
    return name is not None and _last(name) not in own | PLACES


def _lasts(text: str) -> set[str]:
    return {_last(word) for word in re.findall(r"[\w’'-]*\w", text)}


def _voice(bare: str, in_force: str | None, full_names: dict[str, str]) -> Voice:
    for pattern in (_SUBJECT_VERB, _VERB_SUBJECT):
        match = pattern.search(bare)
        while match:
            name = _stripped(match["name"])
            if name is None and _plain(match["name"].split()[-1]) in _BODIES:
                # The White House said what follows, whoever is named in it.
                return _SOMEBODY
            if name and not _is_object(bare, match):
                return Voice(True, None if _is_unsure(bare, match) else _fullest(name, full_names))
            match = pattern.search(bare, match.end("name"))
    if _PRONOUN_VERB.search(bare):
        return Voice(True, in_force)
    return _SOMEBODY if _OTHER_VERB.search(bare) else SILENT


def _is_object(bare: str, match: re.Match[str]) -> bool:
    """Whether a preposition governs the name: "filed by X, accused", "attacks on X, reports"."""
    if match.re is _VERB_SUBJECT:
        return False
    before = bare[: match.start("name")].split()
    return bool(before) and before[-1].casefold() in _PREPOSITIONS


def _is_unsure(bare: str, match: re.Match[str]) -> bool:
    """Whether the name stands in apposition behind another's ("X, with his colleague, Y, said") or
    beside one ("X and Y said")."""
    before = bare[: match.start("name")].rstrip()
    if match.re is _SUBJECT_VERB and _SAYING.search(before):
        # "The minister said that X told ...": the first verb's subject speaks.
        return True
    beside = _NAME_AND.search(before)
    if beside and _stripped(beside["name"]):
        return True
    if not before.endswith(","):
        return False
    earlier = re.match(rf"\W*(?:The\s+)?(?P<name>{_NAME}),", before)
    return earlier is not None and _stripped(earlier["name"]) is not None


def _stripped(name: str) -> str | None:
    """The name without the titles and bodies before it; None where nothing is left."""
    words = name.split()
    for at in range(len(words) - 1, -1, -1):
        if _plain(words[at]) in _BEFORE_NAMES:
            words = words[at + 1 :]
            break
    bare = " ".join(words).removesuffix("’s").removesuffix("'s")
    bare = _FULL_STOP.sub("", bare)
    return bare if len(bare) > 1 else None


def _full_names(sentences: Sequence[str]) -> dict[str, str]:
    """The fullest form of each name that the article writes with a first name, by last name."""
    longest: dict[str, str] = {}
    for sentence in sentences:
        for match in re.finditer(_NAME, sentence):
            name = _stripped(match.group())
            if name and len(name.split()) in (2, 3, 4):
                key = _last(name)
                if len(name.split()) > len(longest.get(key, "").split()):
                    longest[key] = name
    return longest


def _fullest(name: str, full_names: dict[str, str]) -> str:
    return full_names.get(_last(name), name) if len(name.split()) == 1 else name


def _last(name: str) -> str:
    return re.sub(r"^(?:al|el)-", "", _plain(name.rsplit(maxsplit=1)[-1]))


def _plain(word: str) -> str:
    return fold(word).strip(".,'’")
