"""A process that indexes where room is short: ``python -m tests.index.full_disk HOW FOLDER NEWS``.

With HOW "tmpfs" FOLDER is a small disk of its own, filled but for so many bytes; with "limit" no
file may grow beyond so many. The process prints at which stage each run found no room, and raises
where what was published before is not served on.
"""

import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StorageFull
from index.manifest import read_manifest
from index.store import Store
from tests.index.making import SEEDS, Contents, contents_of, index_files, unsound

STEP_BYTES, MOST_BYTES = 80_000, 6_000_000


@contextmanager
def _on_a_filled_disk(folder: Path, left_bytes: int) -> Iterator[None]:
    ballast = folder / "ballast"
    status = os.statvfs(folder)
    ballast.write_bytes(b"x" * max(0, status.f_bavail * status.f_frsize - left_bytes))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def _with_small_files(folder: Path, left_bytes: int) -> Iterator[None]:
    # Python ignores the signal that would end the process.
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_FSIZE, (left_bytes, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)


ROOMS = {"tmpfs": _on_a_filled_disk, "limit": _with_small_files}


def main() -> None:
    """Run with more and more room, until there is enough."""
    how, folder, news = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    index, room = folder / "index", ROOMS[how]
    index_files(index, [SEEDS])
    before = contents_of(index)
    for left_bytes in range(0, MOST_BYTES, STEP_BYTES):
        try:
            with room(folder, left_bytes):
                # In this process, which has its models loaded: a limit is for whatever it writes.
                index_files(index, [SEEDS, news], workers=1)
            break
        except StorageFull as error:
            if "what was indexed before is still there" not in error.remedy:
                raise
            print(_stage(index))
        with room(folder, 0):
            _check(contents_of(index), before)
        _check(contents_of(index), before)
    assert unsound(index) == []
    index_files(folder / "whole", [SEEDS, news])
    _check(contents_of(index), contents_of(folder / "whole"))
    print("done")


def _stage(index: Path) -> str:
    """How far a run came: whether all of generation 2 is in the database, though not in force."""
    manifest = read_manifest(index)
    assert manifest
    assert manifest.generation == 1
    store = Store(index)
    is_stored = store.newest_generation() == 2
    store.close()
    return "publishing" if is_stored else "storing"


def _check(found: Contents, wanted: Contents) -> None:
    assert found == wanted, (len(found.texts), len(wanted.texts))


if __name__ == "__main__":
    main()
