"""Fit the weights of sentences, passages and confidence. Input: SQuAD files. Output: weights.json.

    python -m eval.fitting squad.json ...

Only articles that the shipped reader was not trained on are asked about; its others stand beside
them. What answers a third of the questions is left out of the collection, paragraphs and single
sentences, and they are asked all the same. Each file is asked whole, and its articles again a few
at a time, since a word that is rare in an archive is common in a folder. What is said of the fit is
said of articles that it has not seen (five folds); what is kept is fitted on all. Needs
scikit-learn (``pip install citewire[eval]``).
"""

import json
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, softmax
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from eval.indexed import index_documents
from eval.leaving_out import leave_out
from eval.measures.calibration import expected_calibration_error, reliability
from eval.sets.squad import SquadCollection, SquadQuestion, read_squad
from eval.training.collections import is_held_back
from index.models.embedding import Embedder
from index.opening import Index
from index.settings import read_settings as read_index_settings
from index.wiring import open_embedder
from qa.answering import HITS_READ, PASSAGES_FOUND
from qa.choosing import Chooser, PassageToRead
from qa.composing import DEFAULT_SENTENCES, compose
from qa.confidence import SIGNALS, signals
from qa.engine import NO_FILTERS
from qa.reader.network import Reader
from qa.reading import Candidate, PassageRead, read
from qa.records import Hit
from qa.repeated import without_repeats
from qa.reranking import rerank
from qa.retrieving import question_vector, retrieve
from qa.settings import read_settings
from qa.stories import Sentence, Stories
from qa.timing.scope import TimeScope
from qa.understanding import Query, understand
from qa.weighing import FEATURES, Weigher, features
from qa.weights import WEIGHTS_FILE
from qa.wiring import open_reader

# Of the paragraphs, and of the questions' answers.
_LEFT_OUT = (0.15, 0.2)
_SEED = 7
_FOLDS = 5
# Articles to a collection, in turn: from the size of a reporter's folder to that of an archive.
_COLLECTION_SIZES = (1, 2, 5)
# Enough of each, whole or in small collections, that no file outweighs the others.
_MOST_QUESTIONS = 1_200
# Small collections are slow to make for what they hold.
_MOST_SMALL = 16
_PASSAGE_WEIGHTS = (0.0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5)
# Weak, since there are thousands of sentences to each weight.
_REGULARISATION = 10.0
_DECAY = 1e-3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was found and read for it. ``group`` is its article, over all files.

    ``right`` tells of each candidate, and ``right_passages`` of each hit, whether it answers.
    """

    group: str
    question: SquadQuestion
    query: Query
    hits: tuple[Hit, ...]
    passages: tuple[PassageRead, ...]
    right: NDArray[np.bool_]
    right_passages: tuple[int, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those of all passages, in order."""
        return tuple(each for passage in self.passages for each in passage.candidates)


@dataclass(frozen=True, slots=True)
class Linear:
    """The weights and the bias of a logit."""

    weights: NDArray[np.float64]
    bias: float


def main(files: Sequence[Path]) -> None:
    """Fit on the files, print what the weights score, and write them."""
    with tempfile.TemporaryDirectory() as folder:
        asked = [each for file in files for each in ask_all(file, Path(folder) / file.stem)]
    weights = {"fitted_on": [file.name for file in files], "questions": len(asked), **fit(asked)}
    WEIGHTS_FILE.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(json.dumps(weights, indent=1))


