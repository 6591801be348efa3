"""The shape of names in running text, and what is no part of them. Input: text. Output: names.

A name is a run of capitalised words. Its words are never corrected; only titles, possessive
endings and a sentence's full stop are taken off.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.folding import fold
from index.places import PLACES
from index.statements.lexicon import (
    BODIES,
    CROWDS,
    HONORIFICS,
    NO_NAMES,
    OF_MEMBERS,
    OFFICES,
    PARTICLES,
    PARTIES,
    REGION_ENDS,
    ROLES,
)

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
# An initial keeps its full stop; so do what commonly ends on one inside a name.
_WORD = (
    rf"(?:(?:[{CAPITAL}]\.)+|(?:Jr|Sr|St|Dr|Mr|Mrs|Ms|Sen|Rep|Gen|Lt|Col|Maj|Brig|Adm|Capt|Sgt|Gov"
    rf"|Prof|Rev|Cmdr|Inc|Corp|Ltd|Co|Bros|No)\.(?=[\s,]|$)"
    rf"|(?:(?:[Aa]l|[Ee]l|[Uu]l|[Aa]n|[Aa]s)-|[dDlO]['’])?[{CAPITAL}]\w*(?:[-'’&][^\W_]\w*)*"
    # The owners in a body's name, "Nurses' Federation", but not in "Siemens' Ana Lund".
    rf"(?:(?<=s)['’](?=\s(?:[{CAPITAL}]\w+\s|and\s){{0,2}}?(?:{'|'.join(sorted(OF_MEMBERS))})\b))?)"
)
NAME = rf"{_WORD}(?:\s(?:{PARTICLES}\s){{0,2}}{_WORD}){{0,5}}"
NAMES = rf"{NAME}(?:\s(?:of|for|and|&|on)\s(?:the\s)?{NAME})*"
_OFFICE = re.compile(OFFICES)
_NAME = re.compile(NAME)
_PARTICLE = re.compile(PARTICLES)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# Honours and degrees behind a name, which nobody is known by.
_AFTER_NAME = frozenset("kc qc obe mbe cbe phd md mp".split())
# Last names too: "Theresa May".
_MONTH_NAMES = frozenset(("May", "August"))
# News has the same words again and again.
_KEPT = 50_000
_NO_PERSON = BODIES | NO_NAMES | CROWDS | PARTIES
_POSSESSIVE = re.compile(r"['’]s?$")
_OWNED = re.compile(r".*\w(?:['’]s|s['’])\s")
_OWNERS = ("'s", "’s", "s'", "s’")
_TICKER = re.compile(r"\s?<[^<>]*>|\s?\([^()]*\)")
_SPACES = re.compile(r"\s+")
_ARTICLE_PREFIX = re.compile(r"^(?:al|el|ul|an|as)-|^[dl]['’]", re.IGNORECASE)


def names_in(line: str) -> list[str]:
    """All runs of capitalised words in text without line breaks."""
    return _NAME.findall(line)


def _is_title(words: Sequence[str], number: int) -> bool:
    # "bin Sultan" is a name, and so is a word that suffixes follow.
    if number and _PARTICLE.fullmatch(words[number - 1]):
        return False
    word = plain(words[number])
    return word in ROLES or word in HONORIFICS


@lru_cache(_KEPT)
def plain(word: str) -> str:
    """The word for comparing: folded, without full stop or possessive ending."""
    return _POSSESSIVE.sub("", fold(word).strip(".,")).strip("'’")


def last(name: str) -> str:
    """What a name is known by: its last word, plain and without an article ("al-Assad")."""
    words = [word for word in name.split() if plain(word) not in _SUFFIXES]
    return _ARTICLE_PREFIX.sub("", plain(words[-1])) if words else ""


def tidy(phrase: str) -> str:
    """The phrase on one line, without stock symbols, brackets and a possessive ending."""
    bare = _SPACES.sub(" ", _TICKER.sub("", phrase).replace("<", "").replace(">", ""))
    return _POSSESSIVE.sub("", bare.strip(" ,;:-"))


def without_opening(run: str) -> str:
    """A run of capitalised words without what only the sentence's opening capitalises."""
    words = run.split()
    while words and (plain(words[0]) in NO_NAMES or words[0] in ("of", "and", "for", "on")):
        words = words[1:]
    return " ".join(words)


def is_body(name: str) -> bool:
    """Whether a word of the name tells a ministry, a company or another body."""
    return any(plain(word) in BODIES for word in name.split())


def is_persons(name: str) -> bool:
    """Whether a name may be a person's: no word of it tells a body, a crowd or a day, and it is no
    abbreviation alone."""
    words = name.split()
    if len(words) > 1 and words[-1] in _MONTH_NAMES:
        words = words[:-1]
    if not words or any(plain(word) in _NO_PERSON for word in words):
        return False
    family = _ARTICLE_PREFIX.sub("", words[-1])
    return (
        family[:1].isupper()
        and len(plain(family)) > 1
        and not (len(words) == 1 and ((name.isupper() and len(name) <= 5) or plain(name) in PLACES))
    )


def without_titles(name: str) -> tuple[str, str]:
    """The titles before a name, and the name: ("Sen.", "John McCain")."""
    words = name.split()
    at = next((n for n in range(len(words) - 1, 0, -1) if _is_title(words, n - 1)), 0)
    if at and plain(words[at]) in _SUFFIXES:
        at = 0
    if len(words) - at > 2 and _OFFICE.fullmatch(words[at]):
        # What is left of "Secretary of State George Shultz".
        at += 1
    while at < len(words) - 1 and plain(words[at]) in NO_NAMES:
        at += 1
    if len(words) - at > 2 and plain(words[-1]) in _AFTER_NAME:
        words.pop()
    return " ".join(words[:at]), without_region(" ".join(words[at:]))


def without_region(name: str) -> str:
    """A person's name without the region that stands right before it, "Kurdistan Region Ana Lund":
    at least two words that may be a person's have to be left."""
    words = name.split()
    cut = next(
        (n for n in range(len(words) - 2, 0, -1) if plain(words[n - 1]) in REGION_ENDS), None
    )
    person = " ".join(words[cut:]) if cut else ""
    return person if is_persons(person) else name


def is_owned(name: str) -> bool:
    """Whether somebody's employer stands before the last name alone: "Acme's Lund"."""
    return name.rpartition(" ")[0].endswith(_OWNERS)


def without_owner(name: str) -> str:
    """A person's name without whom they work for: "Acme's Ana Lund" is Ana Lund."""
    owned = _OWNED.match(name)
    person = name[owned.end() :] if owned else ""
    return person if " " in person and is_persons(person) else name
