"""What a user may set in the index room, by environment variable. Read once, where parts are wired.

CITEWIRE_EMBEDDING_MODEL  a sentence-transformers model, by folder or hub name; empty: the bundled
CITEWIRE_CACHE            folder for the exported models; empty: the user's cache folder
CITEWIRE_THREADS          threads that the embedding model runs on; empty: one a core, four at most
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from index.errors import InvalidRequest

# Beyond four threads a small model's matrices are too small to share out.
_MOST_THREADS = 4


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """``embedding_model`` empty means the bundled all-MiniLM-L6-v2."""

    embedding_model: str
    cache: Path
    threads: int


def read_settings(environment: Mapping[str, str] = os.environ) -> IndexSettings:
    """The settings in force. Raises InvalidRequest for a value that cannot be used."""
    threads = environment.get("CITEWIRE_THREADS", "")
    if threads and not (threads.isdecimal() and int(threads) > 0):
        raise InvalidRequest(
            f"CITEWIRE_THREADS is {threads!r}, which is no number of threads.",
            "Set it to 1 or more, or leave it out.",
        )
    return IndexSettings(
        embedding_model=environment.get("CITEWIRE_EMBEDDING_MODEL", ""),
        cache=Path(environment.get("CITEWIRE_CACHE") or user_cache_path("citewire")),
        threads=int(threads) if threads else min(os.cpu_count() or 1, _MOST_THREADS),
    )
