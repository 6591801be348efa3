"""Tell whether a question asks what somebody said, and whose words. Input: its text.

The speaker is named before the verb of saying ("What did Guler say"), behind it ("said by Guler"),
beside a noun for what is said ("Baghdad's position on", "comments by Guler") or aside: "according
to Guler", "in Guler's view", "..., Guler thinks?". A reaction is left open: it may be a deed.
"""

import re

from qa.aside import attribution
from qa.words import (
    SAYING_NOUNS,
    SPEECH_FAMILIES,
    SPEECH_NOUNS,
    SPEECH_VERBS,
    STANCE_NOUNS,
    THINKING_VERBS,
    YES_OR_NO,
)

_SAYING = SPEECH_VERBS | THINKING_VERBS
_PARTICIPLES = frozenset(
    word for word in _SAYING if word.endswith("ed") or word in ("said", "told", "thought")
)
_NOUN = "|".join(sorted(STANCE_NOUNS))
_WORD = re.compile(r"\w+")
_REQUEST = re.compile(
    r"\W*(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:tell|show|give)\s+(?:me|us)\b",
    re.IGNORECASE,
)
_WHAT = re.compile(r"\W*(?:(?:and|but|so)\s+)?what\b", re.IGNORECASE)
_BEFORE_NOUN = re.compile(
    r"(?:['’]s|s['’]|\b(?:the|an?|this|these|those|his|her|its|their|our|my|your|any|no))\s+$",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\W*(?:(?:and|but|so)\s+)?(?:what|which)\b", re.IGNORECASE)
_WHAT_DID = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?what\s+(?:else\s+|exactly\s+)?(?:did|does|do|has|have|had|will|would)\b",
    re.IGNORECASE,
)
# Behind a verb that asks for no more than what was said.
_BEHIND_WORDS = re.compile(
    r"\W*(?:$|(?:about|on|of|to|against|for|over|in|at|after|before|when|as|regarding|concerning"
    r"|toward|towards|with|during|from|by|last|this|yesterday|today|and)\b)",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\W*(?:has|have|had|did|does|do|is|was|will|would)\b", re.IGNORECASE)
# "If it says so" asks no words of anybody.
_ASIDE = re.compile(
    r"\b(?:if|where|whether)\s+(?:it|they|that|this|any(?:one|body)"
    r"|(?:the|any|an)\s+(?:articles?|stor(?:y|ies)|reports?|papers?|texts?))\s+(?:\w+ly\s+)?"
    r"(?:says?|said|tells?|told|mentions?|mentioned|explains?|explained)"
    r"(?=\s+(?:so|that|this|it|anything)\b|\s*[,;:?.!]|\s*$)",
    re.IGNORECASE,
)
# "Is Guler reported to have said it?"
_AS_SAYING = re.compile(r"\s+(?:to\s+have|as)\b", re.IGNORECASE)
_BEING = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_CALLING = frozenset("call calls called calling".split())
_CALLS_FOR = re.compile(r"\s+(?:up)?(?:for|on)\b", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|may|might|should)\b"
    r"(?:n['’]t\b)?",
    re.IGNORECASE,
)
# "The new notes could pay": what these follow is a noun, as in "its claims are".
_BEHIND_A_NOUN = re.compile(
    r"\s+(?:can|could|may|might|should|will|would|is|are|was|were)\b", re.IGNORECASE
)
_ABOUT = r"\s+(?:on|about|to|toward|towards|over|regarding|concerning)\b"
# A position in a government, or as its head, is a post.
_STANCE = rf"(?:positions?(?={_ABOUT})|(?:{_NOUN})\b)"
_ENDS = rf"(?={_ABOUT}|[,;:?]|$)"
_STANCES = (
    re.compile(
        r"\bwhat(?:['’]s|\s+(?:is|are|was|were))\s+([^,;:?]+?)(?:['’]s|(?<=s)['’])\s+"
        rf"(?:\w+\s+)?{_STANCE}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:{_NOUN})\s+(?:by|from)\s+([^,;:?]+?){_ENDS}", re.IGNORECASE),
    re.compile(rf"\b(?:positions?|{_NOUN})\s+of\s+([^,;:?]+?)(?={_ABOUT})", re.IGNORECASE),
)
_ANYONES_WORDS = re.compile(
    r"(?<![\w.'’-])([\w.'’-]+(?:\s+[\w.-]+)?)['’]s?\s+"
    rf"(?:{'|'.join(sorted(SPEECH_NOUNS))})\b",
    re.IGNORECASE,
)
_SAID_BY = re.compile(
    rf"\b(?:{'|'.join(sorted(SPEECH_VERBS))})\s+by\s+([^,;:?]+?)"
    r"(?=\s+(?:on|about|regarding|concerning|in|at)\b|[,;:?]|$)",
    re.IGNORECASE,
)
# A charge or a demand may be a deed or a thing; what anybody rejected or condemned was said.
_DID_ANYBODY = re.compile(
    r"\b(?:has|have|had|did|does|do)\s+(?:any(?:one|body)|some(?:one|body)|no(?:one|body))\s+"
    rf"(?:\w+\s+)?({'|'.join(sorted(frozenset().union(*SPEECH_FAMILIES)))})\b",
    re.IGNORECASE,
)


