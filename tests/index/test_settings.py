"""What a user may set, and what is refused."""

import os
from pathlib import Path

import pytest

from index.errors import InvalidRequest
from index.settings import IndexSettings, read_settings


def test_what_is_set_is_taken() -> None:
    environment = {
        "CITEWIRE_EMBEDDING_MODEL": "models/mine",
        "CITEWIRE_CACHE": "/var/cache/citewire",
        "CITEWIRE_THREADS": "12",
    }
    assert read_settings(environment) == IndexSettings(
        "models/mine", Path("/var/cache/citewire"), 12
    )


def test_nothing_set_is_the_bundled_model_the_users_cache_and_a_thread_a_core() -> None:
    settings = read_settings({"HOME": "/home/falk"})
    assert settings.embedding_model == ""
    assert settings.cache.name == "citewire"
    assert settings.threads == min(os.cpu_count() or 1, 4)
    assert read_settings({"CITEWIRE_CACHE": "", "CITEWIRE_THREADS": ""}) == settings


@pytest.mark.parametrize("threads", ["0", "-1", "two", "1.5", "²", " 2"])
def test_a_number_of_threads_that_is_none_is_refused(threads: str) -> None:
    with pytest.raises(InvalidRequest, match="CITEWIRE_THREADS") as caught:
        read_settings({"CITEWIRE_THREADS": threads})
    assert caught.value.remedy == "Set it to 1 or more, or leave it out."
