"""Turn text into the terms that the full-text index holds. Input: text. Output: stems, in order.

One analyzer serves indexing and asking, so that both always agree: diacritics folded first (a
capital dotted I lower-cases to two characters otherwise), then case, then English stems.
"""

from dataclasses import dataclass
from functools import cache

import tantivy

_LONGEST_TERM_BYTES = 60


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text: its stem as indexed, and where the word stands (end excluded)."""

    stem: str
    start: int
    end: int


@cache
def english_analyzer() -> tantivy.TextAnalyzer:
    """The analyzer, to be registered with every full-text index at each open."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_LONGEST_TERM_BYTES))
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


def terms(text: str) -> list[Term]:
    """Every word of ``text`` in order, repeats included; punctuation gives none."""
    return [
        Term(token.text, token.char_offset_from, token.char_offset_to)
        for token in english_analyzer().pre_tokenize(text).tokens
    ]


def stems(text: str) -> list[str]:
    """The stems of ``terms``, without their places."""
    return english_analyzer().analyze(text)
