"""What an evaluation passes on: questions with what is right, and what a system made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa.records import Answer


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a document's text in which the answer stands, end excluded: a gold paragraph."""

    uri: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Demands:
    """What a right answer has besides an accepted string and its place; empty ones ask nothing.

    ``speaker`` said what is cited; every string of ``every`` stands in the answer, and ``first`` in
    its first sentence; ``understood`` stand in the question as it was completed. ``differs`` are
    values that one difference sets against each other; () says that the articles do not differ,
    None says nothing.
    """

    speaker: str | None = None
    every: tuple[str, ...] = ()
    first: str | None = None
    understood: tuple[str, ...] = ()
    differs: tuple[str, ...] | None = None


NO_DEMANDS = Demands()


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what would be a right answer: any of ``answers``, cited to any of ``uris``.

    ``evidence`` narrows the places where a set says so; ``relevance`` grades whole documents by
    uri, where a set does only that (BEIR). ``widened`` holds, for accepted strings that an
    annotator cut within a word ("1970" of "1970s"), the whole words: they are as right in a text,
    and are no short answers. An unanswerable one has none of these. ``demands`` are what a right
    answer has besides.
    """

    id: str
    question: str
    history: tuple[str, ...]
    answerable: bool
    answers: tuple[str, ...]
    uris: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    relevance: Mapping[str, int] = field(default_factory=dict)
    widened: tuple[str, ...] = ()
    demands: Demands = NO_DEMANDS


@dataclass(frozen=True, slots=True)
class SentenceQuestion:
    """A question with the sentences to put in order; ``labels`` tells which of them answer."""

    id: str
    question: str
    sentences: tuple[str, ...]
    labels: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that a system found: where it stands, its text, and its score. ``uris`` are all
    names of its document, at least one."""

    uris: tuple[str, ...]
    start: int
    end: int
    text: str
    score: float

    @property
    def uri(self) -> str:
        """The first of the names."""
        return self.uris[0]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one system made of a question: its passages, best first, and its answer where it gives
    one. ``took_ms`` is for the whole."""

    question: Question
    ranking: tuple[Found, ...]
    answer: Answer | None
    took_ms: float


@dataclass(frozen=True, slots=True)
class SentenceOutcome:
    """What one system made of a sentence question: a score for each of its sentences, in order."""

    question: SentenceQuestion
    scores: tuple[float, ...]
    took_ms: float
