"""What is kept of a batch: near copies above all; the rest is seen in whole runs."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.copies import NEAR_COPY_FROM, sentence_bands
from index.keeping import Keeping
from index.opening import Index, open_index
from tests.index.making import (
    HARBOUR,
    HARBOUR_PAGE,
    WordEmbedder,
    index_files,
    indexer,
    town_pages,
    write_files,
)

(STORY,) = town_pages(1).values()


def _by_uri(index: Index) -> dict[str, str]:
    """The id of the one article of each file, by the file's name."""
    articles = index.store.articles(index.generation, "", -1)
    return {uri.rpartition("/")[2]: article.id for article, uri in articles}


@pytest.mark.parametrize("in_one_run", [True, False])
def test_near_copies_are_found_in_one_run_and_in_many(tmp_path: Path, in_one_run: bool) -> None:
    pages = {
        "a.txt": STORY,
        "b.txt": STORY.replace("Monday", "Friday"),
        "c.txt": HARBOUR_PAGE,
    }
    news = write_files(tmp_path / "news", pages)
    for paths in [[news]] if in_one_run else [[news / name] for name in pages]:
        index_files(tmp_path / "index", paths)
    index = open_index(tmp_path / "index")
    ids = _by_uri(index)
    store, generation = index.store, index.generation
    ((other, likeness),) = store.near_copies(ids["a.txt"], generation)
    assert (other, likeness >= NEAR_COPY_FROM) == (ids["b.txt"], True)
    assert store.near_copies(ids["b.txt"], generation) == [(ids["a.txt"], likeness)]
    assert store.near_copies(ids["c.txt"], generation) == []
    assert store.near_copy_groups(generation) == 1


def test_a_near_copy_that_is_removed_is_told_no_more_and_told_again_when_it_is_back(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "index"
    pages = {"a.txt": STORY, "b.txt": STORY.replace("Monday", "Friday")}
    news = write_files(tmp_path / "news", pages)
    index_files(folder, [news])
    index = open_index(folder)
    ids = _by_uri(index)
    before = index.store.near_copies(ids["a.txt"], 1)
    indexer(folder).remove([f"{news}/b.txt"])
    assert open_index(folder).store.near_copies(ids["a.txt"], 2) == []
    index_files(folder, [news])
    assert open_index(folder).store.near_copies(ids["a.txt"], 3) == before
    # And when all of it had been forgotten meanwhile.
    indexer(folder).remove([f"{news}/b.txt"])
    for day in ("Sunday", "Tuesday"):
        write_files(news, {"c.txt": HARBOUR_PAGE.replace("Monday", day)})
        index_files(folder, [news / "c.txt"])
    index_files(folder, [news])
    index = open_index(folder)
    assert index.store.near_copies(ids["a.txt"], index.generation) == before


def test_no_more_than_fifty_are_compared_with_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def note(one: str, other: str) -> float:
        compared.append(one)
        return 0.0

    monkeypatch.setattr("index.keeping.likeness", note)
    pages = {f"{n:02d}.txt": f"{STORY}\n\nNumber {n}.\n" for n in range(60)}
    index_files(tmp_path / "index", [write_files(tmp_path / "news", pages)])
    assert max(compared.count(text) for text in set(compared)) == 50


def test_a_sentence_is_found_wherever_it_stands(tmp_path: Path) -> None:
    pages = {"a.txt": HARBOUR_PAGE, "b.txt": f"{STORY}\n\n{HARBOUR}\n", "c.txt": STORY}
    index_files(tmp_path / "index", [write_files(tmp_path / "news", pages)])
    index = open_index(tmp_path / "index")
    found = index.store.sentences_like(sentence_bands(HARBOUR), 1)
    passages = index.store.passages(id_ for id_, _, _ in found)
    texts = []
    for id_, start, end in found:
        document = index.store.document(passages[id_].document_id, 1)
        assert document
        texts.append(document.text[start:end])
    assert texts == [HARBOUR, HARBOUR]
    assert index.store.sentences_like(sentence_bands(HARBOUR), 0) == []
    assert index.store.sentences_like((), 1) == []


def test_batches_hold_some_hundred_passages(tmp_path: Path) -> None:
    class Counting(WordEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            sizes.append(len(texts))
            return super().embed_passages(texts)

    sizes: list[int] = []
    news = write_files(tmp_path / "news", town_pages(150))  # 600 passages
    index_files(tmp_path / "index", [news], Counting())
    assert sum(sizes) == 600
    assert all(256 <= size < 320 for size in sizes[:-1])


def test_many_items_that_hold_what_is_held_already_are_kept_in_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = json.dumps({"title": "Harbour", "text": HARBOUR_PAGE})
    (tmp_path / "t.jsonl").write_text(f"{row}\n" * 1_300, "utf-8")
    waiting: list[int] = []
    keep = Keeping.keep

    def noted(self: Keeping) -> None:
        waiting.append(len(self._batch.steps))
        keep(self)

    monkeypatch.setattr(Keeping, "keep", noted)
    report = index_files(tmp_path / "index", [tmp_path / "t.jsonl"])
    assert (report.added.documents, report.added.articles) == (1_300, 1)
    assert max(waiting) <= 512
