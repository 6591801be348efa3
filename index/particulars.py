"""Find the words that alone make a text say otherwise. Input: text. Output: its words, folded.

Numbers, negations and names: a notice and the next one made from the same template, or a promise
and its denial, share all words but these. Nothing is looked up: a name is a word with a capital.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.folding import fold

NUMBER_WORDS = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    hundreds thousand thousands million millions billion billions dozen dozens half third quarter
    """.split()
)

NEGATIONS = frozenset(
    """
    no not never none nobody nothing neither nor without cannot deny denies denied denying refuse
    refuses refused reject rejects rejected fail fails failed unlikely
    """.split()
)
"""Words that turn a statement round."""

# One number as one outlet and the next write it.
_IN_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
} | {"mln": "million", "bln": "billion"}
# What any sentence may begin with. Every other capital is taken for a name's: better two repeats
# told apart than what Iran did told of Iraq.
_OPENINGS = frozenset(
    """
    the a an this that these those he she it they we you i his her its their our your my there here
    in on at of by to for from with as if when while after before since until under over about
    and but or so yet also however although though because both some many most all no not one
    """.split()
)
_CONTRACTED_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_WORD = re.compile(r"\d(?:[\d.,/-]*\d)?|\w+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text's words in order; of them the numbers, in order; its negations; its names.

    A text all in capitals tells no names, nor does one without any.
    """

    words: tuple[str, ...]
    numbers: tuple[str, ...]
    negations: frozenset[str]
    names: frozenset[str]


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in order: the same for every way to space it, wrap it and quote in it.

    "Didn't" and "did not" give the same, and so do 20,000 and 20000, "five mln" and "5 million".
    """
    return _in_one_form(_written(text))


def wording(text: str) -> Wording:
    """A text's `folded_words`, and which of them are its numbers, negations and names."""
    written = _written(text)
    words = _in_one_form(written)
    return Wording(
        words=words,
        numbers=tuple(word for word in words if word[0].isdigit() or word in NUMBER_WORDS),
        negations=NEGATIONS.intersection(words),
        names=frozenset(_names(written, words)),
    )


def _written(text: str) -> list[str]:
    return _WORD.findall(_CONTRACTED_NOT.sub(" not", unicodedata.normalize("NFKC", text)))


def _in_one_form(written: Sequence[str]) -> tuple[str, ...]:
    # Folded in one go: word by word takes several times as long.
    folded = fold(" ".join(written)).split()
    return tuple(
        word.replace(",", "") if word[0].isdigit() else _IN_FIGURES.get(word, word)
        for word in folded
    )


def _names(written: Sequence[str], words: Sequence[str]) -> Iterator[str]:
    if any(any(map(str.islower, word)) for word in written):
        for as_written, word in zip(written, words, strict=True):
            if as_written[0].isupper() and word not in _OPENINGS:
                yield word
