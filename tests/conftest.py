"""What all rooms' tests share: settings as they come, and properties that are the same each run."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

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
