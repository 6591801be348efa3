"""What the index room's tests share: the seeds, indexed once with the real model."""

from contextlib import chdir
from pathlib import Path

import pytest

from index.models.embedding import OnnxEmbedder
from index.opening import Index, open_index
from index.settings import read_settings
from index.wiring import open_embedder, update_index
from tests.index.making import REPOSITORY


@pytest.fixture(scope="session")
def seeds_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of the seeds, whose uris read ``seeds/...``. Not to be changed."""
    folder = tmp_path_factory.mktemp("seeds") / "index"
    with chdir(REPOSITORY):
        update_index(folder, [Path("seeds")])
    return folder


@pytest.fixture(scope="session")
def seeds(seeds_folder: Path) -> Index:
    """The index of the seeds, opened."""
    return open_index(seeds_folder)


@pytest.fixture(scope="session")
def model() -> OnnxEmbedder:
    """The bundled model."""
    return open_embedder("", read_settings())
