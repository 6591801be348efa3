"""What `citewire doctor` looks at, and what it notices without changing it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import IndexMissing
from index.examining import examine
from index.manifest import files_in, read_manifest, write_manifest
from index.names.lexicon import Lexicon, read_lexicon, write_lexicon
from index.opening import Index, open_index
from index.settings import read_settings
from index.storing import Writer
from tests.index.making import HARBOUR_PAGE, index_files, town_pages, unsound, write_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path / "news", town_pages(3))
    index_files(tmp_path / "index", [tmp_path / "news"])
    return tmp_path / "index"


def _found(folder: Path) -> dict[str, str]:
    return {check.what: check.found for check in unsound(folder)}


def test_a_sound_index_passes_every_check(seeds: Index) -> None:
    checks = examine(seeds.folder, read_settings())
    assert all(check.is_sound for check in checks)
    assert {check.what: check.found for check in checks} == {
        "database": "sound",
        "embedding model": "all-MiniLM-L6-v2, 384 dimensions, run by onnxruntime",
        "checksums": f"{len(seeds.manifest.files)} files as the manifest has them",
        "vector index, FAISS flat (exact up to 200,000 passages)": "47 passages, the same as in"
        " the database",
        "full text, tantivy": "47 passages, the same as in the database",
        "names and their spellings": "124 names, 6 groups of spellings, the same as in the"
        " database",
        "contents": "5 files, 5 documents, 7 articles (0 groups of near copies), 47 passages in"
        " generation 1",
        "unfinished work": "none",
    }


def _vectors(folder: Path) -> Path:
    return next(folder.glob("generations/*/vectors.faiss"))


def _lexicon(folder: Path) -> Path:
    return next(folder.glob("generations/*/lexicon.json"))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "vectors": lambda folder: _vectors(folder).write_bytes(b"x"),
    "vectors gone": lambda folder: _vectors(folder).unlink(),
    "words": lambda folder: next(folder.glob("generations/*/fulltext/meta.json")).unlink(),
    "names": lambda folder: _lexicon(folder).write_text("{"),
    "names gone": lambda folder: _lexicon(folder).unlink(),
}
TOLD = {
    "vectors": "vector index, FAISS flat (exact up to 200,000 passages)",
    "vectors gone": "vector index, FAISS flat (exact up to 200,000 passages)",
    "words": "full text, tantivy",
    "names": "names and their spellings",
    "names gone": "names and their spellings",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_told_and_left_as_it_is(folder: Path, damage: str) -> None:
    DAMAGES[damage](folder)
    before = sorted(path for path in folder.rglob("*") if "sqlite" not in path.name)
    found = _found(folder)
    assert set(found) == {"checksums", TOLD[damage]}
    assert all("rebuilt from the database" in told for told in found.values())
    assert sorted(path for path in folder.rglob("*") if "sqlite" not in path.name) == before


def test_a_missing_manifest_is_told(folder: Path) -> None:
    (folder / "manifest.json").unlink()
    assert list(_found(folder)) == ["manifest"]


def test_derived_indexes_that_lack_a_passage_are_told(folder: Path, tmp_path: Path) -> None:
    older = read_manifest(folder)
    assert older
    write_files(tmp_path / "news", {"new.txt": HARBOUR_PAGE})
    index_files(folder, [tmp_path / "news"])
    # The older one's files under the newer one's number.
    write_manifest(folder, replace(older, generation=2))
    found = _found(folder)
    assert found["full text, tantivy"].startswith("1 passages lack, 0 are foreign.")
    assert "checksums" not in found


def test_names_that_are_not_the_articles_are_told(folder: Path) -> None:
    manifest = read_manifest(folder)
    assert manifest
    held = read_lexicon(_lexicon(folder))
    write_lexicon(_lexicon(folder), Lexicon(held.words, held.names, (("rasool", "rasul"),)))
    # As a version that learnt otherwise would have left them: whole, but other ones.
    write_manifest(folder, replace(manifest, files=files_in(folder / manifest.folder)))
    found = _found(folder)
    assert list(found) == ["names and their spellings"]
    generation = _lexicon(folder).parent
    assert found["names and their spellings"] == (
        f"other groups of spellings than the articles'. Delete {generation}: it is rebuilt from the"
        " database at the next question."
    )
    shutil.rmtree(generation)
    open_index(folder)
    assert _found(folder) == {}


def test_files_and_groups_of_near_copies_are_counted(tmp_path: Path) -> None:
    (story,) = town_pages(1).values()
    # Two that are much like the first and so like one another; the fourth is the first's copy.
    pages = {
        "a.txt": story, "b.txt": story.replace("Monday", "Friday"),
        "c.txt": f"{story}\n\nSo it is.\n", "d.txt": story, "e.txt": HARBOUR_PAGE,
    }  # fmt: skip
    index_files(tmp_path / "index", [write_files(tmp_path / "news", pages)])
    (contents,) = (
        c.found for c in examine(tmp_path / "index", read_settings()) if c.what == "contents"
    )
    assert contents.startswith("5 files, 4 documents, 4 articles (1 group of near copies), ")


def test_work_that_a_killed_run_left_is_told(folder: Path, tmp_path: Path) -> None:
    first = read_manifest(folder)
    assert first
    write_files(tmp_path / "news", {"new.txt": HARBOUR_PAGE})
    index_files(folder, [tmp_path / "news"])
    write_manifest(folder, first)
    assert list(_found(folder)) == ["unfinished work"]


def test_an_index_that_was_never_finished_is_told(tmp_path: Path) -> None:
    Writer(tmp_path).close()
    assert {check.what: check.is_sound for check in examine(tmp_path, read_settings())} == {
        "database": True,
        "embedding model": True,
        "manifest": False,
    }


def test_a_model_that_cannot_be_opened_is_told(folder: Path) -> None:
    checks = {check.what: check for check in examine(folder, read_settings())}
    assert not checks["embedding model"].is_sound
    assert "holds no model weights" in checks["embedding model"].found


def test_no_index_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        examine(tmp_path, read_settings())
