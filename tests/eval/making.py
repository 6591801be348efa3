"""Outcomes made for the eval room's tests, with only what a score looks at."""

from eval.measures.judging import Judged
from eval.records import Evidence, Found, Outcome, Question, SentenceOutcome, SentenceQuestion
from qa.records import Answer, AnswerSentence, Citation, ShortAnswer

# A passage as its uri and its text; it stands at the document's start unless told.
Placed = tuple[str, str] | tuple[str, str, int]


def question(
    id_: str = "q1",
    *,
    asks: str | None = None,
    answers: tuple[str, ...] = ("20,000",),
    uris: tuple[str, ...] = ("a.txt",),
    evidence: tuple[Evidence, ...] = (),
) -> Question:
    """A question that is answerable if there is an accepted string."""
    asks = asks or f"What of {id_}?"
    return Question(id_, asks, (), bool(answers), answers, uris if answers else (), evidence)


def graded(id_: str, **relevance: int) -> Question:
    """A question that says only how relevant documents are."""
    return Question(id_, f"What of {id_}?", (), True, (), (), relevance=relevance)


def outcome(
    asked: Question,
    says: str | None = None,
    *,
    short: str | None = None,
    sure: float | None = None,
    cites: tuple[Placed, ...] = (),
    passages: tuple[Placed, ...] = (),
    ms: float = 10.0,
) -> Outcome:
    """The question with an answer that says this and cites these quotes (None: an abstention), and
    found passages, best first."""
    answer = Answer(
        question=asked.question,
        understood_as=None,
        abstained=says is None,
        confidence=sure if sure is not None else 0.1 if says is None else 0.9,
        answer=says or "The articles do not answer this.",
        short_answer=ShortAnswer(short, 1) if short else None,
        sentences=(AnswerSentence(says, (1,)),) if says else (),
        citations=tuple(_citation(number, each) for number, each in enumerate(cites, start=1)),
        differences=(),
        notes=(),
        parts=(),
        passages=(),
        timings_ms={"total": ms},
    )
    return Outcome(asked, _ranking(passages), answer, ms)


def search(asked: Question, *passages: Placed, ms: float = 10.0) -> Outcome:
    """The question with what a system found that gives no answer."""
    return Outcome(asked, _ranking(passages), None, ms)


def ordered(
    id_: str, labels: str, scores: tuple[float, ...], *, asks: str = "What?", ms: float = 10.0
) -> SentenceOutcome:
    """Sentences with their scores; of ``labels``, "+" is a sentence that answers."""
    sentences = tuple(f"Sentence {at}." for at in range(len(labels)))
    asked = SentenceQuestion(id_, asks, sentences, tuple(label == "+" for label in labels))
    return SentenceOutcome(asked, scores, ms)


def judged(
    id_: str,
    *,
    kind: str = "what",
    answerable: bool = True,
    ms: float = 10.0,
    abstained: bool | None = None,
    sure: float | None = None,
    right: bool | None = None,
    **values: float,
) -> Judged:
    """What a question came to; underlines in the names of values stand for blanks."""
    named = {name.replace("_", " "): value for name, value in values.items()}
    return Judged(id_, kind, answerable, ms, named, abstained, sure, right)


def _ranking(passages: tuple[Placed, ...]) -> tuple[Found, ...]:
    return tuple(
        Found((uri,), start, start + len(text), text, -float(rank))
        for rank, (uri, text, start) in enumerate(map(_placed, passages))
    )


def _citation(number: int, placed: Placed) -> Citation:
    uri, quote, start = _placed(placed)
    return Citation(
        number=number,
        passage_id=1,
        article_id="a",
        title="A",
        outlet=None,
        published=None,
        uri=uri,
        uris=(uri,),
        start=start,
        end=start + len(quote),
        quote=quote,
        speaker=None,
        also_in=(),
        reports=1,
    )


def _placed(placed: Placed) -> tuple[str, str, int]:
    return placed if len(placed) == 3 else (*placed, 0)
