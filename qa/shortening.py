"""Give the few words that answer. Input: Readings and Chosen sentences. Output: Shortened, or none.

They are the reader's best words in the sentence that leads the answer, in whole words and numbers,
where the reader would rather give them than none, or the answer is sure enough as a whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.particulars import NUMBER_WORDS
from index.statements.people import ONE_LINE
from qa.composing import Chosen
from qa.describing import asked_name, describing
from qa.misleading import is_misleading, without_speaker
from qa.reading import Candidate
from qa.speech.naming import is_quoted, speaker_of_said
from qa.understanding import Asks, Query
from qa.weighing import Reading, ranked

# Words that tell of nobody who it is.
_NOBODY = frozenset("he she they it him her them who".split())
# On held-back questions this lifts the F1 of the short answer from .61 to .65.
_SURE = 0.3
# What a reader's tokens may cut: "-5", "$20,000.50", "al-Assad", "U.S.", "O'Neill", "é" in two.
_WORD = re.compile(
    # A sign is one where no word stands before it: "2019-2020" holds no negative number.
    r"(?:(?<!\w)[-−+])?[$€£¥]?(?:(?<![\w.])\.)?\d+(?:[.,:/]\d+)*(?:[%‰°]|\w)*"
    r"|(?:\w\.){2,}"
    r"|\w[\w\u0300-\u036f]*(?:['’‐-][\w\u0300-\u036f]+)*"
)
_OPENING, _CLOSING = " \t\r\n.,;:!?\"'“”‘’«»)]–—-", " \t\r\n,;:!?\"'“”‘’«»([–—-"
# A full stop after single letters belongs to them, and so it does after a title: "U.S.", "Ph.D."
_ABBREVIATED = re.compile(r"(?:\b\w{1,2}\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|No)\.$")
_BRACKETS = (("(", ")"), ("[", "]"))
_QUOTES = (("“", "”"), ('"', '"'))
# How far behind the words a quotation mark may close: with a comma or a full stop between.
_CLOSES_WITHIN = 2
# Without them a number says something else.
_BOUND = re.compile(
    r"\b(?:(?:more|fewer|less|greater|higher|lower) than|at (?:least|most)|up to"
    r"|as (?:many|much) as|about|around|approximately|roughly|nearly|almost|over)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shortened:
    """The few words that answer, and the sentence that they stand in."""

    text: str
    chosen: Chosen


def shorten(
    query: Query,
    readings: Sequence[Reading],
    chosen: Sequence[Chosen],
    sure: float,
    *,
    is_said: bool = False,
) -> Shortened | None:
    """The words, runs of white space as one space, of the chosen sentence that answers best.

    None where they would say less than the sentence: what somebody said, where the answer
    ``is_said`` by who was asked after. ``sure`` is the probability that the answer is right.
    """
    if is_said and query.asks in (Asks.OTHER, Asks.WHETHER):
        return None
    by_place = {each.sentence.place: each for each in chosen}
    for reading in ranked(readings):
        best = reading.candidate
        leads = by_place.get(best.sentence.place)
        if leads is None:
            continue
        speaker = speaker_of_said(query, best.sentence)
        if speaker or is_quoted(query):
            # The quoted words have been found, and may tell no more than "he".
            return Shortened(speaker, leads) if speaker else None
        if not best.has_words or (best.span.margin <= 0 and sure < _SURE):
            return None
        place = _place(query, best)
        if place is None:
            return None
        start, end = place
        words = " ".join(whole_words(best.sentence.quote, start, end).split())
        is_nobody = query.asks is Asks.PERSON and words.casefold() in _NOBODY
        return Shortened(words, leads) if words and not is_nobody else None
    return None


def _place(query: Query, best: Candidate) -> tuple[int, int] | None:
    """Where the words stand in the sentence's quote; None where they would not tell it alone."""
    start, end = best.in_quote
    if name := asked_name(query):
        described = describing(name, best.sentence, start, end)
        if described is None:
            return None
        start, end = described
    line = best.sentence.quote.translate(ONE_LINE)
    end = without_speaker(query, line, start, end)
    return None if is_misleading(query, line, start, end) else (start, end)


def whole_words(text: str, start: int, end: int) -> str:
    """The stretch of ``text``, widened to whole words and numbers, without the punctuation around
    it. A bracket that it opens is closed where that stands right behind it, and left out else; a
    pair around all of it is left out too. A quotation that it opens is closed where that stands
    right behind it, and a number keeps what bounds it before it: "more than", "at least"."""
    for word in _WORD.finditer(text):
        if word.start() < start < word.end():
            start = word.start()
        if word.start() < end < word.end():
            end = word.end()
    found = text[start:end]
    if not _WORD.match(found):
        start += len(found) - len(found.lstrip(_OPENING))
    if _is_number(text[start:end]) and (bound := _BOUND.search(text[:start])):
        start = bound.start()
    found = _quotes_closed(text, start, text[start:end].rstrip(_CLOSING))
    for opening, closing in _BRACKETS:
        if found.count(opening) > found.count(closing):
            is_closed = text.startswith(closing, start + len(found))
            found = found + closing if is_closed else found.rsplit(opening, 1)[0].rstrip(_CLOSING)
        elif found.count(closing) > found.count(opening):
            found = found.rsplit(closing, 1)[0] if found.endswith(closing) else found
        inside = found[1:-1]
        if found == f"{opening}{inside}{closing}" and opening not in inside:
            found = inside
    return found if _ABBREVIATED.search(found) else found.removesuffix(".")


def _is_number(words: str) -> bool:
    first = _WORD.match(words)
    return first is not None and (
        any(character.isdigit() for character in first.group())
        or first.group().casefold() in NUMBER_WORDS
    )


def _quotes_closed(text: str, start: int, found: str) -> str:
    """The words with the mark that closes a quotation that begins among them."""
    behind = text[start + len(found) :][:_CLOSES_WITHIN]
    for opening, closing in _QUOTES:
        marks = found.count(opening)
        is_open = marks % 2 if opening == closing else marks > found.count(closing)
        if is_open and closing in behind:
            return found + behind[: behind.index(closing) + 1]
    return found
