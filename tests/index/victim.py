"""A process that indexes, to be killed: ``python -m tests.index.victim HOW INDEX PATH...``.

It says "ready", waits for a line, and runs once. HOW is the model, "words" or "real", or the point
at which it kills itself, "before-manifest" or "after-manifest".
"""

import os
import signal
import sys
from pathlib import Path

from index.wiring import update_index
from tests.index.making import index_files


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


def main() -> None:
    """Run as told by the command line."""
    how, folder, *paths = sys.argv[1:]
    print("ready", flush=True)
    sys.stdin.readline()
    if how.endswith("-manifest"):
        _die_around_the_manifest(how)
    run = update_index if how == "real" else index_files
    run(Path(folder), [Path(path) for path in paths])


if __name__ == "__main__":
    main()
