"""The room joined: real files, the real model, one folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import ModelUnusable
from index.models.embedding import OnnxEmbedder
from index.opening import open_index
from index.records import Counts, Fact, Item
from index.settings import read_settings
from index.wiring import (
    add_items,
    open_embedder,
    remove_article,
    remove_sources,
    update_index,
)
from tests.index.making import (
    BUSES_PAGE,
    HARBOUR_PAGE,
    REPOSITORY,
    WordEmbedder,
    index_files,
    unsound,
    write_files,
)


def test_files_become_an_index_that_answers_by_meaning(tmp_path: Path, model: OnnxEmbedder) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})
    told: list[str] = []
    report = update_index(tmp_path / "index", [news], lambda stage, *_: told.append(stage))
    assert (report.added, report.failed) == (Counts(2, 2, 2), ())
    assert {"Reading and embedding", "Loading the embedding model", "Publishing"} == set(told)
    index = open_index(tmp_path / "index")
    (best, _), _ = index.vectors.search(model.embed_question("When can ships return?"), 2)
    passage = index.store.passages([best])[best]
    document = index.store.document(passage.document_id, 1)
    assert document
    assert document.uri == f"{news}/a.txt"
    assert index.store.fact(Fact.FINGERPRINT) == model.fingerprint
    assert index.store.fact(Fact.DIMENSION) == "384"
    assert unsound(tmp_path / "index") == []


def test_a_second_run_adds_to_the_first(tmp_path: Path) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE})
    update_index(tmp_path / "index", [news])
    write_files(news, {"b.txt": BUSES_PAGE})
    report = update_index(tmp_path / "index", [news])
    assert (report.generation, report.added, report.unchanged) == (
        2,
        Counts(1, 1, 1),
        Counts(1, 1, 1),
    )


def test_an_index_keeps_to_the_model_it_was_made_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE})
    update_index(tmp_path / "index", [news])
    write_files(news, {"b.txt": BUSES_PAGE})
    monkeypatch.setenv("CITEWIRE_EMBEDDING_MODEL", str(tmp_path / "another"))
    with pytest.raises(ModelUnusable, match="made with the embedding model that is bundled"):
        update_index(tmp_path / "index", [news])
    assert open_index(tmp_path / "index").generation == 1


def test_a_model_that_is_none_is_told_before_anything_is_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE})
    monkeypatch.setenv("CITEWIRE_EMBEDDING_MODEL", str(news))
    with pytest.raises(ModelUnusable, match="holds no model weights"):
        update_index(tmp_path / "index", [news])


def test_a_cache_that_cannot_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file")
    monkeypatch.setenv("CITEWIRE_CACHE", str(tmp_path / "cache"))
    with pytest.raises(ModelUnusable, match="cannot be prepared in") as caught:
        open_embedder("", read_settings())
    assert "CITEWIRE_CACHE" in caught.value.remedy


HEAVY = """
    onnxruntime faiss tantivy tokenizers torch transformers loky trafilatura lxml pypdfium2 docx
    feedparser py3langid ftfy charset_normalizer rensa sentencex
""".split()


def test_a_run_in_which_nothing_has_changed_loads_nothing_heavy(tmp_path: Path) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE})
    index_files(tmp_path / "index", [news])
    script = (
        "import sys; from pathlib import Path; from index.wiring import update_index;"
        f"report = update_index(Path({str(tmp_path / 'index')!r}), [Path({str(news)!r})]);"
        "assert report.unchanged.documents == 1;"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == []


def test_sources_and_articles_are_removed_without_a_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})
    index_files(folder, [news])
    monkeypatch.setattr("index.wiring.open_embedder", None)
    assert remove_sources(folder, [f"{news}/a.txt"]).removed == Counts(1, 1, 1)
    index = open_index(folder)
    ((article, _),) = index.store.articles(2, "", -1)
    assert remove_article(folder, article.id).removed == Counts(0, 1, 1)
    (news / "b.txt").unlink()
    assert update_index(folder, [], prune=True).removed.documents == 1
    assert open_index(folder).store.counts(4) == Counts()


def test_items_are_added_with_a_model_that_is_open_already(
    tmp_path: Path, model: OnnxEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    monkeypatch.setattr("index.wiring.open_embedder", None)
    item = Item("web:1", "page.txt", HARBOUR_PAGE.encode())
    assert add_items(folder, [item], model).added == Counts(1, 1, 1)
    assert open_index(folder).store.fact(Fact.FINGERPRINT) == model.fingerprint
    assert add_items(folder, [item], model).unchanged == Counts(1, 1, 1)
    with pytest.raises(ModelUnusable, match="other weights"):
        add_items(folder, [Item("web:2", "page.txt", BUSES_PAGE.encode())], WordEmbedder())


def test_fields_are_read_as_they_are_mapped(tmp_path: Path, model: OnnxEmbedder) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f'story,paper\n"{HARBOUR_PAGE}",The Sund Post\n', "utf-8")
    mapping = {"text": "story", "outlet": "paper"}
    assert update_index(tmp_path / "index", [table], mapping=mapping).failed == ()
    ((article, _),) = open_index(tmp_path / "index").store.articles(1, "", -1)
    assert article.outlet == "The Sund Post"
