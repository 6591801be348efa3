"""Fit the weights of sentences, passages and confidence. Input: SQuAD files. Output: weights.json.

    python -m eval.fitting squad.json ...

Only articles that the shipped reader was not trained on are asked about; its others stand beside
them. A third of the paragraphs are left out of the collection, and their questions asked all the
same. Each file is asked whole, and its articles again a few at a time, since a word that is rare in
an archive is common in a folder. What is said of the fit is said of articles that it has not seen
(five folds); what is kept is fitted on all. Needs scikit-learn (``pip install citewire[eval]``).
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
from sklearn.model_selection import GroupKFold

from eval.indexed import index_documents
from eval.measures.calibration import expected_calibration_error, reliability
from eval.sets.squad import SquadCollection, SquadQuestion, read_squad
from eval.training.collections import HELD_BACK_EVERY
from index.embedding import Embedder
from index.opening import Index
from index.settings import read_settings as read_index_settings
from index.wiring import open_embedder
from qa.choosing import Chooser, PassageToRead
from qa.composing import DEFAULT_SENTENCES, compose
from qa.confidence import SIGNALS, signals
from qa.engine import HITS_READ, NO_FILTERS
from qa.reader.network import Reader
from qa.reading import Candidate, PassageRead, read
from qa.records import Hit
from qa.reranking import rerank
from qa.retrieving import question_vector, retrieve
from qa.settings import read_settings
from qa.stories import Sentence, Stories
from qa.understanding import Query, understand
from qa.weighing import FEATURES, Weigher, features
from qa.weights import WEIGHTS_FILE
from qa.wiring import open_reader

_LEFT_OUT = 1 / 3
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
    for seed, documents in enumerate(_collections(read_squad(path, 0.0, _SEED))):
        collection = read_squad(path, _LEFT_OUT, _SEED + seed)
        index = index_documents(
            [collection.documents[number] for number in documents], folder / str(seed)
        )
        questions = [
            question
            for question in collection.questions
            if question.article in documents and question.article % HELD_BACK_EVERY == 0
        ]
        step = max(1, len(questions) // _MOST_QUESTIONS)
        yield from _ask(index, embedder, reader, questions[::step], path.stem)


def _collections(collection: SquadCollection) -> Iterator[list[int]]:
    """The numbers of the articles that are indexed together: all, then the held-back ones few by
    few."""
    numbers = list(range(len(collection.documents)))
    yield numbers
    held_back, sizes = numbers[::HELD_BACK_EVERY][:_MOST_SMALL], cycle(_COLLECTION_SIZES)
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
    chooser = Chooser(index, Stories(index))
    for question in questions:
        query = understand(question.question, (), index.fulltext)
        vector = question_vector(embedder, query)
        hits = retrieve(index, query, vector, HITS_READ, NO_FILTERS)
        choice = chooser.choose(query, vector, hits)
        passages = read(reader, choice.query, choice.passages)
        candidates = [each for passage in passages for each in passage.candidates]
        right = [_is_right(question, c.sentence, c.story.uri) for c in candidates]
        if right:
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
    """The weights, fitted on all, and what they score on articles that they were not fitted on."""
    groups = np.array([each.group for each in asked])
    sure, right = np.zeros(len(asked)), np.zeros(len(asked), dtype=bool)
    for train, test in _folds(groups):
        seen, unseen = [asked[at] for at in train], [asked[at] for at in test]
        weigher = _weigher(_fit_sentences(seen))
        confidence = _fit_confidence(weigher, seen)
        x, right[test] = _confidence_data(weigher, unseen)
        sure[test] = confidence.predict_proba(x)[:, 1]
    sentences = _fit_sentences(asked)
    return {
        "held_back": _scores(asked, sure, right),
        "first_passage": _first_passage(asked),
        "sentence": _weights(FEATURES, sentences),
        "passage": max(_first_passage(asked).items(), key=lambda item: item[1])[0],
        "confidence": _weights(SIGNALS, _fit_confidence(_weigher(sentences), asked)),
    }


def _folds(
    groups: NDArray[np.str_],
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """The rows to fit on and those to score; no article is in both."""
    yield from GroupKFold(min(_FOLDS, len(set(groups)))).split(groups, groups=groups)


def _weigher(fitted: LogisticRegression) -> Weigher:
    return Weigher(fitted.coef_[0], float(fitted.intercept_[0]))


def _fit_sentences(asked: Sequence[Asked]) -> LogisticRegression:
    rows = np.vstack([features(a.query, a.candidates) for a in asked])
    right = np.concatenate([a.right for a in asked])
    return LogisticRegression(C=_REGULARISATION, max_iter=3000).fit(rows, right)


def _fit_confidence(weigher: Weigher, asked: Sequence[Asked]) -> LogisticRegression:
    x, y = _confidence_data(weigher, asked)
    return LogisticRegression(C=_REGULARISATION, max_iter=3000).fit(x, y)


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


def _first_passage(asked: Sequence[Asked]) -> dict[float, float]:
    """For each weight of the reader's score, the share of answerable questions whose right passage
    comes first."""
    answerable = [each for each in asked if each.question.answers]
    return {
        weight: round(
            float(
                np.mean(
                    [
                        rerank(each.hits, each.passages, weight)[0].passage.id
                        in each.right_passages
                        for each in answerable
                    ]
                )
            ),
            4,
        )
        for weight in _PASSAGE_WEIGHTS
    }


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


def _weights(names: Sequence[str], fitted: LogisticRegression) -> dict[str, object]:
    values = [round(float(value), 4) for value in fitted.coef_[0]]
    return {
        "weights": dict(zip(names, values, strict=True)),
        "bias": round(float(fitted.intercept_[0]), 4),
    }


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
