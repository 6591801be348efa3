"""Fit the reader's and the confidence's weights. Input: a SQuAD file. Output: qa/weights.json.

    python -m eval.fitting squad.json

A third of the paragraphs are left out of the collection, and their questions asked all the same.
The articles make several collections, small and large, since a word that is rare in one is common
in the other. They are dealt into three parts: the reader is fitted on the first, the confidence on
the second; what the third says of both is printed, and kept beside the weights. Needs scikit-learn
(``pip install citewire[fit]``).
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from eval.calibration import expected_calibration_error, reliability
from eval.indexed import index_documents
from eval.squad import SquadQuestion, read_squad
from index.embedding import Embedder
from index.opening import Index
from index.settings import read_settings
from index.wiring import open_embedder
from qa.choosing import Chooser
from qa.composing import DEFAULT_SENTENCES, compose
from qa.confidence import SIGNALS, signals
from qa.engine import HITS_READ, NO_FILTERS
from qa.reading import FEATURES, Candidate, LinearReader, features
from qa.records import Hit
from qa.retrieving import question_vector, retrieve
from qa.sentence_vectors import SentenceVectors
from qa.stories import Sentence, Stories
from qa.understanding import Query, understand
from qa.weights import WEIGHTS_FILE

_LEFT_OUT = 1 / 3
_SEED = 7
_PARTS = 3
# Articles to a collection, in turn: from the size of a reporter's folder to that of an archive.
_COLLECTION_SIZES = (1, 2, 4, 8)
# Weak, since there are thousands of sentences to each weight.
_REGULARISATION = 10.0


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what was found for it."""

    question: SquadQuestion
    query: Query
    hits: tuple[Hit, ...]
    candidates: tuple[Candidate, ...]
    right: NDArray[np.bool_]


def main(path: Path) -> None:
    """Fit on the file, print what the weights score, and write them."""
    with tempfile.TemporaryDirectory() as folder:
        asked = _ask_all(path, Path(folder))
        parts = [[a for a in asked if a.question.article % _PARTS == n] for n in range(_PARTS)]
        reader_fit = _fit_reader(parts[0])
        reader = LinearReader(reader_fit.coef_[0], float(reader_fit.intercept_[0]))
        x, y = _confidence_data(reader, parts[1])
        confidence_fit = LogisticRegression(C=_REGULARISATION, max_iter=1000).fit(x, y)
        scores = _scores(reader, confidence_fit, parts[2])
    weights = {
        "fitted_on": path.name,
        "questions": len(asked),
        "held_back": scores,
        "reader": _weights(FEATURES, reader_fit),
        "confidence": _weights(SIGNALS, confidence_fit),
    }
    WEIGHTS_FILE.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(json.dumps(weights, indent=1))


def _ask_all(path: Path, folder: Path) -> list[_Asked]:
    collection = read_squad(path, _LEFT_OUT, _SEED)
    embedder = open_embedder("", read_settings())
    asked: list[_Asked] = []
    first, sizes = 0, cycle(_COLLECTION_SIZES)
    while first < len(collection.documents):
        after = first + next(sizes)
        index = index_documents(collection.documents[first:after], folder / str(first))
        questions = [q for q in collection.questions if first <= q.article < after]
        asked.extend(_ask(index, embedder, questions))
        first = after
    return asked


def _ask(index: Index, embedder: Embedder, questions: Sequence[SquadQuestion]) -> Iterator[_Asked]:
    chooser = Chooser(index, Stories(index), SentenceVectors(embedder))
    for question in questions:
        query = understand(question.question, (), index.fulltext)
        vector = question_vector(embedder, query)
        hits = retrieve(index, query, vector, HITS_READ, NO_FILTERS)
        choice = chooser.choose(query, vector, hits)
        right = [_is_right(question, c.sentence, c.story.uri) for c in choice.candidates]
        if right:
            yield _Asked(
                question, choice.query, hits, choice.candidates, np.array(right, dtype=bool)
            )


def _is_right(question: SquadQuestion, sentence: Sentence, uri: str) -> bool:
    return Path(uri).name == question.uri and any(
        sentence.start <= start and end <= sentence.end for start, end in question.answers
    )


def _fit_reader(asked: Sequence[_Asked]) -> LogisticRegression:
    rows = np.vstack([features(a.query, a.candidates) for a in asked])
    right = np.concatenate([a.right for a in asked])
    return LogisticRegression(C=_REGULARISATION, max_iter=3000).fit(rows, right)


def _confidence_data(
    reader: LinearReader, asked: Sequence[_Asked]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The signals of each question, and whether the answer composed for it holds a right one."""
    rows, right = [], []
    for each in asked:
        readings = reader.read(each.query, each.candidates)
        chosen = compose(each.query, readings, DEFAULT_SENTENCES)
        rows.append(signals(each.hits, readings))
        right.append(any(_is_right(each.question, c.sentence, c.story.uri) for c in chosen))
    return np.array(rows), np.array(right)


def _scores(
    reader: LinearReader, fit: LogisticRegression, asked: Sequence[_Asked]
) -> dict[str, object]:
    x, right = _confidence_data(reader, asked)
    sure = fit.predict_proba(x)[:, 1]
    answerable = np.array([bool(a.question.answers) for a in asked])
    return {
        "questions": len(asked),
        "answerable": int(answerable.sum()),
        "right_of_answerable": round(float(right[answerable].mean()), 3),
        "auroc_answerable": round(float(roc_auc_score(answerable, sure)), 3),
        "auroc_right": round(float(roc_auc_score(right, sure)), 3),
        "by_threshold": _by_threshold(sure, answerable, right),
        "expected_calibration_error": round(expected_calibration_error(sure, right), 3),
        "reliability": reliability(sure, right),
    }


def _by_threshold(
    sure: NDArray[np.float64], answerable: NDArray[np.bool_], right: NDArray[np.bool_]
) -> list[dict[str, float]]:
    """What each threshold would give: answered right of the answerable, and the F1 of abstaining
    from the others."""
    rows = []
    for threshold in np.arange(0.1, 0.65, 0.05):
        abstained = sure < threshold
        hits = int((abstained & ~answerable).sum())
        rows.append(
            {
                "threshold": round(float(threshold), 2),
                "right": round(float((right & ~abstained)[answerable].mean()), 3),
                "abstention_f1": round(
                    2 * hits / (int(abstained.sum()) + int((~answerable).sum())), 3
                ),
            }
        )
    return rows


def _weights(names: Sequence[str], fit: LogisticRegression) -> dict[str, object]:
    values = [round(float(value), 4) for value in fit.coef_[0]]
    return {
        "weights": dict(zip(names, values, strict=True)),
        "bias": round(float(fit.intercept_[0]), 4),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
