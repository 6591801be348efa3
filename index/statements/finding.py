"""Find the statements of an article. Input: its text and its sentences. Output: Statements.

Sentences are read in order, so that whoever is in force for "he" and "the ministry" is known. A
quotation of several sentences is one statement, and a sentence that is nothing but a quotation is
whoever's the sentence beside it is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from index.records import Statement
from index.statements.appositions import apposed_body, apposed_person, titled_of
from index.statements.cast import Cast
from index.statements.clauses import Cue
from index.statements.cues import cues_in
from index.statements.grammar import BLOT
from index.statements.names import last, tidy
from index.statements.people import ONE_LINE
from index.statements.quotations import Quotation, paragraphs_of, quotations
from index.statements.roles import WORDS, titled_in
from index.statements.speakers import Kind, Speaker
from index.statements.subjects import PRONOUNS

# Brackets and stock symbols, which stand between a name and its verb.
_ASIDE = re.compile(r"<[^<>]{1,40}>|\([^()]{1,60}\)")
# "Lund himself said": it stands out from the others, and is no part of the name.
_REFLEXIVE = re.compile(r"\s(?:him|her|it|them)sel(?:f|ves)$")
_WHICH = re.compile(r"\bwhich\s$")
_STANDING_IN = frozenset("he she it they the a an one his her its their this that".split())
# A sentence that seems to end on one of these goes on, but before a word that only opens one.
_NO_END = ("U.S.", "U.K.", "U.N.")
_REAL_START = re.compile(r"(?:The|He|She|It|But|They|An?|This|That|These|Mr|In\s\w+,)\b|[\"“]")
_NO_WORDS = BLOT + " .,!?-'\""
_DENIALS = frozenset("denied denies rejected rejects disputed disputes refuted dismissed".split())
_BACK = re.compile(r"\s*(?:that|this|it|them|those|these)\b")
_ADDRESSING = frozenset(("told", "tells", "telling", "assured", "informed"))


def find_statements(
    article_id: str, text: str, spans: Sequence[tuple[int, int]]
) -> tuple[Statement, ...]:
    """The statements of an article, in reading order. ``text`` is the document's, and ``spans`` are
    the sentences of the article's body in order, as offsets into it."""
    whole = _whole(text, spans)
    return _Hearing(article_id, text, whole).statements() if whole else ()


