"""Understand a question that stands alone. Input: the question. Output: a Query.

No model is run here: a question is taken apart by its words alone, once those that are misspelled
are mended.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from index.analysis import terms
from index.errors import InvalidRequest
from index.names.lexicon import Lexicon
from qa.mending import Mended, Mender
from qa.spoken import asks_speech, speaker_part, verbs_asked
from qa.words import (
    FUNCTION_WORDS,
    PICTURE_WORDS,
    PLAIN_SPEECH_WORDS,
    SPEECH_VERBS,
    THINKING_VERBS,
)

LONGEST_QUESTION_CHARS = 2_000
_NO_NAMES = FUNCTION_WORDS | SPEECH_VERBS | THINKING_VERBS


class Asks(StrEnum):
    """The kind of thing that would answer."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"
    NUMBER = "number"
    REASON = "reason"
    WHETHER = "whether"
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

    ``terms`` are the words of substance of ``text``, each once. ``asks_speech`` tells that it asks
    what somebody said; ``speaker`` holds the words that name whom, and ``speech_verbs`` every form
    of the verbs that mean what was asked for, to deny or to confirm; empty where any words would
    do. ``asks_picture`` tells that it asks what a picture shows. Misspelled words are mended in all
    of them but ``question``: ``mended`` holds each (as asked, mended). ``own_text`` holds the words
    in which a follow-up was asked, where they are to be read beside its ``text``.
    """

    question: str
    text: str
    terms: tuple[QueryTerm, ...]
    asks: Asks
    asks_speech: bool
    speaker: tuple[QueryTerm, ...]
    asks_picture: bool
    mended: tuple[tuple[str, str], ...] = ()
    speech_verbs: tuple[str, ...] = ()
    own_text: str = ""


_PATTERNS: tuple[tuple[Asks, re.Pattern[str]], ...] = tuple(
    (asks, re.compile(pattern, re.IGNORECASE))
    for asks, pattern in (
        (
            Asks.WHETHER,
            r"^\W*(?:(?:and|but|or|so|then|also)\b\W*)?"
            r"(?!(?:can|could|would|will|do|did) (?:you|we|i|they|anyone|somebody) (?:\w+ )?"
            r"(?:tell|know|say|explain|remember|show|give|find|see|help)\b[^?]*?"
            r"\b(?:who|what|when|where|why|how|which)\b)"
            r"(?!(?:is|was) it (?:\w+ )?(?:known|clear|told|said|reported)[^?]*?"
            r"\b(?:who|what|when|where|why|how|which)\b)"
            r"(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|shall|should"
            r"|will|would)(?:n['’]t)?\b(?!-)",
        ),
        # "What did he say when they met, and where?" asks for none of these.
        (Asks.OTHER, r"^\W*what (?:did|does|do|has|have|had|will|would)\b"),
        (Asks.NUMBER, r"\bhow (?:many|much|few|large|big|often|old|high|far)\b|\bnumber of\b"),
        (
            Asks.TIME,
            # "What was he given when he stopped?" asks for no time.
            r"^(?!\W*(?:(?:and|but|so)\W+)?(?:(?:in|on|at|for|from|by|to|of|with)\s+)?"
            r"(?:what|who|whom|whose|which|where|why|how)\b)[^?]*\bwhen\b"
            r"|\b(?:and|or) when\b|\bhow (?:long|soon|recently)\b"
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


def understand(question: str, vocabulary: Vocabulary, own_text: str = "") -> Query:
    """The question as a Query. It is one that can be asked; see `checked`."""
    mended = _mended(question, vocabulary)
    text = mended.text
    asks = _asks(text)
    # How many, when and where are asked of what was said, and not for the words.
    of_words = asks in (Asks.OTHER, Asks.PERSON, Asks.WHETHER) and asks_speech(text)
    return Query(
        question=question,
        text=text,
        terms=_query_terms(text, vocabulary),
        asks=asks,
        asks_speech=of_words,
        speaker=_query_terms(speaker_part(text), vocabulary),
        asks_picture=not PICTURE_WORDS.isdisjoint(re.findall(r"\w+", text.casefold())),
        mended=tuple(mended.changes),
        speech_verbs=verbs_asked(text) if of_words else (),
        own_text=own_text,
    )


def checked(question: str, history: Sequence[str]) -> str:
    """The question in one line, single spaces between its words.

    Raises InvalidRequest for a question, earlier ones too, that is blank, too long or no text.
    """
    if isinstance(history, str):
        raise InvalidRequest("The history is one text.", "Give a list of earlier questions.")
    _check(question, "The question")
    for each in history:
        _check(each, "An earlier question")
    return " ".join(question.split())


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

    return Mender(vocabulary.lexicon, is_known).mend(text, names(text))


def names(text: str) -> set[str]:
    """Words written with a capital other than at the start of a sentence, and those with digits."""
    named = set()
    for match in re.finditer(r"[\w'’-]+", text):
        word = match.group()
        opens = match.start() == 0 or text[: match.start()].rstrip().endswith(("?", ".", "!", ":"))
        function = word.casefold() in _NO_NAMES
        if any(c.isdigit() for c in word) or (word[0].isupper() and not opens and not function):
            named.add(word)
    # A text all in capitals tells no names.
    return named if any(c.islower() for c in text) else set()


def _query_terms(text: str, vocabulary: Vocabulary) -> tuple[QueryTerm, ...]:
    named = {term.stem for name in names(text) for term in terms(name)}
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
        is_name = not named.isdisjoint(spellings)
        found[term.stem] = QueryTerm(term.stem, is_name, rarity, frequency > 0, variants)
    return tuple(found.values())


def _rarity(frequency: int, passages: int) -> float:
    """BM25's inverse document frequency; an unknown word weighs as much as the rarest known."""
    held = max(frequency, 1)
    return math.log(1 + (max(passages, held) - held + 0.5) / (held + 0.5))


def _asks(text: str) -> Asks:
    return next((asks for asks, pattern in _PATTERNS if pattern.search(text)), Asks.OTHER)
