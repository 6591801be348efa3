"""Read a SQuAD file, v1.1 or 2.0. Input: the file. Output: a collection and its questions.

Each article of the file becomes one document, its title first.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.records import Evidence, Question
from eval.sets.fields import is_askable, take
from eval.sets.records import QuestionSet
from eval.words import widened
from index.errors import InvalidRequest, SourceUnreadable
from index.records import Item

_NOT_ASKED = "blank or too long to ask"
_ANSWER_ELSEWHERE = "with no answer that stands in the paragraph"


@dataclass(frozen=True, slots=True)
class SquadQuestion:
    """``answers`` are (start, end) offsets into the text of document ``uri``, each once: those that
    most annotators gave first, then by place; none where the paragraph does not answer, or was left
    out. ``article`` numbers the file's articles from 0, ``paragraph`` is the (start, end) of the
    paragraph that was asked about."""

    question: str
    article: int
    uri: str
    answers: tuple[tuple[int, int], ...]
    id: str = ""
    paragraph: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class SquadCollection:
    """Documents as (uri, text), and the questions on them; ``skipped`` counts, by reason, those
    that cannot be asked."""

    documents: tuple[tuple[str, str], ...]
    questions: tuple[SquadQuestion, ...]
    skipped: tuple[tuple[str, int], ...] = ()


def read_squad(path: Path) -> SquadCollection:
    """The file's articles and questions. Raises SourceUnreadable, with the place, where the file is
    not of SQuAD's form."""
    reading = _Reading()
    try:
        articles = take(json.loads(path.read_text("utf-8")), "data", list, "")
        documents = tuple(reading.document(*numbered) for numbered in enumerate(articles))
    except (OSError, ValueError, RecursionError) as error:
        raise SourceUnreadable(
            f"{path} is not a SQuAD file: {error}.",
            "Name a JSON file in SQuAD's v1.1 or 2.0 form.",
        ) from error
    return SquadCollection(documents, tuple(reading.questions), tuple(reading.skipped.items()))


def open_squad(path: Path, hold_out: float, seed: int) -> QuestionSet:
    """The file's questions over its articles, of which the share ``hold_out`` is left out whole:
    what is asked about those has no answer.

    Uris are the file's name and the article's number: ``new_wiki_test/0003.txt``. Raises
    SourceUnreadable, or InvalidRequest where two questions share an id or nothing is left.
    """
    collection = read_squad(path)
    _require_unique_ids(path, collection)
    held_out = _held_out(path, len(collection.documents), hold_out, seed)
    texts = dict(collection.documents)
    items = [_item(f"{path.stem}/{uri}", text) for uri, text in collection.documents]
    questions = tuple(
        _unanswerable(each)
        if each.article in held_out or not each.answers
        else _answerable(each, f"{path.stem}/{each.uri}", texts[each.uri])
        for each in collection.questions
    )
    if not questions:
        raise InvalidRequest(f"{path} holds no question.", "Name another file.")
    return QuestionSet(
        path.name,
        questions,
        tuple(item for number, item in enumerate(items) if number not in held_out),
        _notes(path, collection, held_out),
        left_out=tuple(items[number] for number in sorted(held_out)),
    )


def _held_out(path: Path, articles: int, share: float, seed: int) -> frozenset[int]:
    count = round(share * articles)
    if share and not 0 < count < articles:
        raise InvalidRequest(
            f"{path} has {articles} articles, of which {share:g} cannot be held out.",
            "Choose another share for --hold-out, or a set of more articles.",
        )
    return frozenset(random.Random(seed).sample(range(articles), count))


def _require_unique_ids(path: Path, collection: SquadCollection) -> None:
    counts = Counter(question.id for question in collection.questions)
    repeated = next((id_ for id_, count in counts.items() if count > 1), None)
    if repeated is not None:
        raise InvalidRequest(
            f"{path}: {counts[repeated]} questions have the id {repeated!r}.",
            "Make each id unique.",
        )


