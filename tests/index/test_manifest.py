"""The manifest: what it names, and what it takes to be in force."""

import hashlib
import json
from pathlib import Path

import pytest

from index.manifest import Manifest, files_in, is_whole, read_manifest, stamp, write_manifest
from index.records import VectorKind
from tests.index.making import write_files


def _generation(folder: Path) -> Manifest:
    """A manifest of a generation of two small files, which are written too."""
    write_files(folder / "generations" / "1" / "words", {"terms": "abc"})
    write_files(folder / "generations" / "1", {"vectors": "de"})
    files = files_in(folder / "generations" / "1")
    return Manifest("id", 1, "generations/1", 3, VectorKind.FLAT, files)


def test_every_file_is_named_with_its_size_and_checksum(tmp_path: Path) -> None:
    assert _generation(tmp_path).files == (
        ("vectors", 2, hashlib.sha256(b"de").hexdigest()),
        ("words/terms", 3, hashlib.sha256(b"abc").hexdigest()),
    )


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    manifest = _generation(tmp_path)
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["manifest.json"]


def test_the_newer_manifest_is_the_one_in_force(tmp_path: Path) -> None:
    write_manifest(tmp_path, _generation(tmp_path))
    newer = Manifest("id", 2, "generations/2", 0, VectorKind.HNSW, ())
    write_manifest(tmp_path, newer)
    assert read_manifest(tmp_path) == newer


def test_without_a_manifest_there_is_none(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    assert stamp(tmp_path) is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"files": []}', '{"files": [[1]], "vector_kind": "flat"}', "\0"],
)
def test_what_cannot_be_understood_is_no_manifest(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"manifest.json": text})
    assert read_manifest(tmp_path) is None


@pytest.mark.parametrize(
    ("key", "value"), [("format", 2), ("vector_kind", "trees"), ("surprise", 1), ("files", 7)]
)
def test_a_manifest_of_another_version_is_none(tmp_path: Path, key: str, value: object) -> None:
    write_manifest(tmp_path, _generation(tmp_path))
    fields = json.loads((tmp_path / "manifest.json").read_text())
    write_files(tmp_path, {"manifest.json": json.dumps({**fields, key: value})})
    assert read_manifest(tmp_path) is None


def test_a_generation_is_whole_while_every_byte_is_as_it_was(tmp_path: Path) -> None:
    manifest = _generation(tmp_path)
    assert is_whole(tmp_path, manifest)


@pytest.mark.parametrize("change", ["flipped", "shorter", "longer", "gone"])
def test_a_generation_with_a_changed_file_is_not_whole(tmp_path: Path, change: str) -> None:
    manifest = _generation(tmp_path)
    path = tmp_path / "generations" / "1" / "words" / "terms"
    if change == "gone":
        path.unlink()
    else:
        path.write_text({"flipped": "abd", "shorter": "ab", "longer": "abcd"}[change])
    assert not is_whole(tmp_path, manifest)


def test_the_stamp_changes_when_the_manifest_is_replaced_by_the_same(tmp_path: Path) -> None:
    manifest = _generation(tmp_path)
    write_manifest(tmp_path, manifest)
    before = stamp(tmp_path)
    assert stamp(tmp_path) == before
    write_manifest(tmp_path, manifest)
    assert stamp(tmp_path) != before
