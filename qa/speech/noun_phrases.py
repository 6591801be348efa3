"""Find noun phrases by the short words that mark them. Input: a text. Output: spans of it.

No tagger is run: a noun phrase is what stands behind an article, a possessive or a preposition, or
in capitals. "To avoid accidents" and "has shown solidarity" are none.
"""

import re
from collections.abc import Iterator, Sequence

from qa.conversation.verbs import base_of
from qa.english import english_frequency
from qa.speech.words import NO_TOPICS, NOUN_OPENERS
from qa.words import FUNCTION_WORDS, SPEECH_FAMILIES, SPEECH_VERBS, TIME_WORDS

# "Withdrawal of Turkish troops" is one phrase; longer ones are cut in front.
_MOST_WORDS = 3
_LEAST_CHARS = 4
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")
_OF = re.compile(r"\s+of\s+(?:(?:the|an?|its|his|her|their|our)\s+)?(?=\w)")
# What ends so is seldom a noun: an adverb, a verb in the past.
_NO_NOUN_ENDS = ("ly", "ed", "ize", "ise")
# A word by itself must tell more than "nature" (80 million) or "company" (324); "withdrawal" is
# counted 8 million times.
_COMMON = 60_000_000
_APART = (
    FUNCTION_WORDS
    | SPEECH_VERBS
    | TIME_WORDS
    | NO_TOPICS
    | frozenset[str]().union(*SPEECH_FAMILIES)
)


def noun_phrases(text: str) -> Iterator[tuple[int, int]]:
    """The phrases in reading order, each as (start, end); two that "of" joins are one."""
    held: tuple[int, int] | None = None
    for start, end in _plain(text):
        if held and (of := _OF.match(text, held[1])) and of.end() == start:
            yield held[0], end
            held = None
            continue
        if held:
            yield held
        held = (start, end)
    if held:
        yield held


def tells_something(phrase: str) -> bool:
    """Whether a phrase of one word is not one that fits anything."""
    return " " in phrase or english_frequency(phrase.casefold()) < _COMMON


def _plain(text: str) -> Iterator[tuple[int, int]]:
    """The phrases without what "of" joins to them."""
    run: list[re.Match[str]] = []
    is_open, end = False, 0
    for word in _WORD.finditer(text):
        said, is_first = word.group(), end == 0
        goes_on = text[end : word.start()].strip() in ("", *"'’")
        is_name = said[0].isupper() and not is_first
        if run and not (goes_on and _may_go_on(said, is_open)):
            yield from _phrase(run)
            # Behind a verb begins no phrase that the short word before the last one marks.
            run, is_open = [], False
        is_apart = said.casefold() in _APART
        if not is_apart and (run or (is_open and goes_on) or is_name):
            run.append(word)
        if is_apart or not goes_on:
            is_open = said.casefold() in NOUN_OPENERS
        elif not run:
            is_open = False
        end = word.end()
    yield from _phrase(run)


def _may_go_on(said: str, is_open: bool) -> bool:
    """Whether the word belongs to the phrase: a name that no short word opens is of capitals."""
    if said.casefold() in _APART or _POSSESSIVE.search(said):
        return False
    return said[0].isupper() or (is_open and base_of(said) is None and not said.endswith("ly"))


def _phrase(run: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    words = list(run)
    while words and _ends_before(words[-1].group(), len(words)):
        words.pop()
    # "By extending coordination" is about coordination.
    verbs = [at for at, word in enumerate(words[:-1]) if word.group().casefold().endswith("ing")]
    words = words[verbs[-1] + 1 if verbs else 0 :][-_MOST_WORDS:]
    if words and len(words[-1].group()) >= _LEAST_CHARS:
        shown = _POSSESSIVE.sub("", words[-1].group())
        yield words[0].start(), words[-1].start() + len(shown)


def _ends_before(word: str, words: int) -> bool:
    """Whether the last word belongs to what comes behind it, as far as can be told, or is no noun:
    "in keeping"."""
    return word.endswith(_NO_NOUN_ENDS) or (word.islower() and word.endswith("ing") and words == 1)