def _notes(path: Path, collection: SquadCollection, held_out: frozenset[int]) -> tuple[str, ...]:
    skipped = [
        f"{path.name}: questions skipped, {reason}: {count:,}."
        for reason, count in collection.skipped
    ]
    if held_out:
        asked = sum(question.article in held_out for question in collection.questions)
        skipped.append(
            f"{path.name}: articles held out: {len(held_out):,} of {len(collection.documents):,},"
            f" with {asked:,} questions."
        )
    return tuple(skipped)


def _item(uri: str, text: str) -> Item:
    return Item(uri, "article.txt", text.encode("utf-8", "replace"))


def _unanswerable(asked: SquadQuestion) -> Question:
    return Question(asked.id, asked.question, (), answerable=False, answers=(), uris=())


def _answerable(asked: SquadQuestion, uri: str, text: str) -> Question:
    answers = dict.fromkeys(text[start:end] for start, end in asked.answers)
    whole = dict.fromkeys(text[slice(*widened(text, *span))] for span in asked.answers)
    return Question(
        id=asked.id,
        question=asked.question,
        history=(),
        answerable=True,
        answers=tuple(answers),
        uris=(uri,),
        evidence=(Evidence(uri, *asked.paragraph),),
        widened=tuple(words for words in whole if words not in answers),
    )


class _Reading:
    """Makes documents of articles, and gathers the questions on them."""

    def __init__(self) -> None:
        self.questions: list[SquadQuestion] = []
        self.skipped: Counter[str] = Counter()

    def document(self, number: int, article: object) -> tuple[str, str]:
        """The article as (uri, text)."""
        place, uri = f"data[{number}]", f"{number:04d}.txt"
        text = take(article, "title", str, place).replace("_", " ") + "\n"
        for at, paragraph in enumerate(take(article, "paragraphs", list, place)):
            inside = f"{place}.paragraphs[{at}]"
            # A break inside a paragraph would make two of it; one character for one keeps offsets.
            context = take(paragraph, "context", str, inside).replace("\n", " ")
            start = len(text) + 1
            for nth, asked in enumerate(take(paragraph, "qas", list, inside)):
                answers = self._answers(asked, context, f"{inside}.qas[{nth}]")
                if answers is None:
                    continue
                self.questions.append(
                    SquadQuestion(
                        question=asked["question"],
                        article=number,
                        uri=uri,
                        answers=tuple((start + low, start + high) for low, high in answers),
                        id=str(asked.get("id") or f"{number}-{at}-{nth}"),
                        paragraph=(start, start + len(context)),
                    )
                )
            text += f"\n{context}\n"
        return uri, text

    def _answers(self, asked: Any, context: str, place: str) -> tuple[tuple[int, int], ...] | None:
        """The accepted spans of the paragraph, in `SquadQuestion`'s order; None for a question to
        skip."""
        if not is_askable(take(asked, "question", str, place)):
            self.skipped[_NOT_ASKED] += 1
            return None
        if asked.get("is_impossible") and "answers" not in asked:
            return ()
        given = take(asked, "answers", list, place)
        times = Counter(_spans(given, context, place))
        spans = sorted(times, key=lambda span: (-times[span], span))
        if asked.get("is_impossible") or not given:
            return ()
        if not spans:
            self.skipped[_ANSWER_ELSEWHERE] += 1
            return None
        return tuple(spans)


def _spans(answers: list[Any], context: str, place: str) -> Iterator[tuple[int, int]]:
    """Where each answer stands: at its offset, or where else its words are nearest to that."""
    for number, answer in enumerate(answers):
        inside = f"{place}.answers[{number}]"
        words = take(answer, "text", str, inside).replace("\n", " ")
        offset = take(answer, "answer_start", int, inside)
        places = _places(context, words)
        if places:
            start = min(places, key=lambda at: abs(at - offset))
            yield start, start + len(words)


def _places(context: str, words: str) -> list[int]:
    places: list[int] = []
    at = context.find(words) if words.strip() else -1
    while at >= 0:
        places.append(at)
        at = context.find(words, at + 1)
    return places
