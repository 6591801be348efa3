"""Understand a question. Input: the question and those before it. Output: a Query.

No model is run here: a question is taken apart by its words alone, once those that are misspelled
are mended.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from index.analysis import terms
from index.errors import InvalidRequest
from index.names.lexicon import Lexicon
from qa.mending import Mended, Mender
from qa.words import (
    FOLLOW_UP_OPENINGS,
    FUNCTION_WORDS,
    PICTURE_WORDS,
    PLAIN_SPEECH_WORDS,
    POINTING_WORDS,
    SPEECH_NOUNS,
    SPEECH_VERBS,
)

LONGEST_QUESTION_CHARS = 2_000
# A question of fewer words of its own than this leans on the one before.
_STANDS_ALONE_FROM = 2
_LONG_QUESTION_WORDS = 12
# What an earlier question was about is the setting of a follow-up, not what it asks.
_EARLIER_WEIGHT = 0.5
_REQUEST = re.compile(r"\W*(?:please\s+)?(?:tell|show|give)\s+(?:me|us)\b", re.IGNORECASE)
# More of them would crowd the question itself out of the model's window.
_LEANS_BACK = 3


class Asks(StrEnum):
    """The kind of thing that would answer."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    REASON = "reason"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of the question that an answer should bear.

    ``stem`` is as indexed; ``is_name`` tells that it is written as a name or holds a digit;
    ``rarity`` is the weight that BM25 gives it in the collection, where ``is_known`` tells whether
    it stands there at all. ``variants`` are the stems of its other spellings there: each is the
    same word, and the weights are of all of them together.
    """

    stem: str
    is_name: bool
    rarity: float
    is_known: bool
    variants: tuple[str, ...] = ()


class Vocabulary(Protocol):
    """The words of a collection."""

    @property
    def passages(self) -> int:
        """How many passages there are."""
        ...

    def frequency(self, stem: str) -> int:
        """In how many of them the stem stands."""
        ...

    @property
    def lexicon(self) -> Lexicon:
        """The words and names that questions may be mended to, and which are one name's."""
        ...


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready.

    ``text`` is the question with the earlier ones that it leans on, oldest first; ``own_text`` is
    the question alone. ``terms`` are the words of substance of ``text``, each once. ``asks_speech``
    tells that it asks what somebody said, and ``speaker`` holds the words that name whom: those
    before the verb of saying. ``asks_picture`` tells that it asks what a picture shows, and
    ``points_back`` that a word of it stands for something in those that it leans on. Misspelled
    words are mended in all of them but ``question``: ``mended`` holds each (as asked, mended).
    """

    question: str
    text: str
    own_text: str
    terms: tuple[QueryTerm, ...]
    asks: Asks
    asks_speech: bool
    speaker: tuple[QueryTerm, ...]
    asks_picture: bool
    mended: tuple[tuple[str, str], ...] = ()
    points_back: bool = False


_PATTERNS: tuple[tuple[Asks, re.Pattern[str]], ...] = tuple(
    (asks, re.compile(pattern, re.IGNORECASE))
    for asks, pattern in (
        # "What did he say when they met, and where?" asks for none of these.
        (Asks.OTHER, r"^\W*what (?:did|does|do|has|have|had|will|would)\b"),
        (Asks.NUMBER, r"\bhow (?:many|much|few|large|big|often|old|high|far)\b|\bnumber of\b"),
        (
            Asks.TIME,
            r"\bwhen\b|\bhow (?:long|soon|recently)\b"
            r"|\b(?:what|which) (?:year|month|day|date|time)\b",
        ),
        (Asks.PERSON, r"\bwho(?:m|se)?\b|\bwhat(?:'s| is| was) the name of\b"),
        (
            Asks.PLACE,
            r"\bwhere\b|\b(?:what|which) (?:city|cities|country|countries|place|town|region"
            r"|province|provinces|area|district|village|state|capital)\b",
        ),
        (Asks.REASON, r"\bwhy\b|\bhow come\b|\bwhat (?:for|caused|led|prompted)\b|\breasons?\b"),
    )
)


def understand(question: str, history: Sequence[str], vocabulary: Vocabulary) -> Query:
    """The question as a Query, completed by the newest earlier one that it leans on.

    Raises InvalidRequest for a question, earlier ones too, that is blank, too long or no text.
    """
    if isinstance(history, str):
        raise InvalidRequest("The history is one text.", "Give a list of earlier questions.")
    _check(question, "The question")
    for each in history:
        _check(each, "An earlier question")
    asked = " ".join(question.split())
    own = _mended(asked, vocabulary)
    earlier = _mended(_leans_on(asked, history), vocabulary)
    text, leans_on = own.text, earlier.text
    whole = f"{leans_on} {text}" if leans_on else text
    return Query(
        question=question,
        text=whole,
        own_text=text,
        terms=_terms_of_both(text, leans_on, vocabulary),
        asks=_asks(text),
        asks_speech=_asks_speech(text) or _asks_speech(whole),
        speaker=_query_terms(_speaker_part(whole), vocabulary),
        asks_picture=not PICTURE_WORDS.isdisjoint(re.findall(r"\w+", whole.casefold())),
        mended=tuple(dict.fromkeys((*earlier.changes, *own.changes))),
        points_back=bool(leans_on) and _has_pointing_word(text),
    )


def _check(question: str, which: str) -> None:
    if not isinstance(question, str):
        raise InvalidRequest(f"{question!r} is no question.", "Ask with a text.")
    try:
        question.encode("utf-8")
    except UnicodeEncodeError as error:
        # What a terminal makes of bytes that are not UTF-8.
        raise InvalidRequest(
            f"{which} holds half a character (a lone surrogate).", "Send it as UTF-8 text."
        ) from error
    if not question.strip():
        raise InvalidRequest(f"{which} is empty.", "Ask something in words.")
    if len(question) > LONGEST_QUESTION_CHARS:
        raise InvalidRequest(
            f"{which} has {len(question):,} characters; {LONGEST_QUESTION_CHARS:,} at most"
            " can be read.",
            "Ask in fewer words.",
        )


def _mended(text: str, vocabulary: Vocabulary) -> Mended:
    def is_known(word: str) -> bool:
        return any(vocabulary.frequency(term.stem) for term in terms(word))

    return Mender(vocabulary.lexicon, is_known).mend(text, _names(text))


def _leans_on(text: str, history: Sequence[str]) -> str:
    """The earlier questions that ``text`` needs to be understood, oldest first; or nothing."""
    needed: list[str] = []
    newest = text
    for earlier in reversed(history):
        if len(needed) == _LEANS_BACK or not _is_follow_up(newest):
            break
        newest = " ".join(earlier.split())
        needed.insert(0, newest)
    return " ".join(needed)


def _is_follow_up(text: str) -> bool:
    words = re.findall(r"\w+", text.casefold())
    of_its_own = [word for word in words if word not in FUNCTION_WORDS]
    opens_so = bool(words) and words[0] in FOLLOW_UP_OPENINGS
    about = re.match(r"(?:what|how) about\b", text, re.IGNORECASE) is not None
    points_back = _has_pointing_word(text) and not _names(text)
    short = len(of_its_own) < _STANDS_ALONE_FROM
    return opens_so or about or short or (points_back and len(words) <= _LONG_QUESTION_WORDS)


def _has_pointing_word(text: str) -> bool:
    return not POINTING_WORDS.isdisjoint(re.findall(r"\w+", text.casefold()))


def _names(text: str) -> set[str]:
    """Words written with a capital other than at the start of a sentence, and those with digits."""
    named = set()
    for match in re.finditer(r"[\w'’-]+", text):
        word = match.group()
        opens = match.start() == 0 or text[: match.start()].rstrip().endswith(("?", ".", "!", ":"))
        function = word.casefold() in FUNCTION_WORDS or word.casefold() in SPEECH_VERBS
        if any(c.isdigit() for c in word) or (word[0].isupper() and not opens and not function):
            named.add(word)
    # A text all in capitals tells no names.
    return named if any(c.islower() for c in text) else set()


def _terms_of_both(text: str, leans_on: str, vocabulary: Vocabulary) -> tuple[QueryTerm, ...]:
    own = _query_terms(text, vocabulary)
    known = {term.stem for term in own}
    earlier = (t for t in _query_terms(leans_on, vocabulary) if t.stem not in known)
    return (*own, *(replace(term, rarity=term.rarity * _EARLIER_WEIGHT) for term in earlier))


def _query_terms(text: str, vocabulary: Vocabulary) -> tuple[QueryTerm, ...]:
    names = {term.stem for name in _names(text) for term in terms(name)}
    found: dict[str, QueryTerm] = {}
    for term in terms(text):
        word = text[term.start : term.end].casefold()
        if word in FUNCTION_WORDS or word in PLAIN_SPEECH_WORDS or term.stem in found:
            continue
        variants = vocabulary.lexicon.variants(term.stem)
        spellings = (term.stem, *variants)
        frequency = sum(vocabulary.frequency(spelling) for spelling in spellings)
        names_the_picture = word in PICTURE_WORDS and not frequency
        if names_the_picture or not found.keys().isdisjoint(variants):
            continue
        rarity = _rarity(frequency, vocabulary.passages)
        is_name = not names.isdisjoint(spellings)
        found[term.stem] = QueryTerm(term.stem, is_name, rarity, frequency > 0, variants)
    return tuple(found.values())


def _rarity(frequency: int, passages: int) -> float:
    """BM25's inverse document frequency; an unknown word weighs as much as the rarest known."""
    held = max(frequency, 1)
    return math.log(1 + (max(passages, held) - held + 0.5) / (held + 0.5))


def _asks(text: str) -> Asks:
    return next((asks for asks, pattern in _PATTERNS if pattern.search(text)), Asks.OTHER)


def _asks_speech(text: str) -> bool:
    if _asks(text) not in (Asks.OTHER, Asks.PERSON):
        return False
    words = re.findall(r"\w+", text.casefold())
    nouns = any(word in SPEECH_NOUNS for word in words)
    return "according" in words or nouns or _speech_verb(text) is not None


def _speaker_part(text: str) -> str:
    """The part of the question that names who spoke: "What did X say about Y", "according to X"."""
    according = re.search(r"\baccording to\s+([^,;:?]*)", text, re.IGNORECASE)
    if according:
        return according[1]
    verb = _speech_verb(text)
    return text[: verb.start()] if verb else ""


def _speech_verb(text: str) -> re.Match[str] | None:
    """The first verb of saying, past the "Tell me" that a question may open with."""
    asked_of_us = _REQUEST.match(text)
    found = re.compile(r"\w+").finditer(text, asked_of_us.end() if asked_of_us else 0)
    return next((word for word in found if word.group().casefold() in SPEECH_VERBS), None)
