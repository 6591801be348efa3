"""One writer at a time. The lock is the system's, so it dies with its owner, however that ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import IndexBusy, IndexForeign

LOCK = "writer.lock"
# A writer that is killed while it starts a process leaves the lock to that one until it has begun.
_PATIENCE_S = 0.5


@contextmanager
def writer_lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. Raises IndexBusy where another process goes on holding it,
    IndexForeign where the folder cannot be written to."""
    lock = FileLock(folder / LOCK, timeout=_PATIENCE_S)
    try:
        lock.acquire()
    except Timeout as error:
        raise IndexBusy(
            f"Another process is writing to the index in {folder}.",
            "Wait until it is done, then run the command again.",
        ) from error
    except OSError as error:
        raise IndexForeign(
            f"{folder} cannot be written to: {error.strerror or error}.",
            "Check the folder's permissions, or choose another with --index.",
        ) from error
    try:
        yield
    finally:
        lock.release()
