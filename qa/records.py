"""What travels through the qa room, from a question to a cited answer. Frozen: each stage makes
new records.

`Answer` is the contract: `answer_json` gives the very same fields to the API, the terminal, Python
and an evaluation's predictions. All offsets are characters into the document's text, end excluded.
"""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from index.records import Article, Document, StoredPassage

NO_ANSWER = "The articles do not answer this."


class Mode(StrEnum):
    """How the answer is made: of whole sentences of the articles."""

    EXTRACT = "extract"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may answer; empty filters allow every one.

    An article without a date passes no date filter. Both days of a range belong to it.
    """

    outlet: tuple[str, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    article_id: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether every article passes."""
        return not (self.outlet or self.published_from or self.published_to or self.article_id)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its scores by name: dense (cosine), lexical (BM25), fused (0 to 1).

    A search that did not find the passage gives it no score of its name.
    """

    passage: StoredPassage
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A hit with its text and where it stands: what a user is shown, and checks."""

    hit: Hit
    text: str
    article: Article
    uri: str


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article with the document that all its offsets refer to."""

    article: Article
    document: Document


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands: ``document.text[start:end] == quote``, always.

    ``uris`` are all names of the document, ``uri`` the first of them. ``also_in`` names the other
    articles in which nearly the same sentence stands; ``reports`` is how many texts those and this
    one are, copies of one text counted once. ``agency`` is the one that the article is from, where
    it names one.
    """

    number: int
    passage_id: int
    article_id: str
    title: str
    outlet: str | None
    published: date | None
    uri: str
    uris: tuple[str, ...]
    start: int
    end: int
    quote: str
    speaker: str | None
    also_in: tuple["Quote", ...]
    reports: int
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article to the letter, and where they stand.

    ``is_copy`` where the article is made from the same text as the one that is cited.
    """

    article_id: str
    title: str
    outlet: str | None
    published: date | None
    uri: str
    start: int
    end: int
    quote: str
    is_copy: bool
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence of the answer and the numbers of the citations that it stands in."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """The few words that answer, and the number of the citation that they stand in."""

    text: str
    citation: int


class Kind(StrEnum):
    """What articles may differ on."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class DifferingValue:
    """One side of a difference: the words that say otherwise, and the citation they stand in."""

    text: str
    citation: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Values of one kind that articles give for the same thing, in order of their citations."""

    kind: Kind
    values: tuple[DifferingValue, ...]


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """What became of one question of several that were asked at once.

    ``citations`` are the numbers of those that answer it; none where it is not answered.
    """

    question: str
    abstained: bool
    confidence: float
    short_answer: ShortAnswer | None
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the caller gets.

    Where ``abstained``, there is no sentence and no citation, ``answer`` says that the articles do
    not answer, and ``passages`` are the nearest ones. ``confidence`` is the probability, 0 to 1,
    that the answer is right. ``understood_as`` is the question as it was completed from earlier
    ones, None where it was taken as it stands. ``differences`` are what the cited articles say
    otherwise of the same thing. ``notes`` tell, in whole sentences, what the answer does not show:
    what was left out, in which order it is, what else somebody speaks about. ``parts`` are the
    questions that were asked at once, where there are several.
    """

    question: str
    abstained: bool
    confidence: float
    answer: str
    short_answer: ShortAnswer | None
    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    passages: tuple[FoundPassage, ...]
    timings_ms: dict[str, float]
    understood_as: str | None = None
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[AnswerPart, ...] = ()


def answer_json(answer: Answer) -> dict[str, Any]:
    """The answer as the JSON that every face gives: dates as ISO strings, scores rounded."""
    return {
        "question": answer.question,
        "understood_as": answer.understood_as,
        "abstained": answer.abstained,
        "confidence": round(answer.confidence, 4),
        "answer": answer.answer,
        "short_answer": asdict(answer.short_answer) if answer.short_answer else None,
        "sentences": [
            {"text": sentence.text, "citations": list(sentence.citations)}
            for sentence in answer.sentences
        ],
        "citations": [citation_json(citation) for citation in answer.citations],
        "differences": [_difference_json(each) for each in answer.differences],
        "notes": list(answer.notes),
        "parts": [_part_json(part) for part in answer.parts],
        "passages": [passage_json(passage) for passage in answer.passages],
        "timings_ms": {name: round(ms, 2) for name, ms in answer.timings_ms.items()},
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """A citation as the JSON that answers and timelines give."""
    return _dated(asdict(citation))


def _difference_json(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind.value,
        "values": [asdict(value) for value in difference.values],
    }


def _part_json(part: AnswerPart) -> dict[str, Any]:
    return {
        **asdict(part),
        "confidence": round(part.confidence, 4),
        "citations": list(part.citations),
    }


def passage_json(found: FoundPassage) -> dict[str, Any]:
    """A found passage as the JSON that answers and searches give."""
    passage = found.hit.passage
    return {
        "passage_id": passage.id,
        "article_id": passage.article_id,
        "title": found.article.title,
        "outlet": found.article.outlet,
        "published": _iso(found.article.published),
        "uri": found.uri,
        "kind": passage.kind.value,
        "start": passage.start,
        "end": passage.end,
        "text": found.text,
        "scores": {name: round(score, 4) for name, score in found.hit.scores.items()},
    }


def _dated(fields: dict[str, Any]) -> dict[str, Any]:
    also_in = [_dated(other) for other in fields.get("also_in", ())]
    dated = {**fields, "published": _iso(fields["published"])}
    if "also_in" not in fields:
        return dated
    return {**dated, "uris": list(fields["uris"]), "also_in": also_in}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
