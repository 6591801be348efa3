"""Find the words that a question quotes. Input: a question; sentences. Output: whether such
words stand in a sentence.

Who puts words in quotation marks asks for these words: what says nearly the same, with another
word of substance, is another thing that was said.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from index.particulars import NEGATIONS, folded_words
from qa.stories import Sentence

_QUOTED = re.compile(
    r"[“\"„«](?P<double>[^“”\"„«»]+)[”\"»“]|(?<!\w)[‘'](?P<single>[^‘]+?)[’'](?!\w)"
)
_STOP = re.compile(r"[.!?…]+\s+|\s*\.\.\.\s*")
# One word in so many may be missing or another, and so many may stand between.
_A_SLIP_IN, _MOST_BETWEEN = 6, 2
# A sentence of fewer is hardly anybody's own.
_FEWEST_WORDS = 2

Words = tuple[str, ...]


def quoted_words(question: str) -> tuple[Words, ...]:
    """The words that stand in quotation marks, those of each of their sentences by themselves;
    none where nothing of two words is quoted."""
    stretches = (each["double"] or each["single"] for each in _QUOTED.finditer(question))
    parts = (folded_words(part) for each in stretches for part in _STOP.split(each) if part)
    return tuple(part for part in parts if len(part) >= _FEWEST_WORDS)


def bears(sentence: Sentence, words: Words) -> bool:
    """Whether the words stand in the sentence, or in what is said in it, nearly word for word."""
    said = [
        sentence.quote[_within(sentence, at.start) : _within(sentence, at.end)]
        for at in sentence.said
    ]
    return any(_stand_in(words, folded_words(text)) for text in (sentence.quote, " ".join(said)))


def _within(sentence: Sentence, place: int) -> int:
    return min(max(place, sentence.start), sentence.end) - sentence.start


def _stand_in(words: Words, text: Sequence[str]) -> bool:
    blocks = SequenceMatcher(None, words, text, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return False
    stretch = text[blocks[0].b : blocks[-1].b + blocks[-1].size]
    missing = len(words) - sum(block.size for block in blocks)
    between = len(stretch) - sum(block.size for block in blocks)
    turned = NEGATIONS.intersection(words) != NEGATIONS.intersection(stretch)
    return not turned and missing <= len(words) // _A_SLIP_IN and between <= _MOST_BETWEEN + missing