def asks_speech(text: str) -> bool:
    """Whether it asks for somebody's words, as far as its words alone tell."""
    if any(each(text) is not None for each in (attribution, _stance, _SAID_BY.search, _verb)):
        return True
    return any(word in SPEECH_NOUNS for word in _WORD.findall(text.casefold()))


def speaker_part(text: str) -> str:
    """The words that name whose words are asked for; empty where it names nobody."""
    if aside := attribution(text):
        return aside[1]
    if (named := _stance(text)) is not None:
        return named
    if passive := _SAID_BY.search(text):
        return passive[1]
    verb = _verb(text)
    if verb is None:
        return ""
    before = text[: verb.start()]
    if _is_passive(before, verb.group()) and not _AS_SAYING.match(text, verb.end()):
        # "Why were people told to leave?": they do not speak.
        return ""
    # "What measures did Iraq announce": Iraq speaks, no measures.
    auxiliary = _AUXILIARY.search(before)
    if auxiliary is None and _WHICH.match(before):
        # "Which group vowed it?" names none.
        before = ""
    return before[auxiliary.end() :] if auxiliary else before


def asks_words(text: str) -> bool:
    """Whether it asks for the very words: "What did Guler say about it?". What "Greeley suggested
    the party be called" is a thing, and so is what it is "according to Guler"."""
    if _WHETHER.match(text):
        return True
    if attribution(text):
        return False
    if _stance(text) is not None or (verb := _verb(text)) is None:
        return True
    return bool(_WHAT_DID.match(text) and _BEHIND_WORDS.match(text, verb.end()))


def verb_of_saying(text: str) -> str:
    """The question's verb of saying, as it stands there; empty for none."""
    verb = _verb(text)
    return verb.group() if verb else ""


def verbs_asked(text: str) -> tuple[str, ...]:
    """Every form of the verbs that mean what the question's verb of saying means, denying or
    confirming; none for one that only tells that something is said."""
    verb = _verb(text)
    if verb is None:
        return ()
    said = verb.group().casefold()
    family = next((family for family in SPEECH_FAMILIES if said in family), frozenset[str]())
    # "Did they confirm it?" is answered by a denial too.
    decides = _WHETHER.match(text) and said in YES_OR_NO
    return tuple(sorted(YES_OR_NO if decides else family))


def _stance(text: str) -> str | None:
    found = next((found for each in _STANCES if (found := each.search(text))), None)
    found = found or _ANYONES_WORDS.search(text)
    return found[1] if found else None


def _verb(text: str) -> re.Match[str] | None:
    """The first verb of saying, past the "Tell me" that a question may open with."""
    if anybody := _DID_ANYBODY.search(text):
        return _WORD.match(text, anybody.start(1))
    asked_of_us = _REQUEST.match(text)
    asides = [(aside.start(), aside.end()) for aside in _ASIDE.finditer(text)]
    found = (
        word
        for word in _WORD.finditer(text, asked_of_us.end() if asked_of_us else 0)
        if not any(start <= word.start() < end for start, end in asides)
    )
    return next((word for word in found if _is_of_saying(text, word)), None)


def _is_of_saying(text: str, word: re.Match[str]) -> bool:
    """What a thing is called is not said of it, how people think is no words of theirs, and a
    report is a thing."""
    verb = word.group().casefold()
    is_noun = verb.endswith("s") and _BEHIND_A_NOUN.match(text, word.end())
    if verb in SAYING_NOUNS and (is_noun or _BEFORE_NOUN.search(text, 0, word.start())):
        return False
    if verb in _CALLING and not _CALLS_FOR.match(text, word.end()):
        return False
    if verb in THINKING_VERBS and not (_WHAT.match(text) or _WHETHER.match(text)):
        return False
    return verb in _SAYING


def _is_passive(before: str, verb: str) -> bool:
    """Whether somebody is told or warned, going by the words before: the auxiliary is one of being,
    and the verb no form in -ing."""
    auxiliaries = [each.group() for each in _AUXILIARY.finditer(before)]
    is_being = bool(auxiliaries) and _BEING.fullmatch(auxiliaries[-1]) is not None
    has_been = before.casefold().split()[-1:] in (["been"], ["being"], ["be"])
    return (is_being or has_been) and verb.casefold() in _PARTICIPLES
