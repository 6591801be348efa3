"""Know what an abbreviation stands for: where an article explains it in brackets, "the Kurdistan
Workers' Party (PKK)", or as everybody knows. Input: a question, and an index. Output: Explained;
stories and questions in which the two are the same words.

Its letters need not be those of the words: the abbreviation may be of another language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.analysis import stems
from index.opening import Index
from qa.speech.known_bodies import KNOWN_BODIES
from qa.stories import Story

# An article explains what it abbreviates at the first mention: so many passages' are looked into.
_LOOKED_INTO = 30
_MOST_NAMES = 3
_SHORT = re.compile(r"\b[A-Z][A-Z&-]{1,6}\b")
_NAME = r"[A-Z][\w-]*(?:['’]s?)?"
_JOINS = frozenset("of the and for on in de".split())
_LONG = re.compile(rf"\b{_NAME}(?:\s+(?:(?:of|for|the|and)\s+){{0,2}}{_NAME})+")
_WORD_BEFORE = re.compile(r"[\w'’-]+$")
_MOST_WORDS = 9
_APOSTROPHE = "['’]"


@dataclass(frozen=True, slots=True)
class Explained:
    """An abbreviation and its words, as written, with the stems of each."""

    short: str
    long: str

    @property
    def short_stems(self) -> frozenset[str]:
        """What the abbreviation is searched as."""
        return frozenset(stems(self.short))

    @property
    def long_stems(self) -> frozenset[str]:
        """What the words are searched as, those that join them aside."""
        return frozenset(stems(self.long)) - _JOINS


def find_explained(index: Index, question: str) -> tuple[Explained, ...]:
    """What is known of the abbreviations that a question has, and of the names that they may
    abbreviate: what the articles explain before what is well known. Whoever writes all in capitals
    has none."""
    if question.isupper() and len(question.split()) > 1:
        return ()
    question = _straight(question)
    asked = [*_SHORT.findall(question), *_LONG.findall(question)]
    names = list(dict.fromkeys(asked))[:_MOST_NAMES]
    found = (_first(index, words) or _well_known(words) for words in names)
    return tuple(each for each in found if each is not None)


def _straight(words: str) -> str:
    """Apostrophes of both shapes as one."""
    return words.replace("’", "'")


def _first(index: Index, words: str) -> Explained | None:
    hits = index.fulltext.search([s for s in stems(words) if s not in _JOINS], _LOOKED_INTO)
    passages = index.store.passages(id_ for id_, _ in hits)
    in_order = [passages[id_].document_id for id_, _ in hits if id_ in passages]
    for document_id in dict.fromkeys(in_order):
        document = index.store.document(document_id, index.generation)
        if document is None:
            continue
        found = (
            _words_of(document.text, words)
            if _SHORT.fullmatch(words)
            else _short_of(document.text, words)
        )
        if found is not None:
            return found
    return None


def _well_known(words: str) -> Explained | None:
    if words in KNOWN_BODIES:
        return Explained(words, KNOWN_BODIES[words])
    short = next((short for short, long in KNOWN_BODIES.items() if long == words), None)
    return Explained(short, words) if short else None


def _words_of(text: str, short: str) -> Explained | None:
    bracket = re.search(rf"\s*\(\s*{re.escape(short)}\s*\)", text)
    if bracket is None:
        return None
    words = list(_words_before(text, bracket.start()))
    long = _by_initials(words, short) or _by_capitals(words, len(short))
    return Explained(short, _straight(long)) if long else None


def _short_of(text: str, long: str) -> Explained | None:
    words = r"\s+".join(map(re.escape, long.split())).replace("'", _APOSTROPHE)
    found = re.search(rf"{words}\s*\(\s*({_SHORT.pattern})\s*\)", text)
    return Explained(found[1], long) if found else None


def _words_before(text: str, end: int) -> Iterator[str]:
    """The words before a bracket, the nearest first, as far as blanks alone part them."""
    for _ in range(_MOST_WORDS):
        word = _WORD_BEFORE.search(text, max(0, end - 40), end)
        if word is None:
            return
        yield word.group()
        end = len(text[: word.start()].rstrip())


def _by_initials(words: Sequence[str], short: str) -> str:
    """The nearest words of which the letters are the first ones: gross domestic product, GDP."""
    letters = ""
    for at, word in enumerate(words):
        if word not in _JOINS:
            letters = word[0] + letters
            if letters.casefold() == short.casefold():
                return _in_order(words[: at + 1])
    return ""


def _by_capitals(words: Sequence[str], letters: int) -> str:
    """The nearest words in capitals, two at least and no more than there are letters."""
    held = capitals = 0
    for at, word in enumerate(words):
        if word[0].isupper() and capitals < letters:
            held, capitals = at + 1, capitals + 1
        elif word not in _JOINS:
            break
    return _in_order(words[:held]) if capitals > 1 else ""


def _in_order(words: Sequence[str]) -> str:
    return " ".join(reversed(words))


def with_both(story: Story, explained: Sequence[Explained]) -> Story:
    """The story, its sentences bearing the words of both where they bear either's."""

    def widened(held: frozenset[str]) -> frozenset[str]:
        for each in explained:
            if each.long_stems <= held:
                held |= each.short_stems
            elif each.short_stems <= held:
                held |= each.long_stems
        return held

    return replace(
        story,
        title_stems=widened(story.title_stems),
        sentences=tuple(replace(s, stems=widened(s.stems)) for s in story.sentences),
    )


def in_words_of(story: Story, question: str, explained: Sequence[Explained]) -> str:
    """The question with whichever of the two the story has."""
    text = _straight(" ".join(sentence.shown for sentence in story.sentences))
    question = _straight(question) if explained else question
    for each in explained:
        for asked, other in ((each.short, each.long), (each.long, each.short)):
            if asked in question and asked not in text and other in text:
                question = question.replace(asked, other)
    return question
