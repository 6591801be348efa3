"""What all rooms' tests share: settings as they come, properties that are the same each run, and an
engine over one index of the seeds."""

import os
import signal
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from hypothesis import settings

from index.wiring import update_index
from qa import open_engine
from qa.engine import Engine

ROOT = Path(__file__).parents[1]

# A shell starts what runs in the background with Ctrl-C ignored, and so would be every process that
# a test means to stop by it.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A slow machine is no defect, and a commit must not fail on another commit's luck.
settings.register_profile("citewire", deadline=None, derandomize=True)
settings.load_profile("citewire")


@pytest.fixture(scope="session", autouse=True)
def _usual_settings() -> Iterator[None]:
    """No setting of whoever runs the tests has a say in them, but for the cache's place."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [n for n in os.environ if n.startswith("CITEWIRE_") and n != "CITEWIRE_CACHE"]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def seeds_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of the five seeds; their uris read ``seeds/...``."""
    folder = tmp_path_factory.mktemp("seeds") / "index"
    with chdir(ROOT):
        update_index(folder, [Path("seeds")])
    return folder


@pytest.fixture(scope="session")
def engine(seeds_index: Path) -> Engine:
    """An engine over the seeds."""
    return open_engine(seeds_index)
