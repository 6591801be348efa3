"""Tell whether a sentence tells that a deed was done. Input: a question, sentences. Output: those
sentences that may say who did it.

"Who resigned?" is not answered by who called on the minister to resign, nor by who may. What was
asked for, planned or feared is no deed yet; only a verb that is plainly governed so is left out.
"""

import re
from collections.abc import Sequence

from index.analysis import stems
from qa.conversation.verbs import base_of
from qa.speech.deed_words import ASKING, MODALS, NOT_DOING, UNDONE_NOUNS
from qa.speech.gathering import Spoken
from qa.understanding import Asks, Query
from qa.words import SPEECH_VERBS, THINKING_VERBS

_WORD = re.compile(r"\w+(?:['’]\w+)?|[,.;:!?“”\"]")
_WHO_DID = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?who(?:\s+(?:has|have|had|else|also))*\s+(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_DID_ANYBODY = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?(?P<auxiliary>did|has|have|had)\s+"
    r"(?:[\w'’.-]+\s+){1,7}?(?P<verb>(?-i:[a-z]+))"
    r"(?=\W*$|\s+(?:in|on|at|from|as|over|before|after|during|because)\b)",
    re.IGNORECASE,
)
_STOPS = frozenset(".;:!?")
# How far before a verb stands what governs it: "called on the minister, Oskar Wendel, to".
_REACH = 12
_NO_VERBS = SPEECH_VERBS | THINKING_VERBS


def of_deeds(query: Query, found: Sequence[Spoken]) -> list[Spoken]:
    """The sentences without those that only speak of the deed as not done."""
    deed = _deed(query)
    if not deed:
        return list(found)
    governors = NOT_DOING | ASKING if query.asks is Asks.PERSON else ASKING
    modals = MODALS if query.asks is Asks.PERSON else frozenset[str]()
    told = [(each, _tells(each.sentence.quote, deed, governors, modals)) for each in found]
    if all(tells is not False for _, tells in told):
        return list(found)
    # Where others speak of the deed as not done, what tells of it has to name it.
    return [each for each, tells in told if tells]


def _deed(query: Query) -> str:
    """The verb of the deed that is asked about, as it stands behind "did"; empty where it is none,
    or its past is no form of its own."""
    if query.asks is Asks.PERSON:
        asked = _WHO_DID.match(query.text)
        base = base_of(asked["verb"].casefold()) if asked else None
    elif query.asks is Asks.WHETHER:
        asked = _DID_ANYBODY.match(query.text)
        base = _last_verb(asked) if asked else None
    else:
        return ""
    if not base or base in ("be", "do", "have", "go", "get") or base in _NO_VERBS:
        return ""
    # Of "cut" and "put" no form tells whether it was done.
    return "" if base_of(base) == base else base


def _last_verb(asked: re.Match[str]) -> str | None:
    """The verb of "Did Wendel resign?", with nothing but circumstances behind it."""
    verb = asked["verb"]
    return verb if asked["auxiliary"].casefold() == "did" else base_of(verb)


def _tells(text: str, deed: str, governors: frozenset[str], modals: frozenset[str]) -> bool | None:
    """Whether the verb stands in the text ungoverned; None where it does not stand there."""
    words = [word.casefold() for word in _WORD.findall(text)]
    root = stems(deed)
    places = [at for at, word in enumerate(words) if word[0].isalpha() and stems(word) == root]
    if not places:
        return None
    return not all(_is_undone(words, at, deed, governors, modals) for at in places)


def _is_undone(
    words: Sequence[str],
    at: int,
    deed: str,
    governors: frozenset[str],
    modals: frozenset[str],
) -> bool:
    """Whether the verb, or its noun, at this place is governed by one of not doing."""
    before = list(words[max(0, at - _REACH) : at])
    ends = [place for place, word in enumerate(before) if word in _STOPS]
    before = before[ends[-1] + 1 :] if ends else before
    if words[at] == deed:
        if before[-1:] == ["to"]:
            return not governors.isdisjoint(before)
        return any(word in modals for word in before[-2:])
    is_noun = words[at].endswith(("ion", "ation", "ment", "al", "ure"))
    return is_noun and not (governors | UNDONE_NOUNS).isdisjoint(before[-6:])
