"""Make groups of SQuAD files. Input: the files. Output: Groups.

All are indexed together, as a user would have them, and each question is asked of the whole: what
the search finds and holds no answer is the hardest thing to tell from one that does.
"""

from collections.abc import Iterator, Sequence, Set
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
    held_back: bool


def is_held_back(article: int, articles: int) -> bool:
    """Whether the article of that number, of a file of so many, is kept from training.

    A file that is one article throughout has none to hold back.
    """
    return articles > 1 and article % HELD_BACK_EVERY == 0


def collection_groups(files: Sequence[Path], folder: Path) -> Iterator[Group]:
    """A group for each question whose answer stands in one of the index's passages, and for each
    that its file says nothing answers, of kind "...-silent".

    ``folder`` is where the index is made. Raises SourceUnreadable.
    """
    collections = {file.stem: read_squad(file) for file in files}
    documents = [
        (f"{kind}-{uri}", text)
        for kind, collection in collections.items()
        for uri, text in collection.documents
    ]
    held_back = {
        f"{kind}-{uri}"
        for kind, collection in collections.items()
        for article, (uri, _) in enumerate(collection.documents)
        if is_held_back(article, len(collection.documents))
    }
    searching = _Searching(index_documents(documents, folder), held_back)
    for kind, collection in collections.items():
        for question in collection.questions:
            group = searching.group(kind, question)
            if group:
                yield group


class _Searching:
    """Finds right and wrong passages in one index."""

    def __init__(self, index: Index, held_back: Set[str]) -> None:
        self._index, self._held_back = index, held_back
        self._embedder = open_embedder("", read_settings())
        self._places: dict[int, _Place] = {}
        self._by_document: dict[str, list[_Place]] = {}
        texts = {each.id: each for each in index.store.indexed_passages(index.generation)}
        for article, uri in index.store.articles(index.generation, "", -1):
            for passage in index.store.passages_of(article.id):
                document = Path(uri).name
                text = texts[passage.id].text
                place = _Place(passage, article.title, text, document in held_back)
                self._places[passage.id] = place
                self._by_document.setdefault(document, []).append(place)

    def group(self, kind: str, question: SquadQuestion) -> Group | None:
        """The question with its passages, or None where no passage holds the answer whole."""
        document = f"{kind}-{question.uri}"
        right = self._right(document, question)
        if right is None and question.answers:
            return None
        answers = {fold(right.text[start:end]) for start, end in right.spans} if right else set()
        return Group(
            kind=kind if right else f"{kind}-silent",
            question=question.question,
            held_back=document in self._held_back,
            right=right,
            wrong=tuple(
                Text(place.title, place.text)
                for place in self._wrong(question.question, answers)
                # Nothing held back is ever shown to the network, not as a wrong passage either.
                if document in self._held_back or not place.held_back
            )[:_WRONG],
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

    def _wrong(self, question: str, answers: set[str]) -> Iterator[_Place]:
        query = understand(question, self._index.fulltext)
        vector = question_vector(self._embedder, query)
        for hit in retrieve(self._index, query, vector, _FOUND, NO_FILTERS):
            place = self._places[hit.passage.id]
            folded = fold(place.text)
            if not any(answer in folded for answer in answers):
                yield place
