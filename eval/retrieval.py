"""Measure which passage comes first. Input: a SQuAD file. Output: R@1 of each way of ranking.

    python -m eval.retrieval squad.json

Each article of the file is a document. A passage is right when it holds a gold answer where it
stands. All ways rank the same ten candidates of the fused search, so that they differ in order
alone: by words (BM25), by meaning (cosine), by both fused, and by the fused and the reader's score.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from eval.indexed import index_documents
from eval.squad import SquadQuestion, read_squad
from index.opening import Index
from index.settings import read_settings
from index.wiring import open_embedder
from qa.choosing import Chooser
from qa.engine import HITS_READ, NO_FILTERS, READER_WEIGHT
from qa.reading import LinearReader
from qa.records import Hit
from qa.reranking import ReaderReranker
from qa.retrieving import question_vector, retrieve
from qa.sentence_vectors import SentenceVectors
from qa.stories import Stories
from qa.understanding import understand
from qa.weights import load_weights

_QUESTIONS = 700
_CANDIDATES = 10
_SEED = 1


def main(path: Path) -> None:
    """Print R@1 of each way, R@5 and R@10, over 700 of the file's questions."""
    collection = read_squad(path, left_out=0.0, seed=_SEED)
    questions = list(collection.questions)
    random.Random(_SEED).shuffle(questions)
    asked = questions[:_QUESTIONS]
    with tempfile.TemporaryDirectory() as folder:
        index = index_documents(collection.documents, Path(folder) / "collection")
        right = count_right(index, asked)
    table = Table(title=f"{path.name}: {len(asked)} questions")
    table.add_column("ranked by")
    table.add_column("found", justify="right")
    for way in ("lexical R@1", "dense R@1", "fused R@1", "reader R@1", "R@5", "R@10"):
        table.add_row(way, f"{right[way] / len(asked):.3f}")
    Console().print(table)


def count_right(index: Index, questions: Sequence[SquadQuestion]) -> Counter[str]:
    """For how many questions each way has a right passage first, or among its first."""
    embedder, weights, stories = open_embedder("", read_settings()), load_weights(), Stories(index)
    chooser = Chooser(index, stories, SentenceVectors(embedder))
    reader = LinearReader(weights.reader, weights.reader_bias)
    reranker = ReaderReranker(READER_WEIGHT)
    counts: Counter[str] = Counter()
    for question in questions:
        query = understand(question.question, (), index.fulltext)
        vector = question_vector(embedder, query)
        hits = retrieve(index, query, vector, _CANDIDATES, NO_FILTERS)
        choice = chooser.choose(query, vector, hits[:HITS_READ])
        reranked = reranker.rerank(hits, reader.read(choice.query, choice.candidates))
        first = {
            "lexical R@1": _best_by("lexical", hits),
            "dense R@1": _best_by("dense", hits),
            "fused R@1": hits[:1],
            "reader R@1": reranked[:1],
            "R@5": hits[:5],
            "R@10": hits,
        }
        for way, found in first.items():
            counts[way] += any(_is_right(question, hit, stories) for hit in found)
    return counts


def _best_by(name: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    best = max(hits, key=lambda hit: hit.scores.get(name, 0.0), default=None)
    return (best,) if best else ()


def _is_right(question: SquadQuestion, hit: Hit, stories: Stories) -> bool:
    story = stories.story(hit.passage.article_id)
    return (
        story is not None
        and Path(story.uri).name == question.uri
        and any(hit.passage.start <= a and b <= hit.passage.end for a, b in question.answers)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