def _whole(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, those joined that were taken apart behind "the U.S.", or where a line ends."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        low, high = joined[-1] if joined else (-9, -9)
        if (
            0 <= start - high <= 2
            and (text.endswith(_NO_END, low, high) or _is_broken(text, low, high, start, end))
            and not _REAL_START.match(text, start)
        ):
            joined[-1] = (low, end)
        else:
            joined.append((start, end))
    return joined


def _is_broken(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Whether a sentence of wrapped lines was taken apart in the midst: "Donald\\nHodel said"."""
    return (
        text[high:start] == "\n"
        and "\n" in text[start:end]
        and text[high - 1].isalnum()
        and " " in text[low:high]
    )


class _Hearing:
    """One article, read from sentence to sentence."""

    def __init__(self, article_id: str, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._id = article_id
        self._spans = spans
        self._line = text.translate(ONE_LINE)
        paragraphs = list(paragraphs_of(text, spans))
        self._paragraph_starts = [start for start, _ in paragraphs]
        self._quotes = quotations(self._line, paragraphs)
        self._quote_starts = [quote.start for quote in self._quotes]
        self._bare = _blotted(self._line, self._quotes)
        lines = [self._line[start:end] for start, end in spans]
        self._titled = [titled_in(line) for line in lines]
        self._cast = Cast(lines, self._titled)
        self._found: list[Statement] = []
        self._used: set[int] = set()
        # Quotations that still want their speaker, and the paragraph that they stand in.
        self._waiting: list[Quotation] = []
        self._waiting_in = self._heard_in = -1
        self._verb = ""

    def statements(self) -> tuple[Statement, ...]:
        for number, (start, end) in enumerate(self._spans):
            paragraph = bisect_right(self._paragraph_starts, start) - 1
            if paragraph != self._waiting_in:
                self._settle()
            sentence = self._bare[start:end]
            self._cast.reads(number)
            cues = cues_in(sentence)
            for cue in cues:
                self._hear(number, sentence, cue, start)
                self._heard_in = paragraph
            if not cues and sentence.strip(_NO_WORDS):
                self._cast.acted(sentence, self._titled[number])
            elif not cues:
                self._quote_alone(start, end, paragraph)
        self._settle()
        return tuple(_apart(self._found))

    def _hear(self, number: int, sentence: str, cue: Cue, offset: int) -> None:
        speaker, written = self._who(number, sentence, cue)
        self._cast.heard(speaker)
        self._verb = " ".join(sentence[cue.start : cue.end].split())
        for quote in self._waiting:
            self._add(quote.inner_start, quote.inner_end, True, speaker, written)
        self._waiting = []
        if speaker and speaker.kind is not Kind.PERSON:
            for end in (high for low, high in cue.contents if low == 0):
                # "Lund rang her at dawn, aides said. He wept": he is Lund.
                self._cast.acted(sentence[:end], self._titled[number], is_told=True)
        for low, high in cue.contents:
            self._say(offset + low, offset + high, speaker, written)
        if self._verb in _ADDRESSING and cue.contents:
            told = WORDS.findall(sentence[cue.end : max(cue.contents[0][0], cue.end)])
            if any(self._cast.knows(word) for word in told):
                self._cast.lose_him()

    def _quote_alone(self, start: int, end: int, paragraph: int) -> None:
        """A sentence that is a quotation and no more."""
        for quote in self._quotes_in(start, end):
            if quote.start in self._used:
                continue
            self._used.add(quote.start)
            self._waiting.append(quote)
            self._waiting_in = paragraph
        if paragraph == self._heard_in:
            self._settle()

    def _settle(self) -> None:
        """Give waiting quotations to whoever spoke in their paragraph or the one before."""
        if not self._waiting:
            return
        is_near = self._heard_in >= 0 and self._waiting_in - self._heard_in <= 1
        speaker = self._cast.latest if is_near else None
        self._verb = self._verb or "said"
        for quote in self._waiting:
            self._add(
                quote.inner_start, quote.inner_end, True, speaker, speaker.name if speaker else None
            )
        self._heard_in = self._waiting_in if is_near else self._heard_in
        self._waiting = []

    def _quotes_in(self, start: int, end: int) -> list[Quotation]:
        first = max(0, bisect_right(self._quote_starts, start) - 1)
        return [quote for quote in self._quotes[first:] if quote.start < end and start < quote.end]

    def _say(self, start: int, end: int, speaker: Speaker | None, written: str | None) -> None:
        """Note what somebody said, taken to the ends of the quotations it begins and ends in."""
        quotes = self._quotes_in(start, end)
        if quotes:
            start, end = min(start, quotes[0].start), max(end, quotes[-1].end)
            if quotes[0].start == start and start in self._used:
                return
            self._used.update(quote.start for quote in quotes)
            if (quotes[0].start, quotes[0].end) == (start, end):
                self._add(quotes[0].inner_start, quotes[0].inner_end, True, speaker, written)
                return
        self._add(start, end, False, speaker, written)

    def _add(
        self, start: int, end: int, direct: bool, speaker: Speaker | None, written: str | None
    ) -> None:
        kept = self._line[start:end].lstrip(" ,")
        start = end - len(kept)
        end = start + len(kept.rstrip(" ,"))
        if start < end:
            name, role = (speaker.name, speaker.role) if speaker else (None, None)
            said = written if speaker else None
            self._found.append(
                Statement(self._id, start, end, self._verb, direct, said, name, role)
            )

    def _who(self, number: int, sentence: str, cue: Cue) -> tuple[Speaker | None, str | None]:
        """Who speaks, and the name as written; a "he" by the plain name that it stands for."""
        subject, latest = cue.subject, self._cast.latest
        if subject is None:
            return latest, latest.name if latest else None
        titled = titled_of(self._titled[number], sentence, subject)
        phrase = _REFLEXIVE.sub("", tidy(sentence[subject.start : subject.end]))
        titled = titled or apposed_person(sentence, subject)
        if titled is None and (body := apposed_body(sentence, subject)):
            phrase = body
        if phrase.casefold() == "it" and _WHICH.search(sentence, 0, subject.start):
            # "The port issued a report in which it said": rather than who acted before.
            self._cast.acted(sentence[: subject.start], [], goes_on=True)
        speaker = self._cast.who(phrase, titled)
        if speaker is None:
            return None, None
        if titled:
            return speaker, titled.name
        if phrase.casefold() in ("he", "she") and _speaks_of(
            speaker, cue, self._line[slice(*self._spans[number])]
        ):
            # Nobody is quoted speaking of himself by name.
            return None, None
        is_same = latest is not None and speaker.name == latest.name
        if phrase.casefold() in PRONOUNS and is_same and _denies(sentence, cue):
            # "Lund said it was Berg. She denied that": nobody denies his own words.
            return None, None
        is_name = phrase[:1].isupper() and phrase.split()[0].casefold() not in _STANDING_IN
        return speaker, phrase if is_name else speaker.name


def _apart(found: Sequence[Statement]) -> Iterator[Statement]:
    """The statements in reading order, without any that stands inside another one's words."""
    reached = 0
    for said in sorted(found, key=lambda said: (said.start, -said.end)):
        if said.start >= reached:
            yield said
            reached = said.end


def _blotted(line: str, quotes: Sequence[Quotation]) -> str:
    pieces: list[str] = []
    at = 0
    for quote in quotes:
        pieces += [line[at : quote.start], BLOT * (quote.end - quote.start)]
        at = quote.end
    bare = "".join((*pieces, line[at:]))
    return _ASIDE.sub(_without_aside, bare)


def _without_aside(aside: re.Match[str]) -> str:
    words = aside.group()
    # "<Skis Rossignol>" is a company without a stock symbol.
    if words.startswith("<") and not words.isupper():
        return f" {words[1:-1]} "
    return " " * len(words)


def _denies(sentence: str, cue: Cue) -> bool:
    is_denial = sentence[cue.start : cue.end].casefold() in _DENIALS
    return is_denial and any(_BACK.match(sentence, low) for low, _ in cue.contents)


def _speaks_of(speaker: Speaker, cue: Cue, sentence: str) -> bool:
    if speaker.kind not in (Kind.PERSON, Kind.UNKNOWN) or speaker.noun:
        return False
    name = last(speaker.name)
    return any(
        last(word) == name
        for low, high in cue.contents
        for word in WORDS.findall(sentence[low:high])
    )
