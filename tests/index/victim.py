"""A process that indexes, to be killed: ``python -m tests.index.victim HOW INDEX PATH...``.

It says "ready", waits for a line, and runs once. HOW is the model, "words" or "real", or the point
at which it kills itself, "before-manifest" or "after-manifest", or the signal that it sends itself
when it has kept one batch.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.wiring import update_index
from tests.index.making import WordEmbedder, index_files


def _die_around_the_manifest(how: str) -> None:
    is_renamed = False

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal is_renamed
        is_manifest = event == "os.rename" and str(arguments[1]).endswith("manifest.json")
        if (is_renamed and event != "os.kill") or (is_manifest and how == "before-manifest"):
            os.kill(os.getpid(), signal.SIGKILL)
        # The event comes before the rename; the next one of any kind comes after it.
        is_renamed = is_renamed or is_manifest

    sys.addaudithook(watch)


class _Stopped(WordEmbedder):
    """An embedder that ends its own process when it is asked for a second batch."""

    def __init__(self, how: signal.Signals) -> None:
        super().__init__()
        self._how = how

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.embedded:
            os.kill(os.getpid(), self._how)
        return super().embed_passages(texts)


def main() -> None:
    """Run as told by the command line."""
    how, folder, *paths = sys.argv[1:]
    print("ready", flush=True)
    sys.stdin.readline()
    if how.endswith("-manifest"):
        _die_around_the_manifest(how)
    index, files = Path(folder), [Path(path) for path in paths]
    if how == "real":
        update_index(index, files)
    else:
        stopped = how in signal.Signals.__members__
        index_files(index, files, _Stopped(signal.Signals[how]) if stopped else None)


if __name__ == "__main__":
    main()
