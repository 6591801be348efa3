"""The room joined: real files, the real model, one folder."""

from pathlib import Path

import pytest

from index.embedding import OnnxEmbedder
from index.errors import ModelUnusable
from index.opening import open_index
from index.records import Counts, Fact
from index.settings import read_settings
from index.wiring import open_embedder, update_index
from tests.index.making import BUSES_PAGE, HARBOUR_PAGE, unsound, write_files


def test_files_become_an_index_that_answers_by_meaning(tmp_path: Path, model: OnnxEmbedder) -> None:
    news = write_files(tmp_path / "news", {"a.txt": HARBOUR_PAGE, "b.txt": BUSES_PAGE})
    told: list[str] = []
    report = update_index(tmp_path / "index", [news], lambda stage, done, total: told.append(stage))
    assert (report.added, report.failed) == (Counts(2, 2, 2), ())
    assert {"Indexing", "Loading the embedding model", "Publishing"} == set(told)
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
