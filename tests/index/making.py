"""What the index room's tests make: small files, indexes of them, and an embedder of no model."""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.articles import prepare
from index.examining import Check, examine
from index.indexing import Indexer
from index.opening import Index, open_index
from index.prepared import Prepared
from index.records import Article, BlockKind, Document, IndexReport, Page
from index.settings import read_settings

REPOSITORY = Path(__file__).parents[2]
SEEDS = REPOSITORY / "seeds"
# The name under which an index remembers its model: a folder without weights, so that nobody looks
# for it on a network.
FAKE_MODEL = str(Path(__file__).parent)

HARBOUR = "The harbour of Veltrin was closed on Monday after a storm tore two cranes from the quay."
REPAIRS = "Repairs will take three weeks, the harbour master said, and cost two million crowns."
BOATS = "Fishermen have been told to use the smaller port of Sund until the work is finished."
BUSES = "The council of Ostmark voted on Tuesday to double the number of night buses from spring."
FARES = "Fares stay as they are, said Mayor Ada Lund, who has promised not to raise them this year."

HARBOUR_PAGE = f"Storm Closes the Harbour of Veltrin\n\n{HARBOUR}\n\n{REPAIRS}\n\n{BOATS}\n"
BUSES_PAGE = f"Ostmark Doubles Its Night Buses\n\n{BUSES}\n\n{FARES}\n"


class WordEmbedder:
    """An Embedder that counts words, each at the place that its checksum gives.

    ``embedded`` holds every passage it was ever given, so that a test can count them.
    """

    def __init__(self, dimension: int = 32, fingerprint: str = "words") -> None:
        self.embedded: list[str] = []
        self._dimension, self._fingerprint = dimension, fingerprint

    @property
    def dimension(self) -> int:
        return self._dimension

    @property
    def fingerprint(self) -> str:
        return self._fingerprint

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded.extend(texts)
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self.embed_question(text)
        return vectors

    def embed_question(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(self._dimension, dtype=np.float32)
        for word in text.casefold().split() or [""]:
            vector[zlib.crc32(word.encode()) % self._dimension] += 1
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def write_files(folder: Path, texts: Mapping[str, str]) -> Path:
    """The folder, with a file for each text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def town_pages(count: int) -> dict[str, str]:
    """So many files of one article of 4 passages, no two alike."""
    return {
        f"town-{number:03d}.txt": "\n\n".join(
            [f"Town Number {number} Builds Its Bridges"]
            + [
                f"Town number {number} said on Monday that it would build bridge {bridge} over the"
                f" river Sund before the winter, and that each of the {number} towns around would"
                " pay for a part of it."
                for bridge in range(12)
            ]
        )
        for number in range(count)
    }


def index_files(
    folder: Path,
    paths: Sequence[Path],
    embedder: WordEmbedder | None = None,
    *,
    workers: int | None = None,
    prune: bool = False,
    mapping: Mapping[str, str] | None = None,
) -> IndexReport:
    """Bring the index in ``folder`` in step with the files, with a fake model."""
    return indexer(folder, embedder, workers).run(paths, prune=prune, mapping=mapping or {})


def indexer(
    folder: Path, embedder: WordEmbedder | None = None, workers: int | None = None
) -> Indexer:
    """An indexer with a fake model."""
    model = embedder or WordEmbedder()
    return Indexer(folder, lambda made_with: (made_with or FAKE_MODEL, model), workers=workers)


def document_of(text: str) -> Document:
    """A document of any text, of such too as no file would be read as."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(digest[:16], "page.txt", "text/plain", digest, text)


def prepared(text: str) -> Prepared:
    """A page taken through the middle of the pipeline."""
    return prepare(Page(document_of(text)))


def blocks_of(article: Article, text: str) -> list[tuple[BlockKind, str]]:
    """The article's blocks as (kind, words), in order."""
    return [(block.kind, text[block.start : block.end]) for block in article.blocks]


@dataclass(frozen=True)
class Contents:
    """All that a generation holds, without the numbers that differ from one index to another."""

    texts: dict[str, str]
    articles: list[tuple[Article, str]]
    passages: list[tuple[str, int, int, str]]
    vectors: dict[tuple[str, str], bytes]


def contents(index: Index) -> Contents:
    """What the index, as it was opened, holds."""
    store, generation = index.store, index.generation
    articles = store.articles(generation, "", -1)
    documents = [store.document(a.document_id, generation) for a, _ in articles]
    held = store.passages(store.passage_ids(generation)).values()
    return Contents(
        texts={document.uri: document.text for document in documents if document},
        articles=articles,
        passages=sorted((p.article_id, p.start, p.end, str(p.kind)) for p in held),
        vectors={
            (p.article_id, p.text): p.vector.tobytes() for p in store.indexed_passages(generation)
        },
    )


def contents_of(folder: Path) -> Contents:
    """What the index in ``folder`` holds when it is opened."""
    index = open_index(folder)
    try:
        return contents(index)
    finally:
        index.store.close()


def unsound(folder: Path) -> list[Check]:
    """What `examine` finds wrong, but for the fake model, which nobody else can open."""
    checks = examine(folder, read_settings())
    return [check for check in checks if not check.is_sound and check.what != "embedding model"]