def ask_all(path: Path, folder: Path) -> Iterator[Asked]:
    """The questions of the file's held-back articles, asked of the whole and of small parts."""
    embedder = open_embedder("", read_index_settings())
    reader = open_reader(read_settings())
    whole = read_squad(path)
    for seed, documents in enumerate(_collections(whole)):
        collection = leave_out(whole, *_LEFT_OUT, _SEED + seed)
        index = index_documents(
            [collection.documents[number] for number in documents], folder / str(seed)
        )
        questions = [
            question
            for question in collection.questions
            if question.article in documents
            and is_held_back(question.article, len(whole.documents))
        ]
        step = max(1, len(questions) // _MOST_QUESTIONS)
        yield from _ask(index, embedder, reader, questions[::step], path.stem)


def _collections(collection: SquadCollection) -> Iterator[list[int]]:
    """The numbers of the articles that are indexed together: all, then the held-back ones few by
    few."""
    numbers = list(range(len(collection.documents)))
    yield numbers
    held_back = [each for each in numbers if is_held_back(each, len(numbers))][:_MOST_SMALL]
    sizes = cycle(_COLLECTION_SIZES)
    while held_back:
        size = next(sizes)
        yield held_back[:size]
        held_back = held_back[size:]


def _ask(
    index: Index,
    embedder: Embedder,
    reader: Reader,
    questions: Sequence[SquadQuestion],
    file: str,
) -> Iterator[Asked]:
    stories = Stories(index)
    chooser = Chooser(index, stories)
    for question in questions:
        query = understand(question.question, index.fulltext)
        vector = question_vector(embedder, query)
        found = retrieve(index, query, vector, PASSAGES_FOUND, NO_FILTERS)
        hits = without_repeats(found, HITS_READ, stories.story)
        choice = chooser.choose(query, vector, hits, NO_FILTERS, TimeScope())
        passages = read(reader, choice.query, choice.passages)
        candidates = [each for passage in passages for each in passage.candidates]
        right = [_is_right(question, c.sentence, c.story.uri) for c in candidates]
        yield Asked(
            f"{file}-{question.article}",
            question,
            choice.query,
            hits,
            passages,
            np.array(right, dtype=bool),
            _right_passages(question, choice.passages),
        )


def _right_passages(question: SquadQuestion, passages: Sequence[PassageToRead]) -> tuple[int, ...]:
    return tuple(
        passage.id
        for passage in passages
        if Path(passage.story.uri).name == question.uri
        and any(
            sentence.passage_id == passage.id
            and any(
                sentence.start < end and start < sentence.end for start, end in question.answers
            )
            for sentence in passage.story.sentences
        )
    )


def _is_right(question: SquadQuestion, sentence: Sentence, uri: str) -> bool:
    return Path(uri).name == question.uri and any(
        sentence.start <= start and end <= sentence.end for start, end in question.answers
    )


def fit(asked: Sequence[Asked]) -> dict[str, object]:
    """The weights, fitted on all, and what they score on articles that they were not fitted on.

    A question that nothing was found for is scored, as one that is abstained from, and not fitted
    on. Within a fold the confidence is fitted on sentences that the weigher has seen: of its dozen
    weights that makes next to nothing.
    """
    groups = np.array([each.group for each in asked])
    sure, right = np.zeros(len(asked)), np.zeros(len(asked), dtype=bool)
    first = np.zeros(len(asked), dtype=bool)
    for train, test in _folds(groups):
        seen = [asked[at] for at in train if asked[at].right.size]
        weigher = _weigher(_fit_sentences(seen))
        fitted = _fit_confidence(weigher, seen)
        weight = _fit_passages(seen)
        for at in test:
            first[at] = _is_first(asked[at], weight)
            if asked[at].right.size:
                x, (right[at],) = _confidence_data(weigher, [asked[at]])
                sure[at] = expit(x[0] @ fitted.weights + fitted.bias)
    found = [each for each in asked if each.right.size]
    sentences = _fit_sentences(found)
    answerable = np.array([bool(each.question.answers) for each in asked])
    return {
        "held_back": {
            "passage_first": round(float(first[answerable].mean()), 3),
            **_scores(asked, sure, right),
        },
        "sentence": _weights(FEATURES, sentences),
        "passage": _fit_passages(found),
        "confidence": _weights(SIGNALS, _fit_confidence(_weigher(sentences), found)),
    }


def _folds(
    groups: NDArray[np.str_],
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """The rows to fit on and those to score; no article is in both."""
    yield from GroupKFold(min(_FOLDS, len(set(groups)))).split(groups, groups=groups)


def _fit_sentences(asked: Sequence[Asked]) -> Linear:
    """Weights that put a right sentence before the others of its question, on the scale at which
    the logit of each is that of its answering.

    Listwise softmax, since one answer is enough: Cao et al., ICML 2007. Questions that nothing
    answers count for the scale alone.
    """
    rows = [features(each.query, each.candidates) for each in asked]
    rights = [each.right for each in asked]
    order = listwise_weights(
        [(x, right) for x, right in zip(rows, rights, strict=True) if right.any()]
    )
    scores = np.concatenate([x @ order for x in rows])[:, None]
    scale = LogisticRegression(C=_REGULARISATION, max_iter=3000).fit(scores, np.concatenate(rights))
    return Linear(order * float(scale.coef_[0][0]), float(scale.intercept_[0]))


def listwise_weights(
    lists: Sequence[tuple[NDArray[np.float64], NDArray[np.bool_]]],
) -> NDArray[np.float64]:
    """(d,) float64: the weights under which the right rows, (n, d) each, get most of the softmax
    over all rows of their list."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, slope = _DECAY * float(weights @ weights), 2 * _DECAY * weights
        for x, right in lists:
            shares = softmax(x @ weights)
            among_right = np.where(right, shares, 0.0)
            share = float(among_right.sum())
            value -= math.log(max(share, 1e-12)) / len(lists)
            slope += ((shares - among_right / max(share, 1e-12)) @ x) / len(lists)
        return value, slope

    found = minimize(loss, np.zeros(lists[0][0].shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)


def _weigher(fitted: Linear) -> Weigher:
    return Weigher(fitted.weights, fitted.bias)


def _fit_confidence(weigher: Weigher, asked: Sequence[Asked]) -> Linear:
    x, y = _confidence_data(weigher, asked)
    fitted = LogisticRegression(C=_REGULARISATION, max_iter=3000).fit(x, y)
    return Linear(fitted.coef_[0], float(fitted.intercept_[0]))


def _confidence_data(
    weigher: Weigher, asked: Sequence[Asked]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The signals of each question, and whether the answer composed for it holds a right one."""
    rows, right = [], []
    for each in asked:
        readings = weigher.weigh(each.query, each.candidates)
        chosen = compose(each.query, readings, DEFAULT_SENTENCES)
        rows.append(signals(each.query, each.hits, readings))
        right.append(any(_is_right(each.question, c.sentence, c.story.uri) for c in chosen))
    return np.array(rows), np.array(right)


def _fit_passages(asked: Sequence[Asked]) -> float:
    """The weight of the reader's score under which most right passages come first; of equals the
    lowest."""
    answerable = [each for each in asked if each.question.answers]

    def share(weight: float) -> float:
        return float(np.mean([_is_first(each, weight) for each in answerable]))

    return max(_PASSAGE_WEIGHTS, key=share)


def _is_first(asked: Asked, weight: float) -> bool:
    ranking = rerank(asked.hits, asked.passages, weight)
    return bool(ranking) and ranking[0].passage.id in asked.right_passages


def _scores(
    asked: Sequence[Asked], sure: NDArray[np.float64], right: NDArray[np.bool_]
) -> dict[str, object]:
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


def _weights(names: Sequence[str], fitted: Linear) -> dict[str, object]:
    values = [round(float(value), 4) for value in fitted.weights]
    return {"weights": dict(zip(names, values, strict=True)), "bias": round(fitted.bias, 4)}


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
