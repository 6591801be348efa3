"""Read a BEIR folder. Input: the folder. Output: a collection and its questions.

    corpus.jsonl      {"_id", "title", "text"}, a document a row
    queries.jsonl     {"_id", "text"}
    qrels/test.tsv    query, document, grade; else qrels.tsv, else qrels/dev.tsv

Each row of the corpus becomes a document, cited by its id. Only what was judged is asked.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from eval.records import Question
from eval.sets.fields import is_askable, take
from eval.sets.lines import read_lines
from eval.sets.records import QuestionSet
from index.errors import InvalidRequest
from index.pages.punctuation import ends_a_sentence
from index.records import Field, Item, Told

_FORM = "A BEIR folder holds corpus.jsonl, queries.jsonl and qrels/test.tsv."
_QRELS = ("qrels/test.tsv", "qrels.tsv", "qrels/dev.tsv")
_LONGEST_TITLE_CHARS = 500
_Read = TypeVar("_Read")


def open_beir(folder: Path) -> QuestionSet:
    """The folder's judged queries over its corpus.

    A question's ``relevance`` holds the grade of each document judged for it, ``uris`` those above
    0. Raises InvalidRequest, with the place, for what cannot be used.
    """
    documents, notes = _documents(folder / "corpus.jsonl")
    queries = _by_id(folder / "queries.jsonl", _query)
    judged = _judgements(folder)
    missing = next((id_ for id_ in judged if id_ not in queries), None)
    if missing is not None:
        raise InvalidRequest(
            f"{folder / 'queries.jsonl'} has no query {missing!r}, which is judged.", _FORM
        )
    questions = tuple(
        _question(id_, queries[id_], relevance)
        for id_, relevance in judged.items()
        if is_askable(queries[id_]) and max(relevance.values()) > 0
    )
    if not questions:
        raise InvalidRequest(f"{folder} holds no query with a document that answers it.", _FORM)
    if len(questions) < len(judged):
        left_out = len(judged) - len(questions)
        notes.append(f"queries skipped, blank or with no document that answers: {left_out:,}.")
    held = {document.uri for document in documents}
    absent = sum(uri not in held for question in questions for uri in question.relevance)
    if absent:
        notes.append(f"judgements of documents that the corpus does not hold: {absent:,}.")
    name = folder.resolve().name
    return QuestionSet(
        name, questions, documents, tuple(f"{name}: {note}" for note in notes), is_graded=True
    )


def _question(id_: str, text: str, relevance: Mapping[str, int]) -> Question:
    right = tuple(uri for uri, grade in relevance.items() if grade > 0)
    return Question(id_, text, (), answerable=True, answers=(), uris=right, relevance=relevance)


def _documents(path: Path) -> tuple[tuple[Item, ...], list[str]]:
    rows = _by_id(path, _item)
    documents = tuple(item for item in rows.values() if item is not None)
    blank = len(rows) - len(documents)
    return documents, [f"blank rows of the corpus skipped: {blank:,}."] if blank else []


def _item(id_: str, row: dict[str, object]) -> Item | None:
    """The row's title, as the headline, above its text; None for a row without words."""
    text = take(row, "text", str, "").strip()
    title = " ".join(str(row.get("title") or "").split())[:_LONGEST_TITLE_CHARS]
    if not text and not title:
        return None
    told = (Told(Field.TITLE, title, "field 'title'"),) if title and text else ()
    content = f"{title}\n\n{_closed(text)}" if title and text else _closed(text or title)
    return Item(id_, "row.txt", content.encode("utf-8", "replace"), told, is_one_article=True)


def _closed(text: str) -> str:
    # A few words that end no sentence would be a headline, over nothing that could be found.
    return text if ends_a_sentence(text) else f"{text}."


def _query(_: str, row: dict[str, object]) -> str:
    return take(row, "text", str, "")


def _by_id(path: Path, read: Callable[[str, dict[str, object]], _Read]) -> dict[str, _Read]:
    """What is read of each row, by the row's ``_id``."""
    found: dict[str, _Read] = {}
    for number, line in read_lines(path, _FORM):
        try:
            row = json.loads(line)
            id_ = take(row, "_id", str, "")
            if id_ in found:
                raise ValueError(f"another row has the _id {id_!r} too")
            # What is found is written as a TREC run, whose columns blanks divide.
            if len(id_.split()) != 1:
                raise ValueError(f"the _id {id_!r} is empty or has a blank in it")
            found[id_] = read(id_, row)
        except (ValueError, RecursionError) as error:
            raise InvalidRequest(f"{path}, line {number}: {error}.", _FORM) from error
    return found


def _judgements(folder: Path) -> dict[str, dict[str, int]]:
    """The grades by document, by query."""
    path = next((folder / name for name in _QRELS if (folder / name).is_file()), None)
    if path is None:
        raise InvalidRequest(f"{folder} holds no judgements.", _FORM)
    judged: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for number, line in read_lines(path, _FORM):
        match line.split():
            # The second column of TREC's own form says nothing.
            case [query, document, grade] | [query, _, document, grade] if _is_whole(grade):
                judged[query][document] = int(grade)
            # The first line may name the columns.
            case columns if number > 1 or any(map(_is_number, columns)):
                raise InvalidRequest(
                    f"{path}, line {number}: {line.strip()!r} is no judgement.",
                    "A line is a query's id, a document's id and a whole number.",
                )
    return dict(judged)


def _is_whole(words: str) -> bool:
    return words.removeprefix("-").isdecimal()


def _is_number(words: str) -> bool:
    try:
        float(words)
    except ValueError:
        return False
    return True
