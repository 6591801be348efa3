"""Find the words and names of an article. Input: its headline and sentences. Output: ArticleWords.

A capital tells a name only inside a sentence: what opens one, a headline and a line all in capitals
tell nothing. What is a name is known only from all articles together, so all is kept here.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from index.folding import fold

LEAST_CHARS = 4
"""Shorter words are too like one another to be taken for a spelling of another."""
OPENS = "^"
"""Stands before a word of a mention that opens its sentence, or what is quoted in it."""

_CAPITALS = "".join(
    char
    for code in (*range(0x250), *range(0x1E00, 0x1F00))
    if unicodedata.category(char := chr(code)) == "Lu"
)
# "al-Khafaji" is "Khafaji"; "John J. Catherine" is one name of two words.
_PART = rf"(?:\b[a-z]{{2,3}}-)?\b[{_CAPITALS}][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_MENTION = re.compile(rf"{_PART}(?:\s+(?:[{_CAPITALS}]\.\s*)*{_PART})*")
_WORD = re.compile(rf"[^\W\d_]{{{LEAST_CHARS},}}")
_APART = re.compile(r"[\s.-]+")
_POSSESSIVE = re.compile(r"'s?$")
_BEFORE_FIRST = re.compile(r"[\W\d_]*")
_QUOTES = "“\"':‘«("


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The words of an article, folded, each once in a field, apart by spaces.

    ``common`` are those written small, ``names`` those with a capital inside a sentence, ``unsure``
    those whose capital tells nothing. ``mentions`` has a line for each sentence with a name, and
    there the words that are written as one name; such names stand apart by tabs.
    """

    common: str
    names: str
    unsure: str
    mentions: str


def article_words(title: str, sentences: Iterable[str]) -> ArticleWords:
    """The words of the article with this headline and these sentences."""
    common: set[str] = set()
    mentioned: set[str] = set()
    unsure = {fold(word) for word in _WORD.findall(title)}
    lines = []
    for sentence in sentences:
        written = _WORD.findall(sentence)
        if sentence.isupper():
            unsure.update(map(fold, written))
            continue
        common.update(fold(word) for word in written if word[0].islower())
        mentions = [words for words in map(_words, _found(sentence)) if words]
        mentioned.update(word for words in mentions for word in words)
        if mentions:
            lines.append("\t".join(" ".join(words) for words in mentions))
    unsure.update(word.removeprefix(OPENS) for word in mentioned if word[0] == OPENS)
    names = {word for word in mentioned if word[0] != OPENS}
    return ArticleWords(_joined(common), _joined(names), _joined(unsure), "\n".join(lines))


def _found(sentence: str) -> Iterable[str]:
    """The mentions as they are written, with the mark before those that open something."""
    first = _BEFORE_FIRST.match(sentence)
    opening = first.end() if first else 0
    for match in _MENTION.finditer(sentence):
        opens = match.start() <= opening or sentence[: match.start()].rstrip()[-1] in _QUOTES
        yield f"{OPENS}{match.group()}" if opens else match.group()


def _words(mention: str) -> list[str]:
    """The words of the mention, folded; abbreviations all in capitals are left out."""
    opening = OPENS if mention[0] == OPENS else ""
    words = [
        _POSSESSIVE.sub("", fold(part.replace("’", "'")))
        for part in _APART.split(mention.removeprefix(OPENS))
        if part[:1].isupper() and not part.isupper()
    ]
    return [opening + words[0], *words[1:]] if words else []


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))
