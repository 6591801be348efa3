"""Know a verb by its forms. Input: a word. Output: whether it is a verb, and its other forms.

A regular verb is a word of which English has the forms in -ed and -ing often enough, next to the
word itself; a noun that happens to have them, "border", has them seldom.
"""

from functools import lru_cache

from qa.conversation.words import IRREGULAR_VERBS
from qa.english import english_frequency

_LEAST_SHARE, _RARE_SHARE = 0.15, 0.04
# An irregular verb is a verb more often than most words are.
_IRREGULAR_SHARE = 0.6
_KEPT = 5_000
_VOWELS = "aeiou"
_BY_BASE = {base: (past, participle) for base, past, participle in IRREGULAR_VERBS}
_BY_PAST = {past: base for base, past, _ in IRREGULAR_VERBS}
_PARTICIPLES = {participle: base for base, _, participle in IRREGULAR_VERBS}


@lru_cache(_KEPT)
def is_base(word: str) -> bool:
    """Whether a word, in lower case, may be a verb as it stands behind "did"."""
    return share(word) >= _LEAST_SHARE


@lru_cache(_KEPT)
def is_rarely_verb(word: str) -> bool:
    """The same for a word that is a noun more often: "travel"."""
    return word not in ("last", "first", "next", "ever", "also") and share(word) >= _RARE_SHARE


@lru_cache(_KEPT)
def share(word: str) -> float:
    """How often its forms of a verb are met, next to the word itself."""
    if word in _BY_BASE:
        return _IRREGULAR_SHARE
    # "guards", "forces"; not "discuss".
    if len(word) < 3 or not word.isalpha() or (word.endswith("s") and not word.endswith("ss")):
        return 0.0
    forms = sum(english_frequency(form) for form in {*_pasts(word), *_goings(word)})
    return forms / max(1, english_frequency(word))


def is_participle(word: str) -> bool:
    """Whether it may stand behind "has" or "was": deployed, held."""
    # "Born" is no "borne".
    return (
        word in _PARTICIPLES
        or word == "born"
        or (word.endswith("ed") and base_of(word) is not None)
    )


def base_of(past: str) -> str | None:
    """The verb that this is a past of; None for what is no past."""
    if past in _BY_PAST:
        return _BY_PAST[past]
    if past in _PARTICIPLES:
        return _PARTICIPLES[past]
    if not past.endswith("ed") or len(past) < 4:
        return None
    bases = [past[:-1], past[:-2], past[:-3] if past[-3] == past[-4] else ""]
    bases.append(f"{past[:-3]}y" if past.endswith("ied") else "")
    known = [base for base in bases if base and past in _pasts(base) and english_frequency(base)]
    return max(known, key=english_frequency, default=None)


def participle_of(past: str) -> str:
    """taken for took, deployed for deployed; nothing for what is no past."""
    base = base_of(past)
    if base is None:
        return ""
    return _BY_BASE[base][1] if base in _BY_BASE else past


def past_of(base: str) -> str:
    """said for say, deployed for deploy."""
    if base in _BY_BASE:
        return _BY_BASE[base][0]
    return max(_pasts(base), key=english_frequency)


def told(auxiliary: str, verb: str) -> str:
    """The verb as it is told: "did deploy" is "deployed"."""
    first, _, rest = verb.partition(" ")
    auxiliary = auxiliary.casefold()
    if auxiliary == "did":
        return f"{past_of(first)} {rest}".rstrip()
    if auxiliary == "does":
        return f"{third_person(first)} {rest}".rstrip()
    return verb if auxiliary in ("do", "") else f"{auxiliary} {verb}".rstrip()


def third_person(base: str) -> str:
    """says for say, carries for carry."""
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base[-1] == "y" and base[-2:-1] not in _VOWELS else f"{base}s"


def _pasts(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (f"{base}d",)
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return (f"{base[:-1]}ied",)
    return f"{base}ed", f"{base}{base[-1:]}ed"


def _goings(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (f"{base[:-1]}ing",)
    return f"{base}ing", f"{base}{base[-1:]}ing"
