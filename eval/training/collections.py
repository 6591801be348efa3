"""Make groups of SQuAD files. Input: the files. Output: Groups.

All are indexed together, as a user would have them, and each question is asked of the whole: what
the search finds and holds no answer is the hardest thing to tell from one that does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.indexed import index_documents
from eval.sets.squad import SquadQuestion, read_squad
from eval.training.records import Group, Text
from index.folding import fold
from index.opening import Index
from index.records import StoredPassage
from index.settings import read_settings
from index.wiring import open_embedder
from qa.engine import NO_FILTERS
from qa.retrieving import question_vector, retrieve
from qa.understanding import understand

# One article in so many of a file is held back, so that each try is measured on the same questions
# and the confidence is fitted on answers that the reader has not seen.
HELD_BACK_EVERY = 4
_FOUND = 30
_WRONG = 8


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage with its headline and its text."""

    passage: StoredPassage
    title: str
    text: str


def collection_groups(files: Sequence[Path], folder: Path) -> Iterator[Group]:
    """A group for each question whose answer stands in one of the index's passages.

    ``folder`` is where the index is made. Raises SourceUnreadable.
    """
    collections = {file.stem: read_squad(file, left_out=0.0, seed=0) for file in files}
    documents = [
        (f"{kind}-{uri}", text)
        for kind, collection in collections.items()
        for uri, text in collection.documents
    ]
    searching = _Searching(index_documents(documents, folder))
    for kind, collection in collections.items():
        for question in collection.questions:
            # A file that is one article throughout has none to hold back.
            held_back = len(collection.documents) > 1 and question.article % HELD_BACK_EVERY == 0
            group = searching.group(kind, question, held_back)
            if group:
                yield group


class _Searching:
    """Finds right and wrong passages in one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._embedder = open_embedder("", read_settings())
        self._places: dict[int, _Place] = {}
        self._by_document: dict[str, list[_Place]] = {}
        texts = {each.id: each for each in index.store.indexed_passages(index.generation)}
        for article, uri in index.store.articles(index.generation, "", -1):
            for passage in index.store.passages_of(article.id):
                place = _Place(passage, article.title, texts[passage.id].text)
                self._places[passage.id] = place
                self._by_document.setdefault(Path(uri).name, []).append(place)

    def group(self, kind: str, question: SquadQuestion, held_back: bool) -> Group | None:
        """The question with its passages, or None where no passage holds the answer whole."""
        right = self._right(f"{kind}-{question.uri}", question)
        if right is None:
            return None
        answers = {fold(right.text[start:end]) for start, end in right.spans}
        return Group(
            kind=kind,
            question=question.question,
            held_back=held_back,
            right=right,
            wrong=tuple(self._wrong(question.question, answers))[:_WRONG],
        )

    def _right(self, document: str, question: SquadQuestion) -> Text | None:
        for place in self._by_document.get(document, ()):
            low, high = place.passage.start, place.passage.end
            inside = [
                (start - low, end - low)
                for start, end in question.answers
                if low <= start and end <= high
            ]
            if inside:
                return Text(place.title, place.text, tuple(inside))
        return None

    def _wrong(self, question: str, answers: set[str]) -> Iterator[Text]:
        query = understand(question, (), self._index.fulltext)
        vector = question_vector(self._embedder, query)
        for hit in retrieve(self._index, query, vector, _FOUND, NO_FILTERS):
            place = self._places[hit.passage.id]
            folded = fold(place.text)
            if not any(answer in folded for answer in answers):
                yield Text(place.title, place.text)
