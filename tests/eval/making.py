"""Outcomes made for the eval room's tests, with only what a score looks at."""

from eval.question_sets import Question
from eval.runner import Outcome
from index.records import Article, BlockKind, StoredPassage
from qa.records import Answer, AnswerSentence, Citation, FoundPassage, Hit


def question(
    id_: str = "q1", *, answers: tuple[str, ...] = ("20,000",), uris: tuple[str, ...] = ("a.txt",)
) -> Question:
    """A question that is answerable if there is an accepted string."""
    return Question(id_, f"What of {id_}?", (), bool(answers), answers, uris if answers else ())


def outcome(
    asked: Question,
    says: str | None = None,
    *,
    cites: tuple[str, ...] = (),
    passages: tuple[tuple[str, str], ...] = (),
    ms: float = 10.0,
) -> Outcome:
    """The question with an answer that says this and cites these uris (None: an abstention), and
    found passages as (uri, text), best first."""
    answer = Answer(
        question=asked.question,
        abstained=says is None,
        confidence=0.1 if says is None else 0.9,
        answer=says or "The articles do not answer this.",
        short_answer=None,
        sentences=(AnswerSentence(says, (1,)),) if says else (),
        citations=tuple(_citation(number, uri) for number, uri in enumerate(cites, start=1)),
        passages=tuple(_found(id_, *passage) for id_, passage in enumerate(passages, start=1)),
        timings_ms={"total": ms},
    )
    return Outcome(asked, answer)


def _citation(number: int, uri: str) -> Citation:
    return Citation(
        number=number,
        passage_id=1,
        article_id="a",
        title="A",
        outlet=None,
        published=None,
        uri=uri,
        uris=(uri,),
        start=0,
        end=1,
        quote="x",
        speaker=None,
        also_in=(),
        reports=1,
    )


def _found(id_: int, uri: str, text: str) -> FoundPassage:
    article = Article("a", "d", "A", None, None, None, None, None, None, None, (), 0, 1, ())
    passage = StoredPassage(id_, "a", "d", 0, len(text), BlockKind.BODY)
    return FoundPassage(Hit(passage, {"fused": 1.0}), text, article, uri)
