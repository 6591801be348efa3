"""Which generation is in force, told by the manifest and the database alone."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import IndexMissing
from index.manifest import MANIFEST
from index.published import published_generation
from index.store import Store
from index.storing import Writer
from tests.index.making import index_files, town_pages, write_files


def test_it_is_the_one_that_the_last_run_published(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    index_files(folder, [write_files(tmp_path / "news", town_pages(1))])
    report = index_files(folder, [write_files(tmp_path / "news", town_pages(2))])
    with closing(Store(folder)) as store:
        assert published_generation(folder, store) == report.generation == 2
        (folder / MANIFEST).unlink()
        assert published_generation(folder, store) == 2


def test_an_index_that_was_never_published_has_none(tmp_path: Path) -> None:
    Writer(tmp_path).close()
    with closing(Store(tmp_path)) as store, pytest.raises(IndexMissing, match="never finished"):
        published_generation(tmp_path, store)


def test_nothing_derived_is_loaded_for_it() -> None:
    code = "import sys, index.published; print(*{'faiss', 'tantivy'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
