"""A file's checksum, and when the one that is remembered is believed."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from index.models.checksums import remembered_sha256, sha256_of

ONE = sha256(b"one").hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "weights"
    path.write_bytes(b"one")
    return path


def test_a_checksum_is_of_the_whole_file(file: Path, tmp_path: Path) -> None:
    assert sha256_of(file) == ONE
    assert remembered_sha256(file, tmp_path / "cache") == ONE


def test_it_is_remembered_until_the_file_changes(file: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    remembered_sha256(file, cache)
    (memory,) = cache.iterdir()
    memory.write_text("f" * 64)
    assert remembered_sha256(file, cache) == "f" * 64
    file.write_bytes(b"other")
    assert remembered_sha256(file, cache) == sha256(b"other").hexdigest()


def test_one_that_is_not_the_known_one_is_not_remembered(file: Path, tmp_path: Path) -> None:
    cache, before = tmp_path / "cache", file.stat()
    file.write_bytes(b"two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert remembered_sha256(file, cache, ONE) == sha256(b"two").hexdigest()
    # Put right with the same size and time of change, as by a copy that keeps them.
    file.write_bytes(b"one")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert remembered_sha256(file, cache, ONE) == ONE
    assert len(list(cache.iterdir())) == 1


def test_a_cache_that_cannot_be_written_to_remembers_nothing(file: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("where the cache should be")
    assert remembered_sha256(file, blocked) == ONE


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        remembered_sha256(tmp_path / "gone", tmp_path / "cache")
