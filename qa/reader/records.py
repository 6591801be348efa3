"""What a reader is asked and what it finds. Scores are logits: what counts is their difference."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unread:
    """A passage to read: the headline above it, its text, and the (start, end) of the sentences in
    the text that are to be looked at."""

    title: str
    text: str
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a passage's text, end excluded. ``margin`` is how much better they answer than
    "none here" does; below 0 the reader would rather not answer."""

    start: int
    end: int
    margin: float


@dataclass(frozen=True, slots=True)
class PassageReading:
    """A passage read: how well it answers as a whole, and the best words in each of its sentences,
    in their order.

    A reader that tells relevance alone gives the whole sentence as its words, and ``has_words`` is
    false.
    """

    relevance: float
    spans: tuple[Span, ...]
    has_words: bool = True
